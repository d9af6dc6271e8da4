package compose

import (
	"slices"

	"jianbao/editor/doc"
	"jianbao/review/diff"
)

// This file knows no window: it says what my text becomes when somebody else has
// saved his.

// union is my text with the changes of somebody else, and the places where we
// disagree: there it has mine.
type union struct {
	text doc.Bulletin
	open []diff.OpenMerge
}

// unite puts what became of base elsewhere into my text.
func unite(c diff.Comparer, base, mine, theirs doc.Bulletin) (union, error) {
	plain, err := c.MergeBulletins(base, mine, theirs)
	if err != nil {
		return union{}, err
	}
	all := slices.Repeat([]diff.Side{diff.Mine}, plain.Conflicts())
	merged, err := c.MergeDecided(base, mine, theirs, all)
	return union{merged.Bulletin, conflicts(merged.Open)}, err
}

func conflicts(open []diff.OpenMerge) []diff.OpenMerge {
	return slices.DeleteFunc(slices.Clone(open), func(o diff.OpenMerge) bool { return o.Origin != diff.Conflict })
}

// taking returns my text with theirs at one conflict between us, and whether
// that conflict is still to be found in it.
func taking(c diff.Comparer, base, mine, theirs doc.Bulletin, which diff.OpenMerge) (doc.Bulletin, bool, error) {
	kept, err := unite(c, base, mine, theirs)
	if err != nil {
		return mine, false, err
	}
	at := slices.IndexFunc(kept.open, func(o diff.OpenMerge) bool {
		return o.Place == which.Place && o.Base == which.Base && o.Theirs == which.Theirs
	})
	if at < 0 {
		return mine, false, nil
	}
	sides := slices.Repeat([]diff.Side{diff.Mine}, len(kept.open))
	sides[at] = diff.Theirs
	taken, err := c.MergeDecided(base, mine, theirs, sides)
	if err != nil {
		return mine, false, err
	}
	// What of theirs was undone on the page since stays undone: only what this
	// decision makes of the text goes into it.
	merged, err := unite(c, kept.text, mine, taken.Bulletin)
	return merged.text, true, err
}
