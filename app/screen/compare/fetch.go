package compare

import (
	"context"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
	"jianbao/review/diffview"
)

// span is two revisions by their numbers; 0 leaves the choice to the draft.
type span struct{ from, to int }

// wanted is what to compare, and how.
type wanted struct {
	span
	outside  *outside // the file that the newest text is compared with, or nil
	comparer diff.Comparer
}

// state is what the screen shows, fetched in one go and then only painted.
type state struct {
	file     *review.File
	from, to review.Revision // a file from outside is a revision without a number
	comparer diff.Comparer
	view     diffview.Comparison
	excerpts diffview.Excerpts
	authors  []review.RevisionInfo      // of each change
	spokenOf map[int]doc.Bulletin       // the revisions that demands speak of
	verdicts map[string]review.Decision // the newest decision about a change
	stepped  review.Stepping            // how far this person read the newest text sentence by sentence
	first    bool                       // this person never saw the draft before
	quiet    bool                       // nothing changed since this person last saw it
}

// fetch reads the draft and compares. It marks the newest revision as looked at
// when that is the one shown.
func fetch(ctx context.Context, d *review.Desk, who review.Actor, id review.DraftID, words diffview.Words, want wanted) (*state, error) {
	f, err := d.Open(ctx, who, id)
	if err != nil {
		return nil, err
	}
	if _, err := f.OpenErrors(); err != nil { // read here: whether he may sign is asked where nothing may take time
		return nil, err
	}
	me := who.Person().ID
	st := &state{file: f, comparer: want.comparer, first: f.Looked == 0 && f.LastSigned(me) == 0}
	asked := mustTick(f, who)
	st.quiet = want.from == 0 && want.outside == nil && f.Since(me) == f.Draft.Head && !asked
	if err := st.readSides(ctx, d, want, base(f, me, asked)); err != nil {
		return nil, err
	}
	st.view = diffview.Compare(st.comparer, st.from.Text, st.to.Text)
	st.excerpts = diffview.Excerpt(st.view, words)
	if st.stepped, err = d.Stepping(ctx, id, me); err != nil {
		return nil, err
	}
	st.verdicts = verdicts(f.Decisions, st.from.Seq)
	if err := st.readDemanded(ctx, d); err != nil {
		return nil, err
	}
	if err := st.readAuthors(ctx, d); err != nil {
		return nil, err
	}
	if me != "" && st.to.Seq == f.Draft.Head {
		err = d.Looked(ctx, who, id, st.to.Seq)
	}
	return st, err
}

// readSides reads the two texts to be compared.
func (st *state) readSides(ctx context.Context, d *review.Desk, want wanted, base int) (err error) {
	id := st.file.Draft.ID
	if want.outside != nil {
		st.from, st.to = st.file.Head, want.outside.revision(id)
		return nil
	}
	if want.from == 0 {
		want.from = base
	}
	if want.to == 0 {
		want.to = st.file.Draft.Head
	}
	if st.from, err = d.Revision(ctx, id, want.from); err == nil {
		st.to, err = d.Revision(ctx, id, want.to)
	}
	return err
}

// mustTick reports whether it is this person who has changes to tick now.
func mustTick(f *review.File, who review.Actor) bool {
	return f.Can(review.ActTick, who, review.Ask{}) == nil && len(f.CriticalOpen(who.Person().ID)) > 0
}

// base is the revision a person wants the newest one compared with: where he
// has changes to tick, what his signature is compared with; else the last he
// saw; where that is the newest itself, the last he signed; else the first.
func base(f *review.File, me review.PersonID, ticks bool) int {
	if ticks {
		return f.Basis(me)
	}
	if since := f.Since(me); since < f.Draft.Head {
		return since
	}
	if signed := f.LastSigned(me); signed > 0 && signed < f.Draft.Head {
		return signed
	}
	return f.Basis(me)
}

// verdicts picks the newest decision about each change since a revision. A
// change keeps its name while the text around it moves on.
func verdicts(all []review.Decision, from int) map[string]review.Decision {
	newest := map[string]review.Decision{}
	for _, d := range all {
		if d.From == from && !d.Verdict.IsTick() {
			newest[d.Change] = d
		}
	}
	return newest
}

func (st *state) readDemanded(ctx context.Context, d *review.Desk) error {
	st.spokenOf = map[int]doc.Bulletin{}
	for _, dm := range st.file.Demands {
		if _, read := st.spokenOf[dm.Revision]; read || dm.Anchor == (doc.Anchor{}) {
			continue
		}
		rev, err := d.Revision(ctx, st.file.Draft.ID, dm.Revision)
		if err != nil {
			return err
		}
		st.spokenOf[dm.Revision] = rev.Text
	}
	return nil
}

// noted is where open comments stand in the text shown.
func (st *state) noted() []doc.Anchor {
	var list []doc.Anchor
	for _, c := range st.file.OpenComments() {
		if at, ok := st.view.New.Locate(c.Anchor); ok && at.Quote != "" {
			list = append(list, at)
		}
	}
	return list
}

// verdict is the decision that counts about a change, or nil.
func (st *state) verdict(change int) *review.Decision {
	d, ok := st.verdicts[string(st.view.Changes[change].ID)]
	if !ok || d.Verdict == review.Reopened {
		return nil
	}
	return &d
}

// atHead reports whether the text shown on the new side is the newest.
func (st *state) atHead() bool { return st.to.Seq == st.file.Draft.Head }
