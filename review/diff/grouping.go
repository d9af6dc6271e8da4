package diff

import (
	"cmp"
	"slices"
	"strings"
)

// patch puts a text in the place of a stretch of the base.
type patch struct {
	at      span // bytes
	new     string
	move    int    // number of the move that it is a half of, on its side; 0 is none
	carried bool   // half of a move inside which the other side edited
	merged  string // of carried, new with those edits
	inside  bool   // such an edit
}

// leaves reports whether the patch is the half of a move that takes text away.
func (p patch) leaves() bool { return p.move != 0 && p.at.size() > 0 }

// isApart reports whether a patch is never taken together with what it touches:
// it stands in a block that is merged by itself.
func (p patch) isApart() bool { return p.inside || p.carried && p.leaves() }

// patches returns the changes of a script by their places in the old text. A
// move is a deletion and an insertion.
func (s Script) patches() []patch {
	var list []patch
	at := 0
	for _, h := range s.Hunks {
		to := at + len(h.Old)
		if h.IsChange() {
			list = append(list, patch{at: span{at, to}, new: h.New, move: h.Move})
		}
		at = to
	}
	return list
}

// grouping walks along the base and takes together the patches that overlap or
// touch.
type grouping struct {
	base  string
	edits [2][]patch // those not yet used, of mine and theirs
	at    int        // up to where the base is covered
	parts []Part
	moves map[moveOf][]int // the parts in which the halves of each move are
}

// moveOf is a move of one side.
type moveOf struct{ side, move int }

// next takes the next group of patches and reports whether there was one.
func (g *grouping) next() bool {
	first := g.first()
	if first < 0 {
		return false
	}
	reach, taken := g.edits[first][0].at, [2]int{}
	taken[first] = 1
	if g.edits[first][0].isApart() {
		other := 1 - first
		for taken[other] < len(g.edits[other]) && g.edits[other][taken[other]].at.to <= reach.to {
			taken[other]++
		}
	} else {
		reach = g.touching(reach, &taken)
	}
	g.keep(reach.from)
	g.put(reach, taken)
	return true
}

// touching takes all patches that overlap or touch a stretch, or each other, and
// returns how far they reach.
func (g *grouping) touching(reach span, taken *[2]int) span {
	for grown := true; grown; {
		grown = false
		for side, edits := range g.edits {
			for taken[side] < len(edits) && edits[taken[side]].at.from <= reach.to && !edits[taken[side]].isApart() {
				reach.to = max(reach.to, edits[taken[side]].at.to)
				taken[side]++
				grown = true
			}
		}
	}
	return reach
}

// first returns the side whose next patch comes first, or -1. An edit inside a
// block that the other side moved waits for that.
func (g *grouping) first() int {
	sides := slices.DeleteFunc([]int{0, 1}, func(i int) bool { return len(g.edits[i]) == 0 || g.edits[i][0].inside })
	if len(sides) == 0 {
		return -1
	}
	return slices.MinFunc(sides, func(a, b int) int { return cmp.Compare(g.edits[a][0].at.from, g.edits[b][0].at.from) })
}

// keep adds the base up to a place, which nobody changed.
func (g *grouping) keep(to int) {
	if text := g.base[g.at:to]; text != "" {
		g.parts = append(g.parts, Part{Origin: FromBase, Base: text, Mine: text, Theirs: text})
	}
	g.at = to
}

// put adds a group of so many patches of each side.
func (g *grouping) put(reach span, taken [2]int) {
	mine, theirs := g.take(0, taken[0]), g.take(1, taken[1])
	p := Part{Base: reach.in(g.base), Mine: applied(g.base, mine, reach), Theirs: applied(g.base, theirs, reach)}
	switch {
	case isCarried(mine, theirs):
		p.Origin, p.Text, p.Look = Combined, applied(g.base, withMerged(mine), reach), true
	case isCarried(theirs, mine):
		p.Origin, p.Text, p.Look = Combined, applied(g.base, withMerged(theirs), reach), true
	case len(theirs) == 0:
		p.Origin = FromMine
	case len(mine) == 0:
		p.Origin = FromTheirs
	case p.Mine == p.Theirs:
		p.Origin = FromBoth
	default:
		p.Origin = Conflict
	}
	g.parts = append(g.parts, p)
	g.at = reach.to
}

// take uses up n patches of a side for the part that comes next.
func (g *grouping) take(side, n int) []patch {
	taken := g.edits[side][:n]
	g.edits[side] = g.edits[side][n:]
	for _, p := range taken {
		if p.move != 0 {
			of := moveOf{side, p.move}
			g.moves[of] = append(g.moves[of], len(g.parts))
		}
	}
	return taken
}

// applied returns what patches make of a stretch of the base.
func applied(base string, patches []patch, reach span) string {
	var b strings.Builder
	at := reach.from
	for _, p := range patches {
		b.WriteString(base[at:p.at.from] + p.new)
		at = p.at.to
	}
	b.WriteString(base[at:reach.to])
	return b.String()
}
