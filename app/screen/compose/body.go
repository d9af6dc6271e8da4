package compose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jianbao/app/apptest/probe"
	jtheme "jianbao/app/theme"
	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
	"jianbao/editor/typeset"
	"jianbao/review/diff"
)

// The faces of a body, as its styles name them.
const (
	faceText typeset.Face = iota
	faceHeading
)

// addBody puts the body of an article on the page. Where its text is such as
// could never have been written there, a plain field shows it unchanged.
func (p *page) addBody(at doc.Place) *entry {
	text, err := p.text.body(at.Article)
	if err != nil {
		return p.add(at, p.style(16))
	}
	view := p.view(at, text)
	view.ReadOnly, view.Hint = p.readOnly, ""
	if part, ok := p.template.Part(at.Field); ok && !p.readOnly {
		view.Hint = part.Hint
	}
	view.SetZoom(p.zoom)
	return p.put(newEntry(at, probe.Name(view, p.nameOf(at))))
}

// view returns the view of a body: the one that shows it already, with its caret
// and marks, or a new one.
func (p *page) view(at doc.Place, text *buffer.Buffer) *textview.View {
	if old := p.bodies[at.Article]; old != nil && old.Buffer() == text {
		return old
	}
	view := textview.New(text, p.bodyLook(at.Article, text), textview.Options{Segment: p.segment, Words: p.menuWords()})
	view.OnChanged, view.OnCleaned, view.OnMark = p.writer.touched, p.writer.cleaned, p.writer.marked
	view.OnComment = func(buffer.Span) { p.writer.askComment() }
	view.OnFocus = func(focused bool) {
		if focused {
			p.focus = at
		}
	}
	view.OnCaret = func() { p.writer.visited(at) }
	view.OnHeight = p.fit
	view.OnReveal = func(top, bottom float32) { p.reveal(view, fyne.NewPos(0, top), bottom-top) }
	return view
}

func (p *page) bodyLook(article doc.ArticleID, text *buffer.Buffer) textview.Look {
	return textview.Look{
		Size:  16,
		Faces: []textview.Face{faceText: p.faces.Body, faceHeading: p.faces.Heading},
		Body:  typeset.Body(),
		Style: func(id buffer.ID) typeset.Style {
			style := typeset.Body()
			if p.text.levelOf(article, text, id) == doc.Level1 {
				style.Face = faceHeading
			}
			return style
		},
		Colors: textview.Colors{Ink: jtheme.ColorInk, Hint: jtheme.ColorSoft, Caret: jtheme.ColorAction,
			Selection: theme.ColorNameSelection, Frame: jtheme.ColorActionTint},
		Marks: markStyles,
	}
}

func (p *page) menuWords() textview.Words {
	word := func(what string) string { return p.say.t("compose.menu." + what) }
	return textview.Words{Cut: word("cut"), Copy: word("copy"), Paste: word("paste"), SelectAll: word("all"), Comment: p.say.t("command.compose.comment")}
}

// segmenter finds words by a lexicon.
func segmenter(words *diff.Lexicon) textview.Segmenter {
	return func(paragraph string) []buffer.RuneOffset {
		var ends []buffer.RuneOffset
		for _, end := range words.WordEnds(paragraph) {
			ends = append(ends, buffer.RuneOffset(end))
		}
		return ends
	}
}

// closeBodies lets go of the views that the page no longer shows.
func (p *page) closeBodies(shown map[doc.ArticleID]*textview.View) {
	for id, view := range p.bodies {
		if shown[id] != view {
			view.Close()
		}
	}
	p.bodies = shown
}

// look tells the bodies what of them is in sight.
func (p *page) look() {
	driver := fyne.CurrentApp().Driver()
	frame := driver.AbsolutePositionForObject(p.scroll).Y
	for _, view := range p.bodies {
		top := frame - driver.AbsolutePositionForObject(view).Y
		view.SetVisible(top, top+p.scroll.Size().Height)
	}
}

// fit gives the page the height that its bodies want now.
func (p *page) fit() {
	if p.building {
		return
	}
	p.desk.Resize(p.desk.MinSize().Max(p.scroll.Size()))
	p.look()
}

// sighted lays the page out and tells it that its frame has another size.
type sighted struct{ page *page }

func (s sighted) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

func (s sighted) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size)
	s.page.look()
}

// anchorIn ties what is selected in a body to the paragraph in which it begins,
// as far as it goes there.
func anchorIn(article doc.ArticleID, view *textview.View) (doc.Anchor, bool) {
	text, span := view.Buffer(), view.Selection().Span()
	for span.From.Paragraph < span.To.Paragraph && span.From.Offset == text.Runes(span.From.Paragraph) {
		span.From = buffer.Position{Paragraph: span.From.Paragraph + 1}
	}
	if span.From.Paragraph < span.To.Paragraph {
		span.To = buffer.Position{Paragraph: span.From.Paragraph, Offset: text.Runes(span.From.Paragraph)}
	}
	return doc.Anchor{
		Place: doc.Place{Article: article, Paragraph: doc.ParagraphID(text.ID(span.From.Paragraph))},
		From:  doc.RuneOffset(span.From.Offset), To: doc.RuneOffset(span.To.Offset), Quote: text.Slice(span),
	}, !span.Empty()
}
