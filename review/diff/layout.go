package diff

import (
	"cmp"
	"slices"
)

// block is a stretch of the old text and the stretch of the new text that it
// corresponds to.
type block struct{ old, new span } // bytes

// layout is the coarse picture of a comparison: anchors, which are equal and
// in order, and moves, which are out of order and perhaps edited.
type layout struct {
	old, new side
	lexicon  *Lexicon
	anchors  []block // in order on both sides
	moves    []block // numbered from 1
}

// layOut finds the anchors and moves of two texts, first among paragraphs,
// then among the sentences of what is left.
func layOut(old, new string, lexicon *Lexicon) *layout {
	l := &layout{old: side{text: old}, new: side{text: new}, lexicon: lexicon}
	l.match(paragraphs(old), paragraphs(new), paragraphRules)
	var oldUnits, newUnits []unit
	for i, g := range l.gaps() {
		if l.isEqual(g) {
			continue
		}
		for _, s := range l.old.unmoved(g.old) {
			oldUnits = sentences(oldUnits, old, s, i)
		}
		for _, s := range l.new.unmoved(g.new) {
			newUnits = sentences(newUnits, new, s, i)
		}
	}
	l.match(oldUnits, newUnits, sentenceRules)
	return l
}

// match adds the anchors and moves found among the given units.
func (l *layout) match(old, new []unit, r rules) {
	found := pairUp(old, new, r)
	l.anchors = append(l.anchors, anchorBlocks(old, new, found)...)
	slices.SortFunc(l.anchors, func(a, b block) int { return cmp.Compare(a.old.from, b.old.from) })
	l.setMoves(append(l.moves, l.moveBlocks(old, new, found, r)...))
}

func (l *layout) setMoves(moves []block) {
	l.moves = moves
	oldSpans, newSpans := make([]span, len(l.moves)), make([]span, len(l.moves))
	for i, m := range l.moves {
		oldSpans[i], newSpans[i] = m.old, m.new
	}
	l.old.setMoves(oldSpans)
	l.new.setMoves(newSpans)
}

// drop takes back the moves with these numbers.
func (l *layout) drop(numbers map[int]bool) {
	var kept []block
	for i, m := range l.moves {
		if !numbers[i+1] {
			kept = append(kept, m)
		}
	}
	l.setMoves(kept)
}

// gaps returns what lies before, between and after the anchors: always one
// more than there are anchors.
func (l *layout) gaps() []block {
	gaps := make([]block, 0, len(l.anchors)+1)
	var at block
	for _, a := range l.anchors {
		gaps = append(gaps, block{span{at.old.to, a.old.from}, span{at.new.to, a.new.from}})
		at = a
	}
	return append(gaps, block{span{at.old.to, len(l.old.text)}, span{at.new.to, len(l.new.text)}})
}

// isEqual reports whether both sides of a gap hold the same text and no move.
func (l *layout) isEqual(g block) bool {
	return g.old.in(l.old.text) == g.new.in(l.new.text) &&
		l.old.movesIn(g.old).size() == 0 && l.new.movesIn(g.new).size() == 0
}
