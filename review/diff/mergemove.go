package diff

import (
	"slices"
	"strings"
)

// carry finds the moves of one side inside which the other side edited, and lets
// the edits go along. Where both edited the same words inside, nothing is
// carried, and the move becomes a conflict.
func (c Comparer) carry(base string, movers, editors []patch) {
	for i, from := range movers {
		if !from.leaves() {
			continue
		}
		within, ok := within(editors, from.at)
		if !ok {
			continue
		}
		k := slices.IndexFunc(movers, func(p patch) bool { return p.move == from.move && !p.leaves() })
		edited := applied(base, editors[within.from:within.to], from.at)
		m := c.Merge(from.at.in(base), movers[k].new, edited)
		if m.Conflicts() > 0 || strings.TrimSpace(edited) == "" {
			continue
		}
		movers[i].carried, movers[k].carried = true, true
		movers[k].merged = m.Text(nil) // there is no conflict to decide
		for n := within.from; n < within.to; n++ {
			editors[n].inside = true
		}
	}
}

// within returns which patches stand in a block, and whether there are any and
// all of them are plain edits that leave its edges alone.
func within(patches []patch, block span) (found span, ok bool) {
	found.from = len(patches)
	for i, p := range patches {
		if p.at.to < block.from || p.at.from > block.to {
			continue
		}
		isAtEdge := p.at.size() == 0 && (p.at.from == block.from || p.at.from == block.to)
		if p.move != 0 || isAtEdge || p.at.from < block.from || p.at.to > block.to {
			return span{}, false
		}
		found = span{min(found.from, i), i + 1}
	}
	return found, found.size() > 0
}

// isCarried reports whether a group holds half of a move that goes along with
// the edits of the other side: those that it takes away, or nothing.
func isCarried(movers, editors []patch) bool {
	if !slices.ContainsFunc(movers, func(p patch) bool { return p.carried }) {
		return false
	}
	return movers[0].isApart() || len(editors) == 0
}

// withMerged returns patches that put in what both sides make of a moved text.
func withMerged(patches []patch) []patch {
	list := slices.Clone(patches)
	for i, p := range list {
		if p.carried {
			list[i].new = p.merged
		}
	}
	return list
}

// settleMoves makes a conflict of every move whose halves were not merged alike:
// a text moved to two places, or moved by one and taken out by the other, would
// be there twice or not at all.
func (g *grouping) settleMoves() {
	for again := true; again; {
		again = false
		for _, parts := range g.moves {
			if g.isAlike(parts) {
				continue
			}
			for _, i := range parts {
				p := &g.parts[i]
				p.Origin, p.Text, p.Look = Conflict, "", false
			}
			again = true
		}
	}
}

func (g *grouping) isAlike(parts []int) bool {
	for _, i := range parts {
		if g.parts[i].Origin != g.parts[parts[0]].Origin {
			return false
		}
	}
	return true
}
