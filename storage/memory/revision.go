package memory

import (
	"cmp"
	"slices"

	"jianbao/review"
	"jianbao/storage/record"
)

type revisions struct{ *txn }

func revisionKey(id review.DraftID, seq int) nth[review.DraftID] {
	return nth[review.DraftID]{id, int64(seq)}
}

func (s revisions) Add(r review.Revision) error {
	text, err := record.Text(r)
	if err != nil {
		return err
	}
	if err := add(s.txn, &s.state.revisions, record.Revision, revisionKey(r.Draft, r.Seq), r.RevisionInfo); err != nil {
		return err
	}
	s.names(r.Draft)
	return set(s.txn, &s.state.texts, r.Hash, text)
}

func (s revisions) Get(id review.DraftID, seq int) (review.Revision, error) {
	info, err := get(&s.state.revisions, record.Revision, revisionKey(id, seq))
	if err != nil {
		return review.Revision{}, err
	}
	return record.WithText(info, s.state.texts.rows[info.Hash])
}

func (s revisions) List(id review.DraftID) ([]review.RevisionInfo, error) {
	all, err := list(&s.state.revisions, record.Revision, func(k nth[review.DraftID]) bool { return k.parent == id })
	slices.SortFunc(all, func(a, b review.RevisionInfo) int { return cmp.Compare(a.Seq, b.Seq) })
	return all, err
}
