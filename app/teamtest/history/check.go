package history

import (
	"fmt"
	"slices"
	"time"

	"jianbao/review"
)

// Check returns what no serial order of the operations explains; nothing if the
// order that the chain of events claims explains everything.
func (h History) Check() []Fault {
	c := &checker{history: h, operations: map[int]*Operation{}, positions: map[int64]int{h.Begun: 0}}
	for _, op := range h.Operations {
		c.operations[op.Stamp] = &op
	}
	c.followed()
	c.grouped()
	c.timed()
	c.missing()
	c.inOrder()
	c.readInTime()
	c.replay()
	c.copies()
	c.looks()
	return c.faults
}

// checker holds a history against itself. A position is a number of groups: the
// state after so many operations.
type checker struct {
	history    History
	operations map[int]*Operation // by their stamps
	groups     []group
	positions  map[int64]int   // of the events that end a group
	latest     []time.Duration // by position: when the last of the operations so far was asked for
	floor      floor
	sound      int // positions up to which the groups can be replayed
	faults     []Fault
}

// group is the events that one operation left.
type group struct {
	op     *Operation
	events []review.Event
}

// has reports whether one of the events tells of an action.
func (g group) has(a review.Action) bool {
	return slices.ContainsFunc(g.events, func(e review.Event) bool { return e.Action == a })
}

func (c *checker) fault(code, format string, args ...any) {
	c.faults = append(c.faults, Fault{code, fmt.Sprintf(format, args...)})
}

// String names an operation in a fault.
func (o Operation) String() string {
	return fmt.Sprintf("%d %s %s by client %d, %s [%v to %v]", o.Stamp, o.Kind, o.Draft, o.Client, o.Outcome, o.Asked, o.Answered)
}

// followed checks the chain itself.
func (c *checker) followed() {
	var last review.Event
	for _, e := range c.history.Chain {
		if !e.Follows(last) {
			c.fault(FaultChain, "event %d %s does not follow %d", e.Seq, e.Action, last.Seq)
			return
		}
		last = e
	}
}

// grouped finds whose the events are.
func (c *checker) grouped() {
	for i, e := range c.history.Chain {
		if e.Seq <= c.history.Begun {
			continue
		}
		stamp, n := stampOf(e.At), len(c.groups)
		if n > 0 && c.history.Chain[i-1].Seq > c.history.Begun && stampOf(c.history.Chain[i-1].At) == stamp {
			c.groups[n-1].events = append(c.groups[n-1].events, e)
			continue
		}
		c.groups = append(c.groups, group{c.operations[stamp], []review.Event{e}})
	}
	seen := map[*Operation]bool{}
	c.sound = len(c.groups)
	for i, g := range c.groups {
		c.positions[g.events[len(g.events)-1].Seq] = i + 1
		if !c.owned(g, seen[g.op]) && i < c.sound {
			c.sound = i
		}
		seen[g.op] = true
	}
}

// owned checks that somebody did what a group tells of, and once.
func (c *checker) owned(g group, again bool) bool {
	first, op := g.events[0], g.op
	switch {
	case op == nil || !op.chained():
		c.fault(FaultGhost, "event %d %s of %s: nobody did that", first.Seq, first.Action, first.Draft)
		return false
	case again:
		c.fault(FaultTwice, "%s is there again as event %d", op, first.Seq)
		return false
	case op.Outcome == Refused || op.Outcome == Failed:
		c.fault(FaultGhost, "%s (%s) is there as event %d", op, op.Code, first.Seq)
		return false
	}
	if op.Kind == review.ActCreate {
		op.Draft = first.Draft
	}
	return true
}

// missing finds what was acknowledged and is not there, and what was answered with
// nonsense.
func (c *checker) missing() {
	there := map[*Operation]bool{}
	for _, g := range c.groups {
		there[g.op] = true
	}
	for _, op := range c.history.Operations {
		if op.Outcome == Broken {
			c.fault(FaultAnswer, "%s was answered with: %s", op, op.Code)
		}
		if known := c.operations[op.Stamp]; op.Outcome == Done && op.chained() && !there[known] {
			c.fault(FaultLost, "%s left no event", op)
		}
	}
}

// inOrder checks that nothing stands before what had ended before it was asked.
func (c *checker) inOrder() {
	for i, g := range c.groups {
		if g.op != nil && g.op.end() < c.latest[i] {
			c.fault(FaultOrder, "%s stands after an operation that was asked for at %v", g.op, c.latest[i])
		}
	}
}
