package faulttest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage"
)

// outcome is what came of flipping one byte.
type outcome int

const (
	harmless outcome = iota // everything reads as it was written
	refused                 // the store does not open
	reported                // a read or Check says that it is damaged
	silent                  // something reads otherwise, and nothing says so
)

// TestFlip flips single bytes of a closed database. Whatever then reads
// otherwise must be reported; a text must not even read otherwise.
func TestFlip(t *testing.T) {
	flips, random := times(t, "JIANBAO_FLIPS", 100), chance(t)
	sound, want := soundDatabase(t)
	path := filepath.Join(t.TempDir(), "flipped.db")
	var count [4]int
	for range flips {
		at, mask := random.IntN(len(sound)), byte(1+random.IntN(255))
		data := bytes.Clone(sound)
		data[at] ^= mask
		result := outcomeOf(t, path, data, want)
		count[result]++
		if result == silent {
			t.Errorf("byte %d (page %d) ^ %#x went unseen", at, at/4096+1, mask)
		}
	}
	t.Logf("flips %d: harmless %d, not opened %d, reported %d, silent %d", flips, count[harmless], count[refused], count[reported], count[silent])
}

// soundDatabase returns the bytes of a database with rows in every table, and
// everything that can be read from it.
func soundDatabase(t *testing.T) ([]byte, map[string]string) {
	t.Helper()
	ctx, path := context.Background(), filepath.Join(t.TempDir(), "sound.db")
	s := open(t, path)
	for range 12 {
		if _, err := saveOnce(ctx, s); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(autosaveOnce(ctx, s, 12), s.Atomically(ctx, fill)); err != nil {
		t.Fatal(err)
	}
	want := everything(s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data, want
}

// fill writes several rows into every table that saving does not write.
func fill(tx review.Tx) error {
	var err error
	for i := range 8 {
		id, text := fmt.Sprint("id", i), strings.Repeat("说明", 20*i)
		err = errors.Join(err,
			tx.People().Put(review.Person{ID: review.PersonID(id), Name: text}),
			tx.Series().Put(review.Series{ID: review.SeriesID(id), Name: text}),
			tx.Drafts().Add(review.Draft{ID: review.DraftID(id), Heading: text, State: review.Issued}),
			tx.SignOffs().Add(review.SignOff{ID: review.SignOffID(id), Draft: draftID, Comment: text}),
			tx.Demands().Add(review.Demand{ID: id, Draft: draftID, N: i, Text: text}),
			tx.Comments().Add(review.Comment{ID: review.CommentID(id), Draft: draftID, Text: text}),
			tx.Decisions().Add(review.Decision{Draft: draftID, Change: id, Reason: text}),
			tx.Looks().Put(draftID, review.PersonID(id), i),
			tx.Ledger().Add(review.Entry{Series: "id1", Kind: review.EntryIssue, Draft: review.DraftID(id),
				Number: doc.Number{Year: 2022, Issue: i + 1, Total: 100 + i}}),
			fillMore(tx, i, id, text))
	}
	return err
}

// fillMore writes what came after the first release.
func fillMore(tx review.Tx, i int, id, text string) error {
	person := review.PersonID(id)
	return errors.Join(
		tx.Items().Put(review.Item{ID: review.ItemID(id), Kind: review.ItemForbidden, Name: text}),
		tx.Dismissals().Put(review.Dismissal{ID: review.DismissalID(id), Series: "id1", Draft: draftID, Reason: text}),
		tx.Tallies().Put(review.Tally{Series: "id1", Rule: id, Shown: i}),
		tx.Steps().Add(review.Step{Draft: draftID, Note: text}),
		tx.Keys().Add(review.Key{ID: review.KeyID(id), Person: person, Sealed: []byte(text)}),
		tx.Signatures().Add(review.Signature{SignOff: review.SignOffID(id), Draft: draftID, Message: []byte(text)}),
		tx.Tries().Put(review.Tries{Person: person, Failed: i}),
		tx.Sessions().Put(review.Session{ID: review.SessionID(id), Machine: text}),
		tx.Leases().Put(review.Lease{Draft: draftID, Article: doc.ArticleID(id), Person: person}))
}

func outcomeOf(t *testing.T, path string, data []byte, want map[string]string) outcome {
	t.Helper()
	for _, suffix := range []string{"-wal", "-shm"} {
		if err := os.Remove(path + suffix); err != nil && !errors.Is(err, os.ErrNotExist) {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	s, err := storage.Open(context.Background(), path)
	if err != nil {
		return refused
	}
	defer s.Close() // a damaged file may not close well
	found, err := s.Check(context.Background())
	return judge(everything(s), want, err != nil || len(found) > 0)
}

// judge compares what was read with what was written. Check's report does not
// excuse a text that reads otherwise.
func judge(got, want map[string]string, checked bool) outcome {
	result := harmless
	if checked {
		result = reported
	}
	for name, value := range want {
		switch {
		case got[name] == value:
		case strings.HasPrefix(got[name], failed):
			result = max(result, reported)
		case strings.HasPrefix(name, "text") || !checked:
			return silent
		}
	}
	return result
}

// failed begins the value of what could not be read.
const failed = "failed: "

// everything reads all that a store holds, each thing under a name.
func everything(s review.Store) map[string]string {
	all := map[string]string{}
	note := func(name string, value any, err error) {
		data, _ := json.Marshal(value) // nouns always encode
		all[name] = string(data)
		if err != nil {
			all[name] = failed + err.Error()
		}
	}
	err := s.View(context.Background(), func(tx review.Tx) error {
		readTables(tx, note)
		for seq := range 12 {
			rev, err := tx.Revisions().Get(draftID, seq+1)
			note(fmt.Sprint("text", seq+1), rev, err)
		}
		for i := range 8 {
			seen, err := tx.Looks().Get(draftID, review.PersonID(fmt.Sprint("id", i)))
			note(fmt.Sprint("look", i), seen, err)
		}
		return nil
	})
	note("view", nil, err)
	return all
}

func readTables(tx review.Tx, note func(name string, value any, err error)) {
	people, err := tx.People().List()
	note("people", people, err)
	series, err := tx.Series().List()
	note("series", series, err)
	drafts, err := tx.Drafts().List(review.DraftFilter{})
	note("drafts", drafts, err)
	issued, err := tx.Drafts().List(review.DraftFilter{States: []review.State{review.Issued}})
	note("issued", issued, err)
	revisions, err := tx.Revisions().List(draftID)
	note("revisions", revisions, err)
	workings, err := tx.Workings().List(draftID)
	note("text of the unsaved copy", workings, err)
	signOffs, err := tx.SignOffs().List(draftID)
	note("signoffs", signOffs, err)
	demands, err := tx.Demands().List(draftID)
	note("demands", demands, err)
	comments, err := tx.Comments().List(draftID)
	note("comments", comments, err)
	decisions, err := tx.Decisions().List(draftID)
	note("decisions", decisions, err)
	ledger, err := tx.Ledger().List("id1")
	note("ledger", ledger, err)
	events, err := tx.Events().List("")
	note("events", events, err)
	readMore(tx, note)
}

func readMore(tx review.Tx, note func(name string, value any, err error)) {
	sessions, err := tx.Sessions().List()
	note("sessions", sessions, err)
	leases, err := tx.Leases().List("")
	note("leases", leases, err)
	items, err := tx.Items().List()
	note("items", items, err)
	dismissals, err := tx.Dismissals().List("id1")
	note("dismissals", dismissals, err)
	tallies, err := tx.Tallies().List("id1")
	note("tallies", tallies, err)
	steps, err := tx.Steps().List(draftID)
	note("steps", steps, err)
	keys, err := tx.Keys().List("")
	note("keys", keys, err)
	signatures, err := tx.Signatures().List("")
	note("signatures", signatures, err)
	for i := range 8 {
		tries, err := tx.Tries().Get(review.PersonID(fmt.Sprint("id", i)))
		note(fmt.Sprint("tries", i), tries, err)
	}
}
