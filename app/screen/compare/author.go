package compare

import (
	"context"

	"jianbao/review"
	"jianbao/review/diff"
)

// authorLimit is how many revisions back the author of a change is looked for.
const authorLimit = 24

// readAuthors finds for each change the revision that brought it: walking back
// from the one shown, the oldest in which the change stands without a break.
func (st *state) readAuthors(ctx context.Context, d *review.Desk) error {
	st.authors = make([]review.RevisionInfo, len(st.view.Changes))
	left := map[diff.ChangeID]int{}
	for i, c := range st.view.Changes {
		st.authors[i] = st.to.RevisionInfo
		left[c.ID] = i
	}
	for seq, n := st.to.Parent, 0; seq > st.from.Seq && len(left) > 0 && n < authorLimit; n++ {
		rev, err := d.Revision(ctx, st.file.Draft.ID, seq)
		if err != nil {
			return err
		}
		st.credit(rev, left)
		seq = rev.Parent
	}
	return nil
}

// credit gives the changes that already stand in an earlier revision to it, and
// drops the others from those still looked for.
func (st *state) credit(rev review.Revision, left map[diff.ChangeID]int) {
	there := map[diff.ChangeID]bool{}
	for _, c := range st.comparer.Bulletins(st.from.Text, rev.Text).Changes() {
		there[c.ID] = true
	}
	for id, i := range left {
		if there[id] {
			st.authors[i] = rev.RevisionInfo
		} else {
			delete(left, id)
		}
	}
}
