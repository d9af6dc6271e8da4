package proof

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// pattern finds what a regular expression matches, where what stands on either
// side allows it. RE2 cannot look around itself, so the sides are expressions
// of their own.
type pattern struct {
	match     *regexp.Regexp
	sides     []side
	except    []*regexp.Regexp
	fix       []string
	mapping   *strings.Replacer
	anyOf     []rune // no match without one of these; nil where that is not known
	addresses bool
	bound     bool // to the beginning or end of a line or a word
	either    bool // one side that is wanted is enough
}

// side is a condition on what stands before or after a match.
type side struct {
	re     *regexp.Regexp
	before bool
	want   bool
}

// sideLength bounds, in bytes, how far a condition looks.
const sideLength = 120

func newPattern(r *Rule) (*pattern, error) {
	match, err := regexp.Compile(r.Match)
	if err != nil {
		return nil, err
	}
	if match.MatchString("") {
		return nil, fmt.Errorf("the pattern %q matches nothing at all", r.Match)
	}
	p := &pattern{match: match, fix: r.Fix, anyOf: needed(r.Match), addresses: r.Raw, either: r.Either, bound: strings.ContainsAny(r.Match, `^$`) || strings.Contains(r.Match, `\b`)}
	if len(r.Map)%2 != 0 {
		return nil, fmt.Errorf("the map holds an odd number of strings")
	}
	if len(r.Map) > 0 {
		p.mapping = strings.NewReplacer(r.Map...)
	}
	for _, s := range []struct {
		source       string
		before, want bool
	}{{r.Before, true, true}, {r.NotBefore, true, false}, {r.After, false, true}, {r.NotAfter, false, false}} {
		if err := p.addSide(s.source, s.before, s.want); err != nil {
			return nil, err
		}
	}
	for _, source := range r.Except {
		re, err := regexp.Compile(source)
		if err != nil {
			return nil, err
		}
		p.except = append(p.except, re)
	}
	return p, nil
}

func (p *pattern) addSide(source string, before, want bool) error {
	if source == "" {
		return nil
	}
	anchored := `^(?:` + source + `)`
	if before {
		anchored = `(?:` + source + `)$`
	}
	re, err := regexp.Compile(anchored)
	if err == nil {
		p.sides = append(p.sides, side{re, before, want})
	}
	return err
}

func (p *pattern) find(text *passage) []hit {
	if !p.possible(text) {
		return nil
	}
	var hits []hit
	var right [][]int
	for end, all := 0, p.matches(text.Text); len(all) > 0; all = all[1:] {
		m := all[0]
		from, to := p.span(m)
		if from < end || from == to || !p.allowed(text, from, to) {
			continue
		}
		if right == nil {
			right = p.exceptions(text.Text)
		}
		if covered(right, from, to) {
			continue
		}
		end = to
		hits = append(hits, hit{from: text.rune(from), to: text.rune(to), fixes: p.fixes(text.Text, from, to, m)})
	}
	return hits
}

// matches returns every match with its groups. Where the expression is not
// bound to a place, the last character of one match may begin the next.
func (p *pattern) matches(text string) [][]int {
	if p.bound {
		return p.match.FindAllStringSubmatchIndex(text, -1)
	}
	var all [][]int
	for start := 0; start < len(text); {
		m := p.match.FindStringSubmatchIndex(text[start:])
		if m == nil {
			break
		}
		for i := range m {
			if m[i] >= 0 {
				m[i] += start
			}
		}
		all = append(all, m)
		_, last := utf8.DecodeLastRuneInString(text[m[0]:m[1]])
		start = max(m[1]-last, m[0]+1)
		for start < len(text) && !utf8.RuneStart(text[start]) {
			start++
		}
	}
	return all
}

// span is what a match means: its first group, unless the groups serve a fix.
func (p *pattern) span(m []int) (from, to int) {
	for i := 2; len(p.fix) == 0 && i < len(m); i += 2 {
		if m[i] >= 0 {
			return m[i], m[i+1]
		}
	}
	return m[0], m[1]
}

func (p *pattern) possible(text *passage) bool {
	if p.anyOf == nil {
		return true
	}
	for _, r := range p.anyOf {
		if text.has[r] {
			return true
		}
	}
	return false
}

func (p *pattern) allowed(text *passage, from, to int) bool {
	if !p.addresses && text.masked(from, to) {
		return false
	}
	before, after := tail(text.Text[:from]), head(text.Text[to:])
	wanted, met := 0, 0
	for _, s := range p.sides {
		beside := after
		if s.before {
			beside = before
		}
		holds := s.re.MatchString(beside)
		switch {
		case s.want && holds:
			met++
			fallthrough
		case s.want:
			wanted++
		case holds:
			return false
		}
	}
	return met == wanted || p.either && met > 0
}

// exceptions returns, in order of their ends, the stretches of text within
// which a match is none. It is not nil.
func (p *pattern) exceptions(text string) [][]int {
	spans := [][]int{}
	for _, re := range p.except {
		spans = append(spans, re.FindAllStringIndex(text, -1)...)
	}
	slices.SortFunc(spans, func(a, b []int) int { return a[1] - b[1] })
	return spans
}

// covered reports whether one of the spans holds the stretch from one byte to
// another. Spans of the same rule hardly nest: a few that end next decide.
func covered(spans [][]int, from, to int) bool {
	i, _ := slices.BinarySearchFunc(spans, to, func(s []int, to int) int { return s[1] - to })
	for ; i < len(spans) && spans[i][1]-to <= sideLength; i++ {
		if spans[i][0] <= from {
			return true
		}
	}
	return false
}

// fixes returns what may stand instead of the text from one byte to another, as
// a match of the pattern gives it.
func (p *pattern) fixes(text string, from, to int, m []int) []string {
	var fixes []string
	if p.mapping != nil {
		fixes = append(fixes, p.mapping.Replace(text[from:to]))
	}
	for _, f := range p.fix {
		fix := string(p.match.ExpandString(nil, f, text, m))
		if fix != text[from:to] && !slices.Contains(fixes, fix) {
			fixes = append(fixes, fix)
		}
	}
	return fixes
}

// tail is the end of s, as far as a condition looks; a condition on the
// beginning of the text holds only where tail is all of it.
func tail(s string) string {
	if len(s) <= sideLength {
		return s
	}
	at := len(s) - sideLength
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at--
	}
	return s[at:]
}

func head(s string) string {
	if len(s) <= sideLength {
		return s
	}
	at := sideLength
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at++
	}
	return s[:at]
}
