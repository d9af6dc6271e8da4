//go:build team

package teamtest

import (
	"context"
	"fmt"
	"strings"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// active is how many of the issues of a long-lived office are being worked on.
const active = 60

// batch is how many issues are entered in one transaction.
const batch = 100

// past is an office of many years, entered as it would be after them.
type past struct {
	series review.Series
	people []review.Person
	issues int
	last   review.Event
}

// longPage is the text of an issue of some 3,000 characters.
func longPage(issue, revision int) doc.Bulletin {
	b := page("")
	b.Articles[0].Title, b.Articles[0].Body = fmt.Sprintf("街巷整治第%d次动员会召开", issue), nil
	for i := range 10 {
		words := strings.Repeat("会议指出，今年整治提升街巷，要夯实基础。", 15)
		if i%4 == 0 {
			words += fmt.Sprintf("第%d稿，完成%d处。", revision, issue+i)
		}
		b.Articles[0].Body = append(b.Articles[0].Body, doc.Paragraph{ID: doc.ParagraphID(fmt.Sprintf("p%d", i)), Text: words})
	}
	return b
}

// fill enters so many issues, of which the last are being worked on.
func fill(ctx context.Context, store review.Store, o *office, issues int) (*past, error) {
	p := &past{issues: issues}
	err := store.View(ctx, func(tx review.Tx) (err error) {
		if p.series, err = tx.Series().Get(o.series); err == nil {
			p.people, err = tx.People().List()
		}
		return err
	})
	for first := 0; err == nil && first < issues; first += batch {
		err = store.Atomically(ctx, func(tx review.Tx) error { return p.enter(tx, first, min(first+batch, issues)) })
	}
	return p, err
}

func (p *past) enter(tx review.Tx, from, to int) (err error) {
	if p.last, err = tx.Events().Last(); err != nil {
		return err
	}
	for i := from; i < to && err == nil; i++ {
		err = p.issue(tx, i)
	}
	return err
}

// draft is the nth issue; one in four of those that are being worked on waits for
// its first signature.
func (p *past) draft(n int) review.Draft {
	at := time.Date(2001+n/200, 1, 2, 9, n%200, 0, 0, time.UTC)
	d := review.Draft{ID: review.DraftID(fmt.Sprintf("issue%05d", n)), Series: p.series.ID, Head: 1 + n%3, Drafter: p.people[n%len(p.people)].ID,
		Created: at, Updated: at, State: review.Archived, Step: len(p.series.Template.Chain)}
	switch older := n < p.issues-active; {
	case older:
		d.Number = doc.Number{Year: at.Year(), Issue: n%200 + 1, Total: n + 1}
	case n%4 == 0:
		d.State, d.Step = review.Reviewing, 0
	default:
		d.State, d.Step = review.Drafting, 0
	}
	return d
}

// roles gives everybody the one hand that the issue he works on waits for.
func (p *past) roles(ctx context.Context, desk *review.Desk) error {
	for n, person := range p.people {
		d := p.draft(p.issues - 1 - n)
		if err := desk.ChangePerson(ctx, person.ID, []review.Role{d.Waiting(p.series)}, false); err != nil {
			return err
		}
	}
	return nil
}

func (p *past) issue(tx review.Tx, n int) error {
	d := p.draft(n)
	var head review.Revision
	var revisions []review.Revision
	for seq := 1; seq <= d.Head; seq++ {
		var err error
		head, err = review.NewRevision(review.RevisionInfo{Draft: d.ID, Seq: seq, Parent: seq - 1, Author: d.Drafter, At: d.Updated,
			Stage: review.RoleDrafter, Cause: review.CauseSave}, longPage(n, seq))
		if err != nil {
			return err
		}
		revisions = append(revisions, head)
	}
	d.Heading = head.Text.Heading()
	if err := tx.Drafts().Add(d); err != nil {
		return err
	}
	for _, r := range revisions {
		if err := tx.Revisions().Add(r); err != nil {
			return err
		}
	}
	if err := p.event(tx, d, review.ActCreate); err != nil || d.State != review.Archived {
		return err
	}
	return p.signed(tx, d, head)
}

// signed adds what there is of an issue that was signed and archived.
func (p *past) signed(tx review.Tx, d review.Draft, head review.Revision) error {
	for step, role := range p.series.Template.Chain {
		err := tx.SignOffs().Add(review.SignOff{ID: review.SignOffID(fmt.Sprintf("%s-%d", d.ID, step)), Draft: d.ID, Step: step, Role: review.Role(role),
			Person: p.people[step].ID, Name: p.people[step].Name, Revision: head.Seq, TextHash: head.TextHash, At: d.Updated})
		if err != nil {
			return err
		}
	}
	err := tx.Ledger().Add(review.Entry{Series: p.series.ID, Number: d.Number, Kind: review.EntryIssue, Draft: d.ID, By: d.Drafter,
		At: d.Updated, Date: head.Text.Masthead.Date, Title: d.Heading})
	if err != nil {
		return err
	}
	return p.event(tx, d, review.ActArchive)
}

func (p *past) event(tx review.Tx, d review.Draft, a review.Action) error {
	p.last = review.Event{At: d.Updated, Actor: d.Drafter, Draft: d.ID, Action: a}.Seal(p.last)
	return tx.Events().Add(p.last)
}
