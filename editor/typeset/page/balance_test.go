package page

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestTitles checks that titles turn at the ends of words, into lines of like
// length.
func TestTitles(t *testing.T) {
	tests := []struct {
		words string // parted by blanks
		want  []string
	}{
		{"全市 工作 会议 召开", []string{"全市工作会议召开"}},
		{"2022年 首都 精神文明 建设 工作 暨 背街 小巷 环境 精细化 整治 提升 动员 部署 大会 召开",
			[]string{"2022年首都精神文明建设工作暨背街小巷", "环境精细化整治提升动员部署大会召开"}},
		{"全市 召开 推进 会议 研究 部署 安全生产 工作 要求", []string{"全市召开推进会议", "研究部署安全生产工作要求"}},
	}
	for _, tt := range tests {
		words := strings.Fields(tt.words)
		title := strings.Join(words, "")
		ends := func(string) []int {
			var list []int
			n := 0
			for _, w := range words {
				n += utf8.RuneCountInString(w)
				list = append(list, n)
			}
			return list
		}
		blocks := []Block{{Kind: Title, Text: title}}
		lines := linesOf(Lay(blocks, Default(), faces(t), ends, Options{}), 0)
		if utf8.RuneCountInString(title) > 20 && !slices.Equal(lines, tt.want) {
			t.Errorf("got %q, want %q", lines, tt.want)
		}
		checkTitle(t, title, lines, ends(""))
	}
}

func checkTitle(t *testing.T, title string, lines []string, ends []int) {
	t.Helper()
	n := 0
	for _, line := range lines {
		n += utf8.RuneCountInString(line)
		if !slices.Contains(ends, n) {
			t.Errorf("%q is broken within a word after %q", title, line)
		}
		if len(lines) > 1 && utf8.RuneCountInString(line) < 3 {
			t.Errorf("%q has a line %q", title, line)
		}
	}
	if strings.Join(lines, "") != title {
		t.Errorf("%q was set as %q", title, lines)
	}
}

// TestTitlesOfEveryLength checks that no length of title leaves a character or
// two alone, with or without words.
func TestTitlesOfEveryLength(t *testing.T) {
	for n := 1; n <= 90; n++ {
		title := strings.Repeat("整治工作会议，", 13)
		title = string([]rune(title)[:n])
		lines := linesOf(lay(t, []Block{{Kind: Title, Text: title}}, Default(), Options{}), 0)
		if strings.Join(lines, "") != title {
			t.Fatalf("%d characters: set as %q", n, lines)
		}
		for _, line := range lines[1:] {
			if utf8.RuneCountInString(line) < 3 || strings.HasPrefix(line, "，") {
				t.Errorf("%d characters: set as %q", n, lines)
			}
		}
	}
}
