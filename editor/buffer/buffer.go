// Package buffer owns the text of one writing surface while it is being
// written: its paragraphs, every change to them, the way back, and the anchors
// that move with it. It does not know how the text looks, what it is part of,
// or where it is kept.
//
// A Buffer is a sequence of paragraphs, each with an ID that survives edits.
// Places are Positions; the only way to change anything is Apply, with edits
// that are done together or refused together. Undo and Redo go by groups: one
// thought of the writer. Observers hear of each change in terms of paragraphs,
// so that a layout re-lays only those.
//
// A paragraph's text is valid UTF-8 without NUL, line feed or carriage return;
// nothing else is judged or changed here. Methods that take a Paragraph,
// Position or Span to read at panic, as slices do, where it is not in the text;
// Valid and Clamp tell. A Buffer belongs to one goroutine.
package buffer

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// The kinds of refusal. A refused edit or anchor has changed nothing.
var (
	ErrPosition = errors.New("buffer: no such place in the text")
	ErrOverlap  = errors.New("buffer: edits overlap or are out of order")
	ErrText     = errors.New("buffer: text is not UTF-8 or holds NUL or a carriage return")
	ErrID       = errors.New("buffer: paragraph id empty, not UTF-8 or used twice")
	ErrBusy     = errors.New("buffer: edited by an observer of an edit")
)

// ID names a paragraph for as long as it lives.
type ID string

// Content is one paragraph of a text: its name and what it says.
type Content struct {
	ID   ID
	Text string
}

// Buffer is a text being written. It always holds at least one paragraph.
type Buffer struct {
	paras     sequence
	byID      map[ID]*paragraph
	newID     func() ID
	wide      map[*Anchor]struct{} // the anchors that reach over several paragraphs
	steps     uint64               // counts what was performed
	rewrites  uint64               // counts the paragraphs rewritten at once
	anchors   uint64               // counts the anchors made
	history   history
	observers observers
}

// New returns a buffer of the given paragraphs, or of one empty paragraph
// where there are none. newID names each paragraph that comes to be; it must
// not give a name twice. New returns ErrText or ErrID for content that could
// not have come out of a buffer.
func New(content []Content, newID func() ID) (*Buffer, error) {
	b := &Buffer{newID: newID, byID: map[ID]*paragraph{}, wide: map[*Anchor]struct{}{}}
	b.history.limit = historyLimit
	if len(content) == 0 {
		content = []Content{{ID: newID()}}
	}
	paras := make([]*paragraph, len(content))
	for i, c := range content {
		if !validText(c.Text) || strings.Contains(c.Text, "\n") {
			return nil, fmt.Errorf("%w: paragraph %d", ErrText, i)
		}
		if b.byID[c.ID] != nil || !validID(c.ID) {
			return nil, fmt.Errorf("%w: %q", ErrID, c.ID)
		}
		paras[i] = &paragraph{id: c.ID, text: c.Text, runes: RuneOffset(utf8.RuneCountInString(c.Text))}
		b.byID[c.ID] = paras[i]
	}
	b.paras.replace(0, 0, paras)
	return b, nil
}

// Paragraphs returns the number of paragraphs.
func (b *Buffer) Paragraphs() Paragraph { return Paragraph(b.paras.count) }

// Paragraph returns the text of the i-th paragraph, without its line end.
func (b *Buffer) Paragraph(i Paragraph) string { return b.paras.at(int(i)).text }

// Runes returns the length of the i-th paragraph.
func (b *Buffer) Runes(i Paragraph) RuneOffset { return b.paras.at(int(i)).runes }

// ID returns the name of the i-th paragraph.
func (b *Buffer) ID(i Paragraph) ID { return b.paras.at(int(i)).id }

// Index returns where the paragraph of that name stands, and whether there is
// one.
func (b *Buffer) Index(id ID) (Paragraph, bool) {
	p := b.byID[id]
	if p == nil {
		return 0, false
	}
	return Paragraph(b.paras.index(p)), true
}

// Count returns the code points of the text, line ends not counted.
func (b *Buffer) Count() int { return b.paras.runes }

// CountIn returns the code points of s, line ends not counted.
func (b *Buffer) CountIn(s Span) int {
	before := func(p Position) int { return b.paras.runesBefore(int(p.Paragraph)) + int(p.Offset) }
	return before(s.To) - before(s.From)
}

// Contents returns all paragraphs. The slice is the caller's, the strings are
// shared, so it is cheap and safe to hand to another goroutine.
func (b *Buffer) Contents() []Content {
	all := make([]Content, 0, b.paras.count)
	for p := range b.paras.from(0) {
		all = append(all, Content{ID: p.id, Text: p.text})
	}
	return all
}

// Text returns the whole text, "\n" between paragraphs.
func (b *Buffer) Text() string { return b.Slice(b.All()) }

// Slice returns the text of s, "\n" between paragraphs.
func (b *Buffer) Slice(s Span) string {
	first := b.paras.at(int(s.From.Paragraph))
	if s.From.Paragraph == s.To.Paragraph {
		return first.text[first.byteAt(s.From.Offset):first.byteAt(s.To.Offset)]
	}
	var text strings.Builder
	text.WriteString(first.text[first.byteAt(s.From.Offset):])
	i := s.From.Paragraph
	for p := range b.paras.from(int(i) + 1) {
		text.WriteByte('\n')
		if i++; i == s.To.Paragraph {
			text.WriteString(p.text[:p.byteAt(s.To.Offset)])
			break
		}
		text.WriteString(p.text)
	}
	return text.String()
}

func validText(s string) bool { return utf8.ValidString(s) && !strings.ContainsAny(s, "\x00\r") }

func validID(id ID) bool { return id != "" && utf8.ValidString(string(id)) }
