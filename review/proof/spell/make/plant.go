package main

import (
	"math"
	"math/rand/v2"
	"unicode"

	"jianbao/review/proof/spell"
)

// planter puts slips into sentences as people make them who type by sound or
// copy what they see.
type planter struct {
	trainee *spell.Trainee
	rand    *rand.Rand
}

// Shares of the slips planted: a word taken for another one of its sound, and
// of the others those of one character by its sound and by one nearly like it;
// the rest look alike.
const (
	wordShare      = 0.15
	sameSoundShare = 0.58
	nearSoundShare = 0.20
)

// slipsOf are how many slips a sentence gets; each number is as likely.
var slipsOf = [...]int{1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4}

// plant returns a sentence with slips.
func (p *planter) plant(sentence string) string {
	meant, written := []rune(sentence), []rune(sentence)
	for range slipsOf[p.rand.IntN(len(slipsOf))] {
		const tries = 20
		for range tries {
			if p.slip(meant, written, p.rand.IntN(len(meant))) {
				break
			}
		}
	}
	return string(written)
}

// slip writes something else at a place, unless that was done or cannot be.
func (p *planter) slip(meant, written []rune, at int) bool {
	if written[at] != meant[at] || !unicode.Is(unicode.Han, meant[at]) {
		return false
	}
	if p.rand.Float64() >= wordShare {
		written[at] = p.other(meant[at])
		return written[at] != meant[at]
	}
	if at+1 == len(meant) || written[at+1] != meant[at+1] {
		return false
	}
	words := p.trainee.Homophones(meant[at], meant[at+1])
	if len(words) > 0 {
		copy(written[at:], words[p.rand.IntN(len(words))][:])
	}
	return len(words) > 0
}

// other returns a character that may be taken for one, or that one if there is
// none.
func (p *planter) other(r rune) rune {
	alike := p.trainee.Alike(r)
	list := alike.SameLook
	switch x := p.rand.Float64(); {
	case x < sameSoundShare:
		list = alike.SameSound
	case x < sameSoundShare+nearSoundShare:
		list = alike.NearSound
	}
	total := 0.0
	for _, c := range list {
		total += p.weight(c)
	}
	x := p.rand.Float64() * total
	for _, c := range list {
		if x -= p.weight(c); x < 0 {
			return c
		}
	}
	return r
}

// weight makes characters that are often written more likely, but not so much
// as they are written.
func (p *planter) weight(r rune) float64 { return math.Sqrt(p.trainee.Frequency(r)) }
