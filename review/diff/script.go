package diff

import "strings"

// Kind says what happened to the text of a hunk or of a piece inside it.
type Kind string

// Kinds of hunk. A piece inside a hunk is only Equal, Insert or Delete.
const (
	Equal    Kind = "equal"
	Insert   Kind = "insert"
	Delete   Kind = "delete"
	Replace  Kind = "replace"
	MoveFrom Kind = "move-from"
	MoveTo   Kind = "move-to"
)

// Piece is a stretch of characters inside a hunk, all treated alike.
type Piece struct {
	Kind Kind   `json:"kind"`
	Old  string `json:"old"`
	New  string `json:"new"`
}

// Hunk is one stretch of the comparison.
//
// Inner marks the single characters that differ. In an insertion, deletion or
// replacement its olds join to Old and its news to New. In a move-to it is
// empty when the text moved untouched; otherwise its olds join to the text of
// the move-from half and its news to New. Everywhere else it is empty.
type Hunk struct {
	Kind     Kind    `json:"kind"`
	Old      string  `json:"old"`
	New      string  `json:"new"`
	Class    Class   `json:"class"`
	Critical bool    `json:"critical"` // must be looked at by itself: its class is critical, or what was edited inside a move
	Move     int     `json:"move"`     // number shared by both halves of a move, from 1; 0 is no move
	Inner    []Piece `json:"inner"`
}

// IsChange reports whether the hunk differs between the two texts.
func (h Hunk) IsChange() bool { return h.Kind != Equal }

// Script is a whole comparison. The olds of its hunks, joined, are exactly the
// old text, the news exactly the new one, byte for byte.
type Script struct {
	Hunks []Hunk `json:"hunks"`
}

// Old returns the old text.
func (s Script) Old() string {
	var b strings.Builder
	for _, h := range s.Hunks {
		b.WriteString(h.Old)
	}
	return b.String()
}

// New returns the new text.
func (s Script) New() string {
	var b strings.Builder
	for _, h := range s.Hunks {
		b.WriteString(h.New)
	}
	return b.String()
}

// Changed reports whether the two texts differ at all.
func (s Script) Changed() bool {
	for _, h := range s.Hunks {
		if h.IsChange() {
			return true
		}
	}
	return false
}
