package proofread

import (
	"context"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/proof"
)

// Reader tells a desk what stands in the way of a signature; it implements
// review.Proofreader. Rules is asked for the rules when a text is first read.
type Reader struct {
	Rules func() ([]*proof.Rule, error)
}

// Proofread implements review.Proofreader.
func (r Reader) Proofread(b doc.Bulletin, s review.Series, items []review.Item) ([]review.Flaw, error) {
	rules, err := r.Rules()
	if err != nil {
		return nil, err
	}
	text := proof.TextOf(&b)
	found, err := Checker(rules, s, items).Check(context.Background(), text)
	flaws := make([]review.Flaw, len(found))
	for i, f := range found {
		flaws[i] = review.Flaw{Mark: Mark(text, f), Place: f.Place, Error: f.Level == proof.Error, Code: f.Code}
	}
	return flaws, err
}
