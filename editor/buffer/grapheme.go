package buffer

import (
	"unicode/utf8"

	"github.com/rivo/uniseg"
)

// Next returns the place after the character that begins at p, as a reader
// counts characters: a letter with its accents, an emoji sequence and a
// variant of a Han character are one each, and so is a line end. At the end of
// the text it returns p.
func (b *Buffer) Next(p Position) Position {
	if p.Offset < b.Runes(p.Paragraph) {
		_, p.Offset = b.character(p)
		return p
	}
	if p.Paragraph+1 < b.Paragraphs() {
		return Position{Paragraph: p.Paragraph + 1}
	}
	return p
}

// Previous returns the place before the character that ends at p. At the
// beginning of the text it returns p.
func (b *Buffer) Previous(p Position) Position {
	if p.Offset > 0 {
		p.Offset, _ = b.character(Position{Paragraph: p.Paragraph, Offset: p.Offset - 1})
		return p
	}
	if p.Paragraph > 0 {
		return Position{Paragraph: p.Paragraph - 1, Offset: b.Runes(p.Paragraph - 1)}
	}
	return p
}

// Align returns p, or the beginning of the character that p stands inside of.
func (b *Buffer) Align(p Position) Position {
	if p.Offset < b.Runes(p.Paragraph) {
		p.Offset, _ = b.character(p)
	}
	return p
}

// character returns the ends of the character that the code point after p
// belongs to. It goes back to where characters are sure to part and counts
// from there.
func (b *Buffer) character(p Position) (from, to RuneOffset) {
	para := b.paras.at(int(p.Paragraph))
	from = p.Offset
	at := para.byteAt(from)
	for !parts(para.text, at) {
		_, size := utf8.DecodeLastRuneInString(para.text[:at])
		at -= size
		from--
	}
	for rest := para.text[at:]; ; {
		var character string
		character, rest, _, _ = uniseg.FirstGraphemeClusterInString(rest, -1)
		to = from + RuneOffset(utf8.RuneCountInString(character))
		if to > p.Offset {
			return from, to
		}
		from = to
	}
}

// parts reports whether a character is sure to begin at byte at of the text:
// that is so between two simple ones.
func parts(text string, at int) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:at])
	after, _ := utf8.DecodeRuneInString(text[at:])
	return at == 0 || simple(before) && simple(after)
}

// simple reports whether r is one of the common code points that never join
// another of them: Latin without combining marks, Han, and their punctuation.
func simple(r rune) bool {
	switch {
	case r < 0x0300, 0x2010 <= r && r <= 0x2027:
		return true
	case 0x3000 <= r && r <= 0x303f:
		return r < 0x302a || r > 0x302f // the tone marks combine
	}
	return 0x3400 <= r && r <= 0x4dbf || 0x4e00 <= r && r <= 0x9fff || 0xff01 <= r && r <= 0xff60
}
