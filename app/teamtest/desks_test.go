//go:build team

package teamtest

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jianbao/review"
	"jianbao/storage"
)

// seated is an office of so many people on a store, at work when begin is called.
func seated(t *testing.T, people int, furnisher, open opener, rest time.Duration) *desks {
	t.Helper()
	o, err := furnish(t.Context(), furnisher, people)
	if err != nil {
		t.Fatal(err)
	}
	all, err := o.sit(t.Context(), open, rest)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := all.close(); err != nil {
			t.Error(err)
		}
	})
	return all
}

// until waits for something that the desks bring about by themselves.
func until(t *testing.T, limit time.Duration, what string, is func() bool) {
	t.Helper()
	look, end := time.NewTicker(20*time.Millisecond), time.NewTimer(limit)
	defer look.Stop()
	defer end.Stop()
	for !is() {
		select {
		case <-look.C:
		case <-end.C:
			t.Fatalf("after %s still not: %s", limit, what)
		}
	}
}

// mustHold fails the test where what is stored is not what was acknowledged.
func mustHold(t *testing.T, c *checker, all *desks) (came int) {
	t.Helper()
	err := all.still(func() error {
		ctx, cancel := context.WithTimeout(t.Context(), 5*patience)
		defer cancel()
		faults, unsureDone, err := c.check(ctx, all.after(time.Time{}))
		for i, f := range faults {
			if i == 20 {
				t.Errorf("and %d more", len(faults)-i)
				break
			}
			t.Error(f)
		}
		came = unsureDone
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return came
}

// shared is a store that all desks have in common, as in one program.
type shared struct{ review.Store }

func (shared) Close() error { return nil }

func TestDesksWorkOnOneMachine(t *testing.T) {
	memory, err := storage.Open(t.Context(), storage.Memory)
	if err != nil {
		t.Fatal(err)
	}
	stores := map[string]opener{
		"memory": func(context.Context) (review.Store, error) { return shared{memory}, nil },
		"sqlite": at(filepath.Join(t.TempDir(), "x.db")),
	}
	for name, open := range stores {
		t.Run(name, func(t *testing.T) {
			all := seated(t, 10, open, open, 10*time.Millisecond)
			all.begin()
			until(t, 2*time.Minute, "20 numbers drawn", func() bool { return drawn(all.after(time.Time{})) >= 20 })
			all.stop()
			mustHold(t, newChecker(all.office), all)
			for _, a := range []review.Action{review.ActCreate, review.ActEdit, review.ActSubmit, review.ActSign, review.ActReturn,
				review.ActAnswer, review.ActTick, review.ActComment, actSettle} {
				if count(all.after(time.Time{}), a, done) == 0 {
					t.Errorf("nobody did %s", a)
				}
			}
		})
	}
}

// TestTheCheckerMissesNothing tells it of deeds that were not as it is told.
func TestTheCheckerMissesNothing(t *testing.T) {
	memory, err := storage.Open(t.Context(), storage.Memory)
	if err != nil {
		t.Fatal(err)
	}
	all := seated(t, 4, func(context.Context) (review.Store, error) { return shared{memory}, nil },
		func(context.Context) (review.Store, error) { return shared{memory}, nil }, 0)
	all.begin()
	until(t, time.Minute, "a number drawn", func() bool { return drawn(all.after(time.Time{})) > 0 })
	all.stop()
	deeds := all.after(time.Time{})
	change := func(which func(deed) bool, how func(*deed)) []deed {
		lied := append([]deed(nil), deeds...)
		for i := range lied {
			if which(lied[i]) {
				how(&lied[i])
				return lied
			}
		}
		t.Fatal("nobody did such a thing")
		return nil
	}
	did := func(a review.Action) func(deed) bool {
		return func(d deed) bool { return d.action == a && d.outcome == done }
	}
	lies := map[string][]deed{
		"is there 0 times":    change(did(review.ActEdit), func(d *deed) { d.words += "又" }),
		"is there 1 times":    change(did(review.ActCreate), func(d *deed) { d.outcome = lost }),
		"does not say":        change(did(review.ActEdit), func(d *deed) { d.revision += 1000 }),
		"is lost":             change(did(review.ActSign), func(d *deed) { d.signOff += "x" }),
		"the ledger has":      change(func(d deed) bool { return !d.number.IsZero() }, func(d *deed) { d.number.Issue++ }),
		"1 times, want 0":     change(did(review.ActSubmit), func(d *deed) { d.outcome = refused }),
		"what it cannot know": change(did(review.ActEdit), func(d *deed) { d.outcome, d.err = wrong, errUnknown }),
	}
	for want, lied := range lies {
		faults, _, err := newChecker(all.office).check(t.Context(), lied)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(strings.Join(faults, "\n"), want) {
			t.Errorf("want a fault with %q, got %q", want, faults)
		}
	}
}

type unknown struct{}

func (unknown) Error() string { return "what it cannot know" }

var errUnknown unknown
