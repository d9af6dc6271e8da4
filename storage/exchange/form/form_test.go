package form

import (
	"strings"
	"testing"

	"jianbao/editor/doc"
)

func printed(b doc.Bulletin) string {
	var s strings.Builder
	for _, l := range Lines(b) {
		s.WriteString(l.String() + "\n")
	}
	return s.String()
}

func TestLinesOfAnEmptyBulletin(t *testing.T) {
	lines := Lines(doc.New())
	kinds := []Kind{SeriesTitle, ArticleTitle, Paragraph}
	if len(lines) != len(kinds) {
		t.Fatalf("%+v", lines)
	}
	for i, l := range lines {
		if l.Kind != kinds[i] || l.String() != "" {
			t.Errorf("line %d is %+v", i, l)
		}
	}
}

func TestWords(t *testing.T) {
	tests := []struct {
		name, want string
		change     func(*doc.Bulletin)
	}{
		{"number", "\n第4期\n（总第2196期）\n\n\n", func(b *doc.Bulletin) { b.Masthead.Number = doc.Number{Issue: 4, Total: 2196} }},
		{"year said by the date", "\n第4期\n2022年3月3日\n\n\n", func(b *doc.Bulletin) {
			b.Masthead.Number, b.Masthead.Date = doc.Number{Year: 2022, Issue: 4}, doc.Date{Year: 2022, Month: 3, Day: 3}
		}},
		{"year not said by the date", "\n2021年第4期\n2022年3月3日\n\n\n", func(b *doc.Bulletin) {
			b.Masthead.Number, b.Masthead.Date = doc.Number{Year: 2021, Issue: 4}, doc.Date{Year: 2022, Month: 3, Day: 3}
		}},
		{"grade of the law", "秘密★1年\n\n\n\n", func(b *doc.Bulletin) { b.Masthead.Security = "秘密★1年" }},
		{"other grade", "密级：内部\n\n\n\n", func(b *doc.Bulletin) { b.Masthead.Security = "内部" }},
		{"note", "\n编者按：甲\n乙\n\n\n", func(b *doc.Bulletin) { b.Articles[0].Note = "甲\n乙" }},
		{"source", "\n\n\n（调研处）\n", func(b *doc.Bulletin) { b.Articles[0].Source = "调研处" }},
		{"imprint", "\n\n\n核稿：乙\n签发：丙\n报：丁。\n（共印50份）\n", func(b *doc.Bulletin) {
			b.Imprint = doc.Imprint{Checker: "乙", Credits: []doc.Credit{{Label: "签发", Name: "丙"}}, ReportTo: "丁。", Copies: 50}
		}},
	}
	for _, test := range tests {
		b := doc.New()
		test.change(&b)
		if got := printed(b); got != test.want {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
	}
}

// TestPlaces checks that a line's text is what stands at its place.
func TestPlaces(t *testing.T) {
	b := doc.New()
	b.Masthead.Title, b.Masthead.Office, b.Imprint.Fax = "云州简报", "云州市委办公室", "6660102"
	b.Articles[0].Source, b.Articles[0].Body[0].Text = "调研处", "正文。"
	for _, l := range Lines(b) {
		if got, ok := b.Text(l.Place); !ok || got != l.Text {
			t.Errorf("%+v: %q stands there", l, got)
		}
	}
}
