package diffview

import (
	"fyne.io/fyne/v2"

	"jianbao/editor/doc"
)

// Mode is one of the three views of a comparison.
type Mode int

// The views.
const (
	Inline     Mode = iota // 花脸稿: one text with every mark in it
	SideBySide             // 对照: the old text beside the new one
	Clean                  // 清样: the new text as it would be read
)

// Look is what a view is drawn with.
type Look struct {
	Body    func(rune) fyne.Resource // the face of the page, character by character
	Title   fyne.Resource            // mastheads and titles of articles
	Heading fyne.Resource            // first-level headings
	Label   fyne.Resource            // words that are not part of the text
	Colors  Colors
}

// Colors name the colours of the theme in use.
type Colors struct {
	Paper, Ink, Soft, Line, Masthead, Bar         fyne.ThemeColorName
	Insert, InsertTint, InsertInner               fyne.ThemeColorName
	Delete, DeleteTint, DeleteInner               fyne.ThemeColorName
	Move, MoveTint, NoteTint, Selection, Selected fyne.ThemeColorName
}

// Words are the words a view puts beside the text.
type Words struct {
	Field func(doc.FieldKey) string
	Level func(old, new doc.Level) string
	Old   string // above the old column
	New   string // above the new column
}

// mark says what happened to a character.
type mark uint8

const (
	plain mark = iota
	inserted
	deleted
	movedAway
	movedHere
)

// tones are the colours of a mark: its ink, the tint behind it and the stronger
// tint behind the characters that differ.
type tones struct{ ink, tint, inner fyne.ThemeColorName }

func (c Colors) of(m mark) tones {
	switch m {
	case inserted:
		return tones{c.Insert, c.InsertTint, c.InsertInner}
	case deleted:
		return tones{c.Delete, c.DeleteTint, c.DeleteInner}
	case movedAway, movedHere:
		return tones{c.Move, c.MoveTint, c.MoveTint}
	}
	return tones{ink: c.Ink}
}
