package backup

import (
	"fmt"
	"os"
	"time"
)

// How many days, weeks and months back one copy each is kept. Copies made
// before an upgrade, copies not found sound and the newest sound one are never
// put away.
const (
	keptDays   = 7
	keptWeeks  = 5
	keptMonths = 12
)

// putAway deletes the copies that need not be kept.
func (k *Keeper) putAway() error {
	copies, err := k.Copies()
	if err != nil {
		return err
	}
	for _, c := range surplus(copies) {
		if err := os.Remove(c.Path); err != nil {
			return fmt.Errorf("backup: %w", err)
		}
		if err := k.change(func(s *state) { delete(s.Checked, c.Name()) }); err != nil {
			return err
		}
	}
	return nil
}

// surplus returns those of the copies, newest first, that need not be kept: all
// but the newest of each of the last days, weeks and months that have one.
func surplus(copies []Copy) []Copy {
	days, weeks, months := newSlots(keptDays), newSlots(keptWeeks), newSlots(keptMonths)
	var extra []Copy
	for _, c := range copies {
		if c.Before || !c.Sound {
			continue
		}
		year, week := c.At.ISOWeek()
		day := days.take(c.At.Format(time.DateOnly))
		weekly := weeks.take(fmt.Sprint(year, "W", week))
		monthly := months.take(c.At.Format("2006-01"))
		if !day && !weekly && !monthly {
			extra = append(extra, c)
		}
	}
	return extra
}

// slots are periods of one kind, each of which keeps the first copy that falls
// into it.
type slots struct {
	left int
	used map[string]bool
}

func newSlots(n int) *slots { return &slots{left: n, used: map[string]bool{}} }

func (s *slots) take(period string) bool {
	if s.used[period] || s.left == 0 {
		return false
	}
	s.used[period] = true
	s.left--
	return true
}
