package proof

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"slices"
)

// ErrPack says that a pack of rules cannot be used.
var ErrPack = errors.New("proof: a pack of rules cannot be used")

// Pack is a file of rules.
type Pack struct {
	Title   string     `json:"title"`
	Rules   []*Rule    `json:"rules"`
	Omitted []Omission `json:"omitted,omitempty"`
}

// Omission is a check that was considered and is not made, and why.
type Omission struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	Reason string `json:"reason"`
}

// Load reads every pack *.json of a folder in the order of the file names. It
// returns ErrPack for one that is not understood, and for an id used twice: a
// rule that is silently missing is worse than none.
func Load(folder fs.FS) ([]Pack, error) {
	names, err := fs.Glob(folder, "*.json")
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPack, err)
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("%w: the folder holds none", ErrPack)
	}
	var packs []Pack
	seen := map[string]bool{}
	for _, name := range names {
		p, err := readPack(folder, name)
		if err != nil {
			return nil, fmt.Errorf("%w: %s: %w", ErrPack, name, err)
		}
		for _, r := range p.Rules {
			if seen[r.ID] {
				return nil, fmt.Errorf("%w: %s: a second rule %s", ErrPack, name, r.ID)
			}
			seen[r.ID] = true
		}
		packs = append(packs, p)
	}
	return packs, nil
}

func readPack(folder fs.FS, name string) (Pack, error) {
	data, err := fs.ReadFile(folder, name)
	if err != nil {
		return Pack{}, err
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var p Pack
	if err := dec.Decode(&p); err != nil {
		return Pack{}, err
	}
	for _, r := range p.Rules {
		if err := r.prepare(); err != nil {
			return Pack{}, fmt.Errorf("rule %s: %w", r.ID, err)
		}
	}
	return p, nil
}

// RulesOf returns the rules of all packs, in order.
func RulesOf(packs []Pack) []*Rule {
	var rules []*Rule
	for _, p := range packs {
		rules = append(rules, p.Rules...)
	}
	return slices.Clip(rules)
}
