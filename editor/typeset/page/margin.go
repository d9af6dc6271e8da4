package page

import (
	"strconv"

	"jianbao/editor/typeset"
	"jianbao/editor/typeset/face"
)

// Sizes and places of what a draft bears outside the text.
const (
	countSize  Pt = 7
	countGap   MM = 2
	countWide  MM = 20
	stampSize  Pt = 14
	stampAbove MM = 12 // baseline above the top of the text
	marginLess    = 7  // characters fewer on a line where a wide margin is asked for
)

// withMargin returns the sheet with lines so much shorter that corrections have
// room beside them.
func (s Sheet) withMargin() Sheet {
	less := min(marginLess, s.Columns/2)
	s.TextWide -= s.cell() * MM(less)
	s.Columns -= less
	return s
}

// folio is the page number as printed.
func folio(n int) string { return "— " + strconv.Itoa(n) + " —" }

// count writes the numbers of the sentences that begin on a line beside it.
func (f *flow) count(line strip, baseline MM) {
	if line.begins == 0 {
		return
	}
	first := f.sentence + 1
	f.sentence += line.begins
	if !f.options.Sentences {
		return
	}
	text := strconv.Itoa(first)
	if line.begins > 1 {
		text += "–" + strconv.Itoa(f.sentence)
	}
	l := f.look(face.Song, countSize)
	l.left, l.width = f.sheet.Left-countGap-countWide, countWide
	l.style.Align = typeset.Right
	f.own(text, l, baseline)
}

// stamp writes above every page that it is a draft.
func (f *flow) stamp() {
	if f.options.Stamp == "" {
		return
	}
	l := f.look(face.Hei, stampSize)
	l.color, l.style.Align = f.profile.Masthead.Red, typeset.Center
	s := f.set(f.options.Stamp, l)
	f.note(s, f.options.Stamp)
	for i := range f.document.Pages {
		p := &f.document.Pages[i]
		for n, line := range s.strips {
			for _, r := range line.runs {
				r.Baseline, r.Block = f.sheet.Top-stampAbove+MM(n)*f.em(stampSize)*1.3, -1
				p.Runs = append(p.Runs, r)
			}
		}
	}
}
