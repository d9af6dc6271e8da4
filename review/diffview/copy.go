package diffview

import (
	"strings"

	"jianbao/review/diff"
)

// MarkedChange writes a change with its marks as text: [-old-]{+new+}.
func MarkedChange(c diff.Change) string { return markedText(c.Old, c.New) }

func markedText(old, new string) string {
	var b strings.Builder
	if old != "" {
		b.WriteString("[-" + old + "-]")
	}
	if new != "" {
		b.WriteString("{+" + new + "+}")
	}
	return b.String()
}

// markedCells writes selected blocks with their marks as text, a line each.
func markedCells(blocks [][]cell) string {
	lines := make([]string, len(blocks))
	for i, cells := range blocks {
		lines[i] = markedLine(cells)
	}
	return strings.Join(lines, "\n")
}

func markedLine(cells []cell) string {
	var b strings.Builder
	for from := 0; from < len(cells); {
		to := from
		for to < len(cells) && sideOf(cells[to].mark) == sideOf(cells[from].mark) {
			to++
		}
		text := spelled(cells[from:to])
		switch sideOf(cells[from].mark) {
		case deleted:
			b.WriteString(markedText(text, ""))
		case inserted:
			b.WriteString(markedText("", text))
		default:
			b.WriteString(text)
		}
		from = to
	}
	return b.String()
}

// sideOf tells on which side a marked character stands.
func sideOf(m mark) mark {
	switch m {
	case movedAway:
		return deleted
	case movedHere:
		return inserted
	}
	return m
}
