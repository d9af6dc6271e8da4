package buffer

import "slices"

// model is the same text the naive way: one slice of cells, places counted
// from its beginning, and ends of anchors as plain numbers.
type model struct {
	first   ID // of the first paragraph
	cells   []cell
	anchors []modelAnchor
}

// cell is a code point; a line end carries the id of the paragraph it begins.
type cell struct {
	r  rune
	id ID
}

type modelAnchor struct {
	from, to           int
	fromRight, toRight bool
	collapsed, removed bool
}

func newModel(b *Buffer) *model {
	m := &model{first: b.ID(0)}
	for i, c := range b.Contents() {
		if i > 0 {
			m.cells = append(m.cells, cell{'\n', c.ID})
		}
		for _, r := range c.Text {
			m.cells = append(m.cells, cell{r: r})
		}
	}
	return m
}

func (m *model) clone() *model {
	return &model{m.first, slices.Clone(m.cells), slices.Clone(m.anchors)}
}

func (m *model) text() string {
	var text []rune
	for _, c := range m.cells {
		text = append(text, c.r)
	}
	return string(text)
}

func (m *model) ids() string {
	all := string(m.first)
	for _, c := range m.cells {
		if c.r == '\n' {
			all += " " + string(c.id)
		}
	}
	return all
}

// position turns a place counted from the beginning into a Position.
func (m *model) position(at int) Position {
	var p Position
	for _, c := range m.cells[:at] {
		if p.Offset++; c.r == '\n' {
			p = Position{Paragraph: p.Paragraph + 1}
		}
	}
	return p
}

func (m *model) place(p Position) int {
	at := 0
	for ; p.Paragraph > 0; at++ {
		if m.cells[at].r == '\n' {
			p.Paragraph--
		}
	}
	return at + int(p.Offset)
}

// moved is what an application of edits makes of the places before.
type moved struct {
	to   map[[2]int]int // anchor and end to its new place
	kept []bool         // by old cell
}

// apply does edits whose paragraphs are all named.
func (m *model) apply(edits []Edit) {
	w := moved{to: map[[2]int]int{}, kept: make([]bool, len(m.cells))}
	var out []cell
	at := 0
	for _, e := range edits {
		start, end := m.place(e.Start), m.place(e.End)
		for ; at < start; at++ {
			m.land(w, at, at, len(out), func(int, bool) bool { return true })
			out = append(out, m.cells[at])
			w.kept[at] = true
		}
		before := func(at int, right bool) bool {
			return start < end && at == start || (start == end || at < end) && !right
		}
		m.land(w, start, end, len(out), before)
		ids := e.IDs
		for _, r := range e.New {
			c := cell{r: r}
			if r == '\n' {
				c.id, ids = ids[0], ids[1:]
			}
			out = append(out, c)
		}
		m.land(w, start, end, len(out), func(int, bool) bool { return true })
		at = end
	}
	for ; at <= len(m.cells); at++ {
		m.land(w, at, at, len(out), func(int, bool) bool { return true })
		if at < len(m.cells) {
			out = append(out, m.cells[at])
			w.kept[at] = true
		}
	}
	m.move(w)
	m.cells = out
}

// land puts the ends that stand from start to end, were not put before and
// are taken, at a new place.
func (m *model) land(w moved, start, end, place int, take func(at int, right bool) bool) {
	for i, a := range m.anchors {
		for side, at := range []int{a.from, a.to} {
			key := [2]int{i, side}
			right := a.fromRight
			if side == 1 && !a.collapsed {
				right = a.toRight
			}
			if _, done := w.to[key]; !done && start <= at && at <= end && take(at, right) {
				w.to[key] = place
			}
		}
	}
}

func (m *model) move(w moved) {
	for i := range m.anchors {
		a := &m.anchors[i]
		if a.removed {
			continue
		}
		if a.from < a.to && !slices.Contains(w.kept[a.from:a.to], true) {
			a.collapsed = true
		}
		a.from, a.to = w.to[[2]int{i, 0}], w.to[[2]int{i, 1}]
		if a.collapsed || a.to < a.from {
			a.to = a.from
		}
	}
}

// restore puts the anchors that past knows back to where they were then.
func (m *model) restore(past *model) {
	for i, a := range past.anchors {
		if !m.anchors[i].removed {
			m.anchors[i] = a
		}
	}
}
