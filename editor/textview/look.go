package textview

import (
	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
	"jianbao/editor/typeset"
)

// Look is what a text is drawn with.
type Look struct {
	Size  float32 // of a character of the body at zoom 1, in Fyne's units
	Faces []Face  // by the number that a typeset.Style names as its Face
	Body  typeset.Style
	// Style says how a paragraph is set; nil means that all are set as Body.
	Style func(buffer.ID) typeset.Style
	// Before and After stand beside the first and the last line and are no part
	// of the text: a name, a bracket.
	Before, After string
	Colors
	Marks map[MarkKind]MarkStyle
}

// Face picks the font for a character; nil is the font of the theme, which
// falls back to the fonts of the system.
type Face func(rune) fyne.Resource

// Colors name the colours of the theme in use. Frame shows the focus; where it
// is empty there is no frame.
type Colors struct{ Ink, Hint, Caret, Selection, Frame fyne.ThemeColorName }

// MarkKind is why a piece of text is marked.
type MarkKind int

// The kinds of mark. What is drawn for each is said by Look.Marks; where marks
// cross, later kinds are drawn over earlier ones and are clicked first.
const (
	Changed MarkKind = iota // since the text was last handed over
	Comment
	Insertion
	Deletion
	ProofSuggestion
	ProofWarning
	Proofreading // an error
	SearchHit
	CurrentHit // that of the matches to which the search went
	markKinds
)

// MarkStyle is how a kind of mark is drawn, by shape as well as by colour. An
// empty colour name means that the part is not drawn.
type MarkStyle struct {
	Line   Line
	Strike bool
	Bar    bool                // beside the lines
	Color  fyne.ThemeColorName // of line, strike and bar
	Tint   fyne.ThemeColorName // behind the text
	Ink    fyne.ThemeColorName // of the text itself
}

// Line is the shape of an underline.
type Line int

// The underlines.
const (
	NoLine Line = iota
	Straight
	Dotted
	Dashed
	Wavy
)

// face returns the font of a character in a face.
func (l *Look) face(f typeset.Face, r rune) fyne.Resource {
	if int(f) >= len(l.Faces) || l.Faces[f] == nil {
		return nil
	}
	return l.Faces[f](r)
}

func (l *Look) style(id buffer.ID) typeset.Style {
	if l.Style == nil {
		return l.Body
	}
	return l.Style(id)
}
