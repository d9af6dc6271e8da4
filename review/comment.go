package review

import (
	"time"

	"jianbao/editor/doc"
)

// CommentID names a comment.
type CommentID string

// Comment (批注) is a remark tied to a span of text, or a reply to one.
type Comment struct {
	ID       CommentID
	Draft    DraftID
	ReplyTo  CommentID // "" for the first of a thread
	Anchor   doc.Anchor
	Revision int // the revision it was made on
	Author   PersonID
	At       time.Time
	Text     string
	Status   CommentStatus // of the thread; on its first comment only
	Closer   PersonID
	ClosedAt time.Time
	Reason   string // why it was declined
}

// CommentStatus tells whether a thread still blocks a sign-off.
type CommentStatus string

// The statuses.
const (
	CommentOpen     CommentStatus = "open"
	CommentResolved CommentStatus = "resolved"
	CommentDeclined CommentStatus = "declined" // 不采纳, with a reason
)

// Decision records what a reviewer decided about one change. It never changes
// who wrote the change: a rejected one is undone by a new revision.
type Decision struct {
	Draft   DraftID
	From    int    // revision compared from
	To      int    // revision compared to
	Change  string // the change's identity as the diff gives it
	Verdict Verdict
	Reason  string
	By      PersonID
	At      time.Time
}

// Verdict is what was decided. The newest decision about a change counts;
// Reopened takes back the one before it.
type Verdict string

// IsTick reports whether the verdict is about having looked, not about the change.
func (v Verdict) IsTick() bool { return v == Checked || v == Unchecked }

// The verdicts.
const (
	Accepted  Verdict = "accepted"
	Rejected  Verdict = "rejected"
	Reopened  Verdict = "reopened"
	Checked   Verdict = "checked"   // looked at before signing; stands beside the others
	Unchecked Verdict = "unchecked" // takes back the Checked before it
)
