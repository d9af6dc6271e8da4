package diff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// fact is something a text says that a reader must not miss.
type fact struct {
	class Class
	text  string
	weak  bool // tells only where the other side says another one: 一个 → 两个
}

// reader finds the facts of short texts.
type reader struct {
	lexicon *Lexicon
	marker  wordMarker
	tokens  []token
}

func newReader(l *Lexicon) *reader { return &reader{lexicon: l, marker: wordMarker{lexicon: l}} }

// inOrder lists the classes of facts; a change that touches several has the
// first of them.
var inOrder = []Class{ClassNegation, ClassCommitment, ClassDate, ClassNumber, ClassPerson, ClassOrganisation}

// firstDifference returns the first class in which both sides of a change state
// different facts, or "".
func (r *reader) firstDifference(p passage) Class {
	old, new := r.facts(p.before+p.old+p.after), r.facts(p.before+p.new+p.after)
	if r.isNameChange(p.old, p.new) {
		old, new = append(old, fact{class: ClassPerson, text: p.old}), append(new, fact{class: ClassPerson, text: p.new})
	}
	for _, class := range inOrder {
		if factsDiffer(old, new, class) {
			return class
		}
	}
	if isNumeral(p.old) && isNumeral(p.new) {
		return ClassNumber
	}
	return ""
}

// isNumeral reports whether a text is nothing but Chinese numerals.
func isNumeral(s string) bool { return s != "" && strings.Trim(s, hanDigits) == "" }

// factsDiffer compares the facts of one class as two bags.
func factsDiffer(old, new []fact, class Class) bool {
	count := map[string]int{}
	var strong, oldWeak, newWeak bool
	for _, f := range old {
		if f.class == class {
			count[f.text]++
		}
	}
	for _, f := range new {
		if f.class == class {
			count[f.text]--
		}
	}
	for _, f := range old {
		strong = strong || f.class == class && count[f.text] > 0 && !f.weak
		oldWeak = oldWeak || f.class == class && count[f.text] > 0
	}
	for _, f := range new {
		strong = strong || f.class == class && count[f.text] < 0 && !f.weak
		newWeak = newWeak || f.class == class && count[f.text] < 0
	}
	return strong || oldWeak && newWeak
}

// facts lists the facts of a text.
func (r *reader) facts(text string) []fact {
	s := &scan{reader: r, text: text, words: r.words(text)}
	for s.i < len(s.words) {
		s.step()
	}
	return s.found
}

// words cuts a text into words and returns where each starts, and the end.
func (r *reader) words(text string) []int {
	r.tokens = r.tokens[:0]
	for from := 0; from < len(text); {
		to := wordEnd(text, from)
		r.tokens = append(r.tokens, token{at: span{from, to}})
		from = to
	}
	r.marker.mark(r.tokens, text)
	starts := make([]int, 0, len(r.tokens))
	for _, t := range r.tokens {
		if t.starts {
			starts = append(starts, t.at.from)
		}
	}
	return starts
}

// scan walks through a text word by word.
type scan struct {
	*reader
	text    string
	words   []int // where each starts
	i       int   // the word looked at
	found   []fact
	counted int  // how many words further a number still counts as standing before
	posted  bool // the word before is a post, or a label such as 责编：
	dated   bool // the word before is part of a date
}

func (s *scan) at(i int) int {
	if i < len(s.words) {
		return s.words[i]
	}
	return len(s.text)
}

func (s *scan) word(i int) string { return s.text[s.at(i):s.at(i+1)] }

func (s *scan) add(class Class, text string, weak bool) {
	s.found = append(s.found, fact{class: class, text: text, weak: weak})
}

// step reads the fact that starts with the current word, if any, and goes on
// behind it.
func (s *scan) step() {
	rest, word := s.text[s.at(s.i):], s.word(s.i)
	posted, dated := s.posted, s.dated
	s.counted, s.posted, s.dated = max(0, s.counted-1), false, false
	if isNumberWord(word) && !startsPhrase(rest) {
		s.number(word, dated)
		s.i++
		return
	}
	if phrase, m := longestPhrase(rest, word, s.lexicon != nil); m != 0 {
		s.skip(s.phrase(rest, phrase, m))
		return
	}
	switch {
	case s.smallNumber(rest):
	case s.name(rest, posted):
	case posted && isLabelMark(word):
		s.posted = true
		s.i++
	case s.negated(word):
	case s.organisation(word):
	default:
		s.i++
	}
}

// skip goes on with the word that starts n bytes further or next after that.
func (s *scan) skip(n int) {
	to := s.at(s.i) + n
	for s.i < len(s.words) && s.words[s.i] < to {
		s.i++
	}
}

func isLabelMark(word string) bool { return strings.Contains("：: 　", word) }

// negated recognises a word that says no by its first character: 不合格, 未完成.
func (s *scan) negated(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	if !strings.ContainsRune("不未没无勿非", r) || r == '非' && utf8.RuneCountInString(word) > 1 {
		return false
	}
	s.add(ClassNegation, string(r), false)
	s.i++
	return true
}

// isNumberWord reports whether a word is a number, with its unit.
func isNumberWord(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	if unicode.IsDigit(r) || numberEnd(word, 0) > 0 {
		return true
	}
	if r == '第' && len(word) > size {
		return true
	}
	return strings.ContainsFunc(word, unicode.IsDigit)
}

// smallNumber reads a single numeral with its unit: 三个. One may be an
// article rather than a number.
func (s *scan) smallNumber(rest string) bool {
	r, size := utf8.DecodeRuneInString(rest)
	if !strings.ContainsRune("一二三四五六七八九十两几数半", r) {
		return false
	}
	end := fractionEnd(rest, size)
	if end == size {
		end = unitEnd(rest, size)
	}
	if end == size {
		return false
	}
	s.add(ClassNumber, rest[:end], r == '一')
	s.counted = nearNumber
	s.skip(end)
	return true
}

// nearNumber is how many words may stand between a number and what is said of
// it: 5个工作日以内.
const nearNumber = 3

// fractionEnd returns the end of what makes a fraction of the numeral that ends
// at from: 三分之二; or from, if nothing does.
func fractionEnd(s string, from int) int {
	const line = "分之"
	if !strings.HasPrefix(s[from:], line) {
		return from
	}
	end := from + len(line)
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if !unicode.IsDigit(r) && !isHanDigit(r) {
			break
		}
		end += size
	}
	return end
}
