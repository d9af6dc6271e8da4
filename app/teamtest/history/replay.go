package history

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"jianbao/editor/doc"
	"jianbao/review"
)

// replay lets the model do what the chain tells, one operation after another,
// and holds every reading and every refusal against it. It ends where the chain
// tells of something that cannot have been.
func (c *checker) replay() {
	m := newModel()
	readings, refusals := c.readingsAt(), c.refusals()
	for position := 0; ; position++ {
		for _, r := range readings[position] {
			c.compare(m, r)
		}
		refusals = c.explain(m, refusals, position)
		if position == c.sound {
			break
		}
		if !c.step(m, c.groups[position]) {
			return
		}
	}
}

// readingsAt groups the readings by the position they show.
func (c *checker) readingsAt() map[int][]*Reading {
	at := map[int][]*Reading{}
	for i := range c.history.Readings {
		r := &c.history.Readings[i]
		if position, whole := c.positions[r.Seq]; whole {
			at[position] = append(at[position], r)
		}
	}
	return at
}

// step lets one operation happen; it returns false if it cannot have happened so.
func (c *checker) step(m *model, g group) bool {
	op := g.op
	if code := m.refuses(op); code != "" {
		c.fault(FaultEffect, "%s was done, although %s", op, code)
		return false
	}
	var told []review.Action
	for _, e := range g.events {
		told = append(told, e.Action)
		if e.Draft != op.Draft || e.Actor != op.Person {
			c.fault(FaultEffect, "%s is told as something that %s did to %s", op, e.Actor, e.Draft)
			return false
		}
	}
	want := m.do(op, g.events)
	if !slices.Equal(told, want) {
		c.fault(deviation(told, want), "%s left the events %v, not %v", op, told, want)
		return false
	}
	return c.became(m, g)
}

// deviation names what is wrong with events that are not those wanted.
func deviation(told, want []review.Action) string {
	switch {
	case slices.Equal(told, slices.Concat(want, want)):
		return FaultTwice
	case len(told) < len(want) && slices.Equal(told, want[:len(told)]):
		return FaultTorn
	}
	return FaultEffect
}

// became checks the number that was drawn, and the draft that the answer showed.
func (c *checker) became(m *model, g group) bool {
	d := m.drafts[g.op.Draft]
	for _, e := range g.events {
		if e.Action == review.ActLedger && numberIn(e) != d.Number {
			c.fault(FaultNumber, "%s drew %v, not %v", g.op, numberIn(e), d.Number)
			return false
		}
	}
	if is := say([]draftRow{d.draftRow}); g.op.Outcome == Done && g.op.Left != is {
		c.fault(FaultEffect, "%s was answered with\n%sbut left\n%s", g.op, g.op.Left, is)
		return false
	}
	return true
}

func numberIn(e review.Event) doc.Number {
	part := func(key string) int {
		n, _ := strconv.Atoi(e.Detail[key]) // what is no figure is no number that was drawn
		return n
	}
	return doc.Number{Year: part("year"), Issue: part("issue"), Total: part("total")}
}

// compare holds a reading against what the model says.
func (c *checker) compare(m *model, r *Reading) {
	for subject, seen := range r.Says {
		if is := m.says(subject); is != seen {
			was, read := unlike(is, seen)
			c.fault(FaultDifferent, "a reading of client %d [%v to %v], event %d, of %s shows\n%s\nnot\n%s",
				r.Client, r.Asked, r.Answered, r.Seq, subject, read, was)
		}
	}
}

// unlike returns the first lines in which two renderings differ.
func unlike(a, b string) (string, string) {
	as, bs := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(as), len(bs)) {
		if as[i] != bs[i] {
			return as[i], bs[i]
		}
	}
	return strconv.Itoa(len(as)-1) + " lines", strconv.Itoa(len(bs)-1) + " lines"
}

// refusal is a refused operation and the positions at which it may have been.
type refusal struct {
	op        *Operation
	low, high int
}

// refusals lists, by their lowest position, the refusals that must be explained.
// What a person has not saved may also stand in the way; that is no matter of the
// chain.
func (c *checker) refusals() []refusal {
	var list []refusal
	for _, op := range c.history.Operations {
		copied := op.Code == review.CodeUnsaved || op.Kind == review.ActSubmit && op.Code == review.CodeMoved
		if op.Outcome != Refused || copied {
			continue
		}
		low, high := c.window(op.Span)
		list = append(list, refusal{&op, low, high})
	}
	slices.SortFunc(list, func(a, b refusal) int { return cmp.Compare(a.low, b.low) })
	return list
}

// explain drops the refusals that are explained at a position, and tells of those
// that were not when their last position passed.
func (c *checker) explain(m *model, list []refusal, position int) []refusal {
	open := list[:0]
	for i, r := range list {
		if r.low > position {
			return append(open, list[i:]...)
		}
		switch {
		case m.refuses(r.op) == r.op.Code:
		case position >= r.high:
			c.fault(FaultRefusal, "%s was refused with %s; at the last moment stood in its way: %q", r.op, r.op.Code, m.refuses(r.op))
		default:
			open = append(open, r)
		}
	}
	return open
}
