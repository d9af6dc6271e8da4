package storetest

import (
	"testing"

	"jianbao/review"
)

func testEvent(t *testing.T, s review.Store) {
	var chain []review.Event
	read(t, s, func(tx review.Tx) error {
		last, err := tx.Events().Last()
		same(t, last, review.Event{})
		return err
	})
	for i, e := range []review.Event{
		{Action: review.ActPerson, Detail: map[string]string{"name": "张三<&>\u2028𠮷", "": "空"}},
		{Action: review.ActCreate, Draft: "d1", Actor: "p1"},
		{Action: review.ActCreate, Draft: "d2", Detail: map[string]string{}},
		{Action: review.ActSign, Draft: "d1"},
	} {
		e.At = late
		write(t, s, func(tx review.Tx) error {
			last, err := tx.Events().Last()
			if err != nil {
				return err
			}
			if i > 0 {
				same(t, last, chain[i-1])
			}
			e = e.Seal(last)
			return tx.Events().Add(e)
		})
		chain = append(chain, e)
	}
	eventsAre(t, s, "", chain...)
	eventsAre(t, s, "d1", chain[1], chain[3])
	for seq := range len(chain) + 1 {
		eventsSince(t, s, int64(seq), chain[seq:])
	}
	refused(t, s, review.ErrStale, func(tx review.Tx) error { return tx.Events().Add(chain[3]) })
	refused(t, s, review.ErrStale, func(tx review.Tx) error {
		return tx.Events().Add(review.Event{Action: review.ActEdit}.Seal(chain[2]))
	})
}

// eventsAre also follows the chain through what was read.
func eventsAre(t *testing.T, s review.Store, id review.DraftID, want ...review.Event) {
	t.Helper()
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Events().List(id)
		same(t, got, want)
		for i := 1; id == "" && i < len(got); i++ {
			if !got[i].Follows(got[i-1]) {
				t.Errorf("event %d as read does not follow the one before", got[i].Seq)
			}
		}
		return err
	})
}

func eventsSince(t *testing.T, s review.Store, seq int64, want []review.Event) {
	t.Helper()
	read(t, s, func(tx review.Tx) error {
		got, err := tx.Events().Since(seq)
		if len(got)+len(want) > 0 {
			same(t, got, want)
		}
		return err
	})
}
