package review

import (
	"context"
	"slices"
	"strings"

	"jianbao/editor/doc"
)

// AddComment ties a remark to a span of the newest text.
func (d *Desk) AddComment(ctx context.Context, who Actor, id DraftID, at doc.Anchor, text string) (*File, error) {
	return d.comment(ctx, who, id, Comment{Anchor: at, Text: text, Status: CommentOpen})
}

// Reply adds to a thread. It returns ErrNotFound for an unknown thread.
func (d *Desk) Reply(ctx context.Context, who Actor, id DraftID, thread CommentID, text string) (*File, error) {
	return d.comment(ctx, who, id, Comment{ReplyTo: thread, Text: text})
}

func (d *Desk) comment(ctx context.Context, who Actor, id DraftID, c Comment) (*File, error) {
	return d.on(ctx, ActComment, who, id, Ask{}, func(w *work) error {
		if strings.TrimSpace(c.Text) == "" {
			return refuse(ActComment, CodeReason)
		}
		if c.ReplyTo != "" {
			if _, err := w.thread(c.ReplyTo); err != nil {
				return err
			}
		}
		c.ID, c.Draft, c.Revision = CommentID(newID()), id, w.file.Head.Seq
		c.Author, c.At = who.person.ID, w.at
		if err := w.tx.Comments().Add(c); err != nil {
			return err
		}
		return w.record(ActComment, map[string]string{"comment": string(c.ID), "replyto": string(c.ReplyTo)})
	})
}

// CloseComment closes a thread: resolved, or declined with a reason.
func (d *Desk) CloseComment(ctx context.Context, who Actor, id DraftID, thread CommentID, status CommentStatus, reason string) (*File, error) {
	reason = strings.TrimSpace(reason)
	return d.on(ctx, ActComment, who, id, Ask{}, func(w *work) error {
		c, err := w.thread(thread)
		if err != nil {
			return err
		}
		if c.Status != CommentOpen {
			return refuse(ActComment, CodeClosed)
		}
		if status != CommentResolved && status != CommentDeclined {
			return refuse(ActComment, CodeUnknown, "value", string(status))
		}
		if status == CommentDeclined && reason == "" {
			return refuse(ActComment, CodeReason)
		}
		c.Status, c.Reason, c.Closer, c.ClosedAt = status, reason, who.person.ID, w.at
		if err := w.tx.Comments().Update(c); err != nil {
			return err
		}
		return w.record(ActComment, map[string]string{"comment": string(c.ID), "status": string(status), "reason": reason})
	})
}

// thread returns the first comment of a thread.
func (w *work) thread(id CommentID) (Comment, error) {
	i := slices.IndexFunc(w.file.Comments, func(c Comment) bool { return c.ID == id && c.ReplyTo == "" })
	if i < 0 {
		return Comment{}, ErrNotFound
	}
	return w.file.Comments[i], nil
}

// Decide records what was decided about changes between two revisions, all at
// once. The text is not touched: undoing a rejected change is a Save of its own.
func (d *Desk) Decide(ctx context.Context, who Actor, id DraftID, decisions ...Decision) (*File, error) {
	return d.on(ctx, ActDecide, who, id, Ask{}, func(w *work) error {
		for _, dec := range decisions {
			if err := w.decide(dec); err != nil {
				return err
			}
		}
		return nil
	})
}

func (w *work) decide(dec Decision) error {
	if dec.Verdict != Accepted && dec.Verdict != Rejected && dec.Verdict != Reopened {
		return refuse(ActDecide, CodeUnknown, "value", string(dec.Verdict))
	}
	if dec.Verdict == Rejected && strings.TrimSpace(dec.Reason) == "" {
		return refuse(ActDecide, CodeReason)
	}
	dec.Draft, dec.By, dec.At = w.file.Draft.ID, w.who.person.ID, w.at
	if err := w.tx.Decisions().Add(dec); err != nil {
		return err
	}
	return w.record(ActDecide, map[string]string{"change": dec.Change, "verdict": string(dec.Verdict), "reason": dec.Reason})
}
