package raster

import (
	"image"
	"math"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"

	"jianbao/editor/typeset/face"
)

// Between two pixels a glyph may stand at so many places.
const (
	stepBits = 2
	steps    = 1 << stepBits
)

// shape names one picture of a glyph.
type shape struct {
	font *face.Font
	id   face.GID
	size float32 // of an em, in pixels
	part uint8   // steps right of a whole pixel
}

// mask is the picture, with the glyph's origin at 0, 0; nil of a blank.
type mask struct{ alpha *image.Alpha }

func (p *Painter) mask(s shape) *mask {
	m, ok := p.glyphs[s]
	if !ok {
		m = &mask{p.cutter.cut(s)}
		p.glyphs[s] = m
	}
	return m
}

// cutter turns outlines into masks.
type cutter struct {
	vector vector.Rasterizer
	scale  float32
	dx, dy float32
}

// cut returns the mask of a shape, or nil of a blank.
func (c *cutter) cut(s shape) *image.Alpha {
	outline, ok := s.font.Outline(s.id)
	if !ok {
		return nil
	}
	c.scale = s.size / float32(s.font.Em())
	box := c.box(outline, float32(s.part)/steps)
	c.dx, c.dy = float32(s.part)/steps-float32(box.Min.X), -float32(box.Min.Y)
	c.vector.Reset(box.Dx(), box.Dy())
	for i, segment := range outline {
		if i > 0 && segment.Op == opentype.SegmentOpMoveTo {
			c.vector.ClosePath()
		}
		c.add(segment)
	}
	c.vector.ClosePath()
	alpha := image.NewAlpha(box)
	c.vector.Draw(alpha, box, image.Opaque, image.Point{})
	return alpha
}

// box returns the pixels that an outline may touch.
func (c *cutter) box(outline []font.Segment, part float32) image.Rectangle {
	lowX, lowY := float32(math.MaxFloat32), float32(math.MaxFloat32)
	highX, highY := -lowX, -lowY
	for _, s := range outline {
		for _, a := range s.ArgsSlice() {
			lowX, highX = min(lowX, a.X), max(highX, a.X)
			lowY, highY = min(lowY, a.Y), max(highY, a.Y)
		}
	}
	floor := func(v float32) int { return int(math.Floor(float64(v))) }
	return image.Rect(floor(lowX*c.scale+part), floor(-highY*c.scale), floor(highX*c.scale+part)+1, floor(-lowY*c.scale)+1)
}

func (c *cutter) add(s font.Segment) {
	at := func(i int) (x, y float32) { return s.Args[i].X*c.scale + c.dx, -s.Args[i].Y*c.scale + c.dy }
	x0, y0 := at(0)
	x1, y1 := at(1)
	x2, y2 := at(2)
	switch s.Op {
	case opentype.SegmentOpMoveTo:
		c.vector.MoveTo(x0, y0)
	case opentype.SegmentOpLineTo:
		c.vector.LineTo(x0, y0)
	case opentype.SegmentOpQuadTo:
		c.vector.QuadTo(x0, y0, x1, y1)
	case opentype.SegmentOpCubeTo:
		c.vector.CubeTo(x0, y0, x1, y1, x2, y2)
	}
}
