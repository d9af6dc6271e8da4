package load

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// The plot, in pixels.
const (
	width, height            = 720, 440
	left, right, top, bottom = 70, 190, 50, 60
)

// line is one curve of the plot.
type line struct {
	name       string
	kind       Kind
	thousandth int
	colour     string
	dash       string
}

var lines = []line{
	{"save p95", Save, 950, "#b3202c", ""},
	{"save p50", Save, 500, "#b3202c", "5 4"},
	{"refresh p95", Refresh, 950, "#1f5f99", ""},
	{"refresh p50", Refresh, 500, "#1f5f99", "5 4"},
	{"autosave p95", Autosave, 950, "#3a7d34", ""},
	{"pulse p95", Pulse, 950, "#8a6d00", ""},
}

// goals are the times that must be kept, in milliseconds.
var goals = []struct {
	name string
	ms   float64
}{{"goal: save 50 ms", 50}, {"goal: refresh 100 ms", 100}}

// plot places rounds on the sheet.
type plot struct {
	strings.Builder
	desks, ms float64 // the ends of the axes
}

// SVG draws the times over the number of desks. Text stays text.
func SVG(rounds []Round) string {
	p := &plot{}
	for _, r := range rounds {
		p.desks = max(p.desks, float64(r.Desks))
		for _, l := range lines {
			p.ms = max(p.ms, inMillis(r.Times[l.kind].At(l.thousandth)))
		}
	}
	p.desks, p.ms = roundUp(p.desks), roundUp(max(p.ms, goals[len(goals)-1].ms))
	p.open()
	p.axes()
	p.goals()
	for i, l := range lines {
		p.curve(rounds, l, i)
	}
	p.WriteString("</svg>\n")
	return p.String()
}

func inMillis(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// step is the distance of two marks on an axis that ends at or after end: 1, 2
// or 5 times a power of ten, some six of them.
func step(end float64) float64 {
	raw := max(end, 1) / 6
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, n := range []float64{1, 2, 5} {
		if raw <= n*power {
			return n * power
		}
	}
	return 10 * power
}

// roundUp is the next mark after the end of an axis.
func roundUp(end float64) float64 { s := step(end); return math.Ceil(end/s) * s }

func (p *plot) x(desks float64) float64 { return left + desks/p.desks*(width-left-right) }

func (p *plot) y(ms float64) float64 { return height - bottom - ms/p.ms*(height-top-bottom) }

func (p *plot) open() {
	fmt.Fprintf(p, `<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="sans-serif" font-size="13" fill="#222">`+"\n", width, height, width, height)
	fmt.Fprintf(p, `<rect width="%d" height="%d" fill="#fff"/>`+"\n", width, height)
	p.text(left, 28, "start", "Times at the desk by the number of desks at work 席位数与响应时间", ` font-size="15"`)
}

func (p *plot) text(x, y float64, anchor, s, more string) {
	fmt.Fprintf(p, `<text x="%.1f" y="%.1f" text-anchor="%s"%s>%s</text>`+"\n", x, y, anchor, more, s)
}

func (p *plot) stroke(x1, y1, x2, y2 float64, colour, dash string) {
	fmt.Fprintf(p, `<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s" stroke-dasharray="%s"/>`+"\n", x1, y1, x2, y2, colour, dash)
}

// axes draws marks, their figures and what they count.
func (p *plot) axes() {
	for d := 0.0; d <= p.desks; d += step(p.desks) {
		p.stroke(p.x(d), p.y(0), p.x(d), p.y(0)+5, "#444", "")
		p.text(p.x(d), p.y(0)+20, "middle", fmt.Sprintf("%g", d), "")
	}
	for ms := 0.0; ms <= p.ms; ms += step(p.ms) {
		p.stroke(p.x(0), p.y(ms), p.x(p.desks), p.y(ms), "#e3e3e3", "")
		p.text(p.x(0)-8, p.y(ms)+4, "end", fmt.Sprintf("%g", ms), "")
	}
	p.stroke(p.x(0), p.y(0), p.x(p.desks), p.y(0), "#444", "")
	p.stroke(p.x(0), p.y(0), p.x(0), p.y(p.ms), "#444", "")
	p.text(p.x(p.desks/2), height-16, "middle", "desks at work 席位（个）", "")
	p.text(18, p.y(p.ms/2), "middle", "time 时间（ms）", fmt.Sprintf(` transform="rotate(-90 18 %.1f)"`, p.y(p.ms/2)))
}

func (p *plot) goals() {
	for _, g := range goals {
		p.stroke(p.x(0), p.y(g.ms), p.x(p.desks), p.y(g.ms), "#777", "2 3")
		p.text(p.x(p.desks)-4, p.y(g.ms)-5, "end", g.name, ` fill="#666" font-size="11"`)
	}
}

// curve draws one line with its points, and its name beside the plot.
func (p *plot) curve(rounds []Round, l line, nth int) {
	var points []string
	for _, r := range rounds {
		x, y := p.x(float64(r.Desks)), p.y(inMillis(r.Times[l.kind].At(l.thousandth)))
		points = append(points, fmt.Sprintf("%.1f,%.1f", x, y))
		fmt.Fprintf(p, `<circle cx="%.1f" cy="%.1f" r="3" fill="%s"/>`+"\n", x, y, l.colour)
	}
	fmt.Fprintf(p, `<polyline points="%s" fill="none" stroke="%s" stroke-width="2" stroke-dasharray="%s"/>`+"\n",
		strings.Join(points, " "), l.colour, l.dash)
	x, y := float64(width-right+20), float64(top+22*nth)
	fmt.Fprintf(p, `<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" stroke="%s" stroke-width="2" stroke-dasharray="%s"/>`+"\n", x, y, x+30, y, l.colour, l.dash)
	p.text(x+38, y+4, "start", l.name, "")
}
