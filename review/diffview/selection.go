package diffview

import (
	"unicode/utf8"

	"jianbao/editor/doc"
)

// selection is what the user has dragged over: cells of one column, from the
// place where the drag began to where it is.
type selection struct{ from, to spot }

// spot is a place between two cells. order is that of its block on the page.
type spot struct {
	column, order int
	block         *block
	cell          int
}

func (s spot) before(o spot) bool {
	return s.order < o.order || s.order == o.order && s.cell < o.cell
}

// sorted returns the two ends in reading order.
func (s selection) sorted() (from, to spot) {
	if s.to.before(s.from) {
		return s.to, s.from
	}
	return s.from, s.to
}

func (s selection) empty() bool { return s.from.block == nil || s.from == s.to }

// within returns which cells of a line are selected; from == to is none.
func (s selection) within(l *line) (from, to int) {
	if s.empty() {
		return 0, 0
	}
	first, last := s.sorted()
	from, to = l.from, l.to
	if first.order > l.order || last.order < l.order || first.column != l.column {
		return 0, 0
	}
	if first.order == l.order {
		from = max(from, first.cell)
	}
	if last.order == l.order {
		to = min(to, last.cell)
	}
	return from, to
}

// cells returns the selected cells of each block.
func (s selection) cells(rows []row) [][]cell {
	var list [][]cell
	last := -1
	for _, r := range rows {
		for _, l := range r.lines {
			if l == nil {
				continue
			}
			from, to := s.within(l)
			if from >= to {
				continue
			}
			if l.order != last {
				list, last = append(list, nil), l.order
			}
			list[len(list)-1] = append(list[len(list)-1], l.block.cells[from:to]...)
		}
	}
	return list
}

// anchor ties the selected text to the new bulletin: to the first block of it
// that stands there.
func (s selection) anchor(new doc.Bulletin) (doc.Anchor, bool) {
	if s.empty() {
		return doc.Anchor{}, false
	}
	first, last := s.sorted()
	from, to := first.cell, len(first.block.cells)
	if last.order == first.order {
		to = last.cell
	}
	return anchorOf(first.block, from, to, new)
}

func anchorOf(b *block, from, to int, new doc.Bulletin) (doc.Anchor, bool) {
	a := doc.Anchor{Place: b.place, From: -1}
	for _, c := range b.cells[from:to] {
		if c.at < 0 {
			continue
		}
		if a.From < 0 {
			a.From = doc.RuneOffset(c.at)
		}
		a.To = doc.RuneOffset(c.at + 1)
	}
	text, ok := new.Text(a.Place)
	if a.From < 0 || !ok || int(a.To) > utf8.RuneCountInString(text) {
		return doc.Anchor{}, false
	}
	a.Quote = string([]rune(text)[a.From:a.To])
	return a, true
}
