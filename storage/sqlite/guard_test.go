package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"testing"

	"github.com/mattn/go-sqlite3"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/relational"
	"jianbao/storage/sqlite"
)

func write(t testing.TB, s review.Store, f func(review.Tx) error) {
	t.Helper()
	if err := s.Atomically(context.Background(), f); err != nil {
		t.Error(err)
	}
}

func read(t testing.TB, s review.Store, f func(review.Tx) error) {
	t.Helper()
	if err := s.View(context.Background(), f); err != nil {
		t.Error(err)
	}
}

func revision(t testing.TB, seq int, text string) review.Revision {
	t.Helper()
	b := doc.New()
	b.Articles[0].Body[0].Text = text
	rev, err := review.NewRevision(review.RevisionInfo{Draft: "d1", Seq: seq}, b)
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

// full makes a store with a row in every table, and returns a connection of
// another program to the same file.
func full(t *testing.T) (*sqlite.Store, *sql.DB) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.db")
	s := open(t, path)
	write(t, s, fill(t))
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return s, db
}

// fill writes a row into every table, each with 原 in a field that no column
// repeats (a look and a tally have none: a number serves).
func fill(t *testing.T) func(review.Tx) error {
	rev := revision(t, 1, "原文")
	rev.Note = "原"
	return func(tx review.Tx) error {
		return errors.Join(
			tx.People().Put(review.Person{ID: "p1", Name: "原"}),
			tx.Series().Put(review.Series{ID: "s1", SameHandReason: "原"}),
			tx.Drafts().Add(review.Draft{ID: "d1", Heading: "原"}),
			tx.Revisions().Add(rev),
			tx.Workings().Put(review.Working{Draft: "d1", Person: "p1", Text: rev.Text}),
			tx.SignOffs().Add(review.SignOff{ID: "x1", Draft: "d1", Name: "原"}),
			tx.SignOffs().Fell(review.SignOff{ID: "x1", Draft: "d1", Fell: review.FellByChange}),
			tx.Demands().Add(review.Demand{ID: "m1", Draft: "d1", Text: "原"}),
			tx.Comments().Add(review.Comment{ID: "c1", Draft: "d1", Text: "原"}),
			tx.Decisions().Add(review.Decision{Draft: "d1", Reason: "原"}),
			tx.Looks().Put("d1", "p1", 1),
			tx.Ledger().Add(review.Entry{Series: "s1", Kind: review.EntryIssue, Reason: "原", Number: doc.Number{Year: 2022, Issue: 4, Total: 9}}),
			tx.Items().Put(review.Item{ID: "i1", Name: "原"}),
			tx.Dismissals().Put(review.Dismissal{ID: "y1", Series: "s1", Draft: "d1", Reason: "原"}),
			tx.Tallies().Put(review.Tally{Series: "s1", Rule: "L02", Shown: 1}),
			tx.Steps().Add(review.Step{Draft: "d1", Note: "原"}),
			tx.Keys().Add(review.Key{ID: "k1", Person: "p1", Public: []review.PublicKey{{Suite: "原"}}}),
			tx.Signatures().Add(review.Signature{SignOff: "x1", Draft: "d1", Key: "原"}),
			tx.Tries().Put(review.Tries{Person: "p1", Failed: 1}),
			tx.Events().Add(review.Event{Draft: "d1", Detail: map[string]string{"k": "原"}}.Seal(review.Event{})))
	}
}

