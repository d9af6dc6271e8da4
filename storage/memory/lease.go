package memory

import (
	"cmp"
	"slices"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/record"
)

type leases struct{ *txn }

func (s leases) List(id review.DraftID) ([]review.Lease, error) {
	all, err := list(&s.state.leases, record.Lease, func(k partKey) bool { return id == "" || k.draft == id })
	slices.SortFunc(all, func(a, b review.Lease) int {
		return cmp.Or(a.Since.Compare(b.Since), cmp.Compare(a.Draft, b.Draft), cmp.Compare(a.Article, b.Article))
	})
	return all, err
}

func (s leases) Put(l review.Lease) error {
	s.names(l.Draft)
	return put(s.txn, &s.state.leases, record.Lease, partKey{l.Draft, string(l.Article)}, l)
}

func (s leases) Delete(id review.DraftID, article doc.ArticleID) error {
	return remove(s.txn, &s.state.leases, partKey{id, string(article)})
}
