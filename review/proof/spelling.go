package proof

import "jianbao/review/proof/spell"

// spelling is the type of rule that asks a speller.
const spelling = "spelling"

// sure is the least score of a slip that is found at the level of the rule;
// below it, what is found is a suggestion.
const sure = 4.0

// WithSpeller makes the checker ask a speller; without one the rules of type
// spelling find nothing.
func WithSpeller(s *spell.Speller) Option { return func(c *Checker) { c.speller = s } }

// slips finds characters that were probably meant otherwise.
type slips struct{ *spell.Speller }

func (f slips) find(p *passage) []hit {
	var hits []hit
	for _, s := range f.Slips(p.Text) {
		if !p.masked(p.start[s.At], p.start[s.At+1]) {
			hits = append(hits, hit{from: s.At, to: s.At + 1, fixes: []string{string(s.Right)}, unsure: s.Score < sure})
		}
	}
	return hits
}

// silence tells once, at the first passage with text, that the speller cannot be
// used, so that no one takes silence for a text without slips.
type silence struct{ *spell.Speller }

func (f silence) survey(s *sheet) []placed {
	if f.Load() == nil {
		return nil
	}
	for i, p := range s.passages {
		if len(p.runes) > 0 {
			return []placed{{i, hit{code: spellerBroken}}}
		}
	}
	return nil
}
