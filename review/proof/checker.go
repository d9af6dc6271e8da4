package proof

import (
	"context"
	"fmt"
	"hash/maphash"
	"maps"

	"jianbao/editor/doc"
	"jianbao/review/proof/spell"
)

// Setting changes a rule for a series or an office.
type Setting struct {
	Off   bool
	Level Level // in place of the rule's own; "" keeps it
}

// Checker holds the rules to check by. It is safe for use by several
// goroutines.
type Checker struct {
	local, wide []ruling
	registers   Registers
	speller     *spell.Speller
	known       lexicon // no rule of spelling flags what stands within these
}

type ruling struct {
	*Rule
	level  Level
	method method
	survey survey
}

// Option adds to what a Checker knows.
type Option func(*Checker)

// WithRegisters makes the checker compare with what an office knows.
func WithRegisters(r Registers) Option {
	return func(c *Checker) { c.registers, c.known = r, newLexicon(r.Known) }
}

// NewChecker returns a checker for rules that were loaded, changed as settings
// say by their ids. Rules that compare with registers find nothing without them.
func NewChecker(rules []*Rule, settings map[string]Setting, options ...Option) *Checker {
	c := &Checker{known: newLexicon(nil)}
	for _, o := range options {
		o(c)
	}
	for _, r := range rules {
		set := settings[r.ID]
		if set.Off {
			continue
		}
		level := r.Level
		if set.Level != "" {
			level = set.Level
		}
		c.add(ruling{r, level, r.method, r.survey})
	}
	return c
}

func (c *Checker) add(r ruling) {
	if r.compare != nil {
		r.method, r.survey = r.compare(c.registers)
	}
	if r.Type == spelling && c.speller != nil {
		r.method, r.survey = slips{c.speller}, silence{c.speller}
	}
	if r.method != nil {
		c.local = append(c.local, r)
	}
	if r.survey != nil {
		c.wide = append(c.wide, r)
	}
}

// isKnown reports whether what a rule of spelling found is a word of the office.
func (c *Checker) isKnown(r *Rule, p *passage, h hit) bool {
	return r.Kind == Spelling && c.known.within(p, h.from, h.to)
}

// Check checks a text once. It returns the error of ctx where that ends first.
func (c *Checker) Check(ctx context.Context, t Text) ([]Finding, error) {
	return c.Session().Check(ctx, t)
}

// Session returns what checks one text again and again while it is written.
func (c *Checker) Session() *Session {
	return &Session{checker: c, seed: maphash.MakeSeed(), known: map[key]*entry{}, wide: map[string]surveyed{}}
}

// Session remembers what it found in each passage, so that only what changed
// is looked at again. It is for one goroutine at a time.
type Session struct {
	checker *Checker
	seed    maphash.Seed
	known   map[key]*entry
	wide    map[string]surveyed // by rule
}

// key is what the findings within a passage depend on, besides the rules.
type key struct {
	Part
	Text string
	Date string
}

type entry struct {
	*passage
	found []Finding
}

// surveyed is what a survey found, and the hash of what it had looked at.
type surveyed struct {
	sum  uint64
	hits []placed
}

// Check returns the findings in t, in the order of the text. It returns the
// error of ctx where that ends first; what was found until then is kept for the
// next time.
func (s *Session) Check(ctx context.Context, t Text) ([]Finding, error) {
	fresh := make(map[key]*entry, len(t.Passages))
	sheet, day := &sheet{date: t.Date}, t.Date.String()
	var all []Finding
	for i, p := range t.Passages {
		if err := ctx.Err(); err != nil {
			maps.Copy(s.known, fresh)
			return nil, err
		}
		k := key{p.Part, p.Text, day}
		e := fresh[k]
		if e == nil {
			e = s.entry(k, p, t.Date)
		}
		fresh[k] = e
		ready := *e.passage
		ready.Place = p.Place
		sheet.passages = append(sheet.passages, &ready)
		for _, f := range e.found {
			f.Passage, f.Place = i, p.Place
			all = append(all, f)
		}
	}
	s.known = fresh
	wide, err := s.surveys(ctx, sheet)
	if err != nil {
		return nil, err
	}
	all = append(all, wide...)
	order(all)
	return all, nil
}

// entry returns what is known of a passage, or looks at it.
func (s *Session) entry(k key, p Passage, date doc.Date) *entry {
	if e := s.known[k]; e != nil {
		return e
	}
	e := &entry{passage: prepare(p, date)}
	if len(e.runes) == 0 {
		return e
	}
	for _, r := range s.checker.local {
		if !r.looksAt(p.Part) || !r.holds(k.Date) {
			continue
		}
		for _, h := range r.method.find(e.passage) {
			if !s.checker.isKnown(r.Rule, e.passage, h) {
				e.found = append(e.found, r.finding(e.passage, 0, r.level, h))
			}
		}
	}
	return e
}

// surveys runs the rules that look at several passages, each only if one of
// those changed.
func (s *Session) surveys(ctx context.Context, all *sheet) ([]Finding, error) {
	var found []Finding
	day := all.date.String()
	for _, r := range s.checker.wide {
		if !r.holds(day) {
			continue
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		sum := s.sum(r, all)
		done, known := s.wide[r.ID]
		if !known || done.sum != sum {
			done = surveyed{sum, r.survey.survey(all.only(r.Rule))}
			s.wide[r.ID] = done
		}
		for _, h := range done.hits {
			found = append(found, r.finding(all.passages[h.passage], h.passage, r.level, h.hit))
		}
	}
	return found, nil
}

func (s *Session) sum(r ruling, all *sheet) uint64 {
	var h maphash.Hash
	h.SetSeed(s.seed)
	fmt.Fprint(&h, all.date)
	for i, p := range all.passages {
		if r.looksAt(p.Part) {
			fmt.Fprintf(&h, "\x00%d %s %s %d ", i, p.Part, p.Place.Field, len(p.Text))
			h.WriteString(p.Text)
		}
	}
	return h.Sum64()
}

// only returns the sheet with the passages that a rule does not look at left
// blank, so that indices stay.
func (s *sheet) only(r *Rule) *sheet {
	if len(r.Parts) == 0 {
		return s
	}
	part := &sheet{date: s.date, passages: make([]*passage, len(s.passages))}
	for i, p := range s.passages {
		if part.passages[i] = p; !r.looksAt(p.Part) {
			part.passages[i] = prepare(Passage{Place: p.Place, Part: p.Part}, s.date)
		}
	}
	return part
}
