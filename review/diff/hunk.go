package diff

import (
	"strings"
	"unicode/utf8"
)

// writer turns edits into the hunks of a script.
type writer struct {
	layout  *layout
	edits   []edit
	numbers map[int]int // move in the layout -> number in the script
}

func newWriter(l *layout) *writer {
	return &writer{layout: l, numbers: map[int]int{}}
}

// add appends edits whose spans are bytes. Neighbouring equal text is joined.
func (w *writer) add(edits ...edit) {
	for _, e := range edits {
		n := len(w.edits)
		switch {
		case e.old.size() == 0 && e.new.size() == 0:
		case n > 0 && e.kind == Equal && w.edits[n-1].kind == Equal:
			w.edits[n-1].old.to, w.edits[n-1].new.to = e.old.to, e.new.to
		case n > 0 && e.isPlain() && w.edits[n-1].isPlain():
			w.edits[n-1] = join(w.edits[n-1], e)
		default:
			w.edits = append(w.edits, e)
		}
	}
}

func (w *writer) script() Script {
	hunks := make([]Hunk, len(w.edits))
	for i, e := range w.edits {
		hunks[i] = w.bare(e)
	}
	spread(len(hunks), func() func(int) {
		r := newReader(w.layout.lexicon)
		return func(i int) { w.explain(r, i, &hunks[i]) }
	})
	return Script{Hunks: hunks}
}

// bare returns a hunk that does not say yet what it means.
func (w *writer) bare(e edit) Hunk {
	return Hunk{
		Kind:  e.kind,
		Old:   e.old.in(w.layout.old.text),
		New:   e.new.in(w.layout.new.text),
		Move:  w.number(e.move),
		Inner: []Piece{},
	}
}

// explain fills in the class of a hunk and the characters that differ.
func (w *writer) explain(r *reader, i int, h *Hunk) {
	e := w.edits[i]
	if e.move != 0 {
		h.Class = ClassMove
		h.Critical = w.isCriticalMove(r, e)
		h.Inner = w.editsOfMove(e)
	} else if e.kind != Equal {
		h.Class = r.classify(w.passage(i, *h))
		h.Critical = h.Class.IsCritical()
		h.Inner = pieces(h.Old, h.New)
	}
}

// passage returns a change with the equal text around it.
func (w *writer) passage(i int, h Hunk) passage {
	old := w.layout.old.text
	p := passage{old: h.Old, new: h.New, quoted: isQuoted(old[:w.edits[i].old.from])}
	if i > 0 && w.edits[i-1].kind == Equal {
		p.before = clauseEnd(w.edits[i-1].old.in(old))
	}
	if i+1 < len(w.edits) && w.edits[i+1].kind == Equal {
		p.after = clauseStart(w.edits[i+1].old.in(old))
	}
	return p
}

// clauseSize is how many characters beside a change help to understand it.
const clauseSize = 8

const clauseMarks = "，,。；;！？!?\r\n"

func clauseEnd(s string) string {
	s = lastRunes(s, clauseSize)
	if i := strings.LastIndexAny(s, clauseMarks); i >= 0 {
		_, size := utf8.DecodeRuneInString(s[i:])
		return s[i+size:]
	}
	return s
}

func clauseStart(s string) string {
	s = firstRunes(s, clauseSize)
	if i := strings.IndexAny(s, clauseMarks); i >= 0 {
		return s[:i]
	}
	return s
}

// isCriticalMove reports whether a block was edited on its way in something
// that a reader must not miss.
func (w *writer) isCriticalMove(r *reader, e edit) bool {
	m := w.layout.moves[e.move-1]
	old, new := m.old.in(w.layout.old.text), m.new.in(w.layout.new.text)
	return old != new && r.classify(passage{old: old, new: new}).IsCritical()
}

// editsOfMove returns how a block was edited on its way, for its new place.
func (w *writer) editsOfMove(e edit) []Piece {
	m := w.layout.moves[e.move-1]
	old, new := m.old.in(w.layout.old.text), m.new.in(w.layout.new.text)
	if e.kind == MoveFrom || old == new {
		return []Piece{}
	}
	return pieces(old, new)
}

// number gives moves their numbers in the order in which a reader meets them.
func (w *writer) number(move int) int {
	if move == 0 {
		return 0
	}
	if w.numbers[move] == 0 {
		w.numbers[move] = len(w.numbers) + 1
	}
	return w.numbers[move]
}
