package diff

import (
	"strings"
	"unicode/utf8"
)

// pare leaves of a replacement only what was put in or taken out, where that
// can be read by itself although the words around it are cut differently: marks,
// as in 使、领馆 → 使领馆, and a word beside another, as in 交通 → 交通运输.
func (r *region) pare(lexicon *Lexicon) {
	edits := r.edits
	r.edits = nil
	for _, e := range edits {
		head, tail := 0, 0
		if e.kind == Replace {
			head, tail = r.separable(e, lexicon)
		}
		if head+tail == 0 {
			r.put(e)
			continue
		}
		r.equal(e.old.from, e.new.from, head)
		r.put(change(span{e.old.from + head, e.old.to - tail}, span{e.new.from + head, e.new.to - tail}))
		r.equal(e.old.to-tail, e.new.to-tail, tail)
	}
}

// separable returns how many tokens at the start and at the end of a replacement
// need not be marked, 0 and 0 if it is to be read as a whole.
func (r *region) separable(e edit, lexicon *Lexicon) (head, tail int) {
	head, tail = r.commonEnds(e.old, e.new)
	rest := r.textOfOld(span{e.old.from + head, e.old.to - tail}) + r.textOfNew(span{e.new.from + head, e.new.to - tail})
	isPure := head+tail == e.old.size() || head+tail == e.new.size()
	isWord := (head == 0 || tail == 0) && lexicon.knows(rest) && lexicon.knows(r.kept(e, head, tail))
	if isPure && (isWord || isMarks(rest)) {
		return head, tail
	}
	return 0, 0
}

// kept returns the text at both ends of a replacement that is the same.
func (r *region) kept(e edit, head, tail int) string {
	return r.textOfOld(span{e.old.from, e.old.from + head}) + r.textOfOld(span{e.old.to - tail, e.old.to})
}

// knows reports whether the lexicon has a word of two characters or more.
func (l *Lexicon) knows(word string) bool {
	_, known := l.find(word)
	return known && utf8.RuneCountInString(word) > 1
}

func isMarks(s string) bool { return strings.IndexFunc(s, func(r rune) bool { return !isMark(r) }) < 0 }

// pareOrdinals appends an edit in bytes. One that only renumbers chapters,
// articles and the like is cut down to the numerals, each by itself: of
// 第十八条至第二十条 → 第十九条至第二十一条 only 十八 and 二十.
func (r *region) pareOrdinals(list []edit, e, inBytes edit) []edit {
	if !r.onlyRenumbers(e) {
		return append(list, inBytes)
	}
	for i := range e.old.size() {
		old, new := r.old[e.old.from+i], r.new[e.new.from+i]
		was, is := numeralOf(r.oldText, old.at), numeralOf(r.newText, new.at)
		if old.id == new.id {
			was, is = span{old.at.to, old.at.to}, span{new.at.to, new.at.to}
		}
		list = append(list,
			edit{kind: Equal, old: span{old.at.from, was.from}, new: span{new.at.from, is.from}},
			change(was, is),
			edit{kind: Equal, old: span{was.to, old.at.to}, new: span{is.to, new.at.to}})
	}
	return list
}

// onlyRenumbers reports whether both sides of a replacement are the same but
// for the numerals of ordinals.
func (r *region) onlyRenumbers(e edit) bool {
	if e.kind != Replace || e.old.size() != e.new.size() {
		return false
	}
	for i := range e.old.size() {
		old, new := r.old[e.old.from+i], r.new[e.new.from+i]
		if old.id != new.id && !r.isRenumbered(old, new) {
			return false
		}
	}
	return true
}

// isRenumbered reports whether two tokens are ordinals that differ in nothing
// but the numeral.
func (r *region) isRenumbered(old, new token) bool {
	was, is := numeralOf(r.oldText, old.at), numeralOf(r.newText, new.at)
	return was.size() > 0 && is.size() > 0 &&
		r.oldText[was.to:old.at.to] == r.newText[is.to:new.at.to]
}

// numeralOf returns the numeral in an ordinal token such as 第十八条, or an
// empty span if the token is none.
func numeralOf(text string, token span) span {
	const mark = "第"
	s := token.in(text)
	if !strings.HasPrefix(s, mark) {
		return span{}
	}
	end := len(mark)
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !isHanDigit(r) && !isWordRune(r) {
			break
		}
		end += size
	}
	return span{token.from + len(mark), token.from + end}
}
