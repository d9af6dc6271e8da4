package compose

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jianbao/app/element"
	"jianbao/app/paper"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/editor/template"
)

// writer is whom the page tells what is done on it.
type writer interface {
	wrote(at doc.Place, typed string)
	visited(at doc.Place)
	articleCommand(id doc.ArticleID, what string)
}

// The sheet at 100 %.
const (
	sheetWidth  = 640
	sheetMargin = 60 // leaves 32 characters a line
	sheetTop    = 44
)

// page shows the bulletin as it will print; every field of it is edited in
// place and found by its place in the text.
type page struct {
	faces    paper.Faces
	say      speech
	writer   writer
	readOnly bool

	zoom     float32
	text     *manuscript // read here, never changed
	template template.Template
	number   expected
	entries  map[doc.Place]*entry
	order    []doc.Place
	focus    doc.Place

	scroll  *container.Scroll
	desk    *fyne.Container
	content fyne.CanvasObject
}

func newPage(f paper.Faces, say speech, w writer) *page {
	p := &page{faces: f, say: say, writer: w, zoom: 1, desk: container.NewStack()}
	p.scroll = container.NewVScroll(p.desk)
	p.content = p.scroll
	return p
}

// show builds the page for a text.
func (p *page) show(m *manuscript, t template.Template, number expected, readOnly bool) {
	p.text, p.template, p.number, p.readOnly = m, t, number, readOnly
	p.build()
}

// build sets the page anew, and the focus back to where it was.
func (p *page) build() {
	p.entries, p.order = map[doc.Place]*entry{}, nil
	focus := p.focus
	body := element.FlowWide((sheetWidth-2*sheetMargin)*p.zoom, 0)
	p.buildMasthead(body)
	for i := range p.text.text.Articles {
		p.buildArticle(body, i)
	}
	p.buildImprint(body)
	p.desk.Objects = []fyne.CanvasObject{paper.Sheet(sheetMargin*p.zoom, sheetTop*p.zoom, sheetTop*p.zoom, body)}
	p.desk.Refresh()
	if e := p.entries[focus]; e != nil && !p.readOnly {
		p.goTo(focus)
	}
}

// uses reports whether a field stands on the page: the series uses it, or
// something is in it.
func (p *page) uses(at doc.Place) bool {
	_, used := p.template.Part(at.Field)
	return used && !p.readOnly || p.text.shown(at) != ""
}

// style is how a text of the page looks; size is in characters of 100 %.
func (p *page) style(size float32) paper.Style {
	return paper.Style{Face: p.faces.Body, Size: size * p.zoom, Leading: 1.8, Color: jtheme.ColorInk}
}

// titleStyle is the face of mastheads and article titles.
func (p *page) titleStyle(size float32) paper.Style {
	s := p.style(size)
	s.Face = p.faces.Title
	s.Align, s.Leading = fyne.TextAlignCenter, 1.45
	return s
}

// add puts the field of a place on the page.
func (p *page) add(at doc.Place, style paper.Style) *entry {
	e := newEntry(at, style, p.nameOf(at), p.readOnly)
	if part, ok := p.template.Part(at.Field); ok && !p.readOnly {
		e.field.Hint = part.Hint
	}
	e.field.Lines = at.Field == doc.FieldArticleTitle || at.Field == doc.FieldArticleNote ||
		at.Field == doc.FieldArticleBody || at.Field == doc.FieldCredits
	e.field.SetText(p.text.shown(at))
	e.field.OnChanged = func(typed string) { p.writer.wrote(at, typed) }
	e.field.OnFocus = func() { p.focus = at }
	e.field.OnCaret = func(topLeft fyne.Position, height float32) {
		p.writer.visited(at)
		p.reveal(e.field, topLeft, height)
	}
	p.entries[at], p.order = e, append(p.order, at)
	return e
}

// nameOf is the stable name by which journeys find a field: articles by their
// place.
func (p *page) nameOf(at doc.Place) string {
	for i, a := range p.text.text.Articles {
		if a.ID == at.Article {
			return "article." + strconv.Itoa(i+1) + strings.TrimPrefix(string(at.Field), "article")
		}
	}
	return string(at.Field)
}

