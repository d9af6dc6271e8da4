package page

import (
	"unicode/utf8"

	"jianbao/editor/typeset"
	"jianbao/editor/typeset/face"
)

// gauge finds the glyphs of characters and measures them for line breaking. Han
// characters and full-width marks take one cell of the grid whatever their font
// says; others take their own width.
type gauge struct {
	faces  *face.Set
	tight  float64 // a cell's share of the size of type
	shapes []map[rune]face.Shape
}

func newGauge(s Sheet, faces *face.Set) gauge {
	g := gauge{faces: faces, tight: float64(s.cell() / s.Size.MM())}
	for range face.Roles() {
		g.shapes = append(g.shapes, map[rune]face.Shape{})
	}
	return g
}

// Advance implements typeset.Measurer; the face is the number of a role.
func (g *gauge) Advance(f typeset.Face, cluster string) typeset.Em {
	grid := typeset.Grid{}.Advance(f, cluster)
	if grid == typeset.Full || grid == 0 {
		return grid
	}
	return typeset.Ems(g.shape(int(f), cluster).Advance / g.tight)
}

// shape finds how a cluster is drawn in a role.
func (g *gauge) shape(role int, cluster string) face.Shape {
	r, size := utf8.DecodeRuneInString(cluster)
	if size < len(cluster) {
		return g.faces.Shape(face.Roles()[role], cluster)
	}
	s, ok := g.shapes[role][r]
	if !ok {
		s = g.faces.Shape(face.Roles()[role], cluster)
		g.shapes[role][r] = s
	}
	return s
}
