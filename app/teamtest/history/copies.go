package history

import "jianbao/review"

// copyBook is everything that was done with one person's copies of one draft.
// Clears are the positions of the operations that took the copy away; a reading
// of no copy reads the last of them, whose value is its negative.
type copyBook struct {
	register
	clears []int
	saves  map[int]*Operation
}

// clearedBy returns the value of no copy as it was at a position.
func (b *copyBook) clearedBy(position int) int {
	last := 0
	for _, at := range b.clears {
		if at <= position {
			last = at
		}
	}
	return -last
}

// copies checks the unsaved copies.
func (c *checker) copies() {
	books := c.copyBooks()
	for _, r := range c.history.Readings {
		position, whole := c.positions[r.Seq]
		if !whole {
			continue
		}
		for key, seen := range r.Copies {
			if b := books[key]; b == nil && seen == (unsaved{}) {
				continue
			} else if b == nil || !c.copyWas(b, seen, position, r.Span) {
				c.fault(FaultCopy, "a reading of client %d [%v to %v] of %s's copy of %s shows %+v", r.Client, r.Asked, r.Answered, key.person, key.draft, seen)
			}
		}
	}
	for key, b := range books {
		if b.forget(); !b.linear() {
			c.fault(FaultCopy, "%s's copies of %s are in no order", key.person, key.draft)
		}
	}
}

// copyWas enters what was seen of a copy; it returns false if it cannot have been.
func (c *checker) copyWas(b *copyBook, seen unsaved, position int, s Span) bool {
	if seen == (unsaved{}) {
		return b.observe(b.clearedBy(position), s)
	}
	op := b.saves[seen.stamp]
	if op == nil || op.Revision != seen.base || op.Hash != seen.hash || !b.observe(seen.stamp, s) {
		return false
	}
	last := -b.clearedBy(position)
	return last == 0 || op.Outcome != Done || c.groups[last-1].op.Asked < op.Answered
}

// copyBooks gathers the writings and clearings of every copy, and what submitting
// and signing saw of it.
func (c *checker) copyBooks() map[copyKey]*copyBook {
	books := map[copyKey]*copyBook{}
	open := func(op *Operation) *copyBook {
		key := copyKey{op.Draft, op.Person}
		if books[key] == nil {
			books[key] = &copyBook{register{0: {written: -1, finished: -1, begun: -1}}, nil, map[int]*Operation{}}
		}
		return books[key]
	}
	for _, op := range c.operations {
		if op.Kind == Autosave && op.perhaps() {
			b := open(op)
			b.saves[op.Stamp] = op
			b.write(op.Stamp, op.Span, op.end())
		}
	}
	for i, g := range c.groups {
		if g.op != nil && clears(g) {
			c.saw(open(g.op), g, i)
			open(g.op).clears = append(open(g.op).clears, i+1)
			open(g.op).write(-(i + 1), g.op.Span, g.op.end())
		} else if g.op != nil && (g.op.Kind == review.ActSubmit || g.op.Kind == review.ActSign) {
			c.saw(open(g.op), g, i)
		}
	}
	return books
}

// clears reports whether an operation takes the person's copy away.
func clears(g group) bool { return g.op.Kind != review.ActCreate && g.has(review.ActEdit) }

// saw enters what an operation itself saw of the copy: a submission takes it
// along, and none must be there when somebody signs.
func (c *checker) saw(b *copyBook, g group, position int) {
	span := Span{g.op.Asked, g.op.end()}
	switch hash, took := tookCopy(g.events); {
	case g.op.Kind == review.ActEdit:
	case took:
		for stamp, op := range b.saves {
			if op.Hash == hash && b.observe(stamp, span) {
				return
			}
		}
		c.fault(FaultCopy, "%s took a text with it that is no copy of that person", g.op)
	case !b.observe(b.clearedBy(position), span):
		c.fault(FaultCopy, "%s saw no copy, although there was one", g.op)
	}
}
