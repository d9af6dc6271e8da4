package review

import (
	"context"
	"errors"

	"jianbao/editor/doc"
)

// Outside is what one person wrote outside the program, in a file that came back:
// the text as he left it.
type Outside struct {
	Author PersonID
	Text   doc.Bulletin
	Note   string // where it came from
}

// OutsideRemark is a comment made outside. Its anchor is in the newest of the
// texts that are entered with it.
type OutsideRemark struct {
	Author  PersonID
	Anchor  doc.Anchor
	Text    string
	ReplyTo int // the remark entered with it that it answers, from 1; 0 for none
	Done    bool
}

// EnterFor (代录) makes revisions of what other people wrote outside the program,
// one after the other from revision base, each by its author. The event of each
// names who entered it and for whom. It returns ErrNotFound for an unknown
// author, and is refused like Save for the person who acts.
func (d *Desk) EnterFor(ctx context.Context, who Actor, id DraftID, base int, outside []Outside, remarks []OutsideRemark) (Saved, error) {
	var saved Saved
	after, err := d.on(ctx, ActEdit, who, id, Ask{}, func(w *work) (err error) {
		from := base // what follows may be run again
		saved = Saved{}
		for _, o := range outside {
			if saved, from, err = w.enter(from, o, CauseEntered, saved); err != nil {
				return err
			}
		}
		return w.remarks(remarks)
	})
	saved.File = after
	return saved, err
}

// enter makes one revision, and returns the one that the next is made from.
func (w *work) enter(base int, o Outside, cause Cause, before Saved) (Saved, int, error) {
	if _, err := w.tx.People().Get(o.Author); err != nil {
		return before, base, err
	}
	working, err := w.tx.Workings().Get(w.file.Draft.ID, o.Author)
	if err != nil && !errors.Is(err, ErrNotFound) {
		return before, base, err
	}
	kept := err == nil
	w.hand = o.Author
	defer func() { w.hand = "" }()
	saved, err := w.commit(base, o.Text, cause, o.Note)
	if err == nil && kept { // what he writes in the program himself is not touched
		err = w.tx.Workings().Put(working)
	}
	if saved.Unchanged {
		saved.Fell, saved.Aside = before.Fell, before.Aside
		return saved, base, err
	}
	saved.Fell += before.Fell
	return saved, saved.Revision.Seq, err
}

// remarks enters comments, in their order.
func (w *work) remarks(list []OutsideRemark) error {
	defer func() { w.hand = "" }()
	ids := make([]CommentID, len(list))
	for i, r := range list {
		ids[i] = CommentID(newID())
		c := Comment{ID: ids[i], Draft: w.file.Draft.ID, Anchor: r.Anchor, Revision: w.file.Head.Seq,
			Author: r.Author, At: w.at, Text: r.Text, Status: CommentOpen}
		switch {
		case r.ReplyTo > 0 && r.ReplyTo <= i:
			c.ReplyTo, c.Anchor, c.Status = ids[r.ReplyTo-1], doc.Anchor{}, ""
		case r.Done:
			c.Status, c.Closer, c.ClosedAt = CommentResolved, r.Author, w.at
		}
		if err := w.tx.Comments().Add(c); err != nil {
			return err
		}
		w.hand = r.Author
		if err := w.record(ActComment, w.forAuthor(map[string]string{"comment": string(c.ID), "replyto": string(c.ReplyTo)})); err != nil {
			return err
		}
	}
	return nil
}

// author is whose words are committed.
func (w *work) author() PersonID {
	if w.hand != "" {
		return w.hand
	}
	return w.who.person.ID
}

// forAuthor adds to an event for whom something was entered.
func (w *work) forAuthor(detail map[string]string) map[string]string {
	if w.hand != "" {
		detail["for"] = string(w.hand)
	}
	return detail
}
