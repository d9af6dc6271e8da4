package diff

import (
	"fmt"
	"strings"
)

// marked writes a script the way a reader would mark it on paper:
// [-deleted-] {+inserted+} [-old-]{+new+} <1:moved away> {1:moved here}, where
// the edits inside a move are marked again.
func marked(s Script) string {
	var b strings.Builder
	for _, h := range s.Hunks {
		switch h.Kind {
		case Equal:
			b.WriteString(h.New)
		case MoveFrom:
			fmt.Fprintf(&b, "<%d:%s>", h.Move, h.Old)
		case MoveTo:
			fmt.Fprintf(&b, "{%d:%s}", h.Move, markedMove(h))
		default:
			b.WriteString(markedPiece(h.Old, h.New))
		}
	}
	return b.String()
}

func markedMove(h Hunk) string {
	if len(h.Inner) == 0 {
		return h.New
	}
	return markedPieces(h.Inner)
}

func markedPieces(pieces []Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Kind == Equal {
			b.WriteString(p.New)
		} else {
			b.WriteString(markedPiece(p.Old, p.New))
		}
	}
	return b.String()
}

func markedPiece(old, new string) string {
	var b strings.Builder
	if old != "" {
		b.WriteString("[-" + old + "-]")
	}
	if new != "" {
		b.WriteString("{+" + new + "+}")
	}
	return b.String()
}
