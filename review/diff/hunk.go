package diff

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
		hunks[i] = w.hunk(e)
	}
	return Script{Hunks: hunks}
}

func (w *writer) hunk(e edit) Hunk {
	h := Hunk{
		Kind:  e.kind,
		Old:   e.old.in(w.layout.old.text),
		New:   e.new.in(w.layout.new.text),
		Move:  w.number(e.move),
		Inner: []Piece{},
	}
	if e.move != 0 {
		h.Class = ClassMove
		h.Inner = w.editsOfMove(e)
	} else if e.kind != Equal {
		h.Class = classify(h.Old, h.New)
		h.Inner = pieces(h.Old, h.New)
	}
	return h
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
