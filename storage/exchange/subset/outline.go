package subset

import (
	"math"

	"github.com/go-text/typesetting/font/opentype"
)

// point is a corner of an outline, in units of the font; on tells whether the
// line passes through it or is only drawn towards it.
type point struct {
	x, y int
	on   bool
}

type contour []point

// pen turns the segments of any font format into quadratic contours.
type pen struct {
	done []contour
	open contour
	at   vector // where the pen stands, not rounded
}

func trace(segments []opentype.Segment) []contour {
	var p pen
	for _, s := range segments {
		a, b, c := vectorOf(s.Args[0]), vectorOf(s.Args[1]), vectorOf(s.Args[2])
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			p.close()
			p.line(a)
		case opentype.SegmentOpLineTo:
			p.line(a)
		case opentype.SegmentOpQuadTo:
			p.quad(a, b)
		case opentype.SegmentOpCubeTo:
			p.cube(a, b, c)
		}
	}
	p.close()
	return p.done
}

func vectorOf(p opentype.SegmentPoint) vector { return vector{float64(p.X), float64(p.Y)} }

func (p *pen) line(to vector) {
	p.open = append(p.open, to.point(true))
	p.at = to
}

func (p *pen) quad(control, to vector) {
	p.open = append(p.open, control.point(false), to.point(true))
	p.at = to
}

func (p *pen) cube(c1, c2, to vector) {
	for _, q := range quadratics(p.at, c1, c2, to) {
		p.quad(q.control, q.end)
	}
}

// close ends a contour; one without an area is left out.
func (p *pen) close() {
	c := p.open
	if n := len(c); n > 1 && c[n-1] == c[0] {
		c = c[:n-1]
	}
	if len(c) > 2 || len(c) == 2 && !(c[0].on && c[1].on) {
		p.done = append(p.done, withoutImplied(c))
	}
	p.open = nil
}

// withoutImplied drops the points that TrueType supplies itself: those halfway
// between two that the line is only drawn towards.
func withoutImplied(c contour) contour {
	kept := c[:0:0]
	for i, p := range c {
		before, after := c[(i+len(c)-1)%len(c)], c[(i+1)%len(c)]
		implied := i > 0 && p.on && !before.on && !after.on && before.x+after.x == 2*p.x && before.y+after.y == 2*p.y
		if !implied {
			kept = append(kept, p)
		}
	}
	return kept
}

type vector struct{ x, y float64 }

func (v vector) plus(w vector) vector   { return vector{v.x + w.x, v.y + w.y} }
func (v vector) minus(w vector) vector  { return vector{v.x - w.x, v.y - w.y} }
func (v vector) times(f float64) vector { return vector{v.x * f, v.y * f} }
func (v vector) length() float64        { return math.Hypot(v.x, v.y) }
func (v vector) point(on bool) point    { return point{round(v.x), round(v.y), on} }
func round(f float64) int               { return int(math.Floor(f + 0.5)) }
