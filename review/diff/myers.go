package diff

import (
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// exact compares two small stretches with go-diff, to the shortest answer. It
// runs without a deadline: a deadline would make the answer depend on the
// machine's load.
func (r *region) exact(old, new span) {
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	local := localIDs{}
	o, n := old.from, new.from
	for _, d := range dmp.DiffMainRunes(local.runes(r.old, old), local.runes(r.new, new), false) {
		size := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			r.equal(o, n, size)
			o, n = o+size, n+size
		case diffmatchpatch.DiffDelete:
			r.remove(span{o, o + size}, n)
			o += size
		case diffmatchpatch.DiffInsert:
			r.insert(o, span{n, n + size})
			n += size
		}
	}
}

// localIDs renumbers tokens from 1, since go-diff takes only numbers that are
// valid code points. leafSize keeps them below the surrogates.
type localIDs map[int]rune

func (l localIDs) runes(tokens []token, in span) []rune {
	runes := make([]rune, in.size())
	for i := range runes {
		id := tokens[in.from+i].id
		if l[id] == 0 {
			l[id] = rune(len(l) + 1)
		}
		runes[i] = l[id]
	}
	return runes
}

func (r *region) equal(old, new, size int) {
	r.put(edit{kind: Equal, old: span{old, old + size}, new: span{new, new + size}})
}

// remove appends a deletion; a moved block in it becomes an edit of its own.
func (r *region) remove(old span, new int) {
	at := old.from
	for i := old.from; i < old.to; i++ {
		if m := r.old[i].move; m != 0 {
			r.put(edit{kind: Delete, old: span{at, i}, new: span{new, new}})
			r.put(edit{kind: MoveFrom, old: span{i, i + 1}, new: span{new, new}, move: m})
			at = i + 1
		}
	}
	r.put(edit{kind: Delete, old: span{at, old.to}, new: span{new, new}})
}

// insert appends an insertion; a moved block in it becomes an edit of its own.
func (r *region) insert(old int, new span) {
	at := new.from
	for i := new.from; i < new.to; i++ {
		if m := r.new[i].move; m != 0 {
			r.put(edit{kind: Insert, old: span{old, old}, new: span{at, i}})
			r.put(edit{kind: MoveTo, old: span{old, old}, new: span{i, i + 1}, move: m})
			at = i + 1
		}
	}
	r.put(edit{kind: Insert, old: span{old, old}, new: span{at, new.to}})
}
