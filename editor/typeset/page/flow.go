package page

import (
	"math"

	"jianbao/editor/typeset"
	"jianbao/editor/typeset/face"
)

// slack is by how much sums of millimetres may miss each other.
const slack MM = 1e-6

// flow fills pages from above. y is where the next line begins, below the top
// of the text.
type flow struct {
	*compositor
	profile  Profile
	words    WordEnds
	options  Options
	document *Document
	notices  notices
	y        MM
	sentence int
	articles int  // begun
	passed   Kind // of the block of an article set last
	fresh    bool // nothing stands below the red rule or the page's top yet
}

func newFlow(s *Setter, c *compositor, o Options) *flow {
	f := &flow{compositor: c, profile: s.profile, words: s.words, options: o, document: &Document{Title: o.Title, Author: o.Author}}
	f.profile.Masthead.Smallest *= Pt(c.sheet.TextWide / f.profile.Sheet.TextWide) // the same lines beside a wide margin
	f.profile.Sheet = c.sheet
	f.turnPage()
	return f
}

func (f *flow) page() *Page { return &f.document.Pages[len(f.document.Pages)-1] }

func (f *flow) turnPage() {
	s := f.sheet
	f.document.Pages = append(f.document.Pages, Page{Width: s.Width, Height: s.Height, Number: len(f.document.Pages) + 1})
	f.y, f.fresh = 0, true
}

// need turns the page unless so many lines still fit on it.
func (f *flow) need(lines int) {
	if !f.fresh && f.y+MM(lines)*f.sheet.pitch() > f.sheet.TextHigh+slack {
		f.turnPage()
	}
}

// snap moves down to the grid of lines.
func (f *flow) snap() {
	pitch := f.sheet.pitch()
	f.y = MM(math.Ceil(float64((f.y-slack)/pitch))) * pitch
}

// skip leaves lines blank, but not at the top of a page.
func (f *flow) skip(lines int) {
	if !f.fresh || len(f.document.Pages) == 1 {
		f.y = min(f.y+MM(lines)*f.sheet.pitch(), f.sheet.TextHigh)
	}
}

// row puts the lines of one block on the grid, turning pages.
func (f *flow) row(s *setting, b numbered) {
	for n, line := range s.strips {
		f.need(1)
		baseline := f.baseline(f.y, f.sheet.pitch(), f.sizeOf(line))
		f.place(line, baseline, b.index, n)
		if b.Kind == Body {
			f.count(line, baseline)
		}
		f.fresh = false
		f.y += f.sheet.pitch()
	}
	f.note(s, b.String())
}

func (f *flow) sizeOf(s strip) Pt {
	if len(s.runs) == 0 {
		return f.sheet.Size
	}
	return s.runs[0].Size
}

// baseline returns where letters of a size stand that are centred in a line of
// some height whose top is y below the top of the text. The square of a Han
// character reaches 0.88 of its size above the baseline and 0.12 below.
func (f *flow) baseline(y, height MM, size Pt) MM {
	return f.sheet.Top + y + height/2 + 0.38*size.MM()
}

// place puts a line on the page. A line without a block is the page's own.
func (f *flow) place(s strip, baseline MM, block, line int) {
	for _, r := range s.runs {
		r.Baseline, r.Block, r.Line = baseline, block, line
		f.page().Runs = append(f.page().Runs, r)
	}
}

// own sets a line that is not part of the text.
func (f *flow) own(text string, l look, baseline MM) {
	s := f.set(text, l)
	for n, line := range s.strips {
		f.place(line, baseline+MM(n)*f.em(l.size)*1.3, -1, n)
	}
	f.note(s, text)
}

// rule draws a line as wide as the text, y below its top.
func (f *flow) rule(y, thickness MM, color Color) {
	f.page().Rules = append(f.page().Rules,
		Rule{X: f.sheet.Left, Y: f.sheet.Top + y, Width: f.sheet.TextWide, Thickness: thickness, Color: color})
}

// folios numbers the pages: odd ones right, even ones left, one character in.
func (f *flow) folios() {
	for i := range f.document.Pages {
		p := &f.document.Pages[i]
		l := f.look(face.Song, f.profile.Folio.Size)
		l.left, l.width = l.left+f.em(l.size), l.width-2*f.em(l.size)
		if p.Number%2 == 1 {
			l.style.Align = typeset.Right
		}
		baseline := f.sheet.bottom() + f.profile.Folio.Drop + 0.38*l.size.MM()
		for _, r := range f.set(folio(p.Number), l).strips[0].runs {
			r.Baseline, r.Block = baseline, -1
			p.Runs = append(p.Runs, r)
		}
	}
}
