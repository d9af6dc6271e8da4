package docx

import (
	"encoding/xml"
	"strings"
	"time"
	"unicode/utf8"
)

// Mark says who made a tracked change, and when; the time is zero where the
// file does not say.
type Mark struct {
	Author string
	At     time.Time
}

// change is what tracked changes did to a stretch of text, or to the end of a
// paragraph: one person may have put it in and another taken it out.
type change struct{ inserted, deleted *Mark }

func (c change) and(o change) change {
	if c.inserted == nil {
		c.inserted = o.inserted
	}
	if c.deleted == nil {
		c.deleted = o.deleted
	}
	return c
}

// stands reports whether the stretch is there when some changes are accepted
// and the others are rejected.
func (c change) stands(accepted func(*Mark) bool) bool {
	return (c.inserted == nil || accepted(c.inserted)) && (c.deleted == nil || !accepted(c.deleted))
}

// piece is a stretch of a paragraph that has one history. One without text
// stands where the range of a comment begins or ends.
type piece struct {
	change
	text          string
	opens, closes string // ids of comments
}

// passage is a paragraph with all that was put into it and taken out of it.
type passage struct {
	style  string
	pieces []piece
	end    change // of the mark that ends it; without it the next one goes on
	last   bool   // of a table cell: nothing can go on from it
}

// change begins a tracked change, or notes that of a paragraph's end or a row.
func (s *story) change(e xml.StartElement) {
	m := &Mark{Author: attribute(e, "author")}
	if at, err := time.Parse(time.RFC3339, attribute(e, "date")); err == nil {
		m.At = at
	} else if at, err := time.Parse("2006-01-02T15:04:05", attribute(e, "date")); err == nil {
		m.At = at
	}
	c := change{inserted: m}
	if strings.HasPrefix(e.Name.Local, "del") || e.Name.Local == "moveFrom" {
		c = change{deleted: m}
	}
	switch {
	case s.isInline():
		s.changes = append(s.changes, c)
	case s.parent(0) == "trPr" && len(s.rows) > 0:
		row := &s.rows[len(s.rows)-1]
		*row = row.and(c)
	case s.parent(0) == "rPr" && s.parent(1) == "pPr" && s.innermost() != nil:
		at := s.innermost()
		at.end = at.end.and(c)
	}
}

// isInline tells a change of text from one of properties.
func (s *story) isInline() bool { return !strings.HasSuffix(s.parent(0), "Pr") }

// parent names the element that the current one is in, or one further out.
func (s *story) parent(up int) string {
	if at := len(s.path) - 1 - up; at >= 0 {
		return s.path[at]
	}
	return ""
}

func (s *story) row() change {
	var all change
	for _, r := range s.rows {
		all = all.and(r)
	}
	return all
}

// spot is a place in a view: a line, and a character in it.
type spot struct{ line, rune int }

// view is a story with some changes accepted and the others rejected.
type view struct {
	lines         []Paragraph
	opens, closes map[string]spot // of comments
}

func viewOf(found []passage, accepted func(*Mark) bool) view {
	v := view{opens: map[string]spot{}, closes: map[string]spot{}}
	text := ""
	for _, p := range found {
		before := text
		for _, piece := range p.pieces {
			at := spot{len(v.lines), utf8.RuneCountInString(text)}
			if piece.opens != "" {
				v.opens[piece.opens] = at
			}
			if piece.closes != "" {
				v.closes[piece.closes] = at
			}
			if piece.stands(accepted) {
				text += piece.text
			}
		}
		if p.end.stands(accepted) || p.last && text != before {
			v.lines = append(v.lines, Paragraph{p.style, text})
			text = ""
		}
	}
	if text != "" {
		v.lines = append(v.lines, Paragraph{Text: text})
	}
	return v
}

func all(*Mark) bool  { return true }
func none(*Mark) bool { return false }
