package compose

import (
	"strconv"
	"strings"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
)

// field returns a field other than a body as a text that is written on: what is
// done to it is done to the manuscript. It returns an error for a field that no
// buffer can hold.
func (m *manuscript) field(at doc.Place) (*buffer.Buffer, error) {
	if text := m.fields[at]; text != nil {
		return text, nil
	}
	line := 0
	next := func() buffer.ID { line++; return buffer.ID(strconv.Itoa(line)) }
	var content []buffer.Content
	for _, s := range strings.Split(m.shown(at), "\n") {
		content = append(content, buffer.Content{ID: next(), Text: s})
	}
	text, err := buffer.New(content, next)
	if err != nil {
		return nil, err
	}
	if m.fields == nil {
		m.fields = map[doc.Place]*buffer.Buffer{}
	}
	m.fields[at] = text
	text.Observe(func(buffer.Change) {
		if m.fields[at] == text {
			m.write(at, text.Text())
		}
	})
	m.watch(at, text)
	return text, nil
}

// textAt returns the text of a place as one that is written on.
func (m *manuscript) textAt(at doc.Place) (*buffer.Buffer, error) {
	if at.Field == doc.FieldArticleBody {
		return m.body(at.Article)
	}
	return m.field(at)
}

// written returns the text of a place if it was taken up since begin, or nil.
func (m *manuscript) written(at doc.Place) *buffer.Buffer {
	if at.Field == doc.FieldArticleBody {
		return m.bodies[at.Article]
	}
	return m.fields[at]
}

// offsetIn returns how many characters of a text stand before a place in it; a
// line end counts as one.
func offsetIn(text *buffer.Buffer, p buffer.Position) doc.RuneOffset {
	before := buffer.Span{From: text.Start(), To: p}
	return doc.RuneOffset(text.CountIn(before) + int(p.Paragraph))
}

// positionIn returns the place in a text before which so many characters stand.
func positionIn(text *buffer.Buffer, at doc.RuneOffset) buffer.Position {
	p := buffer.Position{Offset: buffer.RuneOffset(at)}
	for p.Paragraph < text.Paragraphs()-1 && p.Offset > text.Runes(p.Paragraph) {
		p.Offset -= text.Runes(p.Paragraph) + 1
		p.Paragraph++
	}
	return text.Clamp(p)
}
