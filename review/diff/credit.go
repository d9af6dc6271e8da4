package diff

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"jianbao/editor/doc"
)

// Credit is one sentence of a body or a note, or one field as a whole, and who
// wrote it.
type Credit struct {
	At    doc.Anchor `json:"at"`
	Hands []Hand     `json:"hands"` // who wrote most comes first
}

// Hand is how many characters of a sentence came with one text of the line.
type Hand struct {
	Text  int `json:"text"` // index in the line of texts
	Runes int `json:"runes"`
}

// Credits says of everything in the last of a line of texts, each made from the
// one before, with which of them its characters came: masthead, articles and
// imprint, in this order. Text that moved stays with who wrote it, and so does
// text that was taken out and put back in the same place. A value of the masthead
// or imprint belongs as a whole to who set it: half a date is no date.
func (c Comparer) Credits(line []doc.Bulletin) []Credit {
	if len(line) == 0 {
		return nil
	}
	w := writers{texts: map[doc.Place][]int{}, lost: map[string][]int{}}
	for _, at := range creditPlaces(line[0]) {
		value, _ := line[0].Get(at)
		w.texts[at] = make([]int, len(value))
	}
	for i := 1; i < len(line); i++ {
		w.follow(c.Bulletins(line[i-1], line[i]), i)
	}
	return w.credits(line[len(line)-1])
}

// writers knows of every byte of every field and body with which text it came.
type writers struct {
	texts map[doc.Place][]int
	lost  map[string][]int // the same of what was taken out, by it and where it stood
}

// creditPlaces lists every place of a bulletin that holds text, in reading order.
func creditPlaces(b doc.Bulletin) []doc.Place {
	var head, foot []doc.Place
	for _, key := range doc.Fields() {
		if isImprint(key) {
			foot = append(foot, doc.Place{Field: key})
		} else {
			head = append(head, doc.Place{Field: key})
		}
	}
	for _, a := range b.Articles {
		for _, key := range doc.ArticleFields() {
			head = append(head, doc.Place{Field: key, Article: a.ID})
		}
	}
	return append(head, foot...)
}

// follow goes on to the next text, which the comparison leads to.
func (w *writers) follow(d BulletinDiff, text int) {
	next := map[doc.Place][]int{}
	for _, key := range doc.Fields() {
		at := doc.Place{Field: key}
		old, _ := d.old.Get(at)
		new, _ := d.new.Get(at)
		if next[at] = w.texts[at]; old != new {
			w.lost[lostKey(key, old)] = w.texts[at]
			next[at] = w.origin(lostKey(key, new), text, len(new))
		}
	}
	for _, a := range d.Articles {
		for _, key := range doc.ArticleFields() {
			w.followArticle(next, d, a, key, text)
		}
	}
	w.texts = next
}

// followArticle goes on with one field of an article.
func (w *writers) followArticle(next map[doc.Place][]int, d BulletinDiff, a ArticleDiff, key doc.FieldKey, text int) {
	was, is := doc.Place{Field: key, Article: a.Old}, doc.Place{Field: key, Article: a.New}
	switch a.State {
	case ArticleAdded:
		value, _ := d.new.Get(is)
		next[is] = w.origin(lostKey(key, value), text, len(value))
	case ArticleRemoved:
		value, _ := d.old.Get(was)
		w.lost[lostKey(key, value)] = w.texts[was]
	default:
		next[is] = w.texts[was]
		if s, changed := a.script(key); changed {
			next[is] = w.followText(s, key, w.texts[was], text)
		}
	}
}

// script returns the comparison of one field of an article, or of its body, and
// whether there is one.
func (a ArticleDiff) script(key doc.FieldKey) (s Script, changed bool) {
	if key == doc.FieldArticleBody {
		return a.Body, true
	}
	i := slices.IndexFunc(a.Fields, func(f FieldDiff) bool { return f.Place.Field == key })
	if i < 0 {
		return Script{}, false
	}
	return a.Fields[i].Script, true
}

