package paper

import (
	"slices"
	"strings"
	"unicode"
)

// buffer is the text of one field with its caret, its selection and what can
// be undone. Positions are runes from the start.
type buffer struct {
	text   []rune
	caret  int
	anchor int // the other end of the selection
	done   []edit
	undone []edit
}

// edit replaces old by new at a position.
type edit struct {
	at       int
	old, new []rune
}

func (b *buffer) selection() (from, to int) {
	return min(b.caret, b.anchor), max(b.caret, b.anchor)
}

func (b *buffer) selected() string {
	from, to := b.selection()
	return string(b.text[from:to])
}

// moveTo sets the caret; extend keeps the other end of the selection.
func (b *buffer) moveTo(at int, extend bool) {
	b.caret = min(max(at, 0), len(b.text))
	if !extend {
		b.anchor = b.caret
	}
}

func (b *buffer) replaceSelection(with []rune) {
	from, to := b.selection()
	b.replace(from, to, with)
}

// replace changes the text and remembers how to take it back.
func (b *buffer) replace(from, to int, with []rune) {
	e := edit{from, slices.Clone(b.text[from:to]), slices.Clone(with)}
	if len(e.old) == 0 && len(e.new) == 0 {
		return
	}
	b.apply(e)
	b.undone = nil
	if n := len(b.done); n > 0 && b.done[n-1].join(e) {
		return
	}
	b.done = append(b.done, e)
}

func (b *buffer) apply(e edit) {
	b.text = slices.Concat(b.text[:e.at], e.new, b.text[e.at+len(e.old):])
	b.moveTo(e.at+len(e.new), false)
}

// join makes next part of e if both are one thought: a run of typing up to a
// mark, or a run of deleting.
func (e *edit) join(next edit) bool {
	switch {
	case len(e.old) == 0 && len(next.old) == 0 && len(next.new) == 1 && next.at == e.at+len(e.new) && !endsThought(e.new):
		e.new = append(e.new, next.new...)
	case len(e.new) == 0 && len(next.new) == 0 && len(next.old) == 1 && next.at+1 == e.at:
		e.old, e.at = append(next.old, e.old...), next.at
	default:
		return false
	}
	return true
}

func endsThought(text []rune) bool {
	last := text[len(text)-1]
	return last == '\n' || unicode.IsPunct(last)
}

// undo takes the last edit back and reports whether there was one.
func (b *buffer) undo() bool {
	n := len(b.done)
	if n == 0 {
		return false
	}
	e := b.done[n-1]
	b.done, b.undone = b.done[:n-1], append(b.undone, e)
	b.apply(edit{e.at, e.new, e.old})
	return true
}

func (b *buffer) redo() bool {
	n := len(b.undone)
	if n == 0 {
		return false
	}
	e := b.undone[n-1]
	b.undone, b.done = b.undone[:n-1], append(b.done, e)
	b.apply(e)
	return true
}

const clauseMarks = "，。；：！？、,;:!?（）()《》“”\n\t "

// clauseAt returns the run of characters around a position that no mark breaks.
func (b *buffer) clauseAt(at int) (from, to int) {
	mark := func(i int) bool { return strings.ContainsRune(clauseMarks, b.text[i]) }
	from, to = at, at
	for from > 0 && !mark(from-1) {
		from--
	}
	for to < len(b.text) && !mark(to) {
		to++
	}
	return from, to
}
