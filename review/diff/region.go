package diff

// region is a gap between two anchors, cut into tokens. The spans of its edits
// count tokens.
type region struct {
	oldText, newText string // the whole texts
	old, new         []token
	edits            []edit
}

// compareGap returns the edits of one gap, in bytes, ready for reading.
func (l *layout) compareGap(g block, intern *interner, marker *wordMarker) []edit {
	if l.isEqual(g) {
		return []edit{{kind: Equal, old: g.old, new: g.new}}
	}
	r := &region{
		oldText: l.old.text,
		newText: l.new.text,
		old:     l.old.tokens(g.old, intern),
		new:     l.new.tokens(g.new, intern),
	}
	marker.mark(r.old, r.oldText)
	marker.mark(r.new, r.newText)
	r.compareWords(intern)
	r.slide()
	r.absorb()
	r.tighten()
	r.pare(l.lexicon)
	return r.inBytes(g)
}

// compare fills in the edits, with one change at most between two equal
// stretches or moves.
func (r *region) compare() {
	r.narrow(span{0, len(r.old)}, span{0, len(r.new)}, shingleSizes)
	r.arrange()
	r.tighten()
}

// compareWords does the same with whole words, and then looks inside what was
// replaced for text that stayed although it is cut into other words.
func (r *region) compareWords(intern *interner) {
	w := &region{oldText: r.oldText, newText: r.newText, old: intern.words(r.old, r.oldText), new: intern.words(r.new, r.newText)}
	if len(w.old) == len(r.old) && len(w.new) == len(r.new) {
		r.compare()
		return
	}
	w.narrow(span{0, len(w.old)}, span{0, len(w.new)}, shingleSizes)
	r.takeOver(w.edits)
	r.arrange()
	r.tighten()
	r.recover()
}

// takeOver sets the edits to those given, whose spans count words.
func (r *region) takeOver(edits []edit) {
	r.edits = edits
	old, new := wordStarts(r.old), wordStarts(r.new)
	for i, e := range edits {
		edits[i].old = span{old[e.old.from], old[e.old.to]}
		edits[i].new = span{new[e.new.from], new[e.new.to]}
	}
}

// wordStarts returns the index of the token each word starts with, and the end.
func wordStarts(tokens []token) []int {
	starts := make([]int, 0, len(tokens)+1)
	for i, t := range tokens {
		if t.starts {
			starts = append(starts, i)
		}
	}
	return append(starts, len(tokens))
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
		head, tail := r.commonWords(e.old, e.new)
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
	edits := make([]edit, 0, len(r.edits))
	for _, e := range r.edits {
		inBytes := e
		inBytes.old = toBytes(r.old, e.old, g.old)
		inBytes.new = toBytes(r.new, e.new, g.new)
		edits = r.pareOrdinals(edits, e, inBytes)
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
