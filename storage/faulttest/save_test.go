package faulttest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

const (
	draftID  review.DraftID  = "d1"
	personID review.PersonID = "p1"
)

// textOf is the text of the seq-th revision: from a few characters to some
// twenty thousand, known to whoever knows the number.
func textOf(seq int) doc.Bulletin {
	const article = "a"
	b := doc.Bulletin{Articles: []doc.Article{{ID: article, Title: fmt.Sprintf("第%d稿", seq)}}}
	for i := range 1 + seq%7 {
		text := fmt.Sprintf("%d.%d", seq, i) + strings.Repeat("情况简报", seq*37%800)
		b.Articles[0].Body = append(b.Articles[0].Body, doc.Paragraph{ID: doc.ParagraphID(fmt.Sprint("p", i)), Text: text})
	}
	return b
}

func revisionOf(seq int) (review.Revision, error) {
	return review.NewRevision(review.RevisionInfo{Draft: draftID, Seq: seq, Parent: seq - 1, Author: personID,
		At: time.UnixMilli(int64(seq)).UTC(), Cause: review.CauseSave}, textOf(seq))
}

// save writes the draft's next revision, its record and an event.
func save(tx review.Tx) (review.Revision, error) {
	d, err := tx.Drafts().Get(draftID)
	if errors.Is(err, review.ErrNotFound) {
		err = tx.Drafts().Add(review.Draft{ID: draftID})
	}
	if err != nil {
		return review.Revision{}, err
	}
	d.ID = draftID
	d.Head++
	rev, err := revisionOf(d.Head)
	if err != nil {
		return rev, err
	}
	last, err := tx.Events().Last()
	return rev, errors.Join(err, tx.Revisions().Add(rev), tx.Drafts().Update(d),
		tx.Events().Add(review.Event{Draft: draftID, Action: review.ActEdit}.Seal(last)))
}

// saveOnce commits a save and returns what was saved.
func saveOnce(ctx context.Context, s review.Store) (rev review.Revision, err error) {
	err = s.Atomically(ctx, func(tx review.Tx) error {
		rev, err = save(tx)
		return err
	})
	return rev, err
}

// autosaveOnce commits an unsaved copy with the text of a revision.
func autosaveOnce(ctx context.Context, s review.Store, seq int) error {
	return s.Atomically(ctx, func(tx review.Tx) error {
		return tx.Workings().Put(review.Working{Draft: draftID, Person: personID, Base: seq, Text: textOf(seq)})
	})
}

// saveForever saves until it is killed, and says so after every commit.
func saveForever(ctx context.Context, s review.Store) error {
	for {
		rev, err := saveOnce(ctx, s)
		if err != nil {
			return err
		}
		fmt.Println("saved", rev.Seq, rev.Hash)
		if err := autosaveOnce(ctx, s, rev.Seq); err != nil {
			return err
		}
		fmt.Println("autosaved", rev.Seq, rev.Hash)
	}
}
