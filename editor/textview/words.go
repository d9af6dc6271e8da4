package textview

import (
	"slices"
	"unicode"

	"jianbao/editor/buffer"
)

// Segmenter tells where words end: it returns, in order, the offset after each
// word of a paragraph. The words cover the paragraph; marks and blanks are
// words of their own.
type Segmenter func(paragraph string) []buffer.RuneOffset

// classes is the segmenter for want of a better one: a word is a run of
// characters of the same class.
func classes(paragraph string) []buffer.RuneOffset {
	var ends []buffer.RuneOffset
	count, last := buffer.RuneOffset(0), classNone
	for _, r := range paragraph {
		c := classOf(r)
		if count > 0 && c != last {
			ends = append(ends, count)
		}
		last = c
		count++
	}
	if count > 0 {
		ends = append(ends, count)
	}
	return ends
}

type class int

const (
	classNone class = iota
	classHan
	classWord
	classBlank
	classMark
)

func classOf(r rune) class {
	switch {
	case unicode.IsSpace(r):
		return classBlank
	case unicode.Is(unicode.Han, r):
		return classHan
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r), r == '_':
		return classWord
	}
	return classMark
}

// words finds the words of a text.
type words struct {
	text    *buffer.Buffer
	segment Segmenter
}

// at returns the word that holds the character after p; at the end of a
// paragraph its last word.
func (w words) at(p buffer.Position) buffer.Span {
	span := buffer.Span{From: buffer.Position{Paragraph: p.Paragraph}, To: p}
	for _, end := range w.ends(p.Paragraph) {
		span.To.Offset = end
		if end > p.Offset {
			break
		}
		if end < w.text.Runes(p.Paragraph) {
			span.From.Offset = end
		}
	}
	return span
}

// next returns the beginning of the word after p, or the end of the paragraph;
// from there it goes to the next paragraph.
func (w words) next(p buffer.Position) buffer.Position {
	for _, end := range w.ends(p.Paragraph) {
		if end > p.Offset && !w.blankAt(p.Paragraph, end) {
			return buffer.Position{Paragraph: p.Paragraph, Offset: end}
		}
	}
	if end := w.text.Runes(p.Paragraph); p.Offset < end {
		return buffer.Position{Paragraph: p.Paragraph, Offset: end}
	}
	return w.text.Next(p)
}

// previous returns the beginning of the word before p; from the beginning of a
// paragraph it goes to the one before.
func (w words) previous(p buffer.Position) buffer.Position {
	if p.Offset == 0 {
		return w.text.Previous(p)
	}
	for _, end := range slices.Backward(w.ends(p.Paragraph)) {
		if end < p.Offset && !w.blankAt(p.Paragraph, end) {
			return buffer.Position{Paragraph: p.Paragraph, Offset: end}
		}
	}
	return buffer.Position{Paragraph: p.Paragraph}
}

// ends returns where the words of a paragraph end.
func (w words) ends(i buffer.Paragraph) []buffer.RuneOffset {
	if w.segment == nil {
		return classes(w.text.Paragraph(i))
	}
	return w.segment(w.text.Paragraph(i))
}

func (w words) blankAt(i buffer.Paragraph, at buffer.RuneOffset) bool {
	r := runeAfter(w.text, buffer.Position{Paragraph: i, Offset: at})
	return r != 0 && unicode.IsSpace(r)
}

// runeAfter returns the code point after p, or 0 at the end of a paragraph.
func runeAfter(text *buffer.Buffer, p buffer.Position) rune {
	if p.Offset >= text.Runes(p.Paragraph) {
		return 0
	}
	q := p
	q.Offset++
	return []rune(text.Slice(buffer.Span{From: p, To: q}))[0]
}

// runeBefore returns the code point before p, or 0 at the beginning of a
// paragraph.
func runeBefore(text *buffer.Buffer, p buffer.Position) rune {
	if p.Offset == 0 {
		return 0
	}
	p.Offset--
	return runeAfter(text, p)
}
