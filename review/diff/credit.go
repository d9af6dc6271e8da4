package diff

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"jianbao/editor/doc"
)

// Credit is one sentence of a body and who wrote it.
type Credit struct {
	At    doc.Anchor `json:"at"`
	Hands []Hand     `json:"hands"` // who wrote most comes first
}

// Hand is how many characters of a sentence came with one text of the line.
type Hand struct {
	Text  int `json:"text"` // index in the line of texts
	Runes int `json:"runes"`
}

// Credits says of every sentence of the last of a line of texts, each made from
// the one before, with which of them its characters came. Text that moved stays
// with who wrote it, and so does text that was taken out and put back in the
// same place.
func (c Comparer) Credits(line []doc.Bulletin) []Credit {
	if len(line) == 0 {
		return nil
	}
	w := writers{bodies: map[doc.ArticleID][]int{}, lost: map[string][]int{}}
	for _, a := range line[0].Articles {
		w.bodies[a.ID] = make([]int, len(bodyText(a)))
	}
	for i := 1; i < len(line); i++ {
		w.follow(c.Bulletins(line[i-1], line[i]), i)
	}
	return w.credits(line[len(line)-1])
}

// writers knows of every byte of every body with which text it came.
type writers struct {
	bodies map[doc.ArticleID][]int
	lost   map[string][]int // the same of what was taken out, by it and where it stood
}

// follow goes on to the next text, which the comparison leads to.
func (w *writers) follow(d BulletinDiff, text int) {
	next := map[doc.ArticleID][]int{}
	for _, a := range d.Articles {
		switch a.State {
		case ArticleAdded:
			body := bodyText(*d.new.Article(a.New))
			next[a.New] = w.origin(body, text, len(body))
		case ArticleRemoved:
			w.lost[bodyText(*d.old.Article(a.Old))] = w.bodies[a.Old]
		default:
			next[a.New] = w.followBody(a.Body, w.bodies[a.Old], text)
		}
	}
	w.bodies = next
}

// origin says where text that appears comes from: from where it was taken out,
// under the same key, else with the present text.
func (w *writers) origin(key string, text, size int) []int {
	if known, ok := w.lost[key]; ok && len(known) == size {
		return known
	}
	return slices.Repeat([]int{text}, size)
}

func (w *writers) followBody(s Script, old []int, text int) []int {
	left := map[int][]int{} // of the text of each move
	at := 0
	for k, h := range s.Hunks {
		here := old[at : at+len(h.Old)]
		switch h.Kind {
		case MoveFrom:
			left[h.Move] = here
		case Delete, Replace:
			w.lost[h.Old+"\x00"+s.around(k)] = here
		}
		at += len(h.Old)
	}
	var body []int
	at = 0
	for k, h := range s.Hunks {
		here := old[at : at+len(h.Old)]
		switch {
		case h.Kind == Equal:
			body = append(body, here...)
		case h.Kind == MoveTo:
			body = append(body, arrived(h, left[h.Move], text)...)
		case h.Kind != MoveFrom:
			body = append(body, w.put(h, h.New+"\x00"+s.around(k), here, text)...)
		}
		at += len(h.Old)
	}
	return body
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
	for _, a := range b.Articles {
		text := bodyText(a)
		for _, u := range sentences(nil, text, span{0, len(text)}, 0) {
			at := anchorIn(a.Body, a.ID, u.at.from, u.text)
			list = append(list, Credit{At: at, Hands: handsOf(u.text, w.bodies[a.ID][u.at.from:u.at.to])})
		}
	}
	return list
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
