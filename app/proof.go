package app

import (
	"jianbao/app/setup"
	"jianbao/review"
	"jianbao/review/proof"
)

// Rules are the rules of proofreading that ship with the program.
func (w *window) Rules() ([]*proof.Rule, error) { return setup.Rules() }

// Checker proofreads the issues of a series with the registers of the office.
func (w *window) Checker(s review.Series, items []review.Item) (*proof.Checker, error) {
	return setup.CheckerFor(s, items)
}
