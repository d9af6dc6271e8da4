package exchange

import (
	"context"

	"jianbao/review"
)

// Comment puts the comments of the file on a draft that was just made of it, and
// tells how many. They are entered by who acts; each says first who wrote it,
// since the people of another office are not those of this one.
func (f Foreign) Comment(ctx context.Context, desk *review.Desk, who review.Actor, draft *review.File) (int, error) {
	list := f.remarks(draft.Head.Text)
	threads := make([]review.CommentID, len(list))
	for i, r := range list {
		said := r.Text
		if r.Author != "" {
			said = r.Author + "：" + r.Text
		}
		var after *review.File
		var err error
		if r.ReplyTo > 0 {
			threads[i] = threads[r.ReplyTo-1]
			after, err = desk.Reply(ctx, who, draft.Draft.ID, threads[i], said)
		} else if after, err = desk.AddComment(ctx, who, draft.Draft.ID, r.Anchor, said); err == nil {
			threads[i] = newest(after)
		}
		if err == nil && r.Done && r.ReplyTo == 0 {
			_, err = desk.CloseComment(ctx, who, draft.Draft.ID, threads[i], review.CommentResolved, "")
		}
		if err != nil {
			return i, err
		}
	}
	return len(list), nil
}

func newest(f *review.File) review.CommentID { return f.Comments[len(f.Comments)-1].ID }