// lostKey is where text of a field that is taken out can be found again.
func lostKey(key doc.FieldKey, text string) string { return string(key) + "\x00" + text }

// origin says where text that appears comes from: from where it was taken out,
// under the same key, else with the present text.
func (w *writers) origin(key string, text, size int) []int {
	if known, ok := w.lost[key]; ok && len(known) == size {
		return known
	}
	return slices.Repeat([]int{text}, size)
}

func (w *writers) followText(s Script, key doc.FieldKey, old []int, text int) []int {
	left := map[int][]int{} // of the text of each move
	at := 0
	for k, h := range s.Hunks {
		here := old[at : at+len(h.Old)]
		switch h.Kind {
		case MoveFrom:
			left[h.Move] = here
		case Delete, Replace:
			w.lost[lostKey(key, h.Old+"\x00"+s.around(k))] = here
		}
		at += len(h.Old)
	}
	var list []int
	at = 0
	for k, h := range s.Hunks {
		here := old[at : at+len(h.Old)]
		switch {
		case h.Kind == Equal:
			list = append(list, here...)
		case h.Kind == MoveTo:
			list = append(list, arrived(h, left[h.Move], text)...)
		case h.Kind != MoveFrom:
			list = append(list, w.put(h, lostKey(key, h.New+"\x00"+s.around(k)), here, text)...)
		}
		at += len(h.Old)
	}
	return list
}

// put is where the text of a hunk comes from that was put in or replaced.
func (w *writers) put(h Hunk, key string, old []int, text int) []int {
	if known, ok := w.lost[key]; ok && len(known) == len(h.New) {
		return known
	}
	return stayed(h.Inner, old, text)
}

func arrived(h Hunk, old []int, text int) []int {
	if len(h.Inner) == 0 {
		return old
	}
	return stayed(h.Inner, old, text)
}

// stayed leaves the characters that stayed with who wrote them.
func stayed(pieces []Piece, old []int, text int) []int {
	var body []int
	at := 0
	for _, p := range pieces {
		if p.Kind == Equal {
			body = append(body, old[at:at+len(p.Old)]...)
		} else {
			body = append(body, slices.Repeat([]int{text}, len(p.New))...)
		}
		at += len(p.Old)
	}
	return body
}

func (w *writers) credits(b doc.Bulletin) []Credit {
	list := []Credit{}
	for _, at := range creditPlaces(b) {
		value, _ := b.Get(at)
		if value == "" {
			continue
		}
		if at.Field != doc.FieldArticleBody && at.Field != doc.FieldArticleNote {
			list = append(list, Credit{At: wholeField(at, value), Hands: handsOf(value, w.texts[at])})
			continue
		}
		for _, u := range sentences(nil, value, span{0, len(value)}, 0) {
			anchor := anchorOf(b, at, u.at.from, u.text)
			list = append(list, Credit{At: anchor, Hands: handsOf(u.text, w.texts[at][u.at.from:u.at.to])})
		}
	}
	return list
}

func wholeField(at doc.Place, value string) doc.Anchor {
	return doc.Anchor{Place: at, Quote: value, To: doc.RuneOffset(utf8.RuneCountInString(value))}
}

// anchorOf ties text at a byte offset of a body or note to its place.
func anchorOf(b doc.Bulletin, at doc.Place, from int, text string) doc.Anchor {
	if at.Field == doc.FieldArticleBody {
		return anchorIn(b.Article(at.Article).Body, at.Article, from, text)
	}
	value, _ := b.Get(at)
	a := wholeField(at, text)
	a.From += doc.RuneOffset(utf8.RuneCountInString(value[:from]))
	a.To += a.From
	return a
}

func handsOf(text string, origin []int) []Hand {
	count := map[int]int{}
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		count[origin[i]]++
		i += size
	}
	var list []Hand
	for text, runes := range count {
		list = append(list, Hand{text, runes})
	}
	slices.SortFunc(list, func(a, b Hand) int {
		return cmp.Or(cmp.Compare(b.Runes, a.Runes), cmp.Compare(a.Text, b.Text))
	})
	return list
}
