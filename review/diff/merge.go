package diff

import (
	"cmp"
	"slices"
	"strings"
)

// Origin says whose text a part of a merge is.
type Origin string

// The origins. Both made the same change in a part of origin Both; in one of
// origin Conflict they made different changes that overlap or touch.
const (
	FromBase   Origin = "base"
	FromMine   Origin = "mine"
	FromTheirs Origin = "theirs"
	FromBoth   Origin = "both"
	Conflict   Origin = "conflict"
)

// Part is a stretch of a merge, with what it was and what either side made of
// it.
type Part struct {
	Origin Origin `json:"origin"`
	Base   string `json:"base"`
	Mine   string `json:"mine"`
	Theirs string `json:"theirs"`
	Look   bool   `json:"look"` // merged, but the other side changed something in the same sentence
}

// Merged is the work of two people on one text. The bases of its parts, joined,
// are the base, and likewise the two others.
type Merged struct {
	Parts []Part `json:"parts"`
}

// Merge puts together what two people made of one text. It merges every change
// that the other side leaves alone, and decides nothing where both changed the
// same place, or places that touch.
func (c Comparer) Merge(base, mine, theirs string) Merged {
	g := grouping{base: base}
	g.edits[0], g.edits[1] = c.Texts(base, mine).patches(), c.Texts(base, theirs).patches()
	for g.next() {
	}
	g.keep(len(base))
	m := Merged{Parts: g.parts}
	m.markLooks()
	return m
}

// Conflicts counts the parts that somebody must decide.
func (m Merged) Conflicts() int {
	return m.count(func(p Part) bool { return p.Origin == Conflict })
}

// Looks counts the parts that were merged within one sentence.
func (m Merged) Looks() int { return m.count(func(p Part) bool { return p.Look }) }

func (m Merged) count(is func(Part) bool) int {
	n := 0
	for _, p := range m.Parts {
		if is(p) {
			n++
		}
	}
	return n
}

// Text returns the merged text; decide gives the text of a conflict.
func (m Merged) Text(decide func(Part) string) string {
	var b strings.Builder
	for _, p := range m.Parts {
		switch p.Origin {
		case Conflict:
			b.WriteString(decide(p))
		case FromTheirs:
			b.WriteString(p.Theirs)
		default:
			b.WriteString(p.Mine)
		}
	}
	return b.String()
}

// patch puts a text in the place of a stretch of the base.
type patch struct {
	at  span // bytes
	new string
}

// patches returns the changes of a script by their places in the old text. A
// move is a deletion and an insertion.
func (s Script) patches() []patch {
	var list []patch
	at := 0
	for _, h := range s.Hunks {
		to := at + len(h.Old)
		if h.IsChange() {
			list = append(list, patch{span{at, to}, h.New})
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
}

// next takes the next group of patches and reports whether there was one.
func (g *grouping) next() bool {
	first := g.first()
	if first < 0 {
		return false
	}
	reach := g.edits[first][0].at
	var taken [2]int
	for grown := true; grown; {
		grown = false
		for side := range g.edits {
			for taken[side] < len(g.edits[side]) && g.edits[side][taken[side]].at.from <= reach.to {
				reach.to = max(reach.to, g.edits[side][taken[side]].at.to)
				taken[side]++
				grown = true
			}
		}
	}
	g.keep(reach.from)
	g.put(reach, taken)
	return true
}

// first returns the side whose next patch comes first, or -1.
func (g *grouping) first() int {
	sides := slices.DeleteFunc([]int{0, 1}, func(i int) bool { return len(g.edits[i]) == 0 })
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
	p := Part{Base: reach.in(g.base), Mine: g.apply(0, taken[0], reach), Theirs: g.apply(1, taken[1], reach)}
	switch {
	case taken[1] == 0:
		p.Origin = FromMine
	case taken[0] == 0:
		p.Origin = FromTheirs
	case p.Mine == p.Theirs:
		p.Origin = FromBoth
	default:
		p.Origin = Conflict
	}
	g.parts = append(g.parts, p)
	g.at = reach.to
}

// apply uses up n patches of a side and returns what they make of a stretch.
func (g *grouping) apply(side, n int, reach span) string {
	var b strings.Builder
	at := reach.from
	for _, p := range g.edits[side][:n] {
		b.WriteString(g.base[at:p.at.from] + p.new)
		at = p.at.to
	}
	g.edits[side] = g.edits[side][n:]
	b.WriteString(g.base[at:reach.to])
	return b.String()
}

// markLooks marks the changes of either side that share a sentence with one of
// the other side.
func (m Merged) markLooks() {
	var sentence []int // changes in the sentence so far
	for i, p := range m.Parts {
		if p.Origin == FromBase && strings.ContainsAny(p.Base, sentenceEnds+"\r\n") {
			m.lookIfShared(sentence)
			sentence = nil
		} else if p.Origin == FromMine || p.Origin == FromTheirs {
			sentence = append(sentence, i)
		}
	}
	m.lookIfShared(sentence)
}

func (m Merged) lookIfShared(changes []int) {
	for _, i := range changes {
		for _, k := range changes {
			if m.Parts[i].Origin != m.Parts[k].Origin {
				m.Parts[i].Look = true
			}
		}
	}
}
