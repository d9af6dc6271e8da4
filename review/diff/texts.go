package diff

// Comparer compares texts and bulletins. The zero value knows no words: it
// marks changes character by character, numbers and Latin words apart.
type Comparer struct {
	Lexicon *Lexicon // nil for none
}

// Texts compares two texts without a lexicon; see Comparer.Texts.
func Texts(old, new string) Script { return Comparer{}.Texts(old, new) }

// Texts compares two texts. Any bytes are allowed: what is not UTF-8 is
// compared byte by byte and given back unharmed.
//
// The comparison always runs from the lesser text to the greater one and is
// mirrored where that is the wrong way round, so that no choice between
// equally good answers depends on which text was called the old one.
func (c Comparer) Texts(old, new string) Script {
	if old > new {
		return c.compare(new, old).mirrored()
	}
	return c.compare(old, new)
}

// compare looks again without the moves that turned out to cross nothing.
func (c Comparer) compare(old, new string) Script {
	l := layOut(old, new, c.Lexicon)
	for {
		w := l.write()
		idle := idleMoves(w.edits)
		if len(idle) == 0 {
			return w.script()
		}
		l.drop(idle)
	}
}

// write compares every gap between the anchors.
func (l *layout) write() *writer {
	gaps := l.gaps()
	edits := make([][]edit, len(gaps))
	spread(len(gaps), func() func(int) {
		intern, marker := newInterner(), &wordMarker{lexicon: l.lexicon}
		return func(i int) { edits[i] = l.compareGap(gaps[i], intern, marker) }
	})
	w := newWriter(l)
	for i := range gaps {
		w.add(edits[i]...)
		if i < len(l.anchors) {
			a := l.anchors[i]
			w.add(edit{kind: Equal, old: a.old, new: a.new})
		}
	}
	return w
}

// mirrored returns the comparison in the other direction.
func (s Script) mirrored() Script {
	edited := map[int][]Piece{}
	for _, h := range s.Hunks {
		if h.Kind == MoveTo {
			edited[h.Move] = h.Inner
		}
	}
	hunks := make([]Hunk, len(s.Hunks))
	for i, h := range s.Hunks {
		m := Hunk{Kind: h.Kind.mirrored(), Old: h.New, New: h.Old, Class: h.Class, Critical: h.Critical, Move: h.Move}
		switch m.Kind {
		case MoveFrom:
			m.Inner = []Piece{}
		case MoveTo:
			m.Inner = mirroredPieces(edited[h.Move])
		default:
			m.Inner = mirroredPieces(h.Inner)
		}
		hunks[i] = m
	}
	return Script{Hunks: hunks}
}

// mirroredPieces keeps deletions before the insertions that replace them.
func mirroredPieces(pieces []Piece) []Piece {
	mirror := make([]Piece, len(pieces))
	for i, p := range pieces {
		mirror[i] = Piece{Kind: p.Kind.mirrored(), Old: p.New, New: p.Old}
		if i > 0 && mirror[i-1].Kind == Insert && mirror[i].Kind == Delete {
			mirror[i-1], mirror[i] = mirror[i], mirror[i-1]
		}
	}
	return mirror
}

func (k Kind) mirrored() Kind {
	switch k {
	case Insert:
		return Delete
	case Delete:
		return Insert
	case MoveFrom:
		return MoveTo
	case MoveTo:
		return MoveFrom
	}
	return k
}
