package paper

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	jtheme "jianbao/app/theme"
)

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	f.ExtendBaseWidget(f)
	r := &renderer{field: f, frame: canvas.NewRectangle(color.Transparent), caret: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

// renderer shows the lines of a field; the objects of a line are kept and only
// changed where the line changed.
type renderer struct {
	field  *Field
	frame  *canvas.Rectangle
	caret  *canvas.Rectangle
	marks  []*canvas.Rectangle // behind selected text
	texts  []*canvas.Text
	shown  int // of texts
	marked int // of marks
}

// MinSize is one character wide and as high as the text at the width it has:
// the page gives the width, the text asks for the height.
func (r *renderer) MinSize() fyne.Size {
	f := r.field
	f.lay(f.Size().Width)
	return fyne.NewSize(f.Style.Size+2*inset, float32(len(f.lines))*f.pitch()+2*inset)
}

// Layout implements fyne.WidgetRenderer.
func (r *renderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	r.paint(size.Width)
}

// Refresh implements fyne.WidgetRenderer.
func (r *renderer) Refresh() {
	r.paint(r.field.Size().Width)
	canvas.Refresh(r.field)
}

// Destroy implements fyne.WidgetRenderer.
func (r *renderer) Destroy() {}

// Objects implements fyne.WidgetRenderer.
func (r *renderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.frame}
	for _, m := range r.marks[:r.marked] {
		objects = append(objects, m)
	}
	for _, t := range r.texts[:r.shown] {
		objects = append(objects, t)
	}
	return append(objects, r.caret)
}

func (r *renderer) paint(width float32) {
	f := r.field
	f.lay(width)
	r.shown, r.marked = 0, 0
	from, to := f.lines[0].x, f.xOf(len(f.lines)-1, len(f.buffer.text))
	if len(f.buffer.text) == 0 {
		from, to = r.paintHint()
	}
	for i, l := range f.lines {
		r.paintMark(i, l)
		r.paintLine(l, f.buffer.text[l.from:l.to])
	}
	before := []rune(f.Style.Before)
	r.run(from-f.metric.width(before), f.lines[0].y, before, f.Style.Color)
	r.run(to, f.lines[len(f.lines)-1].y, []rune(f.Style.After), f.Style.Color)
	r.paintFocus()
}

// paintHint shows the hint where the text would begin, cut to what there is
// room for, and returns from where to where it stands.
func (r *renderer) paintHint() (from, to float32) {
	f := r.field
	hint := []rune(f.Hint)
	for len(hint) > 0 && f.metric.width(hint) > f.width-2*inset-f.indent() {
		hint = hint[:len(hint)-1]
	}
	used := f.metric.width(hint)
	l := f.lines[0]
	switch f.Style.Align {
	case fyne.TextAlignCenter:
		l.x -= used / 2
	case fyne.TextAlignTrailing:
		l.x -= used
	}
	r.run(l.x, l.y, hint, jtheme.ColorSoft)
	return l.x, l.x + used
}

// paintLine sets a line, a run for each face.
func (r *renderer) paintLine(l line, text []rune) {
	x := l.x
	for len(text) > 0 {
		face := r.field.Style.Face(text[0])
		n := 1
		for n < len(text) && r.field.Style.Face(text[n]) == face {
			n++
		}
		r.run(x, l.y, text[:n], r.field.Style.Color)
		x += r.field.metric.width(text[:n])
		text = text[n:]
	}
}

// run sets one run; runs of different faces share a base line.
func (r *renderer) run(x, y float32, text []rune, colour fyne.ThemeColorName) {
	if len(text) == 0 {
		return
	}
	f := r.field
	face, size := f.Style.Face(text[0]), f.metric.style.Size
	t := r.nextText()
	ink := theme.ColorForWidget(colour, f)
	if s := string(text); t.Text != s || t.TextSize != size || t.FontSource != face || t.Color != ink {
		t.Text, t.TextSize, t.FontSource, t.Color = s, size, face, ink
		t.Refresh()
	}
	_, base := measure("中", size, face)
	t.Move(fyne.NewPos(x, y+(f.pitch()-size)/2+size*0.88-base))
	t.Resize(t.MinSize())
}

func (r *renderer) nextText() *canvas.Text {
	if r.shown == len(r.texts) {
		r.texts = append(r.texts, canvas.NewText("", color.Transparent))
	}
	r.shown++
	return r.texts[r.shown-1]
}

func (r *renderer) paintMark(index int, l line) {
	f := r.field
	from, to := f.buffer.selection()
	from, to = max(from, l.from), min(to, l.to)
	if from >= to || !f.focused {
		return
	}
	if r.marked == len(r.marks) {
		r.marks = append(r.marks, canvas.NewRectangle(color.Transparent))
	}
	m := r.marks[r.marked]
	r.marked++
	left, right := f.xOf(index, from), f.xOf(index, to)
	m.FillColor = theme.ColorForWidget(theme.ColorNameSelection, f)
	m.Move(fyne.NewPos(left, l.y))
	m.Resize(fyne.NewSize(right-left, f.pitch()))
	m.Refresh()
}

// paintFocus shows the frame and, where text can be written, the caret.
func (r *renderer) paintFocus() {
	f := r.field
	r.frame.CornerRadius = 3
	r.frame.StrokeWidth = 1
	r.frame.StrokeColor = color.Transparent
	if f.focused && !f.ReadOnly {
		r.frame.StrokeColor = theme.ColorForWidget(jtheme.ColorLine, f)
	}
	r.frame.Refresh()
	r.caret.Hidden = !f.focused || f.ReadOnly
	at := f.lineAt(f.buffer.caret)
	size := f.metric.style.Size
	r.caret.FillColor = theme.ColorForWidget(jtheme.ColorAction, f)
	r.caret.Move(fyne.NewPos(f.xOf(at, f.buffer.caret)-1, f.lines[at].y+(f.pitch()-size*1.2)/2))
	r.caret.Resize(fyne.NewSize(2, size*1.2))
	r.caret.Refresh()
}
