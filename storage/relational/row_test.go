package relational_test

import (
	"errors"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/relational"
	"jianbao/storage/sqlite"
)

// odd are ids that a column of a server does not hold as they are.
var odd = []review.DraftID{"d1", "前\x00后", "\x01sha256:d1", review.DraftID(strings.Repeat("简报", 200)), "z"}

func fill(t *testing.T, s review.Store) {
	t.Helper()
	err := s.Atomically(t.Context(), func(tx review.Tx) error {
		for _, id := range odd {
			b := doc.New()
			b.Articles[0].Title = string(id)
			rev, err := review.NewRevision(review.RevisionInfo{Draft: id, Seq: 1}, b)
			last, err1 := tx.Events().Last()
			if err := errors.Join(err, err1,
				tx.Drafts().Add(review.Draft{ID: id}), tx.Revisions().Add(rev),
				tx.SignOffs().Add(review.SignOff{ID: "x1", Draft: id}),
				tx.SignOffs().Fell(review.SignOff{ID: "x1", Draft: id, Fell: review.FellByReturn}),
				tx.Items().Put(review.Item{ID: review.ItemID(id)}),
				tx.Events().Add(review.Event{Draft: id}.Seal(last))); err != nil {
				return err
			}
		}
		return tx.Items().Delete("d1") // so that numbers have a gap
	})
	if err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T) review.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), t.TempDir()+"/x.db")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// rowsOf reads a table by pages of two.
func rowsOf(t *testing.T, s review.Store, table relational.Table) (all []relational.Row) {
	t.Helper()
	err := s.View(t.Context(), func(tx review.Tx) error {
		raw := tx.(*relational.Tx)
		var after []any
		for {
			page, err := raw.Rows(table, after, 2)
			if err != nil || len(page) == 0 {
				return err
			}
			all = append(all, page...)
			after = page[len(page)-1].Key
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// carry writes every row of one store into another and returns how many were new.
func carry(t *testing.T, from, to review.Store) (added int) {
	t.Helper()
	return carryTables(t, from, to, relational.Tables())
}

func carryTables(t *testing.T, from, to review.Store, tables []relational.Table) (added int) {
	t.Helper()
	for _, table := range tables {
		rows := rowsOf(t, from, table)
		err := to.Atomically(t.Context(), func(tx review.Tx) error {
			for _, row := range rows {
				did, err := tx.(*relational.Tx).PutRow(table, row)
				if err != nil {
					return err
				}
				if did {
					added++
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return added
}

// TestRowsGoFromOneEngineToAnother carries a database to a server and back, and
// once more to see that what is there is left alone.
func TestRowsGoFromOneEngineToAnother(t *testing.T) {
	here, there, back := open(t), newServer(t), open(t)
	fill(t, here)
	want := len(odd)*7 - 1
	if n := carry(t, here, there); n != want {
		t.Errorf("%d rows went there, want %d", n, want)
	}
	if n := carry(t, there, back); n != want {
		t.Errorf("%d rows came back, want %d", n, want)
	}
	if n := carry(t, here, there); n != 0 {
		t.Errorf("%d rows were written twice", n)
	}
	for _, table := range relational.Tables() {
		if got, want := rowsOf(t, back, table), rowsOf(t, here, table); !reflect.DeepEqual(got, want) {
			t.Errorf("table %s: %v\nwant %v", table.Name, got, want)
		}
		sameByKey(t, table, here, there)
	}
	if found, err := there.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("Check = %v, %v", found, err)
	}
}

// sameByKey finds every row of one store in another, where the order may differ.
func sameByKey(t *testing.T, table relational.Table, from, to review.Store) {
	t.Helper()
	rows := rowsOf(t, from, table)
	err := to.View(t.Context(), func(tx review.Tx) error {
		raw := tx.(*relational.Tx)
		for _, row := range rows {
			got, err := raw.Row(table, row.Key)
			if err != nil || !reflect.DeepEqual(got, row) {
				t.Errorf("table %s: Row = %v, %v; want %v", table.Name, got, err, row)
			}
		}
		n, err := raw.Count(table)
		if int(n) != len(rows) {
			t.Errorf("table %s: Count = %d of %d", table.Name, n, len(rows))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestCheckFindsWhatBelongsToNoDraft carries everything but the drafts.
func TestCheckFindsWhatBelongsToNoDraft(t *testing.T) {
	from, to := open(t), newServer(t)
	fill(t, from)
	tables := relational.Tables()
	carryTables(t, from, to, slices.DeleteFunc(tables, func(t relational.Table) bool { return t.Name == "drafts" }))
	found, err := to.Check(t.Context())
	var got []string
	for _, f := range found {
		if f.Code == relational.CodeOrphan && f.Args["count"] == strconv.Itoa(len(odd)) {
			got = append(got, f.Args["table"])
		}
	}
	if want := []string{"revisions", "signoffs", "falls"}; err != nil || len(found) != len(got) || !slices.Equal(got, want) {
		t.Errorf("Check = %v, %v; want %v", found, err, want)
	}
}

func TestARowThatNoTableHeldIsRefused(t *testing.T) {
	s := open(t)
	fill(t, s)
	tables := relational.Tables()
	named := func(name string) relational.Table {
		return tables[slices.IndexFunc(tables, func(t relational.Table) bool { return t.Name == name })]
	}
	text, event := rowsOf(t, s, named("texts"))[0], rowsOf(t, s, named("events"))[0]
	for name, c := range map[string]struct {
		table string
		row   relational.Row
	}{
		"another text":        {"texts", relational.Row{Key: text.Key, Record: append([]byte(" "), text.Record...)}},
		"another key":         {"events", relational.Row{Key: []any{int64(9)}, Record: event.Record}},
		"another noun":        {"events", relational.Row{Key: event.Key, Record: text.Record}},
		"a number that is no": {"items", relational.Row{Key: []any{"1"}, Record: rowsOf(t, s, named("items"))[0].Record}},
	} {
		err := s.Atomically(t.Context(), func(tx review.Tx) error {
			_, err := tx.(*relational.Tx).PutRow(named(c.table), c.row)
			return err
		})
		if !errors.Is(err, review.ErrDamaged) {
			t.Errorf("%s: PutRow = %v, want %v", name, err, review.ErrDamaged)
		}
	}
	err := s.View(t.Context(), func(tx review.Tx) error {
		_, err := tx.(*relational.Tx).Row(named("events"), []any{int64(99)})
		return err
	})
	if !errors.Is(err, review.ErrNotFound) {
		t.Errorf("Row = %v, want %v", err, review.ErrNotFound)
	}
}
