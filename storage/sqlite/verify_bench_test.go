package sqlite_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
	"jianbao/storage/sqlite"
)

// revisionsPerIssue is how many texts each issue of the archive went through.
const revisionsPerIssue = 20

// BenchmarkVerify checks an archive of JIANBAO_ISSUES issues (250 unless told)
// with 20 revisions of 3,000 characters each: everything read and hashed anew.
func BenchmarkVerify(b *testing.B) {
	issues, err := strconv.Atoi(os.Getenv("JIANBAO_ISSUES"))
	if err != nil {
		issues = 250
	}
	s := archive(b, issues)
	desk := review.NewDesk(s)
	for b.Loop() {
		report, err := desk.Verify(b.Context(), "")
		if err != nil || len(report.Findings) > 0 || report.Revisions != issues*revisionsPerIssue {
			b.Fatalf("Verify = %d revisions, %d findings, %v", report.Revisions, len(report.Findings), err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*issues*revisionsPerIssue), "µs/revision")
}

var filedSeries = review.Series{ID: "s1", Name: "情况简报", Template: template.Template{Chain: []string{"责编", "核稿"}}}

// archive makes a database of issued bulletins, each signed twice and numbered.
func archive(b *testing.B, issues int) *sqlite.Store {
	s := open(b, path(b))
	write(b, s, func(tx review.Tx) error { return tx.Series().Put(filedSeries) })
	for i := 0; i < issues; i += 25 {
		write(b, s, func(tx review.Tx) error {
			for n := i; n < min(i+25, issues); n++ {
				if err := issued(tx, n); err != nil {
					return err
				}
			}
			return nil
		})
	}
	return s
}

// issued writes one issue as the desk would leave it.
func issued(tx review.Tx, n int) error {
	d := review.Draft{ID: review.DraftID(fmt.Sprintf("d%05d", n)), Series: "s1", State: review.Issued, Step: 2,
		Head: revisionsPerIssue, Number: doc.Number{Year: 2026, Issue: n + 1, Total: n + 1}, Updated: time.UnixMilli(int64(n))}
	if err := tx.Drafts().Add(d); err != nil {
		return err
	}
	for seq := 1; seq <= revisionsPerIssue; seq++ {
		if err := revise(tx, d, seq); err != nil {
			return err
		}
	}
	return tx.Ledger().Add(review.Entry{Series: "s1", Kind: review.EntryIssue, Draft: d.ID, Number: d.Number})
}

// revise writes one revision with its event, and the signatures on the last.
func revise(tx review.Tx, d review.Draft, seq int) error {
	text := doc.Bulletin{Masthead: doc.Masthead{Title: "情况简报", Number: d.Number}, Articles: []doc.Article{{ID: "a", Title: fmt.Sprint(d.ID, seq)}}}
	for p := range 15 {
		body := fmt.Sprint(d.ID, ".", seq, ".", p) + strings.Repeat("情况简报编审", 33)
		text.Articles[0].Body = append(text.Articles[0].Body, doc.Paragraph{ID: doc.ParagraphID(fmt.Sprint("p", p)), Text: body})
	}
	rev, err := review.NewRevision(review.RevisionInfo{Draft: d.ID, Seq: seq, Parent: seq - 1, At: time.UnixMilli(int64(seq)), Cause: review.CauseSave}, text)
	if err != nil {
		return err
	}
	if err := tx.Revisions().Add(rev); err != nil {
		return err
	}
	for step := 0; seq == d.Head && step < d.Step; step++ {
		err := tx.SignOffs().Add(review.SignOff{ID: review.SignOffID(fmt.Sprint(step)), Draft: d.ID, Step: step, Revision: seq, TextHash: rev.TextHash})
		if err != nil {
			return err
		}
	}
	last, err := tx.Events().Last()
	if err != nil {
		return err
	}
	return tx.Events().Add(review.Event{Draft: d.ID, Action: review.ActEdit}.Seal(last))
}
