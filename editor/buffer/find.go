package buffer

import (
	"strings"
	"unicode/utf8"
)

// Find returns all places where pattern stands, letter for letter, first to
// last and not overlapping. "\n" in the pattern is a line end. An empty
// pattern is found nowhere.
func (b *Buffer) Find(pattern string) []Span {
	if pattern == "" {
		return nil
	}
	text := b.Text()
	var found []Span
	w := walker{text: text}
	for {
		i := strings.Index(text[w.at:], pattern)
		if i < 0 {
			return found
		}
		from := w.to(w.at + i)
		found = append(found, Span{From: from, To: w.to(w.at + len(pattern))})
	}
}

// walker turns bytes of a text into positions, going forward only.
type walker struct {
	text string
	at   int
	pos  Position
}

// to goes on to byte at and returns its position.
func (w *walker) to(at int) Position {
	part := w.text[w.at:at]
	if breaks := strings.Count(part, "\n"); breaks > 0 {
		w.pos = Position{Paragraph: w.pos.Paragraph + Paragraph(breaks)}
		part = part[strings.LastIndexByte(part, '\n')+1:]
	}
	w.pos.Offset += RuneOffset(utf8.RuneCountInString(part))
	w.at = at
	return w.pos
}
