package diff

// arrange turns every group of edits between two equal stretches into the form
// in which it is read: deletion and insertion at one place are a replacement,
// and moves stand between what was edited around them.
func (r *region) arrange() {
	raw := r.edits
	r.edits = nil
	for from := 0; from < len(raw); {
		if raw[from].kind == Equal {
			r.edits = append(r.edits, raw[from])
			from++
			continue
		}
		to := from
		for to < len(raw) && raw[to].kind != Equal {
			to++
		}
		r.group(raw[from:to])
		from = to
	}
}

// strand is one side of a group: stretches of text with moves between them.
type strand struct {
	plain []span // one more than moves
	moves []edit
}

func newStrand(edits []edit, plainKind Kind, of func(edit) span) strand {
	at := of(edits[0]).from
	s := strand{plain: []span{{at, at}}}
	for _, e := range edits {
		switch {
		case e.kind == plainKind:
			s.plain[len(s.plain)-1].to = of(e).to
		case e.move != 0 && of(e).size() > 0:
			s.moves = append(s.moves, e)
			s.plain = append(s.plain, span{of(e).to, of(e).to})
		}
	}
	return s
}

// group appends one group of edits, the old and new stretches paired up.
func (r *region) group(edits []edit) {
	old := newStrand(edits, Delete, func(e edit) span { return e.old })
	new := newStrand(edits, Insert, func(e edit) span { return e.new })
	shiftOld, shiftNew := r.bestShift(old, new)
	o, n := old.plain[0].from, new.plain[0].from
	for i := range max(len(old.plain)+shiftOld, len(new.plain)+shiftNew) {
		stepOld, stepNew := old.at(i-shiftOld, o), new.at(i-shiftNew, n)
		r.put(change(stepOld, stepNew))
		o, n = stepOld.to, stepNew.to
		if k := i - shiftOld; k >= 0 && k < len(old.moves) {
			r.put(edit{kind: MoveFrom, old: old.moves[k].old, new: span{n, n}, move: old.moves[k].move})
			o = old.moves[k].old.to
		}
		if k := i - shiftNew; k >= 0 && k < len(new.moves) {
			r.put(edit{kind: MoveTo, old: span{o, o}, new: new.moves[k].new, move: new.moves[k].move})
			n = new.moves[k].new.to
		}
	}
}

// at returns stretch i, or an empty one at the given place if there is none.
func (s strand) at(i, place int) span {
	if i < 0 || i >= len(s.plain) {
		return span{place, place}
	}
	return s.plain[i]
}

// bestShift decides beside which stretch the text of a side without moves is
// read: the one that it resembles most.
func (r *region) bestShift(old, new strand) (shiftOld, shiftNew int) {
	switch {
	case len(new.moves) == 0 && len(old.moves) > 0:
		return 0, mostAlike(r.textOfNew(new.plain[0]), old.plain, r.textOfOld)
	case len(old.moves) == 0 && len(new.moves) > 0:
		return mostAlike(r.textOfOld(old.plain[0]), new.plain, r.textOfNew), 0
	}
	return 0, 0
}

func mostAlike(text string, spans []span, textOf func(span) string) int {
	best, most := 0, -1.0
	for i, s := range spans {
		if s.size() == 0 && most >= 0 {
			continue
		}
		if _, dice := alike(text, textOf(s)); dice > most || spans[best].size() == 0 {
			best, most = i, dice
		}
	}
	return best
}
