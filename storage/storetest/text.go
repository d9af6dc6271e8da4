package storetest

import (
	"errors"
	"strings"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

// texts are strings that some store or driver is known to mistreat.
var texts = map[string]string{
	"empty":      "",
	"astral":     "𠮷野家𡃁👩‍👩‍👧\U0010FFFF",
	"nul":        "前\x00后",
	"quotes":     `'); DROP TABLE drafts; -- " \ %s ? $1 :a @b`,
	"controls":   "\a\b\t\v\f\x7f\u0085\u2028\u2029\ufeff",
	"combining":  "e\u0301 é ﬁ Å",
	"html":       "<b>&amp;</b>",
	"lookalike":  `\u0000 \ufffd ` + "\ufffd",
	"spaces":     "\u3000 \u00a0 x  ",
	"noncharact": "\ufffe\uffff",
	"long":       strings.Repeat("情况简报𠮷", 60_000), // 300,000 characters
}

// testText stores each text in every string that people can fill.
func testText(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	seq := 0
	for name, text := range texts {
		seq++
		t.Run(name, func(t *testing.T) {
			id := review.DraftID("d" + text)
			revision := revisionOf(t, "d1", seq, bulletin(text, text))
			working := review.Working{Draft: "d1", Person: review.PersonID(text), Text: bulletin(text)}
			demand := review.Demand{ID: text, Draft: "d1", N: seq, Text: text, Reason: text, Anchor: doc.Anchor{Quote: text}}
			draft := draftOf(id)
			draft.Heading, draft.Label, draft.Series = text, text, review.SeriesID(text)
			write(t, s, func(tx review.Tx) error {
				return errors.Join(tx.Drafts().Add(draft), tx.Revisions().Add(revision), tx.Workings().Put(working), tx.Demands().Add(demand))
			})
			read(t, s, func(tx review.Tx) error {
				gotDraft, err1 := tx.Drafts().Get(id)
				same(t, gotDraft, draft)
				gotRevision, err2 := tx.Revisions().Get("d1", seq)
				sameText(t, gotRevision.Text, revision.Text)
				gotWorking, err3 := tx.Workings().Get("d1", review.PersonID(text))
				sameText(t, gotWorking.Text, working.Text)
				demands, err4 := tx.Demands().List("d1")
				same(t, demands[len(demands)-1], demand)
				return errors.Join(err1, err2, err3, err4)
			})
		})
	}
}

// testInvalidText offers what JSON would replace without a word.
func testInvalidText(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	const bad = "半\xe4\xbd"
	for name, f := range map[string]func(review.Tx) error{
		"string": func(tx review.Tx) error { return tx.Comments().Add(review.Comment{ID: "c", Draft: "d1", Text: bad}) },
		"slice":  func(tx review.Tx) error { return tx.People().Put(review.Person{ID: "p", Roles: []review.Role{bad}}) },
		"nested": func(tx review.Tx) error {
			return tx.Demands().Add(review.Demand{Draft: "d1", Anchor: doc.Anchor{Quote: bad}})
		},
		"working": func(tx review.Tx) error { return tx.Workings().Put(review.Working{Draft: "d1", Text: bulletin(bad)}) },
		"map": func(tx review.Tx) error {
			return tx.Events().Add(review.Event{Detail: map[string]string{"k": bad}}.Seal(review.Event{}))
		},
	} {
		t.Run(name, func(t *testing.T) { refused(t, s, doc.ErrFormat, f) })
	}
}

// testAlias changes what was given to the store, and what it gave.
func testAlias(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	person := review.Person{ID: "p1", Roles: []review.Role{"责编"}}
	rev := revisionOf(t, "d1", 1, bulletin("原文"))
	event := review.Event{Detail: map[string]string{"k": "原"}}.Seal(review.Event{})
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.People().Put(person), tx.Revisions().Add(rev), tx.Events().Add(event))
	})
	for range 2 { // first what was given is changed, then what was got
		person.Roles[0], event.Detail["k"] = "核稿", "改"
		rev.Text.Articles[0].Body[0].Text = "改"
		read(t, s, func(tx review.Tx) (err error) {
			var err1, err2, err3 error
			person, err1 = tx.People().Get("p1")
			event, err2 = tx.Events().Last()
			rev, err3 = tx.Revisions().Get("d1", 1)
			return errors.Join(err1, err2, err3)
		})
		same(t, []string{string(person.Roles[0]), event.Detail["k"], rev.Text.Articles[0].Body[0].Text}, []string{"责编", "原", "原文"})
	}
}
