// Package storetest owns what every review.Store must do: one suite, run by the
// tests of each store. It does not know how any of them does it.
package storetest

import (
	"context"
	"errors"
	"reflect"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// Open returns a new, empty store that is closed when the test ends.
type Open func(t *testing.T) review.Store

// Run runs the suite.
func Run(t *testing.T, open Open) {
	for name, test := range map[string]func(*testing.T, review.Store){
		"Person": testPerson, "Series": testSeries,
		"Draft": testDraft, "DraftList": testDraftList, "DraftVersion": testDraftVersion,
		"Revision": testRevision, "RevisionForged": testRevisionForged,
		"Working": testWorking, "SignOff": testSignOff, "Demand": testDemand, "Comment": testComment,
		"Decision": testDecision, "Look": testLook,
		"Item": testItem, "Dismissal": testDismissal, "Tally": testTally, "Step": testStep,
		"Key": testKey, "Signature": testSignature, "Tries": testTries,
		"Session": testSession, "Lease": testLease, "Now": testNow, "Jot": testJot,
		"Ledger": testLedger, "LedgerVoid": testLedgerVoid, "LedgerDeciding": testLedgerDeciding, "Event": testEvent,
		"NothingHalf": testNothingHalf, "Panic": testPanic, "GoesOn": testGoesOn, "ViewWrites": testViewWrites, "Snapshot": testSnapshot,
		"NoDraft": testNoDraft, "Kept": testKept, "Canceled": testCanceled, "Concurrent": testConcurrent,
		"Together": testTogether, "ReadsWhatItWrote": testReadsWhatItWrote,
		"Alias": testAlias, "Text": testText, "InvalidText": testInvalidText, "Check": testCheck,
	} {
		t.Run(name, func(t *testing.T) { test(t, open(t)) })
	}
}

// noon is a moment with nothing below the millisecond, in a zone of its own.
var noon = time.Date(2022, 3, 3, 12, 0, 0, 123_000_000, time.FixedZone("UTC+8", 8*3600))

// late is a moment with nanoseconds, and how stores keep it.
var late, lateKept = noon.Add(456789 * time.Nanosecond), noon.UTC()

func write(t *testing.T, s review.Store, f func(review.Tx) error) {
	t.Helper()
	if err := s.Atomically(context.Background(), f); err != nil {
		t.Fatalf("Atomically: %v", err)
	}
}

func jot(t *testing.T, s review.Store, f func(review.Tx) error) {
	t.Helper()
	if err := s.Jot(context.Background(), f); err != nil {
		t.Fatalf("Jot: %v", err)
	}
}

func read(t *testing.T, s review.Store, f func(review.Tx) error) {
	t.Helper()
	if err := s.View(context.Background(), f); err != nil {
		t.Fatalf("View: %v", err)
	}
}

// refused checks that a transaction fails for the reason want.
func refused(t *testing.T, s review.Store, want error, f func(review.Tx) error) {
	t.Helper()
	if err := s.Atomically(context.Background(), f); !errors.Is(err, want) {
		t.Errorf("error = %v, want %v", err, want)
	}
}

func same[T any](t *testing.T, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

func draftOf(id review.DraftID) review.Draft {
	return review.Draft{ID: id, Series: "s1", State: review.Drafting, Head: 1, Created: noon.UTC(), Updated: noon.UTC()}
}

// withDraft stores drafts for other records to belong to.
func withDraft(t *testing.T, s review.Store, ids ...review.DraftID) {
	t.Helper()
	write(t, s, func(tx review.Tx) error {
		for _, id := range ids {
			if err := tx.Drafts().Add(draftOf(id)); err != nil {
				return err
			}
		}
		return nil
	})
}

func bulletin(paragraphs ...string) doc.Bulletin {
	b := doc.New()
	b.Masthead = doc.Masthead{Title: "工作简报", Label: "增刊", Number: doc.Number{Year: 2022, Issue: 4, Total: 2196},
		Office: "办公室", Date: doc.Date{Year: 2022, Month: 3, Day: 3}}
	b.Imprint = doc.Imprint{Editor: "张三", Checker: "李四", Credits: []doc.Credit{{Label: "签发", Name: "王五"}}, Copies: 50}
	b.Articles[0].Title = "题目\n第二行"
	b.Articles[0].Body = nil
	for _, text := range paragraphs {
		b.Articles[0].Body = append(b.Articles[0].Body, doc.NewParagraph(text))
	}
	return b
}

func revisionOf(t *testing.T, id review.DraftID, seq int, text doc.Bulletin) review.Revision {
	t.Helper()
	rev, err := review.NewRevision(review.RevisionInfo{Draft: id, Seq: seq, Parent: seq - 1, Author: "p1", At: noon.UTC(),
		Round: 1, Stage: "责编", Cause: review.CauseSave, Note: "注"}, text)
	if err != nil {
		t.Fatal(err)
	}
	return rev
}

// sameText compares texts by all that is stored of them.
func sameText(t *testing.T, got, want doc.Bulletin) {
	t.Helper()
	a, err1 := doc.Encode(got)
	b, err2 := doc.Encode(want)
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	if string(a) != string(b) {
		t.Errorf("text of %d bytes came back as other %d bytes", len(b), len(a))
	}
}

func testCheck(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	write(t, s, func(tx review.Tx) error { return tx.Revisions().Add(revisionOf(t, "d1", 1, bulletin("正文"))) })
	found, err := s.Check(context.Background())
	if err != nil || len(found) > 0 {
		t.Errorf("Check of a sound store = %v, %v", found, err)
	}
}
