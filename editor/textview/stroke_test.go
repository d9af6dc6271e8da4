package textview

import (
	"image"
	"image/color"
	"testing"
)

// A wave and a row of dots differ by shape: the wave is inked above and below
// its middle and everywhere along its length, dots have gaps.
func TestPatterns(t *testing.T) {
	for shape, wantGaps := range map[Line]bool{Wavy: false, Dotted: true} {
		p := newPattern()
		p.set(shape, color.NRGBA{R: 0xC0, A: 0xFF})
		img := p.draw(60, 8).(*image.NRGBA)
		gaps, high, low := 0, 0, 0
		for x := range 60 {
			column := 0
			for y := range 8 {
				if img.NRGBAAt(x, y).A < 0x40 {
					continue
				}
				column++
				if y < 2 {
					high++
				} else if y > 5 {
					low++
				}
			}
			if column == 0 {
				gaps++
			}
		}
		if gaps > 0 != wantGaps {
			t.Errorf("shape %d has %d gaps", shape, gaps)
		}
		if waves := high > 0 && low > 0; waves == wantGaps {
			t.Errorf("shape %d: %d above, %d below", shape, high, low)
		}
	}
}
