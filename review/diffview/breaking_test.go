package diffview

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func cellsOf(text string) []cell {
	var cells []cell
	for _, r := range text {
		cells = append(cells, cell{r: r, change: noChange, at: -1})
	}
	return cells
}

// broken breaks a text where Han and its marks are 2 wide and the rest 1.
func broken(text string, room float32) []string {
	cells := cellsOf(text)
	var lines []string
	from := 0
	for _, to := range lineEnds(cells, func(i int) float32 { return widthOf(cells[i].r) }, func(int) float32 { return room }) {
		lines = append(lines, spelled(cells[from:to]))
		from = to
	}
	return lines
}

func widthOf(r rune) float32 {
	if r < 0x2E80 && !strings.ContainsRune("—…“”", r) {
		return 1
	}
	return 2
}

func TestLinesBreakAsATypographerWould(t *testing.T) {
	for _, c := range []struct {
		text string
		room float32
		want string
	}{
		{"", 10, ""},
		{"一二三四五六", 6, "一二三|四五六"},
		{"一二三，四五", 6, "一二|三，四|五"},
		{"一二（三四）五", 6, "一二|（三|四）五"},
		{"一二1,703条", 8, "一二|1,703条"},
		{"今年GDP增长", 6, "今年|GDP增|长"},
		{"一二——三", 6, "一二|——三"},
		{"一二……三", 6, "一二|……三"},
		{"1234567890", 4, "1234|5678|90"},
		{"，，，，，", 4, "，，|，，|，"},
	} {
		if got := strings.Join(broken(c.text, c.room), "|"); got != c.want {
			t.Errorf("%q in %v: got %s, want %s", c.text, c.room, got, c.want)
		}
	}
}

func FuzzLinesCoverTheTextAndBeginWithNoForbiddenMark(f *testing.F) {
	f.Add("会议指出，今年整治1,703条街巷（含背街），做到“未诉先办”。", uint8(12))
	f.Add("《办法》——第（一）项……：A/B，50%。", uint8(7))
	f.Add("，，（（——", uint8(3))
	f.Fuzz(func(t *testing.T, text string, room uint8) {
		if !utf8.ValidString(text) {
			t.Skip("only valid text is ever shown")
		}
		lines := broken(text, float32(room))
		if got := strings.Join(lines, ""); got != text {
			t.Fatalf("lines hold %q, not %q", got, text)
		}
		for i := 1; i < len(lines); i++ {
			before, after := []rune(lines[i-1]), []rune(lines[i])
			if len(before) == 0 || len(after) == 0 {
				t.Fatalf("an empty line among %q", lines)
			}
			if !mayBreak(before[len(before)-1], after[0]) && offersBreak(before) {
				t.Fatalf("%q breaks before %q", lines[i-1], lines[i])
			}
		}
	})
}

// offersBreak reports whether a line could have ended earlier.
func offersBreak(line []rune) bool {
	for i := 1; i < len(line); i++ {
		if mayBreak(line[i-1], line[i]) {
			return true
		}
	}
	return false
}
