package template

import (
	"reflect"
	"testing"

	"jianbao/editor/doc"
)

// full is a bulletin to which the sample template has no objection.
func full() doc.Bulletin {
	return doc.Bulletin{
		Masthead: doc.Masthead{Title: "松江工作简报", Date: doc.Date{Year: 2025, Month: 6, Day: 15}},
		Articles: []doc.Article{{ID: "a1", Title: "题一"}, {ID: "a2", Title: "题二"}},
		Imprint:  doc.Imprint{Phone: "5555 0101", Fax: "5555 0102"},
	}
}

func TestMissing(t *testing.T) {
	at := func(f doc.FieldKey, a doc.ArticleID) doc.Place { return doc.Place{Field: f, Article: a} }
	tests := []struct {
		name  string
		spoil func(*doc.Bulletin)
		code  string
		want  []doc.Place
	}{
		{"complete", func(*doc.Bulletin) {}, "", nil},
		{"field empty", func(b *doc.Bulletin) { b.Imprint.Phone = "" }, CodeMissing, []doc.Place{at(doc.FieldPhone, "")}},
		{"field blank", func(b *doc.Bulletin) { b.Imprint.Phone = " 　\t" }, CodeMissing, []doc.Place{at(doc.FieldPhone, "")}},
		{"date not stated", func(b *doc.Bulletin) { b.Masthead.Date = doc.Date{} }, CodeMissing, []doc.Place{at(doc.FieldDate, "")}},
		{"second article", func(b *doc.Bulletin) { b.Articles[1].Title = "" }, CodeMissing, []doc.Place{at(doc.FieldArticleTitle, "a2")}},
		{"in the order of the form", func(b *doc.Bulletin) { b.Imprint.Phone, b.Masthead.Title = "", "" }, CodeMissing,
			[]doc.Place{at(doc.FieldTitle, ""), at(doc.FieldPhone, "")}},
		{"allowed label", func(b *doc.Bulletin) { b.Masthead.Label = "增刊" }, "", nil},
		{"other label", func(b *doc.Bulletin) { b.Masthead.Label = "号外" }, CodeNotAllowed, []doc.Place{at(doc.FieldLabel, "")}},
		{"field the series does not use", func(b *doc.Bulletin) { b.Imprint.Fax = "" }, "", nil},
	}
	for _, tt := range tests {
		b := full()
		tt.spoil(&b)
		problems := sample().Missing(b)
		var got []doc.Place
		for _, p := range problems {
			got = append(got, p.Place)
			if p.Code != tt.code || p.Args["field"] != string(p.Place.Field) {
				t.Errorf("%s: %+v, want code %s and the field's key", tt.name, p, tt.code)
			}
		}
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: missing at %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

func TestNotAllowedNamesWhatIs(t *testing.T) {
	b := full()
	b.Masthead.Label = "号外"
	args := sample().Missing(b)[0].Args
	if args["value"] != "号外" || args["allowed"] != "增刊、专刊" {
		t.Errorf("args = %v", args)
	}
}

func TestNewIssue(t *testing.T) {
	last := full()
	fromLast := func() *doc.Bulletin { b := last.Clone(); return &b }
	silent := func() *doc.Bulletin { b := last.Clone(); b.Imprint.Phone = ""; return &b }
	tests := []struct {
		name  string
		last  *doc.Bulletin
		phone string
		date  doc.Date
	}{
		{"the first issue takes the defaults", nil, "总机", doc.Date{}},
		{"the next takes over what is carried", fromLast(), "5555 0101", last.Masthead.Date},
		{"what the last left empty falls back", silent(), "总机", last.Masthead.Date},
	}
	for _, tt := range tests {
		b, err := sample().NewIssue(tt.last)
		if err != nil {
			t.Fatal(err)
		}
		if b.Imprint.Phone != tt.phone || b.Masthead.Date != tt.date {
			t.Errorf("%s: phone %q date %v, want %q %v", tt.name, b.Imprint.Phone, b.Masthead.Date, tt.phone, tt.date)
		}
		if b.Masthead.Title != "松江工作简报" || b.Imprint.Copies != 60 || b.Articles[0].Source != "综合科" {
			t.Errorf("%s: defaults are not all there: %+v", tt.name, b)
		}
		if b.Imprint.Fax != "" || b.Articles[0].Title != "" {
			t.Errorf("%s: taken over although not carried: %+v", tt.name, b)
		}
	}
}

func TestNewIssueHasIDsOfItsOwn(t *testing.T) {
	last := full()
	b, err := sample().NewIssue(&last)
	if err != nil {
		t.Fatal(err)
	}
	if problems := b.Validate(); len(problems) > 0 {
		t.Errorf("problems: %+v", problems)
	}
	if b.Articles[0].ID == last.Articles[0].ID {
		t.Error("the new issue shares an article id with the last one")
	}
}

func TestNewIssueSaysWhenADefaultDoesNotFit(t *testing.T) {
	m := Template{Parts: []Part{{Field: doc.FieldCopies, Default: "六十"}}}
	if _, err := m.NewIssue(nil); err == nil {
		t.Error("a default that does not fit was passed over in silence")
	}
}
