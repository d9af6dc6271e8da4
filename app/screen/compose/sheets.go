package compose

import (
	"fyne.io/fyne/v2"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/preview"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
	typeset "jianbao/editor/typeset/page"
	"jianbao/storage/exchange"
)

// sheets are the pages of what is being written, laid a moment after each change.
// They stand beside the text in place of the right panel when they are asked for;
// how many there are is known always.
type sheets struct {
	screen  *Screen
	press   *preview.Press
	view    *preview.View
	facts   *element.Prose
	edit    int // the manuscript as it was last laid
	text    doc.Bulletin
	content *fyne.Container
}

func newSheets(s *Screen) *sheets {
	run := func(work, done func()) {
		s.shell.Do(func() error { work(); return nil }, done)
	}
	p := &sheets{screen: s, edit: -1, view: probe.Name(preview.NewView(run), "compose.sheets"), facts: element.NewNote("", jtheme.ColorSoft)}
	load := func() (*exchange.Layout, error) { return s.shell.Layout(s.file.Series) }
	p.press = preview.NewPress(run, load, p.laid, s.shell.Fail)
	head := element.NewSurface(jtheme.ColorPanel, p.facts)
	head.Inset = fyne.NewSize(12, 6)
	p.content = element.Frame(element.Flow(0, head, element.Rule()), nil, nil, nil, element.NewSurface(jtheme.ColorDesk, p.view))
	p.content.Hide()
	return p
}

// follow has the pages laid if the text changed, and else only goes to the caret.
func (p *sheets) follow() {
	m := p.screen.text
	if p.edit == m.edits {
		p.reveal()
		return
	}
	p.edit, p.text = m.edits, m.text.Clone()
	meta := exchange.Meta{Final: p.screen.file.Draft.Frozen()}
	if !meta.Final {
		meta.Stamp = p.screen.shell.Words().T("compose.sheets.stamp")
	}
	p.press.Lay(p.text, meta)
}

// laid takes up the pages as they now are.
func (p *sheets) laid(d *typeset.Document) {
	p.view.ShowPages(d)
	p.facts.Text = p.factsText(d)
	p.facts.Refresh()
	p.screen.paintFigures()
	p.reveal()
}

func (p *sheets) factsText(d *typeset.Document) string {
	words := p.screen.shell.Words()
	text := words.T("compose.sheets.extent", "pages", len(d.Pages), "spare", d.Spare)
	if d.ImprintOdd() {
		text += words.T("compose.sheets.odd")
	}
	for _, n := range d.Notices {
		if n.Code == typeset.CodeMissing {
			text += "\n" + words.With(n.Code, n.Args)
		}
	}
	return text
}

// count is how many pages there are; 0 while it is not known.
func (p *sheets) count() int { return len(p.view.Document().Pages) }

// reveal brings the place that is written on into sight.
func (p *sheets) reveal() {
	if !p.content.Visible() {
		return
	}
	at, offset := p.screen.caret()
	if i, y, found := preview.Find(p.view.Document(), p.text, at, offset); found {
		p.view.Reveal(i, y)
	}
}

// caret is where the writer is: a place and how many of its characters stand
// before him.
func (s *Screen) caret() (at doc.Place, offset int) {
	e := s.page.entries[s.page.focus]
	if e == nil {
		return doc.Place{}, 0
	}
	view, ok := e.field.(*textview.View)
	if !ok {
		return e.place, 0
	}
	caret := view.Selection().Caret
	if e.place.Field == doc.FieldArticleBody {
		return doc.Place{Article: e.place.Article, Paragraph: doc.ParagraphID(view.Buffer().ID(caret.Paragraph))}, int(caret.Offset)
	}
	return e.place, int(caret.Offset)
}

// toggleSheets shows the pages in place of the right panel, or that again.
func (s *Screen) toggleSheets() {
	if s.sheets.content.Visible() {
		s.sheets.content.Hide()
		s.side.content.Show()
	} else {
		s.side.content.Hide()
		s.sheets.content.Show()
	}
	s.content.Refresh()
	s.sheets.reveal()
}

// beside sets the panel at the right of the outline and the text. Pages take what
// the sheet that is written on leaves, as far as they are the better for it.
type beside struct{ screen *Screen }

const sheetsLeast, sheetsMost, writingLeast = 360, 830, 690

func (b beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(rightWidth, 0)
}

func (b beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	right := float32(rightWidth)
	if b.screen.sheets.content.Visible() {
		right = min(sheetsMost, max(sheetsLeast, size.Width-leftWidth-writingLeast))
	}
	objects[0].Resize(fyne.NewSize(size.Width-right, size.Height))
	objects[1].Move(fyne.NewPos(size.Width-right, 0))
	objects[1].Resize(fyne.NewSize(right, size.Height))
}
