package typeset

import (
	"slices"
	"strings"
	"testing"
)

// halves gives the left edges, origins and end of the cells of one line, in
// half ems.
func halves(cells []Cell) (lefts, origins []float64) {
	for _, c := range cells {
		lefts, origins = append(lefts, c.Left.Float()*2), append(origins, c.Origin.Float()*2)
	}
	return append(lefts, cells[len(cells)-1].Right.Float()*2), origins
}

func TestSqueezing(t *testing.T) {
	tests := []struct {
		name, text string
		squeeze    Squeeze
		ems        float64
		want       string
	}{
		{"off", "甲1乙丙，丁", NoSqueeze, 4, "甲1乙|丙，丁"},
		{"the last mark gives half an em", "甲1乙丙，丁", SqueezeEnd, 4, "甲1乙丙，|丁"},
		{"a whole em is too much for it", "甲乙丙丁，戊", SqueezeEnd, 4, "甲乙丙|丁，戊"},
		{"two marks give an em", "甲、丙丁，戊", SqueezeLine, 4, "甲、丙丁，|戊"},
		{"one mark has no whole em", "甲乙丙丁，戊", SqueezeLine, 4, "甲乙丙|丁，戊"},
		{"opening marks give too", "（乙丙丁，戊", SqueezeLine, 4, "（乙丙丁，|戊"},
		{"a question mark needs others", "（《丙丁？戊", SqueezeLine, 4, "（《丙丁？|戊"},
		{"nothing is squeezed for a Han character", "甲、，丁戊己", SqueezeLine, 4, "甲、，丁|戊己"},
		{"nor for more than an em", "甲、、丁”）。戊", SqueezeLine, 5, "甲、、|丁”）。戊"},
	}
	for _, tt := range tests {
		got := strings.Join(lay(tt.text, Style{Squeeze: tt.squeeze}, tt.ems), "|")
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestSqueezedCells(t *testing.T) {
	p := NewParagraph("甲（乙丙，戊", Style{Squeeze: SqueezeLine}, 4*Full, Grid{})
	l := p.Lines()[0]
	if l.EndSqueeze != Full/2 || l.Squeeze != Full/2 || l.Width != 4*Full {
		t.Fatalf("%+v", l)
	}
	lefts, origins := halves(p.Cells(nil, 0))
	if !slices.Equal(lefts, []float64{0, 2, 3, 5, 7, 8}) {
		t.Errorf("lefts %v", lefts)
	}
	if !slices.Equal(origins, []float64{0, 1, 3, 5, 7}) {
		t.Errorf("origins %v", origins)
	}
}

func TestTightMarks(t *testing.T) {
	tests := []struct {
		text           string
		lefts, origins []float64
	}{
		{"甲”，乙", []float64{0, 2, 3, 5, 7}, []float64{0, 2, 3, 5}},
		{"甲，“乙", []float64{0, 2, 4, 5, 7}, []float64{0, 2, 3, 5}},
		{"（“乙", []float64{0, 2, 3, 5}, []float64{0, 1, 3}},
		{"甲？”", []float64{0, 2, 4, 6}, []float64{0, 2, 4}},
	}
	for _, tt := range tests {
		p := NewParagraph(tt.text, Style{TightMarks: true}, 9*Full, Grid{})
		lefts, origins := halves(p.Cells(nil, 0))
		if !slices.Equal(lefts, tt.lefts) || !slices.Equal(origins, tt.origins) {
			t.Errorf("%s: lefts %v, origins %v", tt.text, lefts, origins)
		}
	}
	fits := lay("甲乙”，丙”，丁", Style{TightMarks: true}, 6)
	if strings.Join(fits, "|") != "甲乙”，丙”，|丁" {
		t.Errorf("tight marks: %q", fits)
	}
}

func TestJustify(t *testing.T) {
	tests := []struct {
		name, text string
		ems        float64
		gap        Em
	}{
		{"between Han characters", "甲乙丙丁戊，己", 5.5, Ems(0.5)},
		{"not within a word", "甲ab乙（丙丁", 4, Ems(0.5)},
		{"not within a dash", "甲——乙（丙丁", 5, Ems(0.5)},
		{"after blanks", "go to it", 3, Ems(0.5)},
		{"a line with a tab stays", "甲\t乙（丙丁", 4, 0},
		{"no holes", "甲乙abcdefghi", 6, 0},
	}
	for _, tt := range tests {
		p := NewParagraph(tt.text, Style{Align: Justify}, Ems(tt.ems), Grid{})
		first, last := p.Lines()[0], p.Lines()[len(p.Lines())-1]
		if diff := first.Gap - tt.gap; diff < -1 || diff > 1 {
			t.Errorf("%s: gap %v, want %v", tt.name, first.Gap.Float(), tt.gap.Float())
		}
		if last.Gap != 0 {
			t.Errorf("%s: the last line is stretched", tt.name)
		}
		if tt.gap > 0 && Ems(tt.ems)-first.Width > 8 {
			t.Errorf("%s: width %v of %v", tt.name, first.Width.Float(), tt.ems)
		}
	}
}

func TestTabs(t *testing.T) {
	p := NewParagraph("甲\t乙\t\t丙", Style{Tab: 3 * Full}, 20*Full, Grid{})
	lefts, _ := halves(p.Cells(nil, 0))
	if !slices.Equal(lefts, []float64{0, 2, 6, 8, 12, 18, 20}) {
		t.Errorf("lefts %v", lefts)
	}
}

func TestBlanksAtTheEndStayWithinTheLine(t *testing.T) {
	p := NewParagraph("甲乙丙    丁", Style{}, Ems(3.5), Grid{})
	cells := p.Cells(nil, 0)
	if end := cells[len(cells)-1]; end.Right != Ems(3.5) || end.To != 7 {
		t.Errorf("the last blank ends at %v", end.Right.Float())
	}
	if p.Lines()[0].Width != 3*Full {
		t.Errorf("blanks count in the width: %v", p.Lines()[0].Width.Float())
	}
}
