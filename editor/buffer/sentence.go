package buffer

import (
	"iter"
	"strings"
	"unicode/utf8"
)

const (
	sentenceEnds    = "。！？；…!?;"
	sentenceClosers = "”’」』）)》】〉〕\"'"
)

// Sentences yields the sentences of the i-th paragraph, first to last. Each
// goes up to its closing marks and the quotation marks and brackets that close
// with them; together they cover the paragraph.
func (b *Buffer) Sentences(i Paragraph) iter.Seq[Span] {
	return func(yield func(Span) bool) {
		from := Position{Paragraph: i}
		for text := b.Paragraph(i); text != ""; {
			end := sentenceEnd(text)
			to := from
			to.Offset += RuneOffset(utf8.RuneCountInString(text[:end]))
			if !yield(Span{From: from, To: to}) {
				return
			}
			from, text = to, text[end:]
		}
	}
}

// Sentence returns the sentence that holds the code point after p; at the end
// of a paragraph its last sentence, and in an empty paragraph nothing, at p.
func (b *Buffer) Sentence(p Position) Span {
	found := Span{From: p, To: p}
	for s := range b.Sentences(p.Paragraph) {
		found = s
		if p.Before(s.To) {
			break
		}
	}
	return found
}

// sentenceEnd returns the byte after the first sentence of text.
func sentenceEnd(text string) int {
	for at := 0; ; {
		i := strings.IndexAny(text[at:], sentenceEnds)
		if i < 0 {
			return len(text)
		}
		at += i
		at += lead(text[at:], sentenceEnds)
		at += lead(text[at:], sentenceClosers)
		if parts(text, at) || at == len(text) {
			return at
		}
	}
}

// lead returns how many bytes text begins with that are all code points of set.
func lead(text, set string) int { return len(text) - len(strings.TrimLeft(text, set)) }
