package faulttest

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// sumOf is the hash of every record that a store holds. When a draft was last
// touched is left out: a use case that finds nothing to do may still touch it.
func sumOf(tx review.Tx) (doc.Hash, error) {
	var all []any
	var failed error
	note := func(records any, err error) {
		all, failed = append(all, records), errors.Join(failed, err)
	}
	people, err := tx.People().List()
	note(people, err)
	items, err := tx.Items().List()
	note(items, err)
	events, err := tx.Events().List("")
	note(events, err)
	keys, err := tx.Keys().List("")
	note(keys, err)
	signatures, err := tx.Signatures().List("")
	note(signatures, err)
	sessions, err := tx.Sessions().List()
	note(sessions, err)
	leases, err := tx.Leases().List("")
	note(leases, err)
	series, err := tx.Series().List()
	note(series, err)
	for _, s := range series {
		noteSeries(tx, s.ID, note)
	}
	drafts, err := tx.Drafts().List(review.DraftFilter{})
	slices.SortFunc(drafts, func(a, b review.Draft) int { return strings.Compare(string(a.ID), string(b.ID)) })
	note(nil, err)
	for _, d := range drafts {
		noteDraft(tx, d, people, note)
	}
	data, err := json.Marshal(all)
	return doc.HashOf(data), errors.Join(failed, err)
}

func noteSeries(tx review.Tx, id review.SeriesID, note func(any, error)) {
	ledger, err := tx.Ledger().List(id)
	note(ledger, err)
	dismissals, err := tx.Dismissals().List(id)
	note(dismissals, err)
	tallies, err := tx.Tallies().List(id)
	note(tallies, err)
}

func noteDraft(tx review.Tx, d review.Draft, people []review.Person, note func(any, error)) {
	d.Updated, d.Version = time.Time{}, 0
	note(d, nil)
	revisions, err := tx.Revisions().List(d.ID)
	note(revisions, err)
	workings, err := tx.Workings().List(d.ID)
	note(workings, err)
	signOffs, err := tx.SignOffs().List(d.ID)
	note(signOffs, err)
	demands, err := tx.Demands().List(d.ID)
	note(demands, err)
	comments, err := tx.Comments().List(d.ID)
	note(comments, err)
	decisions, err := tx.Decisions().List(d.ID)
	note(decisions, err)
	steps, err := tx.Steps().List(d.ID)
	note(steps, err)
	for _, p := range people {
		seen, err := tx.Looks().Get(d.ID, p.ID)
		note(seen, err)
	}
}
