package storage_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/find"
	"jianbao/storage"
	"jianbao/storage/postgres/pgtest"
)

// TestTheIndexCatchesUpWithOtherPrograms writes by one program what another
// finds, which has an index of its own or the same one.
func TestTheIndexCatchesUpWithOtherPrograms(t *testing.T) {
	file := filepath.Join(t.TempDir(), "desk.db")
	t.Run("file", func(t *testing.T) { catchUp(t, file) })
	t.Run("server", func(t *testing.T) {
		dsn := pgtest.DSN(t)
		t.Setenv("XDG_CACHE_HOME", t.TempDir())
		catchUp(t, dsn)
		indexes, err := filepath.Glob(filepath.Join(os.Getenv("XDG_CACHE_HOME"), "jianbao", "*.search"))
		if err != nil || len(indexes) != 1 {
			t.Errorf("%d indexes, %v", len(indexes), err)
		}
	})
}

func catchUp(t *testing.T, name string) {
	mine, theirs := opened(t, name), opened(t, name)
	finder, other := storage.Finder(mine, name), storage.Finder(theirs, name)
	t.Cleanup(func() { finder.Close() })
	t.Cleanup(func() { other.Close() })
	last := review.Event{}
	for i, text := range []string{"街巷整治", "供热改造", "隐患排查"} {
		finds(t, finder, text, 0)
		last = add(t, theirs, review.DraftID(text), last, text)
		finds(t, finder, text, 1)
		finds(t, other, text, 1)
		finds(t, finder, "工作", i+1)
	}
	if found, err := finder.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("%v, %v", found, err)
	}
}

func opened(t *testing.T, name string) review.Store {
	t.Helper()
	s, err := storage.Open(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// add writes a draft of one sentence, and the event that says so.
func add(t *testing.T, s review.Store, id review.DraftID, last review.Event, text string) review.Event {
	t.Helper()
	d := review.Draft{ID: id, Series: "s", State: review.Drafting, Head: 1}
	b := doc.Bulletin{Articles: []doc.Article{{ID: "a", Title: text, Body: []doc.Paragraph{{ID: "p", Text: text + "工作。"}}}}}
	rev, err := review.NewRevision(review.RevisionInfo{Draft: id, Seq: 1, Author: "p1", At: time.UnixMilli(1e12)}, b)
	if err != nil {
		t.Fatal(err)
	}
	last = review.Event{Draft: id, Action: review.ActEdit, At: time.UnixMilli(1e12)}.Seal(last)
	err = s.Atomically(t.Context(), func(tx review.Tx) error {
		for _, step := range []func() error{
			func() error { return tx.Drafts().Add(d) },
			func() error { return tx.Revisions().Add(rev) },
			func() error { return tx.Events().Add(last) },
		} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return last
}

func finds(t *testing.T, f find.Finder, term string, want int) {
	t.Helper()
	found, err := f.Find(t.Context(), find.Query{Terms: find.Terms(term)})
	if err != nil || len(found.Hits) != want {
		t.Errorf("%s: %d hits, %v; want %d", term, len(found.Hits), err, want)
	}
}
