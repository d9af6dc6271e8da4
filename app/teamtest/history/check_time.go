package history

import (
	"cmp"
	"slices"
	"time"
)

// floor tells how far the chain had certainly come at a time.
type floor []mark

// mark says that somebody knew at a time that the chain had come to a position.
type mark struct {
	at       time.Duration
	position int
}

// mount orders the marks and lets each know the highest before it.
func mount(marks []mark) floor {
	slices.SortFunc(marks, func(a, b mark) int { return cmp.Compare(a.at, b.at) })
	for i := 1; i < len(marks); i++ {
		marks[i].position = max(marks[i].position, marks[i-1].position)
	}
	return marks
}

// at returns the position that was certainly reached before t.
func (f floor) at(t time.Duration) int {
	i, _ := slices.BinarySearchFunc(f, t, func(m mark, t time.Duration) int { return cmp.Compare(m.at, t) })
	if i == 0 {
		return 0
	}
	return f[i-1].position
}

// timed works out what real time demands of the order.
func (c *checker) timed() {
	c.latest = make([]time.Duration, 1, len(c.groups)+1)
	c.latest[0] = -1
	var marks []mark
	for i, g := range c.groups {
		last := c.latest[i]
		if g.op != nil {
			last = max(last, g.op.Asked)
			if g.op.Outcome == Done {
				marks = append(marks, mark{g.op.Answered, i + 1})
			}
		}
		c.latest = append(c.latest, last)
	}
	for _, r := range c.history.Readings {
		if position, ok := c.positions[r.Seq]; ok {
			marks = append(marks, mark{r.Answered, position})
		}
	}
	c.floor = mount(marks)
}

// window is the positions at which something that was asked and answered then
// may have looked at the store.
func (c *checker) window(s Span) (low, high int) {
	high, _ = slices.BinarySearch(c.latest, s.Answered)
	return c.floor.at(s.Asked), high - 1
}

// readInTime checks that every reading shows whole operations, all that had ended
// before it and none that began after it; and that none shows less than one that
// had ended before.
func (c *checker) readInTime() {
	for _, r := range c.history.Readings {
		position, whole := c.positions[r.Seq]
		low, high := c.window(r.Span)
		switch {
		case !whole:
			c.fault(FaultTorn, "a reading of client %d [%v to %v] ends with event %d, which is gone or in the midst of an operation",
				r.Client, r.Asked, r.Answered, r.Seq)
		case position < low:
			c.fault(FaultStale, "a reading of client %d [%v to %v] shows %d operations; %d had ended before", r.Client, r.Asked, r.Answered, position, low)
		case position > high:
			c.fault(FaultFuture, "a reading of client %d [%v to %v] shows %d operations; only %d had begun", r.Client, r.Asked, r.Answered, position, high)
		}
	}
}
