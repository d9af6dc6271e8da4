package preview

import (
	"math"
	"sort"

	"jianbao/editor/typeset/page"
)

// actual is the width of a sheet of A4 at 100 %: 96 units to the inch.
const actual = 794

// mmPerInch converts resolutions.
const mmPerInch = 25.4

// placing is where the sheets of a document stand, in Fyne's units. Every edge
// falls on a whole pixel, or pictures would blur.
type placing struct {
	dpi           float64 // of pictures
	perMM         float32
	pixels        float32
	tops          []float32
	width, height float32 // of all sheets together
}

// placed sets the sheets below one another; the widest takes width.
func placed(d *page.Document, width, pixels float32) placing {
	p := placing{pixels: pixels}
	var widest page.MM
	for _, sheet := range d.Pages {
		widest = max(widest, sheet.Width)
	}
	if widest == 0 {
		return p
	}
	across := math.Floor(float64(width * pixels))
	p.dpi = across / float64(widest) * mmPerInch
	p.perMM = float32(across/float64(widest)) / pixels
	p.width = float32(across) / pixels
	y := p.snap(gap)
	for _, sheet := range d.Pages {
		p.tops = append(p.tops, y)
		y = p.snap(y + float32(sheet.Height)*p.perMM + gap)
	}
	p.height = y
	return p
}

// snap returns the nearest whole pixel.
func (p placing) snap(v float32) float32 {
	return float32(math.Round(float64(v*p.pixels))) / p.pixels
}

// pageAt is the index of the sheet at a height; 0 where there is none.
func (p placing) pageAt(y float32) int {
	return max(0, sort.Search(len(p.tops), func(i int) bool { return p.tops[i] > y })-1)
}

// between returns the sheets, first to last, of which something stands between
// two heights; none if last < first.
func (p placing) between(top, bottom float32) (first, last int) {
	if len(p.tops) == 0 {
		return 0, -1
	}
	return p.pageAt(top), p.pageAt(bottom)
}
