package textview

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// strokes are the rectangles and patterns of a drawing, kept from one to the
// next.
type strokes struct {
	boxes     []*canvas.Rectangle
	patterns  []*pattern
	boxesUsed int
	wavesUsed int
	objects   []fyne.CanvasObject // of this drawing, in order
}

func (s *strokes) begin() { s.boxesUsed, s.wavesUsed, s.objects = 0, 0, s.objects[:0] }

// box draws a filled rectangle.
func (s *strokes) box(x, y, width, height float32, fill color.Color) {
	if s.boxesUsed == len(s.boxes) {
		s.boxes = append(s.boxes, canvas.NewRectangle(color.Transparent))
	}
	b := s.boxes[s.boxesUsed]
	s.boxesUsed++
	b.FillColor = fill
	b.Move(fyne.NewPos(x, y))
	b.Resize(fyne.NewSize(width, height))
	s.objects = append(s.objects, b)
}

// patternHeight is how high a wave is.
const patternHeight = 4

// line draws an underline of a shape.
func (s *strokes) line(shape Line, x, y, width float32, ink color.Color) {
	switch shape {
	case Straight:
		s.box(x, y+1, width, 1.5, ink)
	case Dotted, Dashed, Wavy:
		s.pattern(shape, x, y, width, ink)
	}
}

func (s *strokes) pattern(shape Line, x, y, width float32, ink color.Color) {
	if s.wavesUsed == len(s.patterns) {
		s.patterns = append(s.patterns, newPattern())
	}
	p := s.patterns[s.wavesUsed]
	s.wavesUsed++
	p.set(shape, ink)
	p.raster.Move(fyne.NewPos(x, y))
	p.raster.Resize(fyne.NewSize(width, patternHeight))
	s.objects = append(s.objects, p.raster)
}

// pattern is a wave or a row of dots or dashes, drawn as one image.
type pattern struct {
	raster *canvas.Raster
	shape  Line
	ink    color.Color
}

func newPattern() *pattern {
	p := &pattern{}
	p.raster = canvas.NewRaster(p.draw)
	return p
}

func (p *pattern) set(shape Line, ink color.Color) {
	if p.shape != shape || p.ink != ink {
		p.shape, p.ink = shape, ink
		p.raster.Refresh()
	}
}

// draw fills an image of w by h pixels.
func (p *pattern) draw(w, h int) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	ink := color.NRGBAModel.Convert(p.ink).(color.NRGBA)
	height := float64(h)
	for x := range w {
		for y := range h {
			c := ink
			c.A = uint8(float64(ink.A) * p.cover(float64(x)+0.5, float64(y)+0.5, height))
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

// cover returns how much of a pixel of an image of a height is inked, from 0 to
// 1. A wave is one and a half as long as it is high, a dot half as wide as the
// gap to the next, a dash twice as wide as the gap.
func (p *pattern) cover(x, y, height float64) float64 {
	thick := height / 5
	switch {
	case p.shape == Dotted && math.Mod(x, height) > height/2, p.shape == Dashed && math.Mod(x, 3*height) > 2*height:
		return 0
	case p.shape != Wavy:
		return clip(thick + 0.5 - math.Abs(y-height/2))
	}
	middle := height/2 + (height/2-thick-0.3)*math.Sin(2*math.Pi*x/(1.5*height))
	return clip(thick + 0.5 - math.Abs(y-middle))
}

func clip(f float64) float64 { return min(1, max(0, f)) }
