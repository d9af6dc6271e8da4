package compose

import (
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
	text.Observe(func(buffer.Change) { m.follow(id, text) })
	if m.bodies == nil {
		m.bodies = map[doc.ArticleID]*buffer.Buffer{}
	}
	m.bodies[id] = text
	return text, nil
}

// follow takes over what was done to a body.
func (m *manuscript) follow(id doc.ArticleID, text *buffer.Buffer) {
	if a := m.text.Article(id); a != nil && m.bodies[id] == text {
		m.edits++
		a.Body = paragraphs(a.Body, text.Contents())
	}
}

// paragraphs returns a body that says what content says. A level is kept unless
// the numbering at the start of its paragraph changed.
func paragraphs(old []doc.Paragraph, content []buffer.Content) []doc.Paragraph {
	known := make(map[buffer.ID]doc.Paragraph, len(old))
	for _, p := range old {
		known[buffer.ID(p.ID)] = p
	}
	body := make([]doc.Paragraph, len(content))
	for i, c := range content {
		p, stood := known[c.ID]
		if !stood || p.Text != c.Text && doc.LevelOf(p.Text) != doc.LevelOf(c.Text) {
			p.Level = doc.LevelOf(c.Text)
		}
		p.ID, p.Text = doc.ParagraphID(c.ID), c.Text
		body[i] = p
	}
	return body
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
