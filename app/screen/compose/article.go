package compose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"jianbao/app/element"
	"jianbao/editor/doc"
	"jianbao/editor/typeset"
)

// buildArticle sets one article: title, note, body, who supplied it.
func (p *page) buildArticle(body *fyne.Container, index int) {
	id := p.text.text.Articles[index].ID
	place := func(key doc.FieldKey) doc.Place { return doc.Place{Field: key, Article: id} }
	body.Add(element.Gap(1, 14*p.zoom))
	if !p.readOnly {
		body.Add(p.articleBar(index))
	}
	p.placeBar(body, id)
	body.Add(p.add(place(doc.FieldArticleTitle), p.titleStyle(22)).box)
	if at := place(doc.FieldArticleNote); p.uses(at) {
		body.Add(p.add(at, p.style(14)).box)
	}
	body.Add(element.Gap(1, 8*p.zoom))
	body.Add(p.addBody(place(doc.FieldArticleBody)).box)
	if at := place(doc.FieldArticleSource); p.uses(at) {
		body.Add(p.source(at))
	}
}

// source sets the supplying section at the right in its brackets.
func (p *page) source(at doc.Place) fyne.CanvasObject {
	style := p.style(16)
	style.align = typeset.Right
	style.before, style.after = p.say.t("compose.page.bracket.open"), p.say.t("compose.page.bracket.close")
	return p.add(at, style).box
}

// articleBar offers what can be done to an article as a whole.
func (p *page) articleBar(index int) fyne.CanvasObject {
	id := p.text.text.Articles[index].ID
	bar := container.NewHBox(element.Middle(p.note(p.say.ordinal(index), fyne.TextAlignLeading)), layout.NewSpacer())
	add := func(what string) {
		bar.Add(p.button("compose.article."+what, func() { p.writer.articleCommand(id, what) }))
	}
	if index > 0 {
		add("up")
	}
	if index+1 < len(p.text.text.Articles) {
		add("down")
	}
	if len(p.text.text.Articles) > 1 {
		add("remove")
	}
	return bar
}
