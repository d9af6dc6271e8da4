package record

import (
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

type comment struct {
	ID       review.CommentID     `json:"id"`
	Draft    review.DraftID       `json:"draft"`
	ReplyTo  review.CommentID     `json:"replyto,omitempty"`
	Anchor   doc.Anchor           `json:"anchor"`
	Revision int                  `json:"revision"`
	Author   review.PersonID      `json:"author"`
	At       time.Time            `json:"at"`
	Text     string               `json:"text"`
	Status   review.CommentStatus `json:"status,omitempty"`
	Closer   review.PersonID      `json:"closer,omitempty"`
	ClosedAt time.Time            `json:"closedat,omitzero"`
	Reason   string               `json:"reason,omitempty"`
}

// Comment is the stored form of comments.
var Comment = codec(
	func(c review.Comment) comment { return comment(c) },
	func(w comment) review.Comment { return review.Comment(w) })
