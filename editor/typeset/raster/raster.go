// Package raster owns the picture of a laid-out page, for the eye on a screen. It
// decides nothing about the page and knows no toolkit.
package raster

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"jianbao/editor/typeset/page"
)

// Painter draws pages at one resolution. It keeps the shapes of the characters
// it has drawn. It belongs to one goroutine.
type Painter struct {
	scale  float64 // pixels in a millimetre
	glyphs map[shape]*mask
	cutter cutter
}

// NewPainter returns a painter of so many pixels to the inch.
func NewPainter(dpi float64) *Painter {
	return &Painter{scale: dpi / 25.4, glyphs: map[shape]*mask{}}
}

// Size returns the width and height of a page in pixels.
func (p *Painter) Size(sheet page.Page) image.Point {
	return image.Pt(int(math.Round(p.px(sheet.Width))), int(math.Round(p.px(sheet.Height))))
}

// Draw returns the image of a page on white paper.
func (p *Painter) Draw(sheet page.Page) *image.RGBA {
	img := image.NewRGBA(image.Rectangle{Max: p.Size(sheet)})
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	for _, r := range sheet.Rules {
		p.rule(img, r)
	}
	for _, r := range sheet.Runs {
		p.run(img, r)
	}
	return img
}

func (p *Painter) px(length page.MM) float64 { return float64(length) * p.scale }

// rule fills whole lines of pixels, at least one.
func (p *Painter) rule(img *image.RGBA, r page.Rule) {
	thick := max(1, int(math.Round(p.px(r.Thickness))))
	top := int(math.Round(p.px(r.Y) - float64(thick)/2))
	box := image.Rect(int(math.Round(p.px(r.X))), top, int(math.Round(p.px(r.X+r.Width))), top+thick)
	draw.Draw(img, box, ink(r.Color), image.Point{}, draw.Src)
}

func (p *Painter) run(img *image.RGBA, r page.Run) {
	size := float32(p.px(r.Size.MM()))
	y := int(math.Round(p.px(r.Baseline)))
	paint := ink(r.Color)
	for _, g := range r.Glyphs {
		x, part := split(p.px(g.X))
		m := p.mask(shape{r.Font, g.ID, size, part})
		if m.alpha != nil {
			at := m.alpha.Rect.Add(image.Pt(x, y))
			draw.DrawMask(img, at, paint, image.Point{}, m.alpha, m.alpha.Rect.Min, draw.Over)
		}
	}
}

// split returns the whole pixel left of x and the nearest step beyond it.
func split(x float64) (whole int, part uint8) {
	steps := int(math.Round(x * steps))
	return steps >> stepBits, uint8(steps & (1<<stepBits - 1))
}

func ink(c page.Color) *image.Uniform {
	return image.NewUniform(color.RGBA{c.R, c.G, c.B, 0xFF})
}
