package history

import "jianbao/review"

// looking is one time that a person looked at a revision. A signature is a look
// that stands in the chain.
type looking struct {
	op       *Operation
	position int // 0: not in the chain
}

// looks checks that what a person last looked at is remembered and never goes
// back.
func (c *checker) looks() {
	taken := c.lookings()
	for _, r := range c.history.Readings {
		position, whole := c.positions[r.Seq]
		if !whole {
			continue
		}
		for id, seen := range r.Looks {
			if low, ok := lookWas(taken[copyKey{id, r.Person}], seen, position, r.Span); !ok {
				c.fault(FaultLook, "a reading of client %d [%v to %v] of %s shows that he looked at %d; it must be %d at least", r.Client, r.Asked, r.Answered, id, seen, low)
			}
		}
	}
}

func (c *checker) lookings() map[copyKey][]looking {
	taken := map[copyKey][]looking{}
	for _, op := range c.operations {
		if op.Kind == Look && op.perhaps() {
			key := copyKey{op.Draft, op.Person}
			taken[key] = append(taken[key], looking{op, 0})
		}
	}
	for i, g := range c.groups {
		if g.op != nil && g.op.Kind == review.ActSign {
			key := copyKey{g.op.Draft, g.op.Person}
			taken[key] = append(taken[key], looking{g.op, i + 1})
		}
	}
	return taken
}

// lookWas reports whether a person's newest look may have been seen so, and the
// least that must have been seen. A look nobody is sure of may still come about
// and be overtaken, so that nothing is demanded where there is one.
func lookWas(taken []looking, seen, position int, s Span) (low int, ok bool) {
	found := seen == 0
	unsure := false
	for _, l := range taken {
		begun, ended := l.when(position, s)
		found = found || begun && l.op.Revision == seen
		unsure = unsure || l.op.Outcome != Done
		if ended {
			low = max(low, l.op.Revision)
		}
	}
	return low, found && (unsure || seen >= low)
}

// when reports whether the look may be, and must be, part of a reading.
func (l looking) when(position int, s Span) (begun, ended bool) {
	if l.position > 0 {
		return l.position <= position, l.position <= position
	}
	return l.op.Asked < s.Answered, l.op.Outcome == Done && l.op.Answered < s.Asked
}
