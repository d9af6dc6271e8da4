package textview

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jianbao/editor/typeset"
)

// The sums of advances are what Fyne draws.
func TestAdvanceSums(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(plainTheme{})
	look := plainLook()
	for _, size := range []float32{12, 13.6, 16, 18.4, 24, 28} {
		a := newAdvances(&look, size)
		for _, text := range []string{
			"关于进一步做好防汛抗旱工作的情况报告",
			"今年以来，聚焦“高效办成一件事”，推出《清单》（共12项）；",
			"满意率99.5%——同比增长1,234.5万元……",
			"GB/T 9704-2012 party and government organs",
			"不足、整改：第3条",
		} {
			sum := typeset.Em(0)
			for _, r := range text {
				sum += a.Advance(0, string(r))
			}
			got := float32(sum.Float()) * size
			want := fyne.MeasureText(text, size, fyne.TextStyle{}).Width
			if off := math.Abs(float64(got - want)); off > float64(size)/20 {
				t.Errorf("%q at %v is %v wide, measured %v", text, size, got, want)
			}
		}
	}
}

// Each character is measured once, Han characters once together.
func TestAdvanceMeasuresOnce(t *testing.T) {
	test.NewTempApp(t)
	look := plainLook()
	a := newAdvances(&look, 16)
	var asked []string
	a.measure = func(s string, size float32, font fyne.Resource) (fyne.Size, float32) {
		asked = append(asked, s)
		return fyne.NewSize(16, 16), 14
	}
	for range 3 {
		for _, c := range strings.Split("防汛抗旱，ab，e\u0301👍", "") {
			a.Advance(0, c)
		}
		a.Advance(0, "e\u0301")
	}
	if got := strings.Join(asked, "|"); got != "国|，|a|b|e|\u0301|👍|e\u0301" {
		t.Error("measured:", got)
	}
}
