package move_test

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage"
	"jianbao/storage/move"
	"jianbao/storage/postgres/pgtest"
)

// issues is how many an office has after twenty years.
const issues = 5000

// BenchmarkMove copies an office of 5,000 issues, of four revisions of some 2,000
// characters each, to a server and back.
func BenchmarkMove(b *testing.B) {
	from, err := storage.Open(b.Context(), filepath.Join(b.TempDir(), "from.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { from.Close() })
	fill(b, from)
	b.Run("there", func(b *testing.B) {
		for b.Loop() {

			measure(b, from, pgtest.DSN(b))
		}
	})
	b.Run("back", func(b *testing.B) {
		server := pgtest.DSN(b)
		filled := measure(b, from, server)
		b.ResetTimer()
		for b.Loop() {
			measure(b, filled, filepath.Join(b.TempDir(), "back.db"))
		}
	})
}

// measure moves once and reports each stage.
func measure(b *testing.B, from review.Store, name string) review.Store {
	b.Helper()
	to, err := storage.Open(b.Context(), name)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { to.Close() })
	began, took := time.Now(), map[move.Stage]time.Duration{}
	r, err := job(from, to, func(p move.Progress) {
		took[p.Stage] += time.Since(began)
		began = time.Now()
	}).Run(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	for stage, d := range took {
		b.ReportMetric(d.Seconds(), string(stage)+"-s")
	}
	b.ReportMetric(float64(r.Rows), "rows")
	return to
}

// fill writes issues with revisions, comments and the events of them.
func fill(b *testing.B, s review.Store) {
	b.Helper()
	var last review.Event
	for at := 0; at < issues; at += 500 {
		err := s.Atomically(b.Context(), func(tx review.Tx) (err error) {
			for n := at; n < at+500 && err == nil; n++ {
				last, err = fillIssue(tx, n, last)
			}
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

func fillIssue(tx review.Tx, n int, last review.Event) (review.Event, error) {
	id, at := review.DraftID(fmt.Sprintf("d%05d", n)), time.UnixMilli(1e12+int64(n))
	err := tx.Drafts().Add(review.Draft{ID: id, Series: "s", State: review.Drafting, Head: 4, Heading: "街巷整治", Updated: at})
	for seq := 1; seq <= 4; seq++ {
		text := doc.New()
		text.Articles[0].Title = fmt.Sprintf("第%d期第%d稿", n, seq)
		text.Articles[0].Body = []doc.Paragraph{{ID: "p", Text: strings.Repeat("会议指出，今年整治提升街巷，要夯实基础。", 100)}}
		rev, err1 := review.NewRevision(review.RevisionInfo{Draft: id, Seq: seq, Author: "p1", At: at, Stage: "责编"}, text)
		err = errors.Join(err, err1, tx.Revisions().Add(rev), tx.Looks().Put(id, "p1", seq),
			tx.Comments().Add(review.Comment{ID: review.CommentID(fmt.Sprint(seq)), Draft: id}))
		for range 3 {
			last = review.Event{Draft: id, Action: review.ActEdit, At: at}.Seal(last)
			err = errors.Join(err, tx.Events().Add(last))
		}
	}
	return last, err
}
