package compose

import (
	"slices"
	"strings"
	"unicode/utf8"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/review/diff"
)

// bodyEdits returns the edits that make of a body the paragraphs wanted. What
// stays is not touched, so that carets and marks keep to it; a paragraph keeps
// its id, but for the first where something is put before it.
func bodyEdits(c diff.Comparer, text *buffer.Buffer, want []doc.Paragraph) []buffer.Edit {
	w := rewriting{comparer: c, text: text, want: want, from: -1, to: -1}
	for _, p := range w.staying() {
		w.between(p)
		w.inside(p)
		w.from, w.to = p.from, p.to
	}
	w.between(pair{int(text.Paragraphs()), len(want)})
	return w.edits
}

// pair is a paragraph of the text and what becomes of it.
type pair struct{ from, to int }

type rewriting struct {
	comparer diff.Comparer
	text     *buffer.Buffer
	want     []doc.Paragraph
	from, to int // the last pair dealt with
	edits    []buffer.Edit
}

// staying pairs the paragraphs that are on both sides, as many as can be without
// crossing.
func (w *rewriting) staying() []pair {
	var both []pair
	for to, p := range w.want {
		if from, stands := w.text.Index(buffer.ID(p.ID)); stands {
			both = append(both, pair{int(from), to})
		}
	}
	return rising(both)
}

// rising returns the longest run of pairs that rise on both sides.
func rising(pairs []pair) []pair {
	length, before := make([]int, len(pairs)), make([]int, len(pairs))
	last := -1
	for i, p := range pairs {
		length[i], before[i] = 1, -1
		for k := range i {
			if pairs[k].from < p.from && length[k] >= length[i] {
				length[i], before[i] = length[k]+1, k
			}
		}
		if last < 0 || length[i] > length[last] {
			last = i
		}
	}
	var run []pair
	for i := last; i >= 0; i = before[i] {
		run = append(run, pairs[i])
	}
	slices.Reverse(run)
	return run
}

// between replaces the paragraphs that stand between two pairs.
func (w *rewriting) between(next pair) {
	fresh := w.want[w.to+1 : next.to]
	switch {
	case next.from == w.from+1 && len(fresh) == 0:
	case w.from < 0 && next.from == int(w.text.Paragraphs()):
		w.put(w.text.All(), joinedTexts(fresh), fresh[1:])
	case w.from < 0:
		new := ""
		for _, p := range fresh {
			new += p.Text + "\n"
		}
		w.put(buffer.Span{To: buffer.Position{Paragraph: buffer.Paragraph(next.from)}}, new, nil)
	default:
		new := ""
		for _, p := range fresh {
			new += "\n" + p.Text
		}
		w.put(buffer.Span{From: w.end(w.from), To: w.end(next.from - 1)}, new, fresh)
	}
}

func (w *rewriting) end(i int) buffer.Position {
	p := buffer.Paragraph(i)
	return buffer.Position{Paragraph: p, Offset: w.text.Runes(p)}
}

func joinedTexts(list []doc.Paragraph) string {
	texts := make([]string, len(list))
	for i, p := range list {
		texts[i] = p.Text
	}
	return strings.Join(texts, "\n")
}

// put adds an edit whose line ends begin these paragraphs, or unnamed ones. One
// whose id is in use gets another.
func (w *rewriting) put(s buffer.Span, new string, begun []doc.Paragraph) {
	e := buffer.Replace(s, new)
	for _, p := range begun {
		id := buffer.ID(p.ID)
		if _, stands := w.text.Index(id); stands || id == "" {
			id = buffer.ID(doc.NewParagraph("").ID)
		}
		e.IDs = append(e.IDs, id)
	}
	w.edits = append(w.edits, e)
}

// inside changes a paragraph that stays where its text differs.
func (w *rewriting) inside(p pair) {
	i := buffer.Paragraph(p.from)
	old, new := w.text.Paragraph(i), w.want[p.to].Text
	if old == new {
		return
	}
	at := buffer.Position{Paragraph: i}
	for _, h := range w.comparer.Texts(old, new).Hunks {
		end := at
		end.Offset += buffer.RuneOffset(utf8.RuneCountInString(h.Old))
		if h.Old != h.New {
			w.edits = append(w.edits, buffer.Replace(buffer.Span{From: at, To: end}, h.New))
		}
		at = end
	}
}

// lineEdits returns the edit that makes of a short text the one wanted, without
// touching what both begin and end with.
func lineEdits(text *buffer.Buffer, want string) []buffer.Edit {
	have := []rune(text.Text())
	to := []rune(want)
	head, tail := 0, 0
	for head < min(len(have), len(to)) && have[head] == to[head] {
		head++
	}
	for tail < min(len(have), len(to))-head && have[len(have)-1-tail] == to[len(to)-1-tail] {
		tail++
	}
	span := buffer.Span{From: positionIn(text, doc.RuneOffset(head)), To: positionIn(text, doc.RuneOffset(len(have)-tail))}
	return []buffer.Edit{buffer.Replace(span, string(to[head:len(to)-tail]))}
}
