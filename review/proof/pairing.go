package proof

import "strings"

// fault is what can be wrong with marks that come in pairs.
type fault int

const (
	unpaired      fault = iota // one of a pair is missing
	turned                     // ”…“ for “…”
	nestedQuote                // “ within “
	nestedTitle                // 《 within 《
	nestedBracket              // （ within （
	halfBracket                // ( ) around Chinese
)

// pairing finds one fault of the marks that come in pairs, by a stack that
// runs on over passages that were cut.
type pairing struct{ want fault }

// closers names the closing mark of each opening one. The half-width brackets
// pair with the full-width ones: what is wrong with them is their width.
var closers = map[rune]rune{'“': '”', '‘': '’', '（': '）', '(': '）', '《': '》', '〈': '〉', '〔': '〕', '【': '】', '「': '」', '『': '』'}

var openers = map[rune]rune{'”': '“', '’': '‘', '）': '（', ')': '（', '》': '《', '〉': '〈', '〕': '〔', '】': '【', '」': '「', '』': '『'}

// mark is one mark of a pair, where it stands.
type mark struct {
	r           rune
	passage, at int
	inner       []placed // what is nested within, to be said once this one is closed
}

func (m mark) hit(fixes ...string) placed {
	return placed{m.passage, hit{from: m.at, to: m.at + 1, fixes: fixes}}
}

// deepest bounds how far up an opening mark is looked for.
const deepest = 32

type pairScan struct {
	sheet *sheet
	stack []mark
	found map[fault][]placed
	loose []mark // closing marks without their opening one
}

func (f pairing) survey(s *sheet) []placed {
	scan := &pairScan{sheet: s, found: map[fault][]placed{}}
	for i, p := range s.passages {
		for at, r := range p.runes {
			scan.step(mark{r: r, passage: i, at: at})
		}
		if len(p.runes) > 0 && !goesOn(s, i) {
			scan.end()
		}
	}
	scan.end()
	return scan.found[f.want]
}

// goesOn reports whether the passage may go on in the next one: it ends within
// a sentence.
func goesOn(s *sheet, i int) bool {
	text := strings.TrimSpace(s.passages[i].Text)
	part := s.passages[i].Part
	return (part == Line || part == Body) && s.next(i) >= 0 && !strings.ContainsRune("。！？；：…”）》", lastRune(text))
}

func (s *pairScan) step(m mark) {
	if _, ok := closers[m.r]; ok {
		s.stack = append(s.stack, m)
		return
	}
	opener, ok := openers[m.r]
	if !ok || m.r == ')' && len(s.stack) == 0 {
		return
	}
	for i := len(s.stack) - 1; i >= max(0, len(s.stack)-deepest); i-- {
		if open := s.stack[i]; closers[open.r] == closers[opener] {
			s.unclosed(s.stack[i+1:])
			s.stack = s.stack[:i]
			s.pair(open, m)
			return
		}
	}
	s.loose = append(s.loose, m)
}

// pair looks at a pair that is complete.
func (s *pairScan) pair(open, closing mark) {
	s.found[nestedOf(open.r)] = append(s.found[nestedOf(open.r)], open.inner...)
	s.half(open, closing)
	if len(s.stack) == 0 || open.passage != closing.passage {
		return
	}
	outer := &s.stack[len(s.stack)-1]
	if closers[outer.r] != closers[open.r] || len(open.inner) > 0 {
		return
	}
	switch open.r {
	case '“':
		outer.inner = append(outer.inner, open.hit("‘"), closing.hit("’"))
	case '《':
		outer.inner = append(outer.inner, open.hit("〈"), closing.hit("〉"))
	case '（':
		outer.inner = append(outer.inner, open.hit("〔"), closing.hit("〕"))
	}
}

func nestedOf(r rune) fault {
	switch r {
	case '“':
		return nestedQuote
	case '《':
		return nestedTitle
	}
	return nestedBracket
}

// half reports half-width brackets around Chinese, and one that pairs with a
// full-width one.
func (s *pairScan) half(open, closing mark) {
	if open.passage != closing.passage || closers[open.r] != '）' {
		return
	}
	p := s.sheet.passages[open.passage]
	mixed := (open.r == '(') != (closing.r == ')')
	if !mixed && !strings.ContainsFunc(p.between(open.at, closing.at), isHan) {
		return
	}
	if open.r == '(' {
		s.found[halfBracket] = append(s.found[halfBracket], open.hit("（"))
	}
	if closing.r == ')' {
		s.found[halfBracket] = append(s.found[halfBracket], closing.hit("）"))
	}
}

// end says what is left over where a run of passages ends.
func (s *pairScan) end() {
	if len(s.loose) == 1 && len(s.stack) == 1 && s.faces(s.loose[0], s.stack[0]) {
		s.found[turned] = append(s.found[turned], s.loose[0].hit(string(s.stack[0].r)), s.stack[0].hit(string(s.loose[0].r)))
		s.stack, s.loose = nil, nil
		return
	}
	s.unclosed(s.stack)
	for _, m := range s.loose {
		if !s.isOrdinal(m) {
			s.found[unpaired] = append(s.found[unpaired], m.hit())
		}
	}
	s.stack, s.loose = nil, nil
}

// faces reports whether a closing mark stands before its opening one.
func (s *pairScan) faces(closing, open mark) bool {
	return openers[closing.r] == open.r && closing.passage == open.passage && closing.at < open.at
}

// unclosed says which opening marks have no closing one. A half-width bracket
// may stand in a formula.
func (s *pairScan) unclosed(marks []mark) {
	for _, m := range marks {
		if m.r != '(' && !s.runsOn(m) {
			s.found[unpaired] = append(s.found[unpaired], m.hit())
		}
	}
}

// runsOn reports whether the mark opens one paragraph of a quotation that runs
// over several: each begins with the opening mark, only the last is closed.
func (s *pairScan) runsOn(m mark) bool {
	next := s.sheet.next(m.passage)
	if m.r != '“' || next < 0 || trimIndent(s.sheet.passages[m.passage].between(0, m.at)) != "" {
		return false
	}
	return firstRune(trimIndent(s.sheet.passages[next].Text)) == '“'
}

// isOrdinal reports whether the bracket closes an ordinal such as 1）.
func (s *pairScan) isOrdinal(m mark) bool {
	if m.r != '）' {
		return false
	}
	p := s.sheet.passages[m.passage]
	at := m.at - 1
	for at >= 0 && m.at-at <= 3 && (isDigit(p.at(at)) || strings.ContainsRune("一二三四五六七八九十abcdeABCDE", p.at(at))) {
		at--
	}
	return at < m.at-1 && (at < 0 || strings.ContainsRune("。；：，、 　", p.at(at)))
}
