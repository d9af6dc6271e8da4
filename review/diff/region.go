package diff

// region is a gap between two anchors, cut into tokens. The spans of its edits
// count tokens.
type region struct {
	oldText, newText string // the whole texts
	old, new         []token
	edits            []edit
}

// compareGap returns the edits of one gap, in bytes, ready for reading.
func (l *layout) compareGap(g block, intern *interner) []edit {
	if l.isEqual(g) {
		return []edit{{kind: Equal, old: g.old, new: g.new}}
	}
	r := &region{
		oldText: l.old.text,
		newText: l.new.text,
		old:     l.old.tokens(g.old, intern),
		new:     l.new.tokens(g.new, intern),
	}
	r.compare()
	r.slide()
	r.absorb()
	r.tighten()
	return r.inBytes(g)
}

// compare fills in the edits, with one change at most between two equal
// stretches or moves.
func (r *region) compare() {
	r.narrow(span{0, len(r.old)}, span{0, len(r.new)}, shingleSizes)
	r.arrange()
	r.tighten()
}

func (r *region) textOfOld(s span) string { return textOf(r.old, s, r.oldText) }
func (r *region) textOfNew(s span) string { return textOf(r.new, s, r.newText) }

// textOf returns the text of a span of tokens.
func textOf(tokens []token, s span, text string) string {
	if s.size() == 0 {
		return ""
	}
	return text[tokens[s.from].at.from:tokens[s.to-1].at.to]
}

// tighten takes equal ends out of replacements. They arise where a change was
// put together from pieces.
func (r *region) tighten() {
	edits := r.edits
	r.edits = nil
	for _, e := range edits {
		if e.kind != Replace {
			r.put(e)
			continue
		}
		head, tail := r.commonEnds(e.old, e.new)
		r.equal(e.old.from, e.new.from, head)
		r.put(change(span{e.old.from + head, e.old.to - tail}, span{e.new.from + head, e.new.to - tail}))
		r.equal(e.old.to-tail, e.new.to-tail, tail)
	}
}

// put appends an edit, joined to the one before it if they are alike.
func (r *region) put(e edit) {
	if e.old.size() == 0 && e.new.size() == 0 {
		return
	}
	if n := len(r.edits); n > 0 && r.edits[n-1].kind == e.kind && e.move == 0 && r.edits[n-1].move == 0 {
		r.edits[n-1].old.to = e.old.to
		r.edits[n-1].new.to = e.new.to
		return
	}
	r.edits = append(r.edits, e)
}

// inBytes returns the edits with their spans turned from tokens into bytes.
func (r *region) inBytes(g block) []edit {
	edits := make([]edit, len(r.edits))
	for i, e := range r.edits {
		edits[i] = e
		edits[i].old = toBytes(r.old, e.old, g.old)
		edits[i].new = toBytes(r.new, e.new, g.new)
	}
	return edits
}

func toBytes(tokens []token, s, whole span) span {
	return span{offset(tokens, s.from, whole), offset(tokens, s.to, whole)}
}

func offset(tokens []token, i int, whole span) int {
	if i < len(tokens) {
		return tokens[i].at.from
	}
	return whole.to
}
