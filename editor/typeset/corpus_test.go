package typeset

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// officialParagraphs returns the paragraphs of published official documents,
// which lie beside the repository.
func officialParagraphs(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "..", "shared", "data", "official", "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Skip("the official documents (../shared/data/official) are not here")
	}
	var paragraphs []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(text), "\n") {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
				paragraphs = append(paragraphs, line)
			}
		}
	}
	return paragraphs
}

func TestOfficialDocuments(t *testing.T) {
	paragraphs := officialParagraphs(t)
	for ems := 5; ems <= 40; ems++ {
		for _, squeeze := range []Squeeze{NoSqueeze, SqueezeEnd, SqueezeLine} {
			style := Body()
			style.Squeeze, style.Align = squeeze, Justify
			cuts, lines := checkOfficial(t, paragraphs, style, Em(ems)*Full)
			if ems == 28 && squeeze == SqueezeLine {
				t.Logf("%d paragraphs, %d lines of 28 ems", len(paragraphs), lines)
			}
			if cuts > 0 {
				t.Errorf("%d ems: %d lines cut against the rules", ems, cuts)
			}
		}
	}
}

// checkOfficial sets the paragraphs and returns how many lines were cut
// against the rules for marks, and how many lines there are.
func checkOfficial(t *testing.T, paragraphs []string, style Style, width Em) (cuts, lines int) {
	t.Helper()
	for _, text := range paragraphs {
		set := Break(text, style, width, Grid{})
		checkCover(t, text, set)
		checkMarks(t, text, set)
		checkNumbers(t, text, set)
		for _, l := range set {
			lines++
			if l.Ending == CutsMarks {
				cuts++
				t.Logf("%v ems: %s", width.Float(), string([]rune(text)[l.From:l.To]))
			}
			if l.Indent+l.Width > width {
				t.Errorf("a line of %q is %v wide of %v", text, (l.Indent + l.Width).Float(), width.Float())
			}
		}
	}
	return cuts, lines
}

// checkNumbers checks that no line turns within a number.
func checkNumbers(t *testing.T, text string, lines []Line) {
	t.Helper()
	runes := []rune(text)
	figure := func(r rune) bool { return '0' <= r && r <= '9' }
	for _, l := range lines {
		if l.Ending == Wraps && figure(runes[l.To-1]) && figure(runes[l.To]) {
			t.Errorf("%q: a number is cut at %d", text, l.To)
		}
	}
}
