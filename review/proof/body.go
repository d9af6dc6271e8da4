package proof

import (
	"regexp"
	"slices"
	"strings"
)

// bodyTargets are full names, long enough to be meant although a character
// differs. Names that begin otherwise are other bodies.
func bodyTargets(bodies []Organisation) []target {
	var targets []target
	for _, b := range bodies {
		runes := []rune(b.Name)
		t := target{runes: runes, Validity: b.Validity}
		switch {
		case len(runes) >= 9:
			t.limit = 2
		case len(runes) >= 5:
			t.limit = 1
		}
		targets = append(targets, t)
		for _, s := range b.Short {
			targets = append(targets, target{runes: []rune(s), Validity: b.Validity})
		}
	}
	return targets
}

func bodyNames(bodies []Organisation) []timed {
	var words []timed
	for _, b := range bodies {
		words = append(words, timed{b.Name, b.Validity})
		for _, s := range b.Short {
			words = append(words, timed{s, b.Validity})
		}
	}
	return words
}

// unlisted finds, where nothing but names stands, one that is not in the list.
type unlisted struct{ known []string }

func newUnlisted(bodies []Organisation) method {
	if len(bodies) == 0 {
		return nil
	}
	var u unlisted
	for _, n := range bodyNames(bodies) {
		u.known = append(u.known, n.word)
	}
	return u
}

// between the names of a list.
var (
	nameInList = regexp.MustCompile(`[^、，。；：;,\s　（）()]+`)
	noName     = regexp.MustCompile(`^各|各[^、]*$|有关|领导|部门|成员单位`)
)

func (u unlisted) find(p *passage) []hit {
	if p.Part != Lists && p.Part != Source {
		return nil
	}
	var hits []hit
	for _, m := range nameInList.FindAllStringIndex(p.Text, -1) {
		if name := p.Text[m[0]:m[1]]; !noName.MatchString(name) && !slices.Contains(u.known, name) {
			hits = append(hits, hit{from: p.rune(m[0]), to: p.rune(m[1])})
		}
	}
	return hits
}

// shortForms finds a name shortened in a way that neither the list nor the
// issue knows.
type shortForms struct {
	bodies map[[2]rune][]shortened
	known  lexicon
}

type shortened struct {
	full []rune
	Organisation
}

func newShortForms(bodies []Organisation) survey {
	if len(bodies) == 0 {
		return nil
	}
	f := shortForms{bodies: map[[2]rune][]shortened{}}
	var known []string
	for _, n := range bodyNames(bodies) {
		known = append(known, n.word)
	}
	f.known = newLexicon(known)
	for _, b := range bodies {
		if full := []rune(b.Name); len(full) > leastShort {
			f.bodies[[2]rune(full[:2])] = append(f.bodies[[2]rune(full[:2])], shortened{full, b})
		}
	}
	return f
}

// leastShort is how many characters the shortest form has that is looked for.
const leastShort = 4

var (
	defined   = regexp.MustCompile(`以下(?:简称|称)[：:]?[“"]?([^”"）)，。；]+)`)
	bodyEnds  = "委办局厅院会心室处所站队团校"
	shortSpan = 12
)

func (f shortForms) survey(s *sheet) []placed {
	var given []string
	for _, p := range s.passages {
		for _, m := range defined.FindAllStringSubmatch(p.Text, -1) {
			given = append(given, m[1])
		}
	}
	inIssue := newLexicon(given)
	var found []placed
	told := map[string]bool{} // each form once, where it stands first
	for n, p := range s.passages {
		for i := 0; i+leastShort <= len(p.runes); i++ {
			h, ok := f.at(p, i)
			if !ok || f.known.within(p, h.from, h.to) || inIssue.within(p, h.from, h.to) {
				continue
			}
			if form := p.between(h.from, h.to); !told[form] {
				found, told[form] = append(found, placed{n, h}), true
			}
			i = h.to - 1
		}
	}
	return found
}

// at returns the longest stretch from a rune on that shortens a listed name.
func (f shortForms) at(p *passage, from int) (hit, bool) {
	for _, b := range f.bodies[[2]rune(p.runes[from:from+2])] {
		for to := min(len(p.runes), from+min(shortSpan, len(b.full)-1)); to >= from+leastShort; to-- {
			if strings.ContainsRune(bodyEnds, p.runes[to-1]) && b.holds(p.date) && isShort(p.runes[from:to], b.full) {
				return hit{from: from, to: to, fixes: append([]string{b.Name}, b.Short...), args: map[string]string{"full": b.Name}}, true
			}
		}
	}
	return hit{}, false
}

// isShort reports whether the characters of a short form stand in the full name
// in their order, though not all at its beginning: that is the body above it.
func isShort(short, full []rune) bool {
	if slices.Equal(short, full[:len(short)]) {
		return false
	}
	for _, r := range full {
		if len(short) > 0 && short[0] == r {
			short = short[1:]
		}
	}
	return len(short) == 0
}
