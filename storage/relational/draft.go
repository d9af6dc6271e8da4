package relational

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"jianbao/review"
	"jianbao/storage/record"
)

var draftsTable = table[review.Draft]{
	name:     "drafts",
	numbered: true,
	columns:  []string{"id", "series", "state", "updated", "version"},
	values: func(d review.Draft) []any {
		return []any{string(d.ID), string(d.Series), string(d.State), d.Updated.UnixMilli(), int64(d.Version)}
	},
	codec: record.Draft,
}

type drafts struct{ tx *Tx }

func (s drafts) Get(id review.DraftID) (review.Draft, error) {
	d, err := draftsTable.get(s.tx, "WHERE id = $1", id)
	s.tx.present[id] = err == nil
	return d, err
}

func (s drafts) List(f review.DraftFilter) ([]review.Draft, error) {
	if !storable(string(f.Prefix)) {
		return nil, nil
	}
	tail, args := selection(f)
	return draftsTable.sound(s.tx, tail, args...)
}

// selection is the end of the query for a filter. A prefix is compared
// character by character: nothing in it is a wildcard.
func selection(f review.DraftFilter) (tail string, args []any) {
	arg := func(v any) string {
		args = append(args, v)
		return fmt.Sprintf("$%d", len(args))
	}
	all := []string{"TRUE"}
	if f.Series != "" {
		all = append(all, "series = "+arg(f.Series))
	}
	if len(f.States) > 0 {
		var states []string
		for _, state := range f.States {
			states = append(states, arg(state))
		}
		all = append(all, "state IN ("+strings.Join(states, ", ")+")")
	}
	if f.Prefix != "" {
		n := utf8.RuneCountInString(string(f.Prefix))
		all = append(all, fmt.Sprintf("substr(id, 1, %d) = %s", n, arg(f.Prefix)))
	}
	tail = "WHERE " + strings.Join(all, " AND ") + " ORDER BY updated DESC, n DESC"
	if f.Limit > 0 {
		tail += " LIMIT " + arg(f.Limit)
	}
	return tail, args
}

func (s drafts) Add(d review.Draft) error {
	err := draftsTable.insert(s.tx, d)
	if err == nil {
		s.tx.present[d.ID] = true
	}
	return err
}

func (s drafts) Update(d review.Draft) error {
	stored, err := s.Get(d.ID)
	if err != nil {
		return err
	}
	if stored.Version != d.Version {
		return review.ErrStale
	}
	d.Version++
	return draftsTable.update(s.tx, d, is{"id", d.ID}, is{"version", stored.Version})
}
