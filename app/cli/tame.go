package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"golang.org/x/term"
)

// steering are the characters that turn the direction of writing, mark words
// invisibly or break lines: a terminal that obeys them shows something else than
// what stands there.
var steering = &unicode.RangeTable{
	R16: []unicode.Range16{{Lo: 0x061c, Hi: 0x061c, Stride: 1}, {Lo: 0x200b, Hi: 0x200f, Stride: 1}, {Lo: 0x2028, Hi: 0x202e, Stride: 1},
		{Lo: 0x2060, Hi: 0x206f, Stride: 1}, {Lo: 0xfeff, Hi: 0xfeff, Stride: 1}},
	R32: []unicode.Range32{{Lo: 0xe0000, Hi: 0xe007f, Stride: 1}},
}

// steers reports whether a terminal might obey a character instead of showing
// it: control characters, of which escape sequences are made, and steering ones.
func steers(r rune) bool {
	return r != '\n' && r != '\t' && unicode.IsControl(r) || unicode.Is(steering, r)
}

// tame shows every character that steers by its number, as <U+202E>.
func tame(text string) string {
	return replaceSteering(text, func(r rune) string { return fmt.Sprintf("<U+%04X>", r) })
}

// tameJSON writes them as JSON escapes: the value is the same.
func tameJSON(data string) string {
	return replaceSteering(data, func(r rune) string {
		if r > 0xffff {
			r -= 0x10000
			return fmt.Sprintf(`\u%04x\u%04x`, 0xd800+r>>10, 0xdc00+r&0x3ff)
		}
		return fmt.Sprintf(`\u%04x`, r)
	})
}

func replaceSteering(text string, as func(rune) string) string {
	if !strings.ContainsFunc(text, steers) {
		return text
	}
	var out strings.Builder
	for _, r := range text {
		if steers(r) {
			out.WriteString(as(r))
		} else {
			out.WriteRune(r)
		}
	}
	return out.String()
}

// print writes a result in words. The text of a bulletin alone goes into a file
// or another program as it is, byte for byte; all else, and everything that a
// terminal shows, has no character that steers.
func (c *call) print(w io.Writer, r result) error {
	p := &page{words: c.words}
	r.print(p)
	text := p.String()
	if _, whole := r.(raw); !whole || isTerminal(w) {
		text = tame(text)
	}
	_, err := io.WriteString(w, text)
	return err
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}
