package storetest

import (
	"errors"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

func testDraft(t *testing.T, s review.Store) {
	d := review.Draft{ID: "d1", Series: "s1", Heading: "题目", State: review.Held, Step: 1, HeldFrom: review.Reviewing,
		Round: 2, Head: 7, Number: doc.Number{Year: 2022, Issue: 4, Total: 2196}, Label: "增刊", Reissues: "d0",
		Drafter: "p1", Created: late, Updated: late, Version: 3,
		Shares: []review.Share{{List: "报：", Name: "省政府办公厅", Copies: 10}, {List: "发：", Name: "𠮷田镇", Copies: 0}}}
	write(t, s, func(tx review.Tx) error { return tx.Drafts().Add(d) })
	d.Created, d.Updated = lateKept, lateKept
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Drafts().Get("d1")
		same(t, got, d)
		_, unknown := tx.Drafts().Get("d")
		if !errors.Is(unknown, review.ErrNotFound) {
			t.Errorf("Get of no draft = %v", unknown)
		}
		return err
	})
	refused(t, s, review.ErrExists, func(tx review.Tx) error { return tx.Drafts().Add(d) })
}

func testDraftVersion(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	d := draftOf("d1")
	d.Heading = "新题目"
	write(t, s, func(tx review.Tx) error { return tx.Drafts().Update(d) })
	refused(t, s, review.ErrStale, func(tx review.Tx) error { return tx.Drafts().Update(d) })
	d.Version = 1
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Drafts().Get("d1")
		same(t, got, d)
		return err
	})
	refused(t, s, review.ErrNotFound, func(tx review.Tx) error { return tx.Drafts().Update(draftOf("d2")) })
}

func testDraftList(t *testing.T, s review.Store) {
	write(t, s, func(tx review.Tx) error {
		return errors.Join(
			addDraft(tx, "ab1", "s1", review.Drafting, 1),
			addDraft(tx, "ab2", "s2", review.Final, 3),
			addDraft(tx, "a%", "s1", review.Final, 2),
			addDraft(tx, "A𠮷", "s1", review.Issued, 3))
	})
	for _, c := range []struct {
		name   string
		filter review.DraftFilter
		want   []review.DraftID
	}{
		{"all", review.DraftFilter{}, []review.DraftID{"A𠮷", "ab2", "a%", "ab1"}},
		{"limit", review.DraftFilter{Limit: 2}, []review.DraftID{"A𠮷", "ab2"}},
		{"series", review.DraftFilter{Series: "s1"}, []review.DraftID{"A𠮷", "a%", "ab1"}},
		{"state", review.DraftFilter{States: []review.State{review.Final}}, []review.DraftID{"ab2", "a%"}},
		{"states", review.DraftFilter{States: []review.State{review.Final, review.Issued}, Series: "s1"}, []review.DraftID{"A𠮷", "a%"}},
		{"prefix", review.DraftFilter{Prefix: "ab"}, []review.DraftID{"ab2", "ab1"}},
		{"no wildcard", review.DraftFilter{Prefix: "a%"}, []review.DraftID{"a%"}},
		{"astral prefix", review.DraftFilter{Prefix: "A𠮷"}, []review.DraftID{"A𠮷"}},
		{"whole and limit", review.DraftFilter{Prefix: "ab2", Limit: 2}, []review.DraftID{"ab2"}},
		{"none", review.DraftFilter{Prefix: "x"}, nil},
		{"half a character", review.DraftFilter{Prefix: "A\xf0\xa0"}, nil},
		{"nul", review.DraftFilter{Prefix: "a\x00"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) { same(t, listed(t, s, c.filter), c.want) })
	}
}

func addDraft(tx review.Tx, id review.DraftID, series review.SeriesID, state review.State, seconds int) error {
	d := draftOf(id)
	d.Series, d.State, d.Updated = series, state, noon.Add(time.Duration(seconds)*time.Second)
	return tx.Drafts().Add(d)
}

func listed(t *testing.T, s review.Store, f review.DraftFilter) []review.DraftID {
	t.Helper()
	var ids []review.DraftID
	read(t, s, func(tx review.Tx) error {
		found, err := tx.Drafts().List(f)
		for _, d := range found {
			ids = append(ids, d.ID)
		}
		return err
	})
	return ids
}
