package diff

import (
	"strings"
	"unicode/utf8"
)

// absorb joins changes that only a character or two of equal text keep apart,
// unless a sentence or paragraph ends there.
func (r *region) absorb() {
	var kept []edit
	for _, e := range r.edits {
		n := len(kept)
		switch {
		case e.old.size() == 0 && e.new.size() == 0:
			continue
		case n >= 1 && e.isPlain() && kept[n-1].isPlain():
			kept[n-1] = join(kept[n-1], e)
		case n >= 2 && e.isPlain() && kept[n-2].isPlain() && r.isIsland(kept[n-2], kept[n-1], e):
			kept = append(kept[:n-2], join(kept[n-2], e))
		default:
			kept = append(kept, e)
		}
	}
	r.edits = kept
}

// join returns the change that covers two changes and what lies between them.
func join(a, b edit) edit {
	return change(span{a.old.from, b.old.to}, span{a.new.from, b.new.to})
}

// isIsland reports whether the equal text between two changes is too small to
// stand. A single character never stands; two do beside an insertion or a
// deletion, where they are most often a word.
func (r *region) isIsland(before, e, after edit) bool {
	if e.kind != Equal || e.old.size() > 2 {
		return false
	}
	text := r.textOfOld(e.old)
	if strings.ContainsAny(text, sentenceEnds+"\r\n") {
		return false
	}
	if before.kind == Replace && after.kind == Replace {
		return utf8.RuneCountInString(text) <= 2
	}
	return e.old.size() == 1 && utf8.RuneCountInString(text) == 1
}
