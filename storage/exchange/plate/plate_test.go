package plate

import (
	"testing"

	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/pagetest"
	"jianbao/storage/exchange/subset"
)

func TestSpell(t *testing.T) {
	const none = subset.NoGlyph
	for name, c := range map[string]struct {
		glyphs []page.Glyph
		want   []cell
	}{
		"one for one":  {[]page.Glyph{{ID: 5, X: 1, Text: "甲"}, {ID: 6, X: 2, Text: "乙"}}, []cell{{'甲', 5, 1}, {'乙', 6, 2}}},
		"two marks":    {[]page.Glyph{{ID: 5, X: 1, Text: "e\u0301"}, {ID: 6, X: 2}}, []cell{{'e', 5, 1}, {'\u0301', 6, 2}}},
		"selector":     {[]page.Glyph{{ID: 5, X: 1, Text: "葛\U000E0100"}}, []cell{{'葛', 5, 1}, {'\U000E0100', none, 1}}},
		"joiner":       {[]page.Glyph{{ID: 5, X: 1, Text: "a\u200db"}, {ID: 6, X: 2}}, []cell{{'a', 5, 1}, {'\u200d', none, 1}, {'b', 6, 2}}},
		"tab alone":    {[]page.Glyph{{ID: 5, X: 1, Text: "\t"}}, []cell{{'\t', 5, 1}}},
		"one for both": {[]page.Glyph{{ID: 5, X: 1, Text: "fi"}}, []cell{{'f', 5, 1}, {'i', none, 1}}},
	} {
		got, err := spell(c.glyphs)
		if err != nil || len(got) != len(c.want) {
			t.Fatalf("%s: %v, %v", name, got, err)
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: character %d is %+v, want %+v", name, i, got[i], c.want[i])
			}
		}
	}
	for name, glyphs := range map[string][]page.Glyph{
		"glyph without a text": {{ID: 5}},
		"more than characters": {{ID: 5, Text: "a"}, {ID: 6}},
		"no UTF-8":             {{ID: 5, Text: "\xff"}},
	} {
		if got, err := spell(glyphs); err == nil {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestMake(t *testing.T) {
	fonts := []*face.Font{pagetest.Font(t, pagetest.Fangsong), pagetest.Font(t, pagetest.Song)}
	p, err := Make(pagetest.Document(t, fonts, "云州市喆", "第二段"))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Fonts) != 2 || len(p.Pages) != 1 || len(p.Pages[0].Blocks) != 3 {
		t.Fatalf("%d fonts, %d pages", len(p.Fonts), len(p.Pages))
	}
	for i, want := range []struct {
		number int
		strips []string
	}{{0, []string{"云州市", "喆"}}, {1, []string{"第二段"}}, {-1, []string{"— 1 —"}}} {
		b := p.Pages[0].Blocks[i]
		if b.Number != want.number || len(b.Strips) != len(want.strips) {
			t.Fatalf("block %d: %+v", i, b)
		}
		for j, s := range b.Strips {
			if s.String() != want.strips[j] {
				t.Errorf("block %d: %q, want %q", i, s.String(), want.strips[j])
			}
		}
	}
}
