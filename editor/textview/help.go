package textview

import (
	"strings"
	"unicode"

	"jianbao/editor/buffer"
)

// helpedMarks are the typed marks that may become others in Chinese text.
const helpedMarks = `"',;:?!()`

var fullWidth = map[rune]rune{',': '，', ';': '；', ':': '：', '?': '？', '!': '！', '(': '（', ')': '）'}

// helpFor returns what belongs in the place of mark r, which stands at s: a
// quotation mark that opens or closes, a full-width mark beside Chinese text,
// or r itself.
func helpFor(text *buffer.Buffer, s buffer.Span, r rune) rune {
	before, after := runeBefore(text, s.From), runeAfter(text, s.To)
	ahead := text.Slice(buffer.Span{From: buffer.Position{Paragraph: s.From.Paragraph}, To: s.From})
	switch r {
	case '"':
		return quote(ahead, before, after, '“', '”', r)
	case '\'':
		return quote(ahead, before, after, '‘', '’', r)
	case ')':
		if strings.Count(ahead, "（") > strings.Count(ahead, "）") {
			return '）'
		}
		return r
	}
	if wide, ok := fullWidth[r]; ok && (chinese(before) || r == '(' && chinese(after)) {
		return wide
	}
	return r
}

// quote returns the closing mark where one was opened in the paragraph, the
// opening one otherwise. Beside Latin letters, as in don't, the mark stays.
func quote(ahead string, before, after, open, closing, typed rune) rune {
	if strings.Count(ahead, string(open)) > strings.Count(ahead, string(closing)) {
		return closing
	}
	if latin(before) || latin(after) && !strings.ContainsFunc(ahead, chinese) {
		return typed
	}
	return open
}

// chinese reports whether r is a Chinese character or mark.
func chinese(r rune) bool {
	return unicode.Is(unicode.Han, r) || strings.ContainsRune("“”‘’《》〈〉（）【】、。，；：？！…—％", r)
}

func latin(r rune) bool { return unicode.Is(unicode.Latin, r) }
