package diff

import "strings"

// moveBlocks turns the pairs that are out of order into moves. Neighbours that
// moved together are one move, and whole paragraphs take their line ends along.
func (l *layout) moveBlocks(old, new []unit, pairs []pair, r rules) []block {
	var moves []block
	last := match{old: -2}
	for _, p := range pairs {
		if p.inOrder || p.weight < r.minMove {
			continue
		}
		b := block{old[p.old].at, new[p.new].at}
		if n := len(moves); p.old == last.old+1 && p.new == last.new+1 && l.adjoin(moves[n-1], b) {
			moves[n-1] = block{span{moves[n-1].old.from, b.old.to}, span{moves[n-1].new.from, b.new.to}}
		} else {
			moves = append(moves, b)
		}
		last = p.match
	}
	for i := range moves {
		moves[i] = l.withLineEnds(moves[i])
	}
	return moves
}

// adjoin reports whether only the same line ends, or nothing, stand between
// two blocks on both sides.
func (l *layout) adjoin(a, b block) bool {
	old, new := l.old.text[a.old.to:b.old.from], l.new.text[a.new.to:b.new.from]
	return old == new && strings.Trim(old, "\r\n") == ""
}

// withLineEnds extends a block of whole paragraphs over the line ends that
// follow it on both sides.
func (l *layout) withLineEnds(b block) block {
	if !startsLine(l.old.text, b.old.from) || !startsLine(l.new.text, b.new.from) {
		return b
	}
	for {
		n := lineEnd(l.old.text[b.old.to:])
		if n == 0 || n != lineEnd(l.new.text[b.new.to:]) {
			return b
		}
		b.old.to += n
		b.new.to += n
	}
}

func startsLine(s string, at int) bool { return at == 0 || s[at-1] == '\n' }

// lineEnd returns the length of the line end that s starts with, or 0.
func lineEnd(s string) int {
	switch {
	case strings.HasPrefix(s, "\r\n"):
		return 2
	case strings.HasPrefix(s, "\n"):
		return 1
	}
	return 0
}

// idleMoves returns the numbers of the moves that cross nothing: between their
// halves there is neither text that stayed nor the whole of another move, so
// that what looks moved in fact stood still.
func idleMoves(edits []edit) map[int]bool {
	first := map[int]int{}
	closed := -1 // the latest first half whose move, or stretch of kept text, is complete
	idle := map[int]bool{}
	for i, e := range edits {
		switch {
		case e.kind == Equal || e.kind == Replace:
			closed = i
		case e.move != 0:
			at, met := first[e.move]
			if !met {
				first[e.move] = i
				continue
			}
			if closed < at {
				idle[e.move] = true
			}
			closed = max(closed, at)
		}
	}
	return idle
}
