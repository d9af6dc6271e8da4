package diff

import "strings"

// Origin says whose text a part of a merge is.
type Origin string

// The origins. Both made the same change in a part of origin Both; in one of
// origin Combined one side moved a text and the other edited it; in one of
// origin Conflict they made different changes that overlap or touch.
const (
	FromBase   Origin = "base"
	FromMine   Origin = "mine"
	FromTheirs Origin = "theirs"
	FromBoth   Origin = "both"
	Combined   Origin = "combined"
	Conflict   Origin = "conflict"
)

// Part is a stretch of a merge, with what it was and what either side made of
// it.
type Part struct {
	Origin Origin `json:"origin"`
	Base   string `json:"base"`
	Mine   string `json:"mine"`
	Theirs string `json:"theirs"`
	Text   string `json:"text,omitempty"` // of a Combined part, what both sides together make of it
	Look   bool   `json:"look"`           // merged, but the other side changed something in the same sentence or moved text
}

// Merged is the work of two people on one text. The bases of its parts, joined,
// are the base, and likewise the two others.
type Merged struct {
	Parts []Part `json:"parts"`
}

// Merge puts together what two people made of one text. It merges every change
// that the other side leaves alone, and decides nothing where both changed the
// same place, or places that touch, or moved the same text to different places.
func (c Comparer) Merge(base, mine, theirs string) Merged {
	g := grouping{base: base, moves: map[moveOf][]int{}}
	g.edits[0], g.edits[1] = c.Texts(base, mine).patches(), c.Texts(base, theirs).patches()
	for side := range g.edits {
		c.carry(base, g.edits[side], g.edits[1-side])
	}
	for g.next() {
	}
	g.keep(len(base))
	g.settleMoves()
	m := Merged{Parts: g.parts}
	m.markLooks()
	return m
}

// Conflicts counts the parts that somebody must decide.
func (m Merged) Conflicts() int {
	return m.count(func(p Part) bool { return p.Origin == Conflict })
}

// Looks counts the parts that were merged but want a look.
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
		case Combined:
			b.WriteString(p.Text)
		case FromTheirs:
			b.WriteString(p.Theirs)
		default:
			b.WriteString(p.Mine)
		}
	}
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
