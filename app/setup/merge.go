package setup

import (
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
)

// Merging makes a desk put together what comes back from another machine, as
// "merge" does.
func Merging() review.Option { return review.WithMerger(merging{Comparer()}) }

type merging struct{ diff.Comparer }

// MergeTexts implements review.Merger.
func (m merging) MergeTexts(base, mine, theirs doc.Bulletin, sides []review.Side) (review.Merging, error) {
	chosen := make([]diff.Side, len(sides))
	for i, s := range sides {
		chosen[i] = diff.Side(s)
	}
	merged, err := m.MergeDecided(base, mine, theirs, chosen)
	out := review.Merging{Text: merged.Bulletin}
	for _, o := range merged.Open {
		if o.Origin == diff.Conflict {
			out.Open = append(out.Open, review.Disagreement{At: o.Place, Base: o.Base, Mine: o.Mine, Theirs: o.Theirs})
		}
	}
	return out, err
}
