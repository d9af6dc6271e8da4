package page

import (
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
)

func TestLayingAgain(t *testing.T) {
	blocks := sample(60)
	s := NewSetter(Default(), faces(t), nil)
	first := s.Lay(blocks, Options{})
	if again := s.Lay(blocks, Options{}); len(again.Changed(first)) != 0 {
		t.Errorf("pages %v changed by themselves", again.Changed(first))
	}
	changed := slices.Clone(blocks)
	at := len(blocks) / 2
	changed[at].Text = "改" + changed[at].Text[len("云"):]
	second := s.Lay(changed, Options{})
	pages := second.Changed(first)
	if len(pages) == 0 || len(pages) > 2 {
		t.Errorf("one character changed pages %v", pages)
	}
	if fresh := lay(t, changed, Default(), Options{}); !reflect.DeepEqual(fresh.Pages, second.Pages) {
		t.Error("laying again gives other pages than laying anew")
	}
	if &first.Pages[0].Runs[0].Glyphs[0] != &second.Pages[0].Runs[0].Glyphs[0] {
		t.Error("the first line was set again")
	}
	if shorter := s.Lay(blocks[:20], Options{}); len(first.Changed(shorter)) < len(first.Pages)-len(shorter.Pages) {
		t.Error("pages that were not there do not count as changed")
	}
}

func TestDraft(t *testing.T) {
	const stamp = "送审稿 8f3a·c21e"
	p := Default()
	blocks := sample(8)
	d := lay(t, blocks, p, Options{Stamp: stamp, Sentences: true, WideMargin: true})
	sameText(t, blocks, d)
	count := 0
	for i, page := range d.Pages {
		stamped := false
		for _, r := range page.Runs {
			stamped = stamped || strings.Contains(run(r), "送审稿")
			if r.Size == countSize {
				count++
			}
			if end := r.Glyphs[len(r.Glyphs)-1].X; r.Block >= 0 && end > p.Sheet.Left+p.Sheet.TextWide-30 {
				t.Errorf("%q reaches into the margin", run(r))
			}
		}
		if !stamped {
			t.Errorf("page %d bears no stamp", i+1)
		}
	}
	if count < 8 {
		t.Errorf("%d lines are numbered", count)
	}
}

func TestSentences(t *testing.T) {
	tests := []struct {
		text string
		want []int
	}{
		{"", nil},
		{"甲。乙！丙", []int{0, 2, 4}},
		{"他说：“好。”走了。", []int{0, 7}},
		{"“好！”　他说。", []int{0, 5}},
		{"真的……吗？！是", []int{0, 4, 7}},
	}
	for _, tt := range tests {
		if got := sentenceStarts(tt.text); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.text, got, tt.want)
		}
	}
}

func TestVariants(t *testing.T) {
	tests := []struct {
		name   string
		change string // of the profile
	}{
		{"number on one line", `{"masthead":{"joined":true}}`},
		{"contents", `{"article":{"contents":"本期要目"}}`},
		{"every article on a new page", `{"article":{"newpage":true}}`},
		{"contacts side by side", `{"imprint":{"columns":2,"innerrules":true}}`},
		{"another grid", `{"sheet":{"lines":24,"columns":30,"size":14},"article":{"titlesize":18}}`},
	}
	blocks := sample(4)
	first := slices.Clone(blocks)
	head := []Block{{Kind: Security, Text: "秘密★1年"}, {Kind: Advice, Text: "内部资料，注意保存"},
		{Kind: CopyNumber, Label: "编号：", Text: "000012"}, blocks[0], {Kind: Label, Label: "（", Text: "增刊", End: "）"}}
	second := []Block{{Kind: Note, Label: "编者按：", Text: sentences}, {Kind: Title, Text: "各区经验"}, {Kind: Title, Text: "——东城区"},
		{Kind: Body, Text: sentences}}
	end := blockOf(first, "王敏", Credit)
	blocks = slices.Concat(head, first[1:end], second, first[end:])
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p, err := ParseProfile([]byte(tt.change))
			if err != nil {
				t.Fatal(err)
			}
			d := lay(t, blocks, p, Options{})
			sameText(t, blocks, d)
			onPaper(t, p, d)
			var titles []string
			for _, h := range d.Outline {
				if h.Level == 0 {
					titles = append(titles, h.Text)
				}
			}
			if len(titles) != 2 || titles[1] != "各区经验——东城区" {
				t.Errorf("outline has the titles %q", titles)
			}
		})
	}
}

func TestContentsNameThePages(t *testing.T) {
	p := Default()
	p.Article.Contents, p.Article.NewPage = "本期要目", true
	blocks := []Block{{Kind: Name, Text: "简报"}, {Kind: Title, Text: "第一篇"}, {Kind: Body, Text: sentences},
		{Kind: Title, Text: "第二篇"}, {Kind: Body, Text: sentences}}
	d := lay(t, blocks, p, Options{})
	var own []string
	for _, r := range d.Pages[0].Runs {
		if r.Block < 0 {
			own = append(own, run(r))
		}
	}
	if want := []string{"本期要目", "第一篇", "1", "第二篇", "2", folio(1)}; !slices.Equal(own, want) {
		t.Errorf("the first page has %q, want %q", own, want)
	}
}

func TestParseProfile(t *testing.T) {
	if p, err := ParseProfile(nil); err != nil || p != Default() {
		t.Errorf("nothing stated gives %+v, %v", p, err)
	}
	p, err := ParseProfile([]byte(`{"masthead":{"red":"#0102FF"}}`))
	if err != nil || p.Masthead.Red != (Color{1, 2, 255}) || p.Masthead.Top != Default().Masthead.Top {
		t.Errorf("%+v, %v", p.Masthead, err)
	}
	for _, bad := range []string{`{`, `{"shet":{}}`, `{"sheet":{"lines":0}}`, `{"sheet":{"left":100}}`, `{"masthead":{"red":"red"}}`,
		`{"masthead":{"red":"#GG0000"}}`, `{"sheet":{"size":40}}`, `{"imprint":{"columns":9}}`, `{"folio":{"drop":60}}`} {
		if _, err := ParseProfile([]byte(bad)); err == nil {
			t.Errorf("%s was taken", bad)
		}
	}
}

// book is a bulletin of more than 400 pages, no two paragraphs of it alike.
func book() []Block {
	blocks := sample(1330)
	for i := range blocks {
		if blocks[i].Kind == Body && blocks[i].Level == 0 {
			blocks[i].Text = strconv.Itoa(i) + blocks[i].Text
		}
	}
	return blocks
}

func BenchmarkLay400Pages(b *testing.B) {
	blocks := book()
	for b.Loop() {
		if d := lay(b, blocks, Default(), Options{}); len(d.Pages) < 400 {
			b.Fatalf("%d pages", len(d.Pages))
		}
	}
}

func BenchmarkLay400PagesAgain(b *testing.B) {
	blocks := book()
	s := NewSetter(Default(), faces(b), nil)
	d := s.Lay(blocks, Options{})
	for n := 0; b.Loop(); n++ {
		blocks[400].Text = strings.Repeat("改", n%20) + sentences
		d = s.Lay(blocks, Options{})
	}
	b.ReportMetric(float64(len(d.Pages)), "pages")
}
