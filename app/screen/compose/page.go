package compose

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jianbao/app/element"
	"jianbao/app/paper"
	jtheme "jianbao/app/theme"
	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/editor/textview"
)

// writer is whom the page tells what is done on it.
type writer interface {
	wrote(at doc.Place, typed string)
	touched()
	cleaned([]textview.Cleaned)
	undo()
	redo()
	marked(textview.Mark)
	askComment()
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
	segment  textview.Segmenter // of the words of a body
	say      speech
	writer   writer
	readOnly bool

	zoom     float32
	text     *manuscript // read here, never changed
	template template.Template
	number   expected
	entries  map[doc.Place]*entry
	views    map[doc.Place]*textview.View
	bodies   map[doc.ArticleID]*textview.View
	building bool
	built    func() // called after the page was set anew
	order    []doc.Place
	focus    doc.Place
	held     map[doc.ArticleID]bool // others write there: it can only be read
	told     map[doc.ArticleID]told // what stands above an article
	bars     map[doc.ArticleID]*fyne.Container

	scroll  *container.Scroll
	desk    *fyne.Container
	content fyne.CanvasObject
}

func newPage(f paper.Faces, say speech, w writer) *page {
	p := &page{faces: f, say: say, writer: w, zoom: 1, desk: container.NewStack(), built: func() {}}
	p.scroll = container.NewVScroll(p.desk)
	p.scroll.OnScrolled = func(fyne.Position) { p.look() }
	p.content = container.New(sighted{p}, p.scroll)
	return p
}

// show builds the page for a text.
func (p *page) show(m *manuscript, t template.Template, number expected, readOnly bool) {
	p.text, p.template, p.number, p.readOnly = m, t, number, readOnly
	p.build()
}

// build sets the page anew, and the focus back to where it was.
func (p *page) build() {
	p.building = true
	p.entries, p.order, p.bars = map[doc.Place]*entry{}, nil, map[doc.ArticleID]*fyne.Container{}
	focus := p.focus
	body := element.FlowWide((sheetWidth-2*sheetMargin)*p.zoom, 0)
	p.placeBar(body, "")
	p.buildMasthead(body)
	for i := range p.text.text.Articles {
		p.buildArticle(body, i)
	}
	p.buildImprint(body)
	p.desk.Objects = []fyne.CanvasObject{paper.Sheet(sheetMargin*p.zoom, sheetTop*p.zoom, sheetTop*p.zoom, body)}
	p.closeViews(p.viewsShown())
	p.desk.Refresh()
	p.building = false
	p.fit()
	p.built()
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

// put takes an entry up among those of the page.
func (p *page) put(e *entry) *entry {
	p.entries[e.place], p.order = e, append(p.order, e.place)
	return e
}

// viewsShown returns the views among the entries.
func (p *page) viewsShown() map[doc.Place]*textview.View {
	views := map[doc.Place]*textview.View{}
	for at, e := range p.entries {
		if view, ok := e.field.(*textview.View); ok {
			views[at] = view
		}
	}
	return views
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
	paragraph := at.Paragraph
	if _, article := p.text.text.Paragraph(paragraph); article != nil {
		at = doc.Place{Field: doc.FieldArticleBody, Article: article.ID}
	}
	if at.Field == "" && at.Article != "" {
		at.Field = doc.FieldArticleTitle
	}
	e := p.entries[at]
	if e == nil {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.scroll); c != nil {
		c.Focus(e.field)
	}
	if view, ok := e.field.(*textview.View); ok {
		selection := view.Selection()
		if i, stands := view.Buffer().Index(buffer.ID(paragraph)); stands && paragraph != "" {
			selection = buffer.At(buffer.Position{Paragraph: i})
		}
		view.Select(selection)
		return
	}
	p.reveal(e.field, fyne.NewPos(0, 0), e.field.MinSize().Height)
}

// sees reports whether something of an object is in sight.
func (p *page) sees(o fyne.CanvasObject) bool {
	driver := fyne.CurrentApp().Driver()
	top := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(p.scroll).Y
	return top < p.scroll.Size().Height && top+o.Size().Height > 0
}

// reveal scrolls until an area of a field is in view.
func (p *page) reveal(o fyne.CanvasObject, topLeft fyne.Position, height float32) {
	if p.building {
		return
	}
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
	p.look()
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

// selected returns what is selected where the writer is, and whether anything is.
func (p *page) selected() (doc.Anchor, bool) {
	e := p.entries[p.focus]
	if e == nil {
		return doc.Anchor{}, false
	}
	switch f := e.field.(type) {
	case *textview.View:
		return p.anchorAt(e.place, f)
	case *paper.Field:
		from, to := f.Selection()
		quote := string([]rune(f.Text())[from:to])
		return doc.Anchor{Place: e.place, From: doc.RuneOffset(from), To: doc.RuneOffset(to), Quote: quote}, from < to
	}
	return doc.Anchor{}, false
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
