package compose

import (
	"fyne.io/fyne/v2"

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
	faceTitle
)

// addBody puts the body of an article on the page. Where its text is such as
// could never have been written there, a plain field shows it unchanged.
func (p *page) addBody(at doc.Place) *entry {
	text, err := p.text.body(at.Article)
	if err != nil {
		return p.addPlain(at, p.style(16))
	}
	return p.addView(at, text, p.bodyLook(at.Article, text))
}

func (p *page) bodyLook(article doc.ArticleID, text *buffer.Buffer) textview.Look {
	return textview.Look{
		Size:  16,
		Faces: []textview.Face{faceText: p.faces.Body, faceHeading: p.faces.Heading, faceTitle: p.faces.Title},
		Body:  typeset.Body(),
		Style: func(id buffer.ID) typeset.Style {
			style := typeset.Body()
			if i, stands := text.Index(id); stands && isHeadingAlone(text.Paragraph(i)) {
				style.Face = faceOf(p.text.levelOf(article, text, id))
			}
			return style
		},
		Colors: colors(jtheme.ColorInk),
		Marks:  markStyles,
	}
}

// faceOf is the face of a level (GB/T 9704—2012, 7.3.3): 黑体, then the title's in
// place of 楷体, then that of the text.
func faceOf(level doc.Level) typeset.Face {
	switch level {
	case doc.Level1:
		return faceHeading
	case doc.Level2:
		return faceTitle
	}
	return faceText
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

// anchorAt ties what is selected in a field to it.
func (p *page) anchorAt(at doc.Place, view *textview.View) (doc.Anchor, bool) {
	if at.Field == doc.FieldArticleBody {
		return anchorIn(at.Article, view)
	}
	text, span := view.Buffer(), view.Selection().Span()
	return doc.Anchor{Place: at, From: offsetIn(text, span.From), To: offsetIn(text, span.To), Quote: text.Slice(span)}, !span.Empty()
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
