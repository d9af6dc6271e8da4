package diff

// span is a half-open range: of bytes in a text, or of tokens in a region,
// as the place that holds it says.
type span struct{ from, to int }

func (s span) size() int             { return s.to - s.from }
func (s span) in(text string) string { return text[s.from:s.to] }

// without returns what is left of s when the holes, sorted and not
// overlapping, are cut out of it.
func (s span) without(holes []span) []span {
	var rest []span
	at := s.from
	for _, h := range holes {
		if h.from > at {
			rest = append(rest, span{at, h.from})
		}
		at = max(at, h.to)
	}
	if at < s.to {
		rest = append(rest, span{at, s.to})
	}
	return rest
}

// edit is one step of a comparison before it becomes a hunk. move is the
// index of the block in the layout, plus one; 0 is no move.
type edit struct {
	kind     Kind
	old, new span
	move     int
}

// change returns the plain edit that turns the old span into the new one.
func change(old, new span) edit {
	switch {
	case old.size() == 0:
		return edit{kind: Insert, old: old, new: new}
	case new.size() == 0:
		return edit{kind: Delete, old: old, new: new}
	}
	return edit{kind: Replace, old: old, new: new}
}

// isPlain reports whether e changes text without moving it.
func (e edit) isPlain() bool { return e.kind == Insert || e.kind == Delete || e.kind == Replace }
