package raster

import (
	"image"
	"image/color"
	"os"
	"strings"
	"testing"

	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
)

const text = "全市上下同心协力推进背街小巷环境整治，取得新的明显成效。办结12345热线诉求3.6万件，办结率为98.7%；群众满意率稳步提高。"

func document(t testing.TB, blocks ...page.Block) *page.Document {
	t.Helper()
	set, err := face.Resolve(face.NewLibrary(), os.DirFS("../../../assets/fonts"), os.DirFS("../../../assets/fonts/fandol"))
	if err != nil {
		t.Fatal(err)
	}
	return page.Lay(blocks, page.Default(), set, nil, page.Options{})
}

// dark counts pixels that are not white within a box given in millimetres.
func dark(img *image.RGBA, dpi float64, box [4]float64) int {
	px := func(mm float64) int { return int(mm * dpi / 25.4) }
	count := 0
	for y := px(box[1]); y < px(box[3]); y++ {
		for x := px(box[0]); x < px(box[2]); x++ {
			if img.RGBAAt(x, y) != (color.RGBA{255, 255, 255, 255}) {
				count++
			}
		}
	}
	return count
}

func TestDraw(t *testing.T) {
	const dpi = 100
	d := document(t, page.Block{Kind: page.Name, Text: "简报"}, page.Block{Kind: page.Body, Text: strings.Repeat(text, 3)})
	p := NewPainter(dpi)
	img := p.Draw(d.Pages[0])
	if want := image.Pt(827, 1169); img.Rect.Max != want || p.Size(d.Pages[0]) != want {
		t.Errorf("A4 is %v pixels, want %v", img.Rect.Max, want)
	}
	tests := []struct {
		name string
		box  [4]float64
		ink  bool
	}{
		{"the margin left", [4]float64{0, 0, 27, 297}, false},
		{"the margin right", [4]float64{185, 0, 210, 260}, false},
		{"above the name", [4]float64{0, 0, 210, 56}, false},
		{"the name", [4]float64{70, 57, 140, 80}, true},
		{"the body", [4]float64{28, 100, 184, 130}, true},
		{"the page number", [4]float64{160, 265, 184, 275}, true},
		{"the left foot", [4]float64{28, 265, 100, 290}, false},
	}
	for _, tt := range tests {
		if n := dark(img, dpi, tt.box); (n > 0) != tt.ink {
			t.Errorf("%s: %d pixels of ink", tt.name, n)
		}
	}
	if again := NewPainter(dpi).Draw(d.Pages[0]); string(again.Pix) != string(p.Draw(d.Pages[0]).Pix) {
		t.Error("a page drawn twice looks different")
	}
}

func TestRulesAreSeenAtEveryResolution(t *testing.T) {
	sheet := page.Page{Width: 210, Height: 297, Rules: []page.Rule{{X: 28, Y: 100, Width: 156, Thickness: 0.25}}}
	for _, dpi := range []float64{20, 60, 110, 300} {
		img := NewPainter(dpi).Draw(sheet)
		if dark(img, dpi, [4]float64{29, 98, 183, 102}) < int(150*dpi/25.4) {
			t.Errorf("%v dpi: the rule is not seen", dpi)
		}
	}
}

// BenchmarkPage draws a full page whose characters were drawn before;
// BenchmarkFirstPage one of which none was.
func BenchmarkPage(b *testing.B) {
	d := document(b, page.Block{Kind: page.Body, Text: strings.Repeat(text, 20)})
	p := NewPainter(110)
	for b.Loop() {
		p.Draw(d.Pages[0])
	}
}

func BenchmarkFirstPage(b *testing.B) {
	d := document(b, page.Block{Kind: page.Body, Text: strings.Repeat(text, 20)})
	for b.Loop() {
		NewPainter(110).Draw(d.Pages[0])
	}
}