func TestWhatWasWrittenForGoodStays(t *testing.T) {
	_, db := full(t)
	for _, statement := range []string{
		"UPDATE texts SET body = x'00'", "DELETE FROM texts",
		"UPDATE revisions SET seq = 2", "DELETE FROM revisions",
		"UPDATE events SET draft = ''", "DELETE FROM events",
		"UPDATE signoffs SET record = x'00'", "UPDATE signoffs SET fell = 'changed'", "DELETE FROM signoffs",
		"UPDATE falls SET record = x'00'", "DELETE FROM falls",
		"UPDATE ledger SET issue = 5", "UPDATE ledger SET kind = 'opening'", "DELETE FROM ledger",
		"DELETE FROM people", "DELETE FROM drafts",
		"DELETE FROM dismissals", "UPDATE steps SET draft = 'd1'", "DELETE FROM steps",
		"UPDATE keys SET person = 'p2'", "DELETE FROM keys", "UPDATE signatures SET record = x'00'", "DELETE FROM signatures",
		"INSERT OR REPLACE INTO texts SELECT hash, x'00' FROM texts",
	} {
		_, err := db.Exec("PRAGMA recursive_triggers = ON; " + statement)
		var e sqlite3.Error
		if !errors.As(err, &e) || e.ExtendedCode != sqlite3.ErrConstraintTrigger {
			t.Errorf("%s: %v, want a trigger to forbid it", statement, err)
		}
	}
}

func TestEveryTableIsGuardedByChecksums(t *testing.T) {
	for table, reading := range map[string]func(review.Tx) error{
		"people":     func(tx review.Tx) error { _, err := tx.People().Get("p1"); return err },
		"series":     func(tx review.Tx) error { _, err := tx.Series().List(); return err },
		"drafts":     func(tx review.Tx) error { _, err := tx.Drafts().List(review.DraftFilter{}); return err },
		"revisions":  func(tx review.Tx) error { _, err := tx.Revisions().List("d1"); return err },
		"workings":   func(tx review.Tx) error { _, err := tx.Workings().Get("d1", "p1"); return err },
		"signoffs":   func(tx review.Tx) error { _, err := tx.SignOffs().List("d1"); return err },
		"falls":      func(tx review.Tx) error { _, err := tx.SignOffs().List("d1"); return err },
		"demands":    func(tx review.Tx) error { _, err := tx.Demands().List("d1"); return err },
		"comments":   func(tx review.Tx) error { _, err := tx.Comments().List("d1"); return err },
		"decisions":  func(tx review.Tx) error { _, err := tx.Decisions().List("d1"); return err },
		"looks":      func(tx review.Tx) error { _, err := tx.Looks().Get("d1", "p1"); return err },
		"ledger":     func(tx review.Tx) error { _, err := tx.Ledger().List("s1"); return err },
		"items":      func(tx review.Tx) error { _, err := tx.Items().List(); return err },
		"dismissals": func(tx review.Tx) error { _, err := tx.Dismissals().List("s1"); return err },
		"tallies":    func(tx review.Tx) error { _, err := tx.Tallies().List("s1"); return err },
		"steps":      func(tx review.Tx) error { _, err := tx.Steps().List("d1"); return err },
		"events":     func(tx review.Tx) error { _, err := tx.Events().Last(); return err },
	} {
		t.Run(table, func(t *testing.T) {
			s, db := full(t)
			dropTriggers(t, db)
			damage(t, db, "UPDATE "+table+" SET record = CAST(replace(replace(replace(replace(CAST(record AS TEXT), '原', '改'), '\"revision\":1', '\"revision\":2'), '\"shown\":1', '\"shown\":2'), 'changed', 'returned') AS BLOB)")
			if err := s.View(context.Background(), reading); !errors.Is(err, review.ErrDamaged) {
				t.Errorf("reading = %v, want %v", err, review.ErrDamaged)
			}
			found := findings(t, s, relational.CodeRow)
			if len(found) != 1 || found[0].Args["table"] != table {
				t.Errorf("Check = %v, want one row of %s", found, table)
			}
		})
	}
}

func dropTriggers(t *testing.T, db *sql.DB) {
	t.Helper()
	for _, name := range []string{"texts_update", "revisions_update", "events_update", "signoffs_update", "falls_update", "ledger_update", "steps_update"} {
		damage(t, db, "DROP TRIGGER "+name)
	}
}