// goTo sets the caret into a field and brings it into view. A paragraph is
// found in its article's body, an article at its title.
func (p *page) goTo(at doc.Place) {
	start := -1
	if para, article := p.text.text.Paragraph(at.Paragraph); para != nil {
		start = startOf(article, at.Paragraph)
		at = doc.Place{Field: doc.FieldArticleBody, Article: article.ID}
	}
	if at.Field == "" && at.Article != "" {
		at.Field = doc.FieldArticleTitle
	}
	e := p.entries[at]
	if e == nil {
		return
	}
	if start >= 0 {
		e.field.Select(start, start)
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.scroll); c != nil {
		c.Focus(e.field)
	}
	p.reveal(e.field, fyne.NewPos(0, 0), e.field.MinSize().Height)
	if start >= 0 {
		at, height := e.field.CaretArea()
		p.reveal(e.field, at, height)
	}
}

// startOf returns where a paragraph begins in the body, in runes.
func startOf(a *doc.Article, id doc.ParagraphID) int {
	at := 0
	for _, para := range a.Body {
		if para.ID == id {
			break
		}
		at += len([]rune(para.Text)) + 1
	}
	return at
}

// reveal scrolls until an area of a field is in view.
func (p *page) reveal(o fyne.CanvasObject, topLeft fyne.Position, height float32) {
	const air = 48
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y + topLeft.Y - driver.AbsolutePositionForObject(p.desk).Y
	view := p.scroll.Size().Height
	offset := p.scroll.Offset.Y
	switch {
	case top-air < offset:
		offset = max(0, top-air)
	case top+height+air > offset+view:
		offset = min(top-air, top+height+air-view)
	default:
		return
	}
	p.scroll.ScrollToOffset(fyne.NewPos(0, offset))
}

// complain says under each field what is wrong with it. What is merely missing
// is said in the outline.
func (p *page) complain(problems []doc.Problem) {
	said := map[doc.Place]string{}
	for _, problem := range problems {
		at := problem.Place
		if at.Paragraph != "" {
			at = doc.Place{Field: doc.FieldArticleBody, Article: at.Article}
		}
		if _, twice := said[at]; !twice && problem.Code != template.CodeMissing {
			said[at] = p.say.words.Problem(problem)
		}
	}
	for at, e := range p.entries {
		e.complain(p.say, said[at])
	}
}

// selection returns the focused field and the span selected in it.
func (p *page) selection() (*entry, int, int) {
	e := p.entries[p.focus]
	if e == nil {
		return nil, 0, 0
	}
	from, to := e.field.Selection()
	return e, from, to
}

// The zooms, in steps.
var zooms = []float32{0.75, 0.85, 1, 1.15, 1.3, 1.5, 1.75}

// zoomBy goes so many steps larger; 0 goes back to 100 %.
func (p *page) zoomBy(steps int) {
	at := 2
	for i, z := range zooms {
		if z == p.zoom && steps != 0 {
			at = min(max(i+steps, 0), len(zooms)-1)
		}
	}
	p.zoom = zooms[at]
	p.build()
}

// note is a soft line of the page that is not written on it.
func (p *page) note(text string, align fyne.TextAlign) *element.Text {
	t := element.NewSoft(text)
	t.Align, t.Px = align, 12*p.zoom
	return t
}

// fixed is printed text that is not edited here.
func (p *page) fixed(text string) fyne.CanvasObject {
	t := element.NewText(text)
	t.Px, t.Align = 15*p.zoom, fyne.TextAlignCenter
	t.Face = p.faces.Body('中')
	return t
}

// button is a small command on the page.
func (p *page) button(key string, do func()) fyne.CanvasObject {
	text := p.note(p.say.t(key), fyne.TextAlignLeading)
	text.Color = jtheme.ColorAction
	return element.NewRow(text, do)
}

// centred is text in the middle of the line.
func (p *page) centred(size float32) paper.Style {
	s := p.style(size)
	s.Align = fyne.TextAlignCenter
	return s
}
