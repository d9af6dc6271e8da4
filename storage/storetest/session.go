package storetest

import (
	"errors"
	"testing"
	"time"

	"jianbao/review"
)

func testSession(t *testing.T, s review.Store) {
	first := review.Session{ID: "b", Person: "p1", Machine: "科室一号机", Draft: "d1", Screen: "compose", Started: late, Beat: late}
	second := review.Session{ID: "a", Person: "p2", Machine: "LIN-PC", Started: late.Add(time.Second), Beat: late}
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Sessions().Put(second), tx.Sessions().Put(first))
	})
	first.Beat, first.Draft, first.Screen = late.Add(time.Minute), "", "desk"
	jot(t, s, func(tx review.Tx) error { return tx.Sessions().Put(first) })
	first.Started, first.Beat = lateKept, lateKept.Add(time.Minute)
	second.Started, second.Beat = lateKept.Add(time.Second), lateKept
	read(t, s, func(tx review.Tx) error {
		all, err := tx.Sessions().List()
		same(t, all, []review.Session{first, second})
		got, err2 := tx.Sessions().Get("b")
		same(t, got, first)
		if _, err := tx.Sessions().Get("c"); !errors.Is(err, review.ErrNotFound) {
			t.Errorf("Get of none = %v", err)
		}
		return errors.Join(err, err2)
	})
	write(t, s, func(tx review.Tx) error {
		return errors.Join(tx.Sessions().Delete("b"), tx.Sessions().Delete("b"))
	})
	read(t, s, func(tx review.Tx) error {
		all, err := tx.Sessions().List()
		same(t, all, []review.Session{second})
		return err
	})
}

// testNow looks at the store's clock, which must go on within a transaction and
// agree with itself between transactions.
func testNow(t *testing.T, s review.Store) {
	var before, after, later time.Time
	write(t, s, func(tx review.Tx) (err error) {
		if before, err = tx.Now(); err != nil {
			return err
		}
		after, err = tx.Now()
		return err
	})
	read(t, s, func(tx review.Tx) (err error) {
		later, err = tx.Now()
		return err
	})
	for _, now := range []time.Time{before, after, later} {
		if now.IsZero() || now.Location() != time.UTC || !now.Equal(now.Truncate(time.Millisecond)) {
			t.Errorf("Now = %v", now)
		}
	}
	if after.Before(before) || later.Before(before) {
		t.Errorf("Now = %v, then %v, then %v", before, after, later)
	}
}
