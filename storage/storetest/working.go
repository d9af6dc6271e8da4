package storetest

import (
	"errors"
	"testing"

	"jianbao/review"
)

func testWorking(t *testing.T, s review.Store) {
	withDraft(t, s, "d1", "d2")
	mine := review.Working{Draft: "d1", Person: "p1", Base: 3, Text: bulletin("我的"), At: late}
	yours := review.Working{Draft: "d1", Person: "p2", Base: 2, Text: bulletin("你的"), At: late}
	other := review.Working{Draft: "d2", Person: "p1", Base: 1, Text: bulletin("别的"), At: late}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Workings().Put(yours), tx.Workings().Put(yours), tx.Workings().Put(mine), tx.Workings().Put(other))
	})
	mine.Base, mine.Text = 4, bulletin("我的", "续")
	write(t, s, func(tx review.Tx) error { return tx.Workings().Put(mine) })
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Workings().Get("d1", "p1")
		if err != nil {
			return err
		}
		sameWorking(t, got, mine)
		all, err := tx.Workings().List("d1")
		if len(all) != 2 {
			t.Fatalf("List = %d copies, want 2", len(all))
		}
		sameWorking(t, all[0], yours)
		sameWorking(t, all[1], mine)
		return err
	})
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Workings().Delete("d1", "p1"), tx.Workings().Delete("d1", "p1"))
	})
	read(t, s, func(tx review.Tx) error {
		if _, err := tx.Workings().Get("d1", "p1"); !errors.Is(err, review.ErrNotFound) {
			t.Errorf("Get after Delete = %v", err)
		}
		_, err := tx.Workings().Get("d1", "p2")
		return err
	})
}

func sameWorking(t *testing.T, got, want review.Working) {
	t.Helper()
	if got.Draft != want.Draft || got.Person != want.Person || got.Base != want.Base || got.At != lateKept {
		t.Errorf("got %+v\nwant %+v", got, want)
	}
	sameText(t, got.Text, want.Text)
}
