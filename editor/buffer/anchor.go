package buffer

import (
	"cmp"
	"slices"
)

// Gravity says which way an end of an anchor goes when text is put exactly
// where it stands.
type Gravity int

// The gravities.
const (
	Left  Gravity = iota // stays before the new text
	Right                // goes behind the new text
)

// Anchor is a span that keeps to its text while the text is edited. It is made
// by Buffer.Anchor.
//
// From Right and To Left make a span that text typed at its edges stays out
// of; From Left and To Right one that takes it in. A replacement of the text
// under one end only moves that end to the edge of what is left, unless its
// gravity takes it over the new text. When all its text is deleted the anchor
// collapses: it is empty from then on and moves as one point with the gravity
// of From, until an undo brings its text back.
type Anchor struct {
	buffer    *Buffer
	number    uint64 // counts the anchors made
	from, to  mark
	collapsed bool
	wide      bool
	removed   bool
	last      Span   // where it stood when it was removed
	seen      uint64 // the last step that touched it
}

// mark is one end of an anchor.
type mark struct {
	anchor  *Anchor
	para    *paragraph
	offset  RuneOffset
	gravity Gravity
	kept    kept
}

// kept tells how much text a rewriting had kept when it came to a mark. Two
// marks with the same value have none of the text before it between them.
type kept struct {
	rewriting uint64
	runes     int
}

// Anchor returns an anchor at s, or ErrPosition.
func (b *Buffer) Anchor(s Span, from, to Gravity) (*Anchor, error) {
	if !b.validSpan(s) {
		return nil, ErrPosition
	}
	b.anchors++
	a := &Anchor{buffer: b, number: b.anchors}
	a.from = mark{anchor: a, gravity: from}
	a.to = mark{anchor: a, gravity: to}
	a.put(s)
	return a, nil
}

// Span returns where the anchor stands now, or stood when it was removed.
func (a *Anchor) Span() Span {
	if a.removed {
		return a.last
	}
	return Span{From: a.from.position(), To: a.to.position()}
}

// Collapsed reports whether the anchor held text and all of it is deleted. An
// anchor made empty is not collapsed.
func (a *Anchor) Collapsed() bool { return a.collapsed }

// Remove takes the anchor away; it moves no more and is not found any more.
func (a *Anchor) Remove() {
	if a.removed {
		return
	}
	a.last = a.Span()
	a.lift()
	a.removed = true
}

// AnchorsIn returns the anchors that stand in, begin in, end in or reach over
// the paragraphs first to last, in order of their beginning, and where that is
// the same in the order in which they were made.
func (b *Buffer) AnchorsIn(first, last Paragraph) []*Anchor {
	var found []*Anchor
	for a := range b.wide {
		if s := a.Span(); s.From.Paragraph <= last && s.To.Paragraph >= first {
			found = append(found, a)
		}
	}
	for _, p := range b.paras.slice(int(first), int(last-first)+1) {
		for _, m := range p.marks {
			if m == &m.anchor.from && !m.anchor.wide {
				found = append(found, m.anchor)
			}
		}
	}
	slices.SortFunc(found, func(x, y *Anchor) int {
		return cmp.Or(x.from.position().Compare(y.from.position()), cmp.Compare(x.number, y.number))
	})
	return found
}

func (m *mark) position() Position {
	return Position{Paragraph: Paragraph(m.anchor.buffer.paras.index(m.para)), Offset: m.offset}
}

// put stands the anchor, which stands nowhere, at s.
func (a *Anchor) put(s Span) {
	a.from.put(s.From)
	a.to.put(s.To)
	a.widen()
}

func (m *mark) put(at Position) {
	m.para, m.offset = m.anchor.buffer.paras.at(int(at.Paragraph)), at.Offset
	m.para.marks = slices.Insert(m.para.marks, search(m.para.marks, m.offset+1), m)
}

// search returns the index of the first of the marks that stands at offset or
// after it.
func search(marks []*mark, offset RuneOffset) int {
	i, _ := slices.BinarySearchFunc(marks, offset, func(m *mark, o RuneOffset) int { return cmp.Compare(m.offset, o) })
	return i
}

// within returns those of the marks of paragraph i that stand in what e
// replaces or at its edges.
func within(marks []*mark, e Edit, i Paragraph) []*mark {
	if i == e.End.Paragraph {
		marks = marks[:search(marks, e.End.Offset+1)]
	}
	if i == e.Start.Paragraph {
		marks = marks[search(marks, e.Start.Offset):]
	}
	return marks
}

// before reports whether the mark, which stands within e in paragraph i, comes
// to stand before the new text.
func (m *mark) before(e Edit, i Paragraph) bool {
	at := Position{Paragraph: i, Offset: m.offset}
	switch {
	case e.Start == e.End:
	case at == e.Start:
		return true
	case at == e.End:
		return false
	}
	if m.anchor.collapsed {
		return m.anchor.from.gravity == Left
	}
	return m.gravity == Left
}

// lift takes the anchor out of the text.
func (a *Anchor) lift() {
	a.from.lift()
	a.to.lift()
	delete(a.buffer.wide, a)
	a.wide = false
}

func (m *mark) lift() {
	m.para.marks = slices.DeleteFunc(m.para.marks, func(o *mark) bool { return o == m })
}

// widen notes whether the anchor reaches over several paragraphs.
func (a *Anchor) widen() {
	wide := a.from.para != a.to.para
	if wide == a.wide {
		return
	}
	a.wide = wide
	if wide {
		a.buffer.wide[a] = struct{}{}
	} else {
		delete(a.buffer.wide, a)
	}
}
