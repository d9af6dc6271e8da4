//go:build team

package teamtest

import (
	"fmt"
	"os"
	"strconv"
	"testing"
	"time"

	"jianbao/review"
)

// from reads a number of a test from the environment.
func from(t *testing.T, name string, usual int) int {
	t.Helper()
	value := os.Getenv(name)
	if value == "" {
		return usual
	}
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 {
		t.Fatalf("%s=%q is no number of times", name, value)
	}
	return n
}

// round is what a fault and the work around it came to.
type round struct {
	saves, signOffs, numbers int // acknowledged, since the round before
	midst                    int // asked for before the fault, and answered after it
	lost, unsure, came       int // answers; came: of all unsure ones so far, those that were done
	first, all               time.Duration
}

// add counts deeds.
func (r *round) add(deeds []deed) {
	r.saves = count(deeds, review.ActEdit, done) + count(deeds, review.ActCreate, done)
	r.signOffs, r.numbers = count(deeds, review.ActSign, done), drawn(deeds)
	r.lost, r.unsure = count(deeds, "", lost), count(deeds, "", unsure)
}

// drawn counts the numbers that were drawn.
func drawn(deeds []deed) (n int) {
	for _, d := range deeds {
		if !d.number.IsZero() {
			n++
		}
	}
	return n
}

// String says what a round came to, in words for the log.
func (r round) String() string {
	return fmt.Sprintf("%d saves, %d sign-offs, %d numbers acknowledged; %d things under way at the fault; %d answers that nothing was done, %d unsure (%d of all unsure ones were done); "+
		"the first desk back after %.1f s, all after %.1f s", r.saves, r.signOffs, r.numbers, r.midst, r.lost, r.unsure, r.came, r.first.Seconds(), r.all.Seconds())
}

// sum is what rounds came to together: the slowest times.
func sum(rounds []round) (all round) {
	for _, r := range rounds {
		all.saves, all.signOffs, all.numbers = all.saves+r.saves, all.signOffs+r.signOffs, all.numbers+r.numbers
		all.midst, all.lost, all.unsure, all.came = all.midst+r.midst, all.lost+r.lost, all.unsure+r.unsure, r.came
		all.first, all.all = max(all.first, r.first), max(all.all, r.all)
	}
	return all
}

// fault lets desks work, brings a fault about in the midst of it, and waits until
// everybody works again by himself. It measures from the fault.
func (a *desks) fault(t *testing.T, bring func()) (r round) {
	t.Helper()
	begun := time.Now()
	until(t, 3*patience, "everybody works", func() bool { return a.working(begun) == len(a.all) })
	at := time.Now()
	bring()
	until(t, 3*patience, "everybody works again", func() bool {
		n := a.working(at)
		if n > 0 && r.first == 0 {
			r.first = time.Since(at)
		}
		return n == len(a.all)
	})
	r.all = time.Since(at)
	for _, d := range a.after(begun) {
		if d.asked.Before(at) && d.answered.After(at) {
			r.midst++
		}
	}
	return r
}