func damage(t *testing.T, db *sql.DB, statement string) {
	t.Helper()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// findings returns what Check finds with this code.
func findings(t *testing.T, s *sqlite.Store, code string) []review.Finding {
	t.Helper()
	all, err := s.Check(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	var found []review.Finding
	for _, f := range all {
		if f.Code == code {
			found = append(found, f)
		}
	}
	return found
}

func TestADamagedTextIsNeverShown(t *testing.T) {
	s, db := full(t)
	dropTriggers(t, db)
	damage(t, db, "UPDATE texts SET body = CAST(replace(CAST(body AS TEXT), '原', '改') AS BLOB)")
	err := s.View(context.Background(), func(tx review.Tx) error {
		rev, err := tx.Revisions().Get("d1", 1)
		if len(rev.Text.Articles) > 0 {
			t.Errorf("damaged text came back: %+v", rev.Text)
		}
		return err
	})
	if !errors.Is(err, review.ErrDamaged) {
		t.Errorf("Get = %v", err)
	}
	if found := findings(t, s, relational.CodeText); len(found) != 1 {
		t.Errorf("Check = %v", found)
	}
}

func TestAColumnThatContradictsItsRecord(t *testing.T) {
	s, db := full(t)
	damage(t, db, "UPDATE drafts SET state = 'issued'")
	err := s.View(context.Background(), func(tx review.Tx) error {
		_, err := tx.Drafts().List(review.DraftFilter{States: []review.State{review.Issued}})
		return err
	})
	if !errors.Is(err, review.ErrDamaged) {
		t.Errorf("List = %v", err)
	}
}

func TestCheckFinds(t *testing.T) {
	for code, statement := range map[string]string{
		sqlite.CodeSchema:     "DROP TRIGGER texts_delete",
		sqlite.CodeForeignKey: "PRAGMA foreign_keys = OFF; DROP TRIGGER texts_delete; DELETE FROM texts",
		sqlite.CodeIntegrity:  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'events_draft') WHERE name = 'decisions_draft'",
	} {
		t.Run(code, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "x.db")
			closed(t, path)
			db, err := sql.Open("sqlite3", path)
			if err != nil {
				t.Fatal(err)
			}
			damage(t, db, statement)
			if err := db.Close(); err != nil {
				t.Fatal(err)
			}
			if found := findings(t, open(t, path), code); len(found) == 0 {
				t.Errorf("Check did not find %s", code)
			}
		})
	}
}

func TestBusy(t *testing.T) {
	s, db := full(t)
	db.SetMaxOpenConns(1)
	damage(t, db, "BEGIN IMMEDIATE")
	defer db.Exec("ROLLBACK")
	read(t, s, func(tx review.Tx) error { // readers do not wait for a writer
		_, err := tx.Drafts().Get("d1")
		return err
	})
	if testing.Short() {
		t.Skip("waiting for a lock takes five seconds")
	}
	err := s.Atomically(context.Background(), func(review.Tx) error { return nil })
	if !errors.Is(err, review.ErrBusy) {
		t.Errorf("Atomically = %v, want %v", err, review.ErrBusy)
	}
}

func TestOneDamagedDraftDoesNotHideTheOthers(t *testing.T) {
	s, db := full(t)
	write(t, s, func(tx review.Tx) error { return tx.Drafts().Add(review.Draft{ID: "d2", State: review.Drafting}) })
	if _, err := db.Exec(`UPDATE drafts SET state = 'final' WHERE id = 'd1'`); err != nil {
		t.Fatal(err)
	}
	err := s.View(t.Context(), func(tx review.Tx) error {
		list, err := tx.Drafts().List(review.DraftFilter{})
		if !errors.Is(err, review.ErrDamaged) || len(list) != 1 || list[0].ID != "d2" {
			t.Errorf("got %v, %v; want the sound draft and ErrDamaged", list, err)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
