package setup

import (
	"sync"

	"jianbao/assets"
	"jianbao/review/proof"
)

// Packs returns the packs of proofreading rules that ship with the program,
// which are read when they are first needed. It returns proof.ErrPack.
var Packs = sync.OnceValues(func() ([]proof.Pack, error) { return proof.Load(assets.Rules()) })

// Checker returns what proofreads by all of these rules. It returns
// proof.ErrPack.
func Checker() (*proof.Checker, error) {
	packs, err := Packs()
	if err != nil {
		return nil, err
	}
	return proof.NewChecker(proof.RulesOf(packs), nil), nil
}
