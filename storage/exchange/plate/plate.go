// Package plate owns what all writers of laid-out pages share: the subsets of
// the fonts that a document uses and, for every run, one glyph of a subset for
// one character at one place. It does not know any format of files.
package plate

import (
	"fmt"

	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/subset"
)

// Plate is a document ready to be written.
type Plate struct {
	Title, Author string
	Outline       []page.Heading
	Pages         []Page
	Fonts         []*subset.Set // in order of first use
}

// Page is one side of a sheet.
type Page struct {
	Width, Height page.MM
	Rules         []page.Rule
	Blocks        []Block
}

// Block is what one page shows of a printed line of the bulletin; or, with
// Number -1, one piece of what only the page has, such as its number.
type Block struct {
	Number int
	Strips []Strip
}

// Strip is a run of a single font: Font is an index into Plate.Fonts.
type Strip struct {
	Font     int
	Size     page.Pt
	Color    page.Color
	Baseline page.MM
	Line     int
	Chars    []Char
}

// Char is a character, the glyph of the subset that draws it, and its origin.
type Char struct {
	Rune  rune
	Glyph uint16
	X     page.MM
}

// String returns the characters of s.
func (s Strip) String() string {
	runes := make([]rune, len(s.Chars))
	for i, c := range s.Chars {
		runes[i] = c.Rune
	}
	return string(runes)
}

// Make takes d apart. It fails for a cluster that has more glyphs than
// characters, which no format could say exactly.
func Make(d page.Document) (*Plate, error) {
	m := maker{fonts: map[*face.Font]int{}, plate: &Plate{Title: d.Title, Author: d.Author, Outline: d.Outline}}
	for i, p := range d.Pages {
		blocks, err := m.blocks(p.Runs)
		if err != nil {
			return nil, fmt.Errorf("plate: page %d: %w", i+1, err)
		}
		m.plate.Pages = append(m.plate.Pages, Page{Width: p.Width, Height: p.Height, Rules: p.Rules, Blocks: blocks})
	}
	return m.plate, nil
}

type maker struct {
	fonts map[*face.Font]int
	plate *Plate
}

func (m *maker) blocks(runs []page.Run) ([]Block, error) {
	var list []Block
	for i, r := range runs {
		s, err := m.strip(r)
		if err != nil {
			return nil, err
		}
		if i == 0 || !together(runs[i-1], r) {
			list = append(list, Block{Number: r.Block})
		}
		last := &list[len(list)-1]
		last.Strips = append(last.Strips, s)
	}
	return list, nil
}

// together tells whether b continues what a says: the same block, and for what
// only the page has also the same line of type.
func together(a, b page.Run) bool {
	return a.Block == b.Block && (a.Block >= 0 || a.Baseline == b.Baseline)
}

func (m *maker) strip(r page.Run) (Strip, error) {
	n, ok := m.fonts[r.Font]
	if !ok {
		n = len(m.plate.Fonts)
		m.fonts[r.Font] = n
		m.plate.Fonts = append(m.plate.Fonts, subset.New(r.Font))
	}
	cells, err := spell(r.Glyphs)
	if err != nil {
		return Strip{}, err
	}
	s := Strip{Font: n, Size: r.Size, Color: r.Color, Baseline: r.Baseline, Line: r.Line, Chars: make([]Char, len(cells))}
	for i, c := range cells {
		s.Chars[i] = Char{c.char, m.plate.Fonts[n].Add(c.id, c.char), c.x}
	}
	return s, nil
}
