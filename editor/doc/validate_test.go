package doc

import (
	"slices"
	"testing"
)

func TestValidate(t *testing.T) {
	body := func(p Paragraph) func(*Bulletin) { return func(b *Bulletin) { b.Articles[0].Body[1] = p } }
	tests := []struct {
		name  string
		spoil func(*Bulletin)
		code  string
		at    Place
	}{
		{"invalid bytes in a field", func(b *Bulletin) { b.Masthead.Office = "办\xff" }, CodeInvalidUTF8, Place{Field: FieldOffice}},
		{"invalid bytes in a paragraph", body(Paragraph{"p2", Level1, "一、\xe4"}), CodeInvalidUTF8, Place{Article: "a1", Paragraph: "p2"}},
		{"invalid bytes in an id", body(Paragraph{"p\xff", Level1, "一、"}), CodeInvalidUTF8, Place{Article: "a1", Paragraph: "p\xff"}},
		{"control character", func(b *Bulletin) { b.Imprint.Phone = "021\x00" }, CodeControl, Place{Field: FieldPhone}},
		{"delete character", body(Paragraph{"p2", Level1, "一\x7f"}), CodeControl, Place{Article: "a1", Paragraph: "p2"}},
		{"line end in a paragraph", body(Paragraph{"p2", Level1, "一、\n做法"}), CodeLineEnd, Place{Article: "a1", Paragraph: "p2"}},
		{"paragraph separator in a paragraph", body(Paragraph{"p2", Level1, "一、\u2029"}), CodeLineEnd, Place{Article: "a1", Paragraph: "p2"}},
		{"line end in a field of one line", func(b *Bulletin) { b.Masthead.Title = "简\n报" }, CodeLineEnd, Place{Field: FieldTitle}},
		{"carriage return in a title", func(b *Bulletin) { b.Articles[1].Title = "上\r下" }, CodeLineEnd, Place{Field: FieldArticleTitle, Article: "a2"}},
		{"line end in a source", func(b *Bulletin) { b.Articles[1].Source = "档案\n科" }, CodeLineEnd, Place{Field: FieldArticleSource, Article: "a2"}},
		{"no such day", func(b *Bulletin) { b.Masthead.Date = Date{2025, 2, 30} }, CodeNoSuchDay, Place{Field: FieldDate}},
		{"negative issue", func(b *Bulletin) { b.Masthead.Number.Issue = -1 }, CodeNegative, Place{Field: FieldIssue}},
		{"negative year", func(b *Bulletin) { b.Masthead.Number.Year = -1 }, CodeNegative, Place{Field: FieldIssue}},
		{"negative total", func(b *Bulletin) { b.Masthead.Number.Total = -1 }, CodeNegative, Place{Field: FieldTotal}},
		{"negative copies", func(b *Bulletin) { b.Imprint.Copies = -1 }, CodeNegative, Place{Field: FieldCopies}},
		{"no article", func(b *Bulletin) { b.Articles = nil }, CodeNoArticle, Place{}},
		{"paragraph id twice", body(Paragraph{"p1", Level1, "一、"}), CodeDuplicateID, Place{Article: "a1", Paragraph: "p1"}},
		{"paragraph id in two articles", func(b *Bulletin) { b.Articles[1].Body[0].ID = "p1" }, CodeDuplicateID, Place{Article: "a2", Paragraph: "p1"}},
		{"no id", func(b *Bulletin) { b.Articles[1].ID = "" }, CodeDuplicateID, Place{}},
		{"level too deep", body(Paragraph{"p2", Level4 + 1, "一、"}), CodeUnknownLevel, Place{Article: "a1", Paragraph: "p2"}},
		{"negative level", body(Paragraph{"p2", -1, "一、"}), CodeUnknownLevel, Place{Article: "a1", Paragraph: "p2"}},
		{"credit without a label", func(b *Bulletin) { b.Imprint.Credits[1].Label = "" }, CodeCreditNoLabel, Place{Field: FieldCredits}},
		{"credit that reads back as another", func(b *Bulletin) { b.Imprint.Credits[1].Label = "会：签" }, CodeCreditNoLabel, Place{Field: FieldCredits}},
		{"credit of two lines", func(b *Bulletin) { b.Imprint.Credits[1].Name = "苏\n禾" }, CodeCreditNoLabel, Place{Field: FieldCredits}},
	}
	covered := map[string]bool{}
	for _, tt := range tests {
		covered[tt.code] = true
		b := sample()
		tt.spoil(&b)
		problems := b.Validate()
		if len(problems) != 1 || problems[0].Code != tt.code || problems[0].Place != tt.at {
			t.Errorf("%s: %+v, want %s at %+v alone", tt.name, problems, tt.code, tt.at)
		}
	}
	for _, code := range Codes() {
		if !covered[code] {
			t.Errorf("no case for %s", code)
		}
	}
}

func TestValidateLetsOfficesWriteWhatTheyWrite(t *testing.T) {
	b := sample()
	b.Articles[0].Title = "第一行\n第二行"
	b.Articles[0].Note = "按语一\n按语二"
	b.Articles[0].Body[0].Text = "制表\t符、全角　空格、生僻字𠮷、表情😀"
	b.Imprint = Imprint{}
	b.Masthead = Masthead{}
	if problems := b.Validate(); len(problems) > 0 {
		t.Errorf("problems: %+v", problems)
	}
}

func TestValidateNamesTheCharacter(t *testing.T) {
	b := sample()
	b.Articles[0].Source = "综合\x07科"
	problems := b.Validate()
	i := slices.IndexFunc(problems, func(p Problem) bool { return p.Code == CodeControl })
	if i < 0 {
		t.Fatalf("problems: %+v", problems)
	}
	if args := problems[i].Args; args["at"] != "2" || args["rune"] != `'\a'` {
		t.Errorf("args = %v, want the rune and its offset in characters", args)
	}
}
