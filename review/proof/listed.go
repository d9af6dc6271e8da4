package proof

// lexicon is a set of words, the longest of which is found at each place.
type lexicon struct{ wordList }

// newLexicon leaves out empty words and those that stand twice.
func newLexicon(words []string) lexicon {
	l := lexicon{wordList{&node{}}}
	for _, w := range words {
		if w != "" {
			l.put(&Term{Wrong: w})
		}
	}
	return l
}

func (l lexicon) put(t *Term) {
	at := l.root
	for _, r := range t.Wrong {
		at = at.child(r)
	}
	if at.term == nil {
		at.term = t
	}
}

// within reports whether a stretch of runes lies within a word of the lexicon
// that stands there.
func (l lexicon) within(p *passage, from, to int) bool {
	for i := max(0, from-longestWord); i <= from; i++ {
		if _, n := l.longest(p.runes[i:]); n > 0 && i+n >= to && i <= from {
			return true
		}
	}
	return false
}

// longestWord bounds how far before a finding a word may begin that holds it.
const longestWord = 40

// listed finds words that the office does not want, each on the days on which
// that holds.
type listed struct {
	lexicon
	validity map[string]Validity
}

func newListed(words []Listed) method {
	if len(words) == 0 {
		return nil
	}
	l := listed{newLexicon(nil), map[string]Validity{}}
	for i := range words {
		l.put(&words[i].Term)
		if _, twice := l.validity[words[i].Wrong]; !twice {
			l.validity[words[i].Wrong] = words[i].Validity
		}
	}
	return l
}

func (l listed) find(p *passage) []hit {
	var hits []hit
	for _, h := range l.wordList.find(p) {
		if l.validity[p.between(h.from, h.to)].holds(p.date) {
			hits = append(hits, h)
		}
	}
	return hits
}

// timed is a word with the days on which it holds.
type timed struct {
	word string
	Validity
}

// ended finds words that were in force once, but not on the day of the issue.
type ended struct {
	lexicon
	validity map[string][]Validity
}

func newEnded(words []timed) method {
	if len(words) == 0 {
		return nil
	}
	e := ended{newLexicon(nil), map[string][]Validity{}}
	for _, w := range words {
		e.put(&Term{Wrong: w.word})
		e.validity[w.word] = append(e.validity[w.word], w.Validity)
	}
	return e
}

func (e ended) find(p *passage) []hit {
	var hits []hit
	for _, h := range e.wordList.find(p) {
		if v, over := e.over(p, p.between(h.from, h.to)); over {
			h.args = map[string]string{"from": v.From.String(), "to": v.To.String(), "day": p.date.String()}
			hits = append(hits, h)
		}
	}
	return hits
}

// over returns the days on which a word held, if that of the issue is not among
// them.
func (e ended) over(p *passage, word string) (last Validity, over bool) {
	for _, v := range e.validity[word] {
		if v.holds(p.date) {
			return Validity{}, false
		}
		last = v
	}
	return last, true
}
