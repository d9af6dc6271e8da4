package sqlite

import (
	"database/sql"
	"strings"

	"jianbao/review"
	"jianbao/storage/record"
)

var draftsTable = table[review.Draft]{
	name:    "drafts",
	columns: []string{"id", "series", "state", "updated", "version"},
	values: func(d review.Draft) []any {
		return []any{string(d.ID), string(d.Series), string(d.State), d.Updated.UnixMilli(), int64(d.Version)}
	},
	codec: record.Draft,
}

type drafts struct{ tx *sql.Tx }

func (s drafts) Get(id review.DraftID) (review.Draft, error) {
	return draftsTable.get(s.tx, "WHERE id = ?", id)
}

func (s drafts) List(f review.DraftFilter) ([]review.Draft, error) {
	where, args := conditions(f)
	limit := -1 // none
	if f.Limit > 0 {
		limit = f.Limit
	}
	return draftsTable.sound(s.tx, where+" ORDER BY updated DESC, n DESC LIMIT ?", append(args, limit)...)
}

// conditions is the WHERE clause of a filter. A prefix is compared as bytes:
// nothing in it is a wildcard.
func conditions(f review.DraftFilter) (where string, args []any) {
	all := []string{"TRUE"}
	if f.Series != "" {
		all, args = append(all, "series = ?"), append(args, f.Series)
	}
	if len(f.States) > 0 {
		all = append(all, "state IN (?"+strings.Repeat(", ?", len(f.States)-1)+")")
		for _, state := range f.States {
			args = append(args, state)
		}
	}
	if f.Prefix != "" {
		all = append(all, "substr(CAST(id AS BLOB), 1, ?) = ?")
		args = append(args, len(f.Prefix), []byte(f.Prefix))
	}
	return "WHERE " + strings.Join(all, " AND "), args
}

func (s drafts) Add(d review.Draft) error { return draftsTable.insert(s.tx, d) }

func (s drafts) Update(d review.Draft) error {
	stored, err := s.Get(d.ID)
	if err != nil {
		return err
	}
	if stored.Version != d.Version {
		return review.ErrStale
	}
	d.Version++
	return draftsTable.update(s.tx, d, "id = ? AND version = ?", d.ID, stored.Version)
}
