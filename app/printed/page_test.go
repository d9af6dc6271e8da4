package printed_test

import (
	"strings"
	"testing"

	"jianbao/app/paper"
	"jianbao/app/printed"
	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/storage/exchange/form"
)

// fields are the fields of a page, top down.
func fields(t *testing.T, b doc.Bulletin, stamp string) ([]*paper.Field, *screentest.Office) {
	t.Helper()
	o := screentest.Bare(t)
	faces, err := paper.NewFaces(o.Theme())
	o.OK(err)
	page := printed.Page(faces, b, stamp)
	o.Window().SetContent(page)
	return screentest.Within[*paper.Field](page), o
}

func TestPageHoldsEveryPrintedLine(t *testing.T) {
	b := screentest.Issue()
	b.Masthead.Security, b.Masthead.Label, b.Masthead.Number = "秘密★1年", "增刊", doc.Number{Year: 2026, Issue: 4, Total: 2196}
	b.Articles[0].Note, b.Articles[0].Title = "说明一\n说明二", "街巷整治\n动员会召开"
	b.Articles = append(b.Articles, doc.Article{ID: "b", Title: "第二篇", Body: []doc.Paragraph{{ID: "z", Text: "一、标题", Level: doc.Level1}}})
	b.Imprint.Credits, b.Imprint.Copies = []doc.Credit{{Label: "签发", Name: "丙"}}, 50
	var want, got []string
	for _, l := range form.Lines(b) {
		want = append(want, l.String())
	}
	all, _ := fields(t, b, "")
	for _, f := range all {
		if !f.ReadOnly {
			t.Errorf("%q can be changed", f.Text())
		}
		got = append(got, f.Style.Before+f.Text()+f.Style.After)
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the page holds\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestOfficeAndDateShareALine(t *testing.T) {
	all, _ := fields(t, screentest.Issue(), "")
	place := map[string]float32{}
	for _, f := range all {
		place[f.Text()] = f.Position().Y
	}
	if office, date := place["云州市政务信息办公室"], place["2026年3月3日"]; office != date {
		t.Errorf("the office stands at %v, the date at %v", office, date)
	}
}

func TestStampStandsAbove(t *testing.T) {
	_, o := fields(t, screentest.Issue(), "送审稿 8f3a·c21e")
	o.Says("送审稿 8f3a·c21e\n云州市政务情况简报")
}

func TestEmptyBulletin(t *testing.T) {
	if all, _ := fields(t, doc.New(), ""); len(all) != len(form.Lines(doc.New())) {
		t.Errorf("%d fields", len(all))
	}
}

func TestAVeryLongTextIsShownInPart(t *testing.T) {
	b := doc.New()
	for range printed.Most {
		b.Articles[0].Body = append(b.Articles[0].Body, doc.NewParagraph("一段。"))
	}
	if left := printed.Left(b); left <= 0 || left > 10 {
		t.Errorf("%d lines are left out", left)
	}
	if left := printed.Left(doc.New()); left != 0 {
		t.Errorf("%d lines of an empty issue are left out", left)
	}
}
