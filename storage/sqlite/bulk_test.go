package sqlite_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/sqlite"
)

// page is the text of an issue of some 3,000 characters, that says n somewhere.
func page(n int) doc.Bulletin {
	b := doc.New()
	b.Masthead = doc.Masthead{Title: "云州市政务情况简报", Office: "云州市政务信息办公室", Date: doc.Date{Year: 2026, Month: 3, Day: 3}}
	b.Articles[0].Title, b.Articles[0].Body = "街巷整治动员会召开", nil
	for i := range 10 {
		b.Articles[0].Body = append(b.Articles[0].Body, doc.Paragraph{ID: doc.ParagraphID(fmt.Sprintf("paragraph-%04d", i)),
			Text: strings.Repeat("会议指出，今年整治提升街巷，要夯实基础。", 15) + fmt.Sprint(n*(i%2))})
	}
	return b
}

// mostBytes is what 200 revisions of an issue of 3,000 characters may take.
const mostBytes = 3_000_000

func TestTwoHundredRevisionsAreSmall(t *testing.T) {
	path := path(t)
	s, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	write(t, s, func(tx review.Tx) error { return tx.Drafts().Add(review.Draft{ID: "d1"}) })
	empty := size(t, path)
	for seq := range 200 {
		rev, err := review.NewRevision(review.RevisionInfo{Draft: "d1", Seq: seq + 1, Author: "p1", At: time.Now(), Stage: "责编"}, page(seq))
		if err != nil {
			t.Fatal(err)
		}
		write(t, s, func(tx review.Tx) error { return save(tx, rev) })
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	grown := size(t, path) - empty
	t.Logf("200 revisions of 3,000 characters take %.2f MB", float64(grown)/1e6)
	if grown > mostBytes {
		t.Errorf("200 revisions take %d bytes, more than %d", grown, mostBytes)
	}
}

func size(t testing.TB, path string) int64 {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Size()
}

// BenchmarkSaveOverSync is a save, beside what the disk takes to write and sync
// as many bytes.
func BenchmarkSaveOverSync(b *testing.B) {
	s := open(b, path(b))
	write(b, s, func(tx review.Tx) error { return tx.Drafts().Add(review.Draft{ID: "d1"}) })
	file, err := os.Create(filepath.Join(b.TempDir(), "sync"))
	if err != nil {
		b.Fatal(err)
	}
	defer file.Close()
	var saves, syncs []float64
	for seq := 1; b.Loop(); seq++ {
		rev, err := review.NewRevision(review.RevisionInfo{Draft: "d1", Seq: seq}, page(seq))
		if err != nil {
			b.Fatal(err)
		}
		saves = append(saves, took(func() { write(b, s, func(tx review.Tx) error { return save(tx, rev) }) }))
		syncs = append(syncs, took(func() {
			if _, err := file.Write(make([]byte, 64<<10)); err != nil {
				b.Fatal(err)
			}
			if err := file.Sync(); err != nil {
				b.Fatal(err)
			}
		}))
	}
	b.ReportMetric(median(saves), "save-ms")
	b.ReportMetric(median(syncs), "sync-ms")
	b.ReportMetric(median(saves)-median(syncs), "over-ms")
}

// took is how many milliseconds it takes.
func took(f func()) float64 {
	began := time.Now()
	f()
	return float64(time.Since(began).Microseconds()) / 1000
}

func median(all []float64) float64 { return slices.Sorted(slices.Values(all))[len(all)/2] }

// active is how many of 5,000 issues are being worked on.
const active = 60

// BenchmarkDesk reads what the desk shows of an office with 5,000 issues: the
// series, the issues that are being worked on, the newest 40 of them whole, and
// the ledger.
func BenchmarkDesk(b *testing.B) {
	s := open(b, path(b))
	write(b, s, func(tx review.Tx) error { return bureau(tx, 5000) })
	desk := review.NewDesk(s)
	for b.Loop() {
		if err := look(b.Context(), desk); err != nil {
			b.Fatal(err)
		}
	}
}

// bureau is an office that sent out all its issues but the last.
func bureau(tx review.Tx, issues int) error {
	if err := tx.Series().Put(review.Series{ID: "s1", Name: "简报"}); err != nil {
		return err
	}
	var last review.Event
	for i := range issues {
		id := review.DraftID(fmt.Sprintf("d%05d", i))
		rev, err := review.NewRevision(review.RevisionInfo{Draft: id, Seq: 1}, page(i))
		if err != nil {
			return err
		}
		d := review.Draft{ID: id, Series: "s1", State: review.Issued, Heading: "街巷整治动员会召开", Head: 1, Updated: time.UnixMilli(int64(1e12 + i))}
		if i >= issues-active {
			d.State = review.Drafting
		} else {
			d.Number = doc.Number{Year: 2000 + i/200, Issue: i%200 + 1, Total: i + 1}
			if err := tx.Ledger().Add(review.Entry{Series: "s1", Number: d.Number, Kind: review.EntryIssue, Draft: id}); err != nil {
				return err
			}
		}
		if err := tx.Drafts().Add(d); err != nil {
			return err
		}
		if err := tx.Revisions().Add(rev); err != nil {
			return err
		}
		last = review.Event{Draft: id, Action: review.ActCreate, At: d.Updated}.Seal(last)
		if err := tx.Events().Add(last); err != nil {
			return err
		}
	}
	return nil
}

// look does what the desk does.
func look(ctx context.Context, desk *review.Desk) error {
	series, err := desk.AllSeries(ctx)
	if err != nil {
		return err
	}
	drafts, err := desk.List(ctx, review.DraftFilter{Series: "s1", States: []review.State{review.Drafting, review.Reviewing, review.Final, review.Held}})
	if err != nil {
		return err
	}
	if len(drafts) != active {
		return fmt.Errorf("%d drafts", len(drafts))
	}
	for _, d := range drafts[:40] {
		if _, err := desk.Open(ctx, review.Actor{}, d.ID); err != nil {
			return err
		}
	}
	ledger, err := desk.Ledger(ctx, "s1")
	ledger.Check(series[0])
	return err
}
