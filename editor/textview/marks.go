package textview

import (
	"slices"

	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
)

// Mark is a span of text that is drawn in the style of its kind and moves with
// its text. Key is the owner's name for what it stands for.
type Mark struct {
	Kind MarkKind
	Span buffer.Span
	Key  string
}

// mark is a Mark and the anchor that knows its span.
type mark struct {
	Mark
	anchor *buffer.Anchor
}

// now returns the mark as it stands, and whether there is still text in it.
func (m mark) now() (Mark, bool) {
	m.Span = m.anchor.Span()
	return m.Mark, !m.Span.Empty()
}

// marks are the marks of a text.
type marks struct {
	text   *buffer.Buffer
	byKind [markKinds]map[*buffer.Anchor]mark
}

// set replaces the marks of a kind. Spans that are not in the text are left
// out.
func (m *marks) set(kind MarkKind, list []Mark) {
	for a := range m.byKind[kind] {
		a.Remove()
	}
	m.byKind[kind] = make(map[*buffer.Anchor]mark, len(list))
	for _, one := range list {
		a, err := m.text.Anchor(one.Span, buffer.Right, buffer.Left)
		if err != nil {
			continue
		}
		one.Kind = kind
		m.byKind[kind][a] = mark{one, a}
	}
}

func (m *marks) clear() {
	for kind := range m.byKind {
		m.set(MarkKind(kind), nil)
	}
}

// in returns the marks in some paragraphs, in the order in which they are
// drawn.
func (m *marks) in(first, last buffer.Paragraph) []Mark {
	var found []Mark
	for _, a := range m.text.AnchorsIn(first, last) {
		for kind := range m.byKind {
			if one, ok := m.byKind[kind][a]; ok {
				if now, seen := one.now(); seen {
					found = append(found, now)
				}
			}
		}
	}
	slices.SortStableFunc(found, func(a, b Mark) int { return int(a.Kind - b.Kind) })
	return found
}

// of returns the marks of a kind as they stand, first to last.
func (m *marks) of(kind MarkKind) []Mark {
	all := make([]Mark, 0, len(m.byKind[kind]))
	for _, one := range m.byKind[kind] {
		if now, seen := one.now(); seen {
			all = append(all, now)
		}
	}
	slices.SortFunc(all, func(a, b Mark) int { return a.Span.From.Compare(b.Span.From) })
	return all
}

// SetMarks replaces all marks of a kind. Each moves with its text until it is
// replaced, and is not drawn while all its text is deleted.
func (v *View) SetMarks(kind MarkKind, list []Mark) {
	v.Flush()
	v.marks.set(kind, list)
	v.repaint()
}

// Marks returns the marks of a kind where they stand now, first to last; those
// whose text is deleted are left out.
func (v *View) Marks(kind MarkKind) []Mark {
	v.Flush()
	return v.marks.of(kind)
}

// markUnder returns the mark that is drawn uppermost at a point.
func (v *View) markUnder(at fyne.Position) (Mark, bool) {
	hit := v.geometry.hit(at)
	line := v.geometry.lineOf(hit)
	for _, m := range slices.Backward(v.marks.in(hit.Paragraph, hit.Paragraph)) {
		s, on := v.geometry.stretchOf(m.Span, line)
		if on && s.left <= at.X && at.X <= s.right {
			return m, true
		}
	}
	return Mark{}, false
}
