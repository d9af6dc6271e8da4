package spell

import (
	"fmt"
	"strings"
)

// characters says which characters may be taken for another one.
type characters struct {
	sounds map[rune][]string // syllables without tones
	looks  map[rune][]rune
	named  map[string][]rune // characters by syllable, only those of the model
	model  *Model

	candidates memory[rune, []candidate]
	homophones memory[[2]rune, []word]
}

func (m *Model) knows(r rune) bool { return m.ids[r] != 0 }

// readCharacters reads lines "character readings look-alikes".
func readCharacters(text string, m *Model) (*characters, error) {
	c := &characters{model: m, sounds: map[rune][]string{}, looks: map[rune][]rune{}, named: map[string][]rune{}}
	number := 0
	for line := range strings.Lines(text) {
		number++
		f := strings.Split(strings.TrimSuffix(line, "\n"), " ")
		if len(f) != 3 || len([]rune(f[0])) != 1 {
			return nil, fmt.Errorf("%w: characters, line %d", ErrModel, number)
		}
		r := []rune(f[0])[0]
		c.sounds[r] = strings.Split(f[1], ",")
		c.looks[r] = []rune(f[2])
		if m.knows(r) {
			for _, s := range c.sounds[r] {
				c.named[s] = append(c.named[s], r)
			}
		}
	}
	return c, nil
}

// likeness says how a candidate is like the character it may replace.
type likeness uint8

const (
	sameSound likeness = iota
	nearSound
	sameLook
	likenesses
)

// candidate is a character that may have been meant.
type candidate struct {
	rune
	id   uint16
	like likeness
}

// of returns what may have been meant by a character, the likest first.
func (c *characters) of(r rune) []candidate { return c.candidates.get(r, c.find) }

func (c *characters) find(r rune) []candidate {
	var list []candidate
	seen := map[rune]bool{r: true}
	add := func(runes []rune, like likeness) {
		for _, x := range runes {
			if !seen[x] && c.model.knows(x) {
				seen[x] = true
				list = append(list, candidate{x, c.model.ids[x], like})
			}
		}
	}
	for _, s := range c.sounds[r] {
		add(c.named[s], sameSound)
	}
	for _, s := range c.sounds[r] {
		for _, near := range nearTo(s) {
			add(c.named[near], nearSound)
		}
	}
	add(c.looks[r], sameLook)
	return list
}
