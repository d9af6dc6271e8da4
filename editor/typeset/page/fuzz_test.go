package page

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// FuzzLay lays any text in every part of a bulletin: no word may be lost.
func FuzzLay(f *testing.F) {
	for _, s := range []string{"", sentences, "葛\U000E0100飾e\u0301👨‍👩‍👧", strings.Repeat("。", 80), "\u200B \u3000\t", "https://a.example/?b=c"} {
		f.Add(s, 40)
	}
	f.Fuzz(func(t *testing.T, text string, repeat int) {
		if !utf8.ValidString(text) || strings.ContainsFunc(text, unicode.IsControl) || strings.ContainsAny(text, "\u2028\u2029") {
			return // no bulletin holds them
		}
		text = strings.Repeat(text, max(1, min(repeat, 40)))
		if len(text) > 20_000 {
			return
		}
		var blocks []Block
		for k := Security; k <= Copies; k++ {
			blocks = append(blocks, Block{Kind: k, Level: int(k) % 5, Label: "报：", Text: text, End: "）"})
		}
		d := lay(t, blocks, Default(), Options{Stamp: "送审稿", Sentences: true})
		sameText(t, blocks, d)
		for _, p := range d.Pages {
			for _, r := range p.Runs {
				if len(r.Glyphs) == 0 {
					t.Error("a run without a glyph")
				}
			}
		}
	})
}
