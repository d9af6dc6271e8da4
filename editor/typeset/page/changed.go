package page

import "slices"

// Looks reports whether two pages look the same, whatever their runs are part
// of. Pages that one Setter laid are compared without reading every glyph.
func (p Page) Looks(q Page) bool {
	return p.Width == q.Width && p.Height == q.Height && slices.Equal(p.Rules, q.Rules) &&
		slices.EqualFunc(p.Runs, q.Runs, Run.looks)
}

func (r Run) looks(o Run) bool {
	if r.Font != o.Font || r.Size != o.Size || r.Color != o.Color || r.Baseline != o.Baseline || len(r.Glyphs) != len(o.Glyphs) {
		return false
	}
	if len(r.Glyphs) == 0 || &r.Glyphs[0] == &o.Glyphs[0] {
		return true
	}
	return slices.EqualFunc(r.Glyphs, o.Glyphs, func(a, b Glyph) bool { return a.ID == b.ID && a.X == b.X })
}

// Changed returns the indices of the pages of d that look otherwise than in an
// earlier document, or were not there.
func (d *Document) Changed(since *Document) []int {
	var pages []int
	for i, p := range d.Pages {
		if since == nil || i >= len(since.Pages) || !p.Looks(since.Pages[i]) {
			pages = append(pages, i)
		}
	}
	return pages
}

// ImprintOdd reports whether the last page, with the imprint, is an odd one: the
// back of its sheet stays blank.
func (d *Document) ImprintOdd() bool { return len(d.Pages)%2 == 1 }
