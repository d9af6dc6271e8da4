package compose

import (
	"slices"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
)

// body returns the body of an article as a text that is written on: what is
// done to it is done to the manuscript. It returns an error for a body that no
// buffer can hold.
func (m *manuscript) body(id doc.ArticleID) (*buffer.Buffer, error) {
	if text := m.bodies[id]; text != nil {
		return text, nil
	}
	var content []buffer.Content
	for _, p := range m.text.Article(id).Body {
		content = append(content, buffer.Content{ID: buffer.ID(p.ID), Text: p.Text})
	}
	text, err := buffer.New(content, func() buffer.ID { return buffer.ID(doc.NewParagraph("").ID) })
	if err != nil {
		return nil, err
	}
	text.Observe(func(c buffer.Change) { m.follow(id, text, c) })
	if m.bodies == nil {
		m.bodies = map[doc.ArticleID]*buffer.Buffer{}
	}
	m.bodies[id] = text
	m.watch(doc.Place{Field: doc.FieldArticleBody, Article: id}, text)
	return text, nil
}

// follow takes over what was done to a body.
func (m *manuscript) follow(id doc.ArticleID, text *buffer.Buffer, c buffer.Change) {
	a := m.text.Article(id)
	if a == nil || m.bodies[id] != text {
		return
	}
	m.edits++
	m.wroteIn(id)
	if len(a.Body) == 0 { // the buffer of no paragraph has one
		a.Body = make([]doc.Paragraph, 1)
	}
	known := map[doc.ParagraphID]doc.Paragraph{}
	for _, r := range c.Paragraphs {
		first, end := int(r.First), int(r.First)+r.Old
		for _, p := range a.Body[first:end] {
			known[p.ID] = p
			m.keepLevel(p)
		}
		fresh := make([]doc.Paragraph, r.New)
		for i := range fresh {
			at := r.First + buffer.Paragraph(i)
			fresh[i] = m.paragraph(known, doc.ParagraphID(text.ID(at)), text.Paragraph(at))
		}
		a.Body = slices.Replace(a.Body, first, end, fresh...)
	}
}

// keepLevel remembers the level of a paragraph that may be taken out, and come
// back by undo.
func (m *manuscript) keepLevel(p doc.Paragraph) {
	if m.levels == nil {
		m.levels = map[doc.ParagraphID]doc.Level{}
	}
	m.levels[p.ID] = p.Level
}

// paragraph returns a paragraph of a body. Its level is kept unless the
// numbering at its start changed; one that comes back has that it had.
func (m *manuscript) paragraph(known map[doc.ParagraphID]doc.Paragraph, id doc.ParagraphID, text string) doc.Paragraph {
	p, stood := known[id]
	level, had := m.levels[id]
	switch {
	case !stood && had:
		p.Level = level
	case !stood, p.Text != text && doc.LevelOf(p.Text) != doc.LevelOf(text):
		p.Level = doc.LevelOf(text)
	}
	p.ID, p.Text = id, text
	return p
}

// levelOf returns the level of a paragraph of a body.
func (m *manuscript) levelOf(article doc.ArticleID, text *buffer.Buffer, id buffer.ID) doc.Level {
	a := m.text.Article(article)
	i, stands := text.Index(id)
	if a == nil || !stands || int(i) >= len(a.Body) {
		return doc.BodyText
	}
	return a.Body[i].Level
}
