package review

import (
	"time"

	"jianbao/editor/doc"
)

// Demand (修改要求) is one item of a send-back, to be answered before the text
// may be submitted again.
type Demand struct {
	ID       string
	Draft    DraftID
	N        int // 1, 2, 3 … within the draft, the number people use
	Round    int // the round it was sent back from
	Reason   string
	Anchor   doc.Anchor // zero: the text as a whole
	Text     string
	By       PersonID
	At       time.Time
	Revision int // the revision it speaks of
	Answer   Answer
	Note     string // what was done, or why not
	Answerer PersonID
	Answered time.Time
}

// Answer is the drafter's answer to a demand.
type Answer string

// The answers.
const (
	AnswerOpen     Answer = ""
	AnswerDone     Answer = "done"     // 已改
	AnswerDeclined Answer = "declined" // 不改, with the reason in Note
)

// DemandText is a demand as a reviewer writes it.
type DemandText struct {
	Anchor doc.Anchor
	Text   string
}
