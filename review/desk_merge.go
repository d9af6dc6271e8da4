package review

import (
	"context"
	"strconv"

	"jianbao/editor/doc"
)

// Merger puts together what two people made of one text. How that is done is not
// known here; package review/diff does it.
type Merger interface {
	// MergeTexts returns mine with the changes of theirs. sides says whose text
	// stands at each place of disagreement; where it says nothing, base's does.
	MergeTexts(base, mine, theirs doc.Bulletin, sides []Side) (Merging, error)
}

// WithMerger makes the desk put together what comes back in a packet.
func WithMerger(m Merger) Option { return func(d *Desk) { d.merger = m } }

// Merging is a text put together, and the places where the two disagree.
type Merging struct {
	Text doc.Bulletin
	Open []Disagreement // in the order of the text; also those that sides settled
}

// Disagreement (冲突) is a place that two people changed differently.
type Disagreement struct {
	At     doc.Place `json:"at"`
	Base   string    `json:"base"`
	Mine   string    `json:"mine"`
	Theirs string    `json:"theirs"`
}

// Side says whose text stands where two people disagree.
type Side string

// The sides.
const (
	Mine   Side = "mine"   // of the newest revision
	Theirs Side = "theirs" // of the revision aside
)

// Disagreements compares a revision aside with the newest one, and returns what
// has to be decided before they can be put together. It returns a Refusal for a
// revision that is not aside.
func (d *Desk) Disagreements(ctx context.Context, id DraftID, aside int) ([]Disagreement, error) {
	var merging Merging
	err := d.store.View(ctx, func(tx Tx) error {
		f, err := load(tx, id, "")
		if err != nil {
			return err
		}
		merging, err = d.meeting(tx, f, aside, nil)
		return err
	})
	return merging.Open, err
}

// MergeAside puts a revision aside together with the newest one, which was head
// when the sides were chosen: one for each disagreement. What comes of it is the
// newest revision, by the author of the one aside. It is refused like Save,
// where a disagreement is not decided, and with CodeHeld where it changes an
// article in which another person writes.
func (d *Desk) MergeAside(ctx context.Context, who Actor, id DraftID, aside, head int, sides []Side) (Saved, error) {
	var saved Saved
	after, err := d.on(ctx, ActEdit, who, id, Ask{}, func(w *work) error {
		if now := w.file.Head.Seq; now != head {
			return refuse(ActEdit, CodeMoved, "head", strconv.Itoa(now), "base", strconv.Itoa(head))
		}
		merging, err := d.meeting(w.tx, w.file, aside, sides)
		if err != nil {
			return err
		}
		for i := range merging.Open {
			if i >= len(sides) || sides[i] != Mine && sides[i] != Theirs {
				return refuse(ActPacket, CodePacketPicks, "open", strconv.Itoa(len(merging.Open)), "first", strconv.Itoa(i+1))
			}
		}
		if err := w.mayReplace(merging.Text); err != nil {
			return err
		}
		o := Outside{Author: w.file.Revisions[aside-1].Author, Text: merging.Text, Note: "@" + strconv.Itoa(aside)}
		saved, _, err = w.enter(head, o, CausePacket, Saved{})
		return err
	})
	saved.File = after
	return saved, err
}

func (d *Desk) meeting(tx Tx, f *File, aside int, sides []Side) (Merging, error) {
	if d.merger == nil || aside < 1 || aside > len(f.Revisions) || f.Revisions[aside-1].Cause != CauseAside {
		return Merging{}, refuse(ActPacket, CodePacketAside, "rev", strconv.Itoa(aside))
	}
	theirs, err := tx.Revisions().Get(f.Draft.ID, aside)
	if err != nil {
		return Merging{}, err
	}
	base, err := tx.Revisions().Get(f.Draft.ID, theirs.Parent)
	if err != nil {
		return Merging{}, err
	}
	return d.merger.MergeTexts(base.Text, f.Head.Text, theirs.Text, sides)
}
