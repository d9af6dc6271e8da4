package page

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"jianbao/editor/typeset/face"
)

func TestWordsStayWhole(t *testing.T) {
	tests := []struct {
		name string
		text string
		code string // of the notice it calls for
	}{
		{"plain", sentences, ""},
		{"empty", "", ""},
		{"rare names", "喆堃镕祎䶮𠮷𬀩昇", CodeFallback},
		{"no font has it", "圖\U0002A6A5片", CodeMissing},
		{"combining, joined, selected", "Cafe\u0301 ①\uFE0F e\u200Dx 葛\U000E0100飾", CodeMissing},
		{"blanks", "甲\u3000乙\t丙  丁 ", ""},
		{"a word longer than a line", strings.Repeat("https://example.com/", 12), ""},
		{"a run of marks", strings.Repeat("。", 70), ""},
		{"only blanks", strings.Repeat(" ", 90), ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			blocks := sample(1)
			for i := range blocks {
				if k := blocks[i].Kind; k == Body || k == Source || k == Title || k == Distribution {
					blocks[i].Text = tt.text
				}
			}
			d := lay(t, blocks, Default(), Options{})
			sameText(t, blocks, d)
			codes := codesOf(d)
			if tt.code != CodeMissing && slices.Contains(codes, CodeMissing) {
				t.Errorf("notices %v", d.Notices)
			}
			if tt.code != "" && !strings.Contains(strings.Join(codes, " "), tt.code) {
				t.Errorf("notices %v, want %s", codes, tt.code)
			}
		})
	}
}

// TestGrid checks 22 lines of 28 characters.
func TestGrid(t *testing.T) {
	p := Default()
	blocks := sample(40)
	d := lay(t, blocks, p, Options{})
	sameText(t, blocks, d)
	onPaper(t, p, d)
	rows := map[MM]int{}
	for _, r := range d.Pages[1].Runs {
		if r.Block >= 0 {
			rows[r.Baseline] += len(r.Glyphs)
		}
	}
	if len(rows) != 22 {
		t.Errorf("%d lines on a full page", len(rows))
	}
	for baseline := range rows {
		n := float64((baseline - f0(p)) / p.Sheet.pitch())
		if math.Abs(n-math.Round(n)) > 1e-6 {
			t.Errorf("baseline %.3f mm lies off the grid", baseline)
		}
	}
	full := linesOf(d, blockOf(blocks, "", Body))
	if n := utf8.RuneCountInString(full[1]); n < 27 {
		t.Errorf("line %q has %d characters", full[1], n)
	}
}

// f0 is the baseline of the first line of a page.
func f0(p Profile) MM { return p.Sheet.Top + p.Sheet.pitch()/2 + 0.38*p.Sheet.Size.MM() }

// blockOf returns the first block of a kind that begins with a text.
func blockOf(blocks []Block, text string, k Kind) int {
	for i, b := range blocks {
		if b.Kind == k && strings.HasPrefix(b.Text, text) {
			return i
		}
	}
	return -1
}

func TestFullLinesFillTheWidth(t *testing.T) {
	p := Default()
	blocks := []Block{{Kind: Body, Text: strings.Repeat("国", 26+28*3)}}
	d := lay(t, blocks, p, Options{})
	lines := linesOf(d, 0)
	if len(lines) != 4 {
		t.Fatalf("%d lines", len(lines))
	}
	for _, r := range d.Pages[0].Runs {
		if r.Block < 0 {
			continue
		}
		first, last := r.Glyphs[0], r.Glyphs[len(r.Glyphs)-1]
		end := last.X + MM(r.Font.Advance(last.ID))*r.Size.MM()
		if math.Abs(float64(end-p.Sheet.Left-p.Sheet.TextWide)) > 0.1 {
			t.Errorf("line %d ends at %.3f mm", r.Line, end)
		}
		if r.Line > 0 && math.Abs(float64(first.X-p.Sheet.Left)) > 0.1 {
			t.Errorf("line %d begins at %.3f mm", r.Line, first.X)
		}
	}
}

