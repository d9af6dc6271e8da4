package preview

import (
	"slices"

	"jianbao/editor/doc"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/form"
)

// Find returns where a character of a bulletin stands on its pages: the index
// of the page and the baseline. The offset counts characters of the place.
func Find(d *page.Document, b doc.Bulletin, at doc.Place, offset int) (index int, y page.MM, found bool) {
	lines := form.Lines(b)
	block := slices.IndexFunc(lines, func(l form.Line) bool { return l.Place == at })
	if block < 0 {
		return 0, 0, false
	}
	left := offset + len([]rune(lines[block].Label))
	for i, p := range d.Pages {
		for _, r := range p.Runs {
			if r.Block != block {
				continue
			}
			index, y, found = i, r.Baseline, true
			if left -= runesOf(r); left < 0 {
				return index, y, true
			}
		}
	}
	return index, y, found
}

func runesOf(r page.Run) int {
	n := 0
	for _, g := range r.Glyphs {
		n += len([]rune(g.Text))
	}
	return n
}
