package move_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"sync"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/desktest"
	"jianbao/review/seal"
	"jianbao/storage"
	"jianbao/storage/move"
	"jianbao/storage/postgres/pgtest"
	"jianbao/storage/relational"
)

// worked is a database file in which everything was tried that can be done to
// issues. It is made once.
var worked struct {
	sync.Once
	data []byte
}

// office returns the path of a database of its own, with everything in it.
func office(t *testing.T) string {
	t.Helper()
	worked.Do(func() {
		path := filepath.Join(t.TempDir(), "office.db")
		s := open(t, path)
		desktest.WorkflowTable(t, s)
		leave(t, s)
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		worked.data = read(t, path)
	})
	path := filepath.Join(t.TempDir(), "from.db")
	if err := os.WriteFile(path, worked.data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// leave adds what comes and goes, and somebody at work.
func leave(t *testing.T, s review.Store) {
	t.Helper()
	var drafts []review.Draft
	err := s.Atomically(t.Context(), func(tx review.Tx) (err error) {
		if drafts, err = tx.Drafts().List(review.DraftFilter{Limit: 3}); err != nil {
			return err
		}
		b := doc.New()
		b.Articles[0].Title = "没有存完的"
		for _, d := range drafts {
			err = errors.Join(err, tx.Workings().Put(review.Working{Draft: d.ID, Person: "p", Base: 1, Text: b}),
				tx.Items().Put(review.Item{ID: review.ItemID("item" + d.ID)}), tx.Looks().Put(d.ID, "p", 1),
				tx.Comments().Add(review.Comment{ID: review.CommentID("c" + d.ID), Draft: d.ID}))
		}
		return errors.Join(err, tx.Tallies().Put(review.Tally{Series: "s", Rule: "L01"}), tx.Tries().Put(review.Tries{Person: "p", Failed: 1}),
			tx.Sessions().Put(review.Session{ID: "s1", Person: "p", Beat: time.UnixMilli(1e12)}))
	})
	if err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T, name string) review.Store {
	t.Helper()
	s, err := storage.Open(context.Background(), name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// targets runs f with an empty database of each engine.
func targets(t *testing.T, f func(t *testing.T, name func(t *testing.T) string)) {
	t.Run("sqlite", func(t *testing.T) {
		f(t, func(t *testing.T) string { return filepath.Join(t.TempDir(), "to.db") })
	})
	t.Run("postgres", func(t *testing.T) {
		f(t, func(t *testing.T) string { return pgtest.DSN(t) })
	})
}

func job(from, to review.Store, along func(move.Progress)) move.Job {
	return move.Job{From: from, To: to, Verify: verify, Along: along}
}

func verify(ctx context.Context, s review.Store, along func(done, all int)) (review.Report, error) {
	return review.NewDesk(s, review.WithSealer(seal.Sealer{}, "test")).VerifyAlong(ctx, "", along)
}

func run(t *testing.T, from, to review.Store) move.Report {
	t.Helper()
	r, err := job(from, to, nil).Run(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// rows reads every row that is moved, by table and key.
func rows(t *testing.T, s review.Store) map[string][]byte {
	t.Helper()
	all := map[string][]byte{}
	err := s.View(t.Context(), func(tx review.Tx) error {
		for _, table := range relational.Tables() {
			if table.Name == "sessions" || table.Name == "leases" {
				continue
			}
			if err := rowsOf(tx.(*relational.Tx), table, all); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func rowsOf(tx *relational.Tx, table relational.Table, all map[string][]byte) error {
	var after []any
	for {
		page, err := tx.Rows(table, after, 50)
		if err != nil || len(page) == 0 {
			return err
		}
		for _, row := range page {
			all[nameOf(table, row)] = row.Record
		}
		after = page[len(page)-1].Key
	}
}

// isCopy compares every row, and looks whether all is sound and open for work.
func isCopy(t *testing.T, want map[string][]byte, s review.Store) {
	t.Helper()
	if got := rows(t, s); !reflect.DeepEqual(got, want) {
		t.Errorf("%d rows are not the same as %d", len(got), len(want))
		for name := range want {
			if _, ok := got[name]; !ok {
				t.Errorf("%s is missing", name)
			}
		}
	}
	if err := move.Check(t.Context(), s); err != nil {
		t.Errorf("Check = %v", err)
	}
	r, err := verify(t.Context(), s, func(int, int) {})
	if err != nil || len(r.Findings) > 0 || r.Signatures == 0 {
		t.Errorf("verify = %+v, %v", r, err)
	}
}

// refused fails unless an error is a problem with this code.
func refused(t *testing.T, err error, code string) *move.Problem {
	t.Helper()
	var p *move.Problem
	if !errors.As(err, &p) || p.Code != code {
		t.Fatalf("%v, want %s", err, code)
	}
	return p
}
