package buffer

import "cmp"

// Paragraph is the index of a paragraph in the text, from 0. It counts
// paragraphs as they stand now; what names one for good is its ID.
type Paragraph int

// RuneOffset is a place within one paragraph, counted in Unicode code points
// before it: never in bytes, and never in what a reader calls a character.
type RuneOffset int

// Position is a place between two code points of the text.
type Position struct {
	Paragraph Paragraph
	Offset    RuneOffset
}

// Compare is negative where p stands before q, 0 where they are the same place
// and positive where p stands after q.
func (p Position) Compare(q Position) int {
	return cmp.Or(cmp.Compare(p.Paragraph, q.Paragraph), cmp.Compare(p.Offset, q.Offset))
}

// Before reports whether p stands before q.
func (p Position) Before(q Position) bool { return p.Compare(q) < 0 }

// Span is the text from From up to To, which does not stand before From.
type Span struct {
	From, To Position
}

// Empty reports whether the span holds no text.
func (s Span) Empty() bool { return s.From == s.To }

// Contains reports whether p stands in the span or at one of its ends.
func (s Span) Contains(p Position) bool { return !p.Before(s.From) && !s.To.Before(p) }

// Selection is what the user has selected: From where it was begun to Caret,
// which may stand before From. Where they are the same place it is only a
// caret.
type Selection struct {
	From, Caret Position
}

// At is the selection that is only a caret at p.
func At(p Position) Selection { return Selection{From: p, Caret: p} }

// Span is the text selected.
func (s Selection) Span() Span {
	if s.Caret.Before(s.From) {
		return Span{From: s.Caret, To: s.From}
	}
	return Span{From: s.From, To: s.Caret}
}

// Start is the first position of the text.
func (b *Buffer) Start() Position { return Position{} }

// End is the last position of the text.
func (b *Buffer) End() Position {
	last := b.Paragraphs() - 1
	return Position{Paragraph: last, Offset: b.Runes(last)}
}

// All is the span of the whole text.
func (b *Buffer) All() Span { return Span{From: b.Start(), To: b.End()} }

// Valid reports whether p is a place in the text.
func (b *Buffer) Valid(p Position) bool {
	return p.Paragraph >= 0 && p.Paragraph < b.Paragraphs() && p.Offset >= 0 && p.Offset <= b.Runes(p.Paragraph)
}

// Clamp returns p, or the place of the text nearest to it.
func (b *Buffer) Clamp(p Position) Position {
	switch {
	case p.Paragraph < 0:
		return b.Start()
	case p.Paragraph >= b.Paragraphs():
		return b.End()
	}
	p.Offset = min(max(p.Offset, 0), b.Runes(p.Paragraph))
	return p
}

func (b *Buffer) validSpan(s Span) bool {
	return b.Valid(s.From) && b.Valid(s.To) && !s.To.Before(s.From)
}
