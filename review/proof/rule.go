package proof

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"jianbao/editor/doc"
)

// Rule is one rule as a pack states it. Which of the fields below Type are
// used depends on the type.
type Rule struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Type       string `json:"type"` // pattern, words, or the name of a kind with logic of its own
	Kind       Kind   `json:"kind"`
	Level      Level  `json:"level"`
	Clause     string `json:"clause"`
	Mechanical bool   `json:"mechanical,omitempty"` // its fixes need no judgement
	Parts      []Part `json:"parts,omitempty"`      // where it looks; everywhere if empty

	// A pattern: RE2, and what must or must not stand on either side of it.
	Match     string   `json:"match,omitempty"`
	Before    string   `json:"before,omitempty"`
	After     string   `json:"after,omitempty"`
	NotBefore string   `json:"notBefore,omitempty"`
	NotAfter  string   `json:"notAfter,omitempty"`
	Either    bool     `json:"either,omitempty"` // before or after is enough
	Except    []string `json:"except,omitempty"` // a match within a match of one of these is none
	Fix       []string `json:"fix,omitempty"`    // "$1" as in regexp.Expand
	Map       []string `json:"map,omitempty"`    // pairs: each of the first is put as the second
	Raw       bool     `json:"raw,omitempty"`    // looks also into addresses

	From string `json:"from,omitempty"` // the first and the last day on which it holds, yyyy-mm-dd
	To   string `json:"to,omitempty"`

	Words []Term `json:"words,omitempty"` // a word list

	Registers *Registers `json:"registers,omitempty"` // what its examples are compared with

	Wrong []Example `json:"wrong"` // texts it must flag
	Right []Example `json:"right"` // texts it must not flag

	method  method
	survey  survey
	compare func(Registers) (method, survey) // makes one of them for an office
}

// Term is a wrong word, what to write instead ("" where that takes thought) and
// the strings within which the wrong form is right.
type Term struct {
	Wrong  string   `json:"wrong"`
	Right  string   `json:"right,omitempty"`
	Except []string `json:"except,omitempty"`
}

// Example is a text that a rule must flag; line ends part its passages. Fixed
// is the text after the first fix of each finding of this rule. Date is the day
// of the issue and Part the part of every passage, where they matter.
type Example struct {
	Text  string `json:"text"`
	Fixed string `json:"fixed,omitempty"`
	Date  string `json:"date,omitempty"`
	Part  Part   `json:"part,omitempty"`
}

// UnmarshalJSON also takes a string: the text alone.
func (e *Example) UnmarshalJSON(data []byte) error {
	if len(data) > 0 && data[0] == '"' {
		return json.Unmarshal(data, &e.Text)
	}
	type plain Example
	return json.Unmarshal(data, (*plain)(e))
}

// least is how many examples of each sort a rule must bring.
const least = 2

// prepare checks a rule and makes what works for it.
func (r *Rule) prepare() error {
	switch {
	case r.ID == "" || r.Name == "" || r.Clause == "":
		return fmt.Errorf("a rule needs an id, a name and a clause")
	case !slices.Contains(Kinds(), r.Kind):
		return fmt.Errorf("unknown kind %q", r.Kind)
	case !slices.Contains(Levels(), r.Level):
		return fmt.Errorf("unknown level %q", r.Level)
	case len(r.Wrong) < least || len(r.Right) < least:
		return fmt.Errorf("%d wrong and %d right examples, want %d of each", len(r.Wrong), len(r.Right), least)
	}
	for _, day := range []string{r.From, r.To} {
		if _, err := doc.ParseDate(day); err != nil {
			return err
		}
	}
	for _, p := range r.Parts {
		if !slices.Contains(Parts(), p) {
			return fmt.Errorf("unknown part %q", p)
		}
	}
	return r.build()
}

func (r *Rule) build() (err error) {
	if make, ok := methods[r.Type]; ok {
		r.method, err = make(r)
		return err
	}
	if wide, ok := surveys[r.Type]; ok {
		r.survey = wide
		return nil
	}
	if r.Type == spelling {
		return nil
	}
	if compare, ok := comparisons[r.Type]; ok {
		r.compare = compare
		return nil
	}
	return fmt.Errorf("unknown type %q", r.Type)
}

// holds reports whether the rule was in force on a day, yyyy-mm-dd; on an
// unknown day, "", every rule is.
func (r *Rule) holds(day string) bool {
	return day == "" || (r.From == "" || day >= r.From) && (r.To == "" || day <= r.To)
}

func (r *Rule) looksAt(p Part) bool { return len(r.Parts) == 0 || slices.Contains(r.Parts, p) }

// finding adds to a hit what its rule says of all of them.
func (r *Rule) finding(p *passage, index int, level Level, h hit) Finding {
	if h.unsure {
		level = Suggestion
	}
	return Finding{Rule: r.ID, Kind: r.Kind, Level: level, Passage: index, Place: p.Place,
		From: doc.RuneOffset(h.from), To: doc.RuneOffset(h.to), Text: p.between(h.from, h.to), Fixes: h.fixes, Joins: h.joins,
		Mechanical: r.Mechanical && (h.joins || len(h.fixes) == 1), Code: cmp.Or(h.code, CodePrefix+r.ID), Args: h.args, Clause: r.Clause}
}
