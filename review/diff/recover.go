package diff

// recover finds text inside replacements that is the same on both sides but was
// cut into other words, and keeps whole words of it.
func (r *region) recover() {
	edits := r.edits
	r.edits = nil
	for _, e := range edits {
		if e.kind == Replace && wordsIn(r.old[e.old.from:e.old.to]) > 1 && wordsIn(r.new[e.new.from:e.new.to]) > 1 {
			r.recoverIn(e)
		} else {
			r.put(e)
		}
	}
}

func wordsIn(tokens []token) int {
	n := 0
	for _, t := range tokens {
		if t.starts {
			n++
		}
	}
	return n
}

// recoverIn puts one replacement in pieces, with the words that stayed between
// them.
func (r *region) recoverIn(e edit) {
	inside := &region{oldText: r.oldText, newText: r.newText, old: r.old[e.old.from:e.old.to], new: r.new[e.new.from:e.new.to]}
	inside.narrow(span{0, len(inside.old)}, span{0, len(inside.new)}, shingleSizes)
	o, n := e.old.from, e.new.from
	for _, same := range inside.edits {
		if same.kind != Equal {
			continue
		}
		old := span{e.old.from + same.old.from, e.old.from + same.old.to}
		new := span{e.new.from + same.new.from, e.new.from + same.new.to}
		head, size := r.wholeWords(old, new)
		if size < minRecovered {
			continue
		}
		r.put(change(span{o, old.from + head}, span{n, new.from + head}))
		r.equal(old.from+head, new.from+head, size)
		o, n = old.from+head+size, new.from+head+size
	}
	r.put(change(span{o, e.old.to}, span{n, e.new.to}))
}

// minRecovered is how many tokens of whole words must have stayed.
const minRecovered = 2

// wholeWords narrows two equal stretches to the part that starts and ends
// between words on both sides, and returns where that part starts in them and
// its size.
func (r *region) wholeWords(old, new span) (head, size int) {
	for head < old.size() && !(startsWord(r.old, old.from+head) && startsWord(r.new, new.from+head)) {
		head++
	}
	tail := 0
	for tail < old.size()-head && !(startsWord(r.old, old.to-tail) && startsWord(r.new, new.to-tail)) {
		tail++
	}
	return head, old.size() - head - tail
}
