package buffer

import "slices"

// Change is what one Apply, or one step of an Undo or Redo, has done. An
// observer must not modify what it holds.
type Change struct {
	Action // what Apply was told; for Undone and Redone only the kind

	Edits   []Edit // in the text before, every new paragraph named
	Inverse []Edit // in the text after

	// Paragraphs lists the paragraphs that were replaced, first to last.
	// Whoever keeps something for each paragraph does the same replacements
	// one after another.
	Paragraphs []Replaced
}

// Replaced says that in the place of Old paragraphs from First on there are
// now New. First counts the text as it is after the replacements listed before
// this one, and so also as it is after all of them.
type Replaced struct {
	First    Paragraph
	Old, New int
}

// observers is who wants to hear of changes, in the order in which they came.
type observers struct {
	all  []*func(Change)
	busy bool
}

// Observe has tell called after each change until cancel is called. It may
// read the text and must not edit it (that is refused with ErrBusy). An undo
// of a long group is many changes: an observer notes what is out of date and
// does its work when it is next asked.
func (b *Buffer) Observe(tell func(Change)) (cancel func()) {
	one := &tell
	b.observers.all = append(b.observers.all, one)
	return func() {
		b.observers.all = slices.DeleteFunc(slices.Clone(b.observers.all), func(o *func(Change)) bool { return o == one })
	}
}

func (o *observers) tell(c Change) {
	o.busy = true
	defer func() { o.busy = false }()
	for _, observer := range o.all {
		(*observer)(c)
	}
}
