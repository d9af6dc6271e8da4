//go:build team

package teamtest

import (
	"context"
	"sync"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/postgres/pgtest"
)

// TestTwentyDesksAtFinal lets twenty desks sign twenty texts for the last time at
// once, again and again. In every second round some of them give up in the midst
// of it.
func TestTwentyDesksAtFinal(t *testing.T) {
	const people, rounds = 20, 20
	open := at(pgtest.DSN(t))
	all := seated(t, people, open, open, 0)
	given, slowest := 0, time.Duration(0)
	for round := range rounds {
		drafts := all.presented(t)
		begun := time.Now()
		all.signAll(t, drafts, round%2 == 1)
		slowest = max(slowest, time.Since(begun))
		given += len(drafts) - all.finish(t, drafts)
	}
	mustHold(t, newChecker(all.office), all)
	rows, err := all.all[0].desk.Ledger(t.Context(), all.series)
	if err != nil || len(rows) != people*rounds {
		t.Errorf("%d rows of the ledger, want %d: %v", len(rows), people*rounds, err)
	}
	t.Logf("%d numbers drawn by %d desks at once; %d had given up and signed again; slowest round %s", len(rows), people, given, slowest)
}

// presented makes one draft for everybody that waits for its last signature.
func (a *desks) presented(t *testing.T) []review.DraftID {
	t.Helper()
	drafts := make([]review.DraftID, len(a.all))
	var wait sync.WaitGroup
	for n, d := range a.all {
		wait.Go(func() {
			f, err := d.desk.Create(t.Context(), d.who, d.series, page(d.words()), review.CauseNew, "")
			if err == nil {
				drafts[n] = f.Draft.ID
				_, err = d.desk.Submit(t.Context(), d.who, f.Draft.ID)
			}
			if err == nil {
				second := a.next(n, 1)
				_, err = second.desk.Sign(t.Context(), second.who, f.Draft.ID, review.Signing{Revision: 1})
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if t.Failed() {
		t.FailNow()
	}
	return drafts
}

// next is a colleague so many seats further.
func (a *desks) next(n, seats int) *desk { return a.all[(n+seats)%len(a.all)] }

// signAll signs every draft for the last time, all at the same moment.
func (a *desks) signAll(t *testing.T, drafts []review.DraftID, some bool) {
	var wait sync.WaitGroup
	ready := make(chan struct{})
	for n, id := range drafts {
		d := a.next(n, 2)
		wait.Go(func() {
			ctx := t.Context()
			<-ready
			if some && d.chance(3) {
				hurry, cancel := context.WithTimeout(ctx, time.Duration(d.random.Int64N(int64(40*time.Millisecond))))
				defer cancel()
				ctx = hurry
			}
			d.sign(ctx, id, 1)
		})
	}
	close(ready)
	wait.Wait()
}

// finish signs what nobody finished and returns how many were finished before.
func (a *desks) finish(t *testing.T, drafts []review.DraftID) (finished int) {
	t.Helper()
	for n, id := range drafts {
		d := a.next(n, 2)
		f, err := d.desk.Open(t.Context(), d.who, id)
		if err != nil {
			t.Fatal(err)
		}
		if f.Draft.State == review.Final {
			finished++
			continue
		}
		if !f.Draft.Number.IsZero() || len(f.SignOffs) != 1 {
			t.Errorf("half signed: %+v", f.Draft)
		}
		if f, err = d.desk.Sign(t.Context(), d.who, id, review.Signing{Revision: 1}); err != nil || f.Draft.Number == (doc.Number{}) {
			t.Errorf("signed again: %v", err)
		}
	}
	return finished
}
