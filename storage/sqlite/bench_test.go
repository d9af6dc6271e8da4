package sqlite_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/sqlite"
)

// BenchmarkSave writes what a save writes: a revision of 2,700 characters, the
// draft's record and an event, in one transaction.
func BenchmarkSave(b *testing.B) {
	s := open(b, path(b))
	write(b, s, func(tx review.Tx) error { return tx.Drafts().Add(review.Draft{ID: "d1"}) })
	seq := 0
	for b.Loop() {
		seq++
		rev := revision(b, seq, fmt.Sprint(seq)+strings.Repeat("情况简报", 675))
		write(b, s, func(tx review.Tx) error { return save(tx, rev) })
	}
}

func save(tx review.Tx, rev review.Revision) error {
	d, err := tx.Drafts().Get(rev.Draft)
	if err != nil {
		return err
	}
	last, err := tx.Events().Last()
	if err != nil {
		return err
	}
	if err := tx.Revisions().Add(rev); err != nil {
		return err
	}
	d.Head = rev.Seq
	if err := tx.Drafts().Update(d); err != nil {
		return err
	}
	return tx.Events().Add(review.Event{Draft: d.ID, Action: review.ActEdit, At: time.Now()}.Seal(last))
}

// BenchmarkList reads the desk of an office with 5,000 issues.
func BenchmarkList(b *testing.B) {
	s := office(b, 5000)
	for b.Loop() {
		requireDrafts(b, s, review.DraftFilter{}, 5000)
	}
}

// BenchmarkListLimit reads the first screen of the same desk.
func BenchmarkListLimit(b *testing.B) {
	s := office(b, 5000)
	for b.Loop() {
		requireDrafts(b, s, review.DraftFilter{Limit: 50}, 50)
	}
}

func BenchmarkOpen(b *testing.B) {
	path := path(b)
	closed(b, path)
	for b.Loop() {
		s, err := sqlite.Open(context.Background(), path)
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}

func office(b *testing.B, drafts int) *sqlite.Store {
	s := open(b, path(b))
	write(b, s, func(tx review.Tx) error {
		for i := range drafts {
			d := review.Draft{ID: review.DraftID(fmt.Sprintf("d%05d", i)), Series: "s1", State: review.Issued,
				Heading: "关于全区精神文明建设有关情况的报告", Head: 7, Number: doc.Number{Year: 2022, Issue: i, Total: i},
				Updated: time.UnixMilli(int64(i * 7919 % drafts))}
			if err := tx.Drafts().Add(d); err != nil {
				return err
			}
		}
		return nil
	})
	return s
}

func requireDrafts(b *testing.B, s *sqlite.Store, f review.DraftFilter, want int) {
	read(b, s, func(tx review.Tx) error {
		found, err := tx.Drafts().List(f)
		if len(found) != want {
			b.Errorf("found %d drafts, want %d", len(found), want)
		}
		return err
	})
}
