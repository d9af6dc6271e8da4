package paged

import (
	"slices"
	"testing"

	"jianbao/storage/exchange/pagetest"
)

func TestFound(t *testing.T) {
	var f Found
	f.Add(2, "丙")
	f.Add(0, "甲")
	f.Add(1, "")
	f.AddFurniture("— 1 —")
	f.Add(2, "丁")
	w := f.Words()
	if !slices.Equal(w.Blocks, []string{"甲", "丙丁"}) || !slices.Equal(w.Furniture, []string{"— 1 —"}) {
		t.Errorf("%+v", w)
	}
}

func TestFont(t *testing.T) {
	source := pagetest.Font(t, pagetest.Song)
	f, err := ParseFont(source.Source)
	if err != nil {
		t.Fatal(err)
	}
	glyph, _ := source.Face.NominalGlyph('甲')
	if err := f.Draws(uint16(glyph), '甲'); err != nil {
		t.Error(err)
	}
	if f.Draws(uint16(glyph)+1, '甲') == nil || f.Draws(uint16(glyph), '乙') == nil || f.Has('\U000F0000') == nil {
		t.Error("a glyph passes for a character that it is not")
	}
	if _, err := ParseFont(source.Source[:1000]); err == nil {
		t.Error("a font cut off was taken")
	}
}