func TestFacesOfHeadings(t *testing.T) {
	tests := []struct {
		level      int
		text       string
		head, rest face.Role
	}{
		{1, "一、加强领导。各单位要落实责任。", face.Hei, face.Fangsong},
		{2, "（一）加强领导。各单位要落实责任。", face.Kai, face.Fangsong},
		{3, "1.加强领导。各单位要落实责任。", face.Fangsong, face.Fangsong},
		{1, "一、加强领导", face.Hei, face.Hei},
	}
	for _, tt := range tests {
		d := lay(t, []Block{{Kind: Body, Level: tt.level, Text: tt.text}}, Default(), Options{})
		runs := d.Pages[0].Runs[:len(d.Pages[0].Runs)-1] // without the page number
		first, last := runs[0].Font, runs[len(runs)-1].Font
		if first != faces(t).Fonts(tt.head)[0] || last != faces(t).Fonts(tt.rest)[0] {
			t.Errorf("%s is set in %s and %s", tt.text, first.Name, last.Name)
		}
	}
}

func TestFolios(t *testing.T) {
	p := Default()
	d := lay(t, sample(40), p, Options{})
	for i, page := range d.Pages {
		r := page.Runs[len(page.Runs)-1]
		if want := folio(i + 1); run(r) != want || r.Block != -1 {
			t.Fatalf("page %d ends with %q, want %q", i+1, run(r), want)
		}
		right := r.Glyphs[0].X > p.Sheet.Width/2
		if right != (i%2 == 0) {
			t.Errorf("page %d: number on the right is %v", i+1, right)
		}
	}
}

func TestImprintStandsOnTheFoot(t *testing.T) {
	p := Default()
	for paragraphs := range 12 {
		d := lay(t, sample(paragraphs), p, Options{})
		rules := d.Pages[len(d.Pages)-1].Rules
		last := rules[len(rules)-1]
		if math.Abs(float64(last.Y-p.Sheet.bottom())) > 1e-6 || last.Thickness != p.Imprint.Outer {
			t.Errorf("%d paragraphs: the last rule lies at %.2f mm", paragraphs, last.Y)
		}
		onPaper(t, p, d)
		if spare := float64(d.Spare); spare < 0 || spare > 22 {
			t.Errorf("%d lines to spare", d.Spare)
		}
	}
}

func TestListsTurnBehindTheirColon(t *testing.T) {
	blocks := sample(1)
	at := blockOf(blocks, "省政府", Distribution)
	d := lay(t, blocks, Default(), Options{})
	begin := map[int]MM{}
	var text MM
	for _, r := range d.Pages[len(d.Pages)-1].Runs {
		if r.Block == at {
			begin[r.Line] = r.Glyphs[0].X
			if r.Line == 0 {
				text = r.Glyphs[2].X
			}
		}
	}
	if len(begin) != 2 || math.Abs(float64(begin[1]-text)) > 0.01 {
		t.Errorf("lines begin at %v, the first name at %v", begin, text)
	}
}

func TestImprintLongerThanAPage(t *testing.T) {
	blocks := sample(1)
	blocks[blockOf(blocks, "省", Distribution)].Text = strings.Repeat("云州市各区人民政府，", 200)
	d := lay(t, blocks, Default(), Options{})
	sameText(t, blocks, d)
	onPaper(t, Default(), d)
	if codes := codesOf(d); !reflect.DeepEqual(codes, []string{CodeImprint}) {
		t.Errorf("notices %v", codes)
	}
}

func TestLongNames(t *testing.T) {
	tests := []struct {
		name  string
		lines int
		codes []string
	}{
		{"简报", 1, nil},
		{"云州市政务情况简报", 1, nil},
		{"云州市人民政府办公室政务服务数据管理情况简报", 2, []string{CodeBroken}},
		{strings.Repeat("云州市政务服务", 20), 0, []string{CodeBroken, CodeShrunk}},
	}
	for _, tt := range tests {
		blocks := sample(3)
		blocks[0].Text = tt.name
		d := lay(t, blocks, Default(), Options{})
		sameText(t, blocks, d)
		onPaper(t, Default(), d)
		if lines := linesOf(d, 0); tt.lines > 0 && len(lines) != tt.lines {
			t.Errorf("%s: set as %q", tt.name, lines)
		}
		if codes := codesOf(d); len(codes) > len(tt.codes) || len(tt.codes) > 0 && codes[0] != tt.codes[0] {
			t.Errorf("%s: notices %v, want %v", tt.name, codes, tt.codes)
		}
	}
}
