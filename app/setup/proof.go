package setup

import (
	"sync"

	"jianbao/app/proofread"
	"jianbao/assets"
	"jianbao/review"
	"jianbao/review/proof"
	"jianbao/review/proof/spell"
)

// Packs returns the packs of proofreading rules that ship with the program,
// which are read when they are first needed. It returns proof.ErrPack.
var Packs = sync.OnceValues(func() ([]proof.Pack, error) { return proof.Load(assets.Rules()) })

// Rules returns the rules of all packs. It returns proof.ErrPack.
func Rules() ([]*proof.Rule, error) {
	packs, err := Packs()
	return proof.RulesOf(packs), err
}

// speller is read when something is first checked by it.
var speller = spell.New(assets.Spell())

// Checker returns what proofreads by all of these rules, without anything that
// an office keeps. It returns proof.ErrPack.
func Checker() (*proof.Checker, error) { return CheckerFor(review.Series{}, nil) }

// CheckerFor returns what proofreads the issues of a series with the office's
// registers. It returns proof.ErrPack.
func CheckerFor(s review.Series, items []review.Item) (*proof.Checker, error) {
	rules, err := Rules()
	if err != nil {
		return nil, err
	}
	return proofread.Checker(rules, s, items, proof.WithSpeller(speller)), nil
}

// Proofreading makes a desk warn of open errors before a signature; every desk
// of the program has it.
func Proofreading() review.Option {
	return review.WithProofreader(proofread.Reader{Rules: Rules})
}
