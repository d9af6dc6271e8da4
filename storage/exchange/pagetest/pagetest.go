// Package pagetest owns pages made by hand, for the tests of whatever writes or
// reads them. It sets type on a grid and nothing else; no program uses it.
package pagetest

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/go-text/typesetting/font"

	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
)

// The fonts of the repository, below assets/fonts.
const (
	Fangsong = "fandol/FandolFang-Regular.otf" // CFF, GB 2312 only
	Song     = "NotoSerifSC-Regular.ttf"       // TrueType, rare characters too
	Black    = "NotoSerifSC-Black.ttf"
)

// Font opens one of the repository's fonts.
func Font(t testing.TB, name string) *face.Font {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root(t), "assets", "fonts", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return Parse(t, name, data, 0)
}

// Parse makes a font of a file's bytes.
func Parse(t testing.TB, name string, data []byte, index int) *face.Font {
	t.Helper()
	faces, err := font.ParseTTC(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return &face.Font{Name: name, File: name, Index: index, Face: faces[index], Source: data}
}

func root(t testing.TB) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
	}
	t.Fatal("no go.mod above the test's folder")
	return ""
}

// The grid.
const (
	across, down = 28, 22
	cell         = page.MM(156.0 / across)
	pitch        = page.MM(225.0 / down)
	left, top    = page.MM(28), page.MM(37)
	size         = page.Pt(16)
)

// Press sets lines of text on pages.
type Press struct {
	fonts []*face.Font
	doc   page.Document
	row   int
}

// Document sets each text as a block of its own, in the first font that has
// the character, on as many pages as it takes. Every page has a number.
func Document(t testing.TB, fonts []*face.Font, texts ...string) page.Document {
	t.Helper()
	p := &Press{fonts: fonts, row: down, doc: page.Document{Title: "云州市政务情况简报", Author: "云州市政务办公室"}}
	for block, text := range texts {
		runes := []rune(text)
		for line := 0; len(runes) > 0; line++ {
			n := min(across, len(runes))
			p.line(block, line, string(runes[:n]))
			runes = runes[n:]
		}
	}
	for i := range p.doc.Pages {
		p.folio(i)
	}
	return p.doc
}

func (p *Press) line(block, line int, text string) {
	if p.row == down {
		p.row = 0
		p.doc.Pages = append(p.doc.Pages, page.Page{Width: 210, Height: 297, Number: len(p.doc.Pages) + 1,
			Rules: []page.Rule{{X: left, Y: top - 2, Width: 156, Thickness: 0.5, Color: page.Color{R: 255}}}})
		p.doc.Outline = append(p.doc.Outline, page.Heading{Text: text, Level: len(p.doc.Pages) % 2, Page: len(p.doc.Pages) - 1, Y: top})
	}
	baseline := top + page.MM(p.row)*pitch + size.MM()
	p.row++
	p.runs(len(p.doc.Pages)-1, page.Run{Size: size, Baseline: baseline, Block: block, Line: line}, left, text)
}

func (p *Press) folio(i int) {
	number := "— " + string(rune('0'+(i+1)%10)) + " —"
	p.runs(i, page.Run{Size: 14, Baseline: 270, Block: -1}, left, number)
}

// runs sets a text from x on, a new run wherever the font changes.
func (p *Press) runs(at int, run page.Run, x page.MM, text string) {
	for _, r := range text {
		f, glyph := p.find(r)
		if f != run.Font {
			run.Font, run.Glyphs = f, nil
			p.doc.Pages[at].Runs = append(p.doc.Pages[at].Runs, run)
		}
		last := &p.doc.Pages[at].Runs[len(p.doc.Pages[at].Runs)-1]
		last.Glyphs = append(last.Glyphs, page.Glyph{ID: glyph, X: x, Text: string(r)})
		advance := page.MM(f.Face.HorizontalAdvance(glyph)) / page.MM(f.Face.Upem()) * run.Size.MM()
		x += min(advance, cell)
	}
}

func (p *Press) find(r rune) (*face.Font, face.GID) {
	for _, f := range p.fonts {
		if glyph, ok := f.Face.NominalGlyph(r); ok {
			return f, glyph
		}
	}
	return p.fonts[0], 0
}
