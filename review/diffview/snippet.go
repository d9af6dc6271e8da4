package diffview

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Excerpts are the changes of a comparison, each as one line with a few words
// around it.
type Excerpts struct{ cells [][]cell }

// How many characters an excerpt shows before a change, and in all.
const (
	excerptBefore = 6
	excerptLength = 60
)

// Excerpt cuts the excerpts out of a comparison.
func Excerpt(c Comparison, words Words) Excerpts {
	e := Excerpts{make([][]cell, len(c.Changes))}
	for _, p := range compose(c, Inline, words, nil) {
		for _, b := range p.columns[0] {
			e.cut(b)
		}
	}
	return e
}

func (e Excerpts) cut(b block) {
	for i, c := range b.cells {
		if c.change == noChange || e.cells[c.change] != nil {
			continue
		}
		from := max(0, i-excerptBefore)
		for from < i && b.cells[from].change != noChange {
			from++ // another change before this one would be taken for it
		}
		e.cells[c.change] = b.cells[from:min(len(b.cells), from+excerptLength)]
	}
}

// Snippet is one excerpt on one line, cut where there is no more room.
type Snippet struct {
	widget.BaseWidget
	look  Look
	size  float32
	cells []cell
}

// NewSnippet returns an empty snippet; its text is set in the label face.
func NewSnippet(look Look, size float32) *Snippet {
	s := &Snippet{look: look, size: size}
	s.look.Body = func(rune) fyne.Resource { return look.Label }
	s.ExtendBaseWidget(s)
	return s
}

// Set shows the excerpt of a change.
func (s *Snippet) Set(e Excerpts, change int) {
	s.cells = e.cells[change]
	s.Refresh()
}

// Text is what the snippet says, with its marks as text.
func (s *Snippet) Text() string { return markedLine(s.cells) }

// CreateRenderer implements fyne.Widget.
func (s *Snippet) CreateRenderer() fyne.WidgetRenderer {
	r := &snippetRenderer{snippet: s, ruler: newRuler()}
	r.paint(s.Size())
	return r
}

type snippetRenderer struct {
	snippet *Snippet
	ruler   *ruler
	objects []fyne.CanvasObject
}

func (r *snippetRenderer) paint(size fyne.Size) {
	s := r.snippet
	p := painter{geometry: geometry{zoom: s.size / settings[fieldShape].size}, look: s.look, ruler: r.ruler, current: noChange,
		color: func(name fyne.ThemeColorName) color.Color { return theme.ColorForWidget(name, s) }}
	b := &block{shape: fieldShape, cells: s.cells}
	l := &line{block: b, to: r.fitting(b, size.Width)}
	r.objects = p.line(row{height: size.Height}, l)
}

// fitting returns how many cells have room.
func (r *snippetRenderer) fitting(b *block, width float32) int {
	var used float32
	for i, c := range b.cells {
		used += r.ruler.advance(r.snippet.look.face(b.shape, c), r.snippet.size, c.r)
		if used > width {
			return i
		}
	}
	return len(b.cells)
}

func (r *snippetRenderer) Layout(size fyne.Size) { r.paint(size) }

func (r *snippetRenderer) MinSize() fyne.Size { return fyne.NewSize(40, r.snippet.size*1.6) }

func (r *snippetRenderer) Refresh() { r.paint(r.snippet.Size()) }

func (r *snippetRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *snippetRenderer) Destroy() {}
