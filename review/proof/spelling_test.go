package proof

import (
	"testing"
	"testing/fstest"

	"jianbao/editor/doc"
	"jianbao/review/proof/spell"
)

// TestABrokenSpellerIsTold finds one finding that says so, and no other.
func TestABrokenSpellerIsTold(t *testing.T) {
	rule := &Rule{ID: "L01", Type: spelling, Kind: Spelling, Level: Warning}
	for name, files := range map[string]fstest.MapFS{
		"absent":  {},
		"damaged": {"model.bin": {Data: []byte("JBSPELL2 and no more")}},
	} {
		checker := NewChecker([]*Rule{rule}, nil, WithSpeller(spell.New(files)))
		found, err := checker.Check(t.Context(), LinesOf([]string{"", "各级人民政付", "附责"}, doc.Date{}))
		if err != nil || len(found) != 1 || found[0].Code != spellerBroken || found[0].Passage != 1 {
			t.Errorf("%s: %+v, %v", name, found, err)
		}
	}
}
