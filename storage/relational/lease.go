package relational

import (
	"cmp"
	"slices"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/record"
)

var leasesTable = table[review.Lease]{
	name:    "leases",
	key:     []string{"draft", "article"},
	columns: []string{"draft", "article"},
	values:  func(l review.Lease) []any { return []any{string(l.Draft), string(l.Article)} },
	codec:   record.Lease,
	draft:   func(l review.Lease) review.DraftID { return l.Draft },
}

type leases struct{ tx *Tx }

func (s leases) List(id review.DraftID) ([]review.Lease, error) {
	tail, args := "", []any(nil)
	if id != "" {
		tail, args = "WHERE draft = $1", []any{id}
	}
	found, err := leasesTable.list(s.tx, tail, args...)
	slices.SortFunc(found, func(a, b review.Lease) int {
		return cmp.Or(a.Since.Compare(b.Since), cmp.Compare(a.Draft, b.Draft), cmp.Compare(a.Article, b.Article))
	})
	return found, err
}

func (s leases) Put(l review.Lease) error { return leasesTable.upsert(s.tx, l, "draft", "article") }

func (s leases) Delete(id review.DraftID, article doc.ArticleID) error {
	_, err := s.tx.exec(leasesTable.name, "DELETE FROM leases WHERE draft = $1 AND article = $2", id, article)
	return err
}
