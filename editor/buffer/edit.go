package buffer

import (
	"fmt"
	"strings"
	"time"
)

// Edit puts New in the place of the text from Start to End: an insertion where
// they are the same place, a deletion where New is empty. Each "\n" in New
// ends a paragraph: the part before keeps the paragraph's ID and the part
// after gets the next of IDs, or a new one where IDs is empty. Where a deleted
// line end joins two paragraphs the first keeps its ID.
type Edit struct {
	Start Position
	End   Position
	New   string
	IDs   []ID
}

// Insert is the edit that puts text at p.
func Insert(p Position, text string) Edit { return Edit{Start: p, End: p, New: text} }

// Delete is the edit that takes s out.
func Delete(s Span) Edit { return Edit{Start: s.From, End: s.To} }

// Replace is the edit that puts text in the place of s.
func Replace(s Span, text string) Edit { return Edit{Start: s.From, End: s.To, New: text} }

// Kind says what the user did; it decides what is undone together.
type Kind string

// The kinds of action. Undone and Redone are for observers.
const (
	Typing      Kind = "typing"      // keys typed one after another: a run is a group
	Deletion    Kind = "deletion"    // Backspace or Delete: a run is a group
	Composition Kind = "composition" // what one input-method commit brought: a group
	Paste       Kind = "paste"       // a group
	Command     Kind = "command"     // anything done as one: a group
	Undone      Kind = "undone"
	Redone      Kind = "redone"
)

// Action says how edits came about: what the user did, when by the caller's
// clock, and what was selected before. Undo brings that selection back.
type Action struct {
	Kind   Kind
	At     time.Time
	Before Selection
}

// Apply does all edits as one step of the history. They are given in order,
// do not overlap, and all speak of the text as it is before the first. It
// returns the edits that take them back, in the same form. It returns
// ErrPosition, ErrOverlap, ErrText, ErrID or ErrBusy and has then changed
// nothing. Edits that neither delete nor insert are no step.
func (b *Buffer) Apply(action Action, edits ...Edit) (inverse []Edit, err error) {
	if b.observers.busy {
		return nil, ErrBusy
	}
	edits, err = b.prepare(edits)
	if err != nil || len(edits) == 0 {
		return nil, err
	}
	change, done := b.perform(edits)
	change.Action = action
	b.history.add(change, done)
	b.observers.tell(change)
	return change.Inverse, nil
}

// prepare returns the edits that do something, with every new paragraph named,
// or why they cannot be done.
func (b *Buffer) prepare(edits []Edit) ([]Edit, error) {
	prepared := make([]Edit, 0, len(edits))
	named := map[ID]bool{}
	for i, e := range edits {
		if !b.validSpan(Span{From: e.Start, To: e.End}) {
			return nil, fmt.Errorf("%w: %v to %v", ErrPosition, e.Start, e.End)
		}
		if i > 0 && e.Start.Before(edits[i-1].End) {
			return nil, fmt.Errorf("%w: %v before %v", ErrOverlap, e.Start, edits[i-1].End)
		}
		if !validText(e.New) {
			return nil, ErrText
		}
		ids, err := b.name(e, named)
		if err != nil {
			return nil, err
		}
		if e.Start != e.End || e.New != "" {
			e.IDs = ids
			prepared = append(prepared, e)
		}
	}
	return prepared, nil
}

// name returns the ids of the paragraphs that e begins and adds them to named.
func (b *Buffer) name(e Edit, named map[ID]bool) ([]ID, error) {
	breaks := strings.Count(e.New, "\n")
	if len(e.IDs) != 0 && len(e.IDs) != breaks {
		return nil, fmt.Errorf("%w: %d ids for %d paragraphs", ErrID, len(e.IDs), breaks)
	}
	ids := make([]ID, breaks)
	for i := range ids {
		if len(e.IDs) != 0 {
			ids[i] = e.IDs[i]
		} else {
			ids[i] = b.newID()
		}
		if !validID(ids[i]) || named[ids[i]] || b.byID[ids[i]] != nil {
			return nil, fmt.Errorf("%w: %q", ErrID, ids[i])
		}
		named[ids[i]] = true
	}
	return ids, nil
}

// perform does prepared edits and returns what changed, and the step that
// takes it back.
func (b *Buffer) perform(edits []Edit) (Change, step) {
	change := Change{Edits: edits}
	displaced := b.touched(edits)
	shift := Paragraph(0)
	for rest := edits; len(rest) > 0; {
		n := neighbours(rest)
		r := b.rewrite(rest[:n], shift)
		change.Inverse = append(change.Inverse, r.inverse...)
		change.Paragraphs = append(change.Paragraphs, Replaced{First: r.first, Old: len(r.old), New: len(r.out)})
		shift += Paragraph(len(r.out) - len(r.old))
		rest = rest[n:]
	}
	settle(displaced)
	return change, step{edits: change.Inverse, displaced: displaced}
}

// neighbours returns how many of the first edits share paragraphs one with the
// next, so that these paragraphs are rewritten once.
func neighbours(edits []Edit) int {
	n := 1
	for n < len(edits) && edits[n].Start.Paragraph == edits[n-1].End.Paragraph {
		n++
	}
	return n
}
