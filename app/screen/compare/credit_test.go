package compare

import (
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
)

func TestEverySentenceSaysWhoWroteIt(t *testing.T) {
	o := newOffice(t)
	id := o.draft(mixed)
	text := o.File(id).Head.Text
	text.Articles[0].Title += "（修改稿）"
	text.Articles[0].Body[1].Text += "请各区照办。"
	_, err := o.Desk().Save(o.Context(), o.As(screentest.Editor), id, 2, text, "")
	o.OK(err)
	s := o.sit(screentest.Editor, id)
	s.setTab(originsTab)
	var got []string
	for _, one := range s.origins {
		if one.at.Field == doc.FieldArticleBody || one.at.Field == doc.FieldArticleTitle {
			got = append(got, s.said(one.at)+" "+one.by)
		}
	}
	want := lines(
		"标题：街巷整治动员会召开（修改稿） 李知远（第1版，9字）、王敏（第3版，5字）",
		"会议指出，今年整治提升1,703条街巷，要筑牢基础。 李知远（第1版，24字）、李知远（第2版，2字）",
		"会议要求，力争年底前完成任务，形成合力。 李知远（第1版，19字）、李知远（第2版，1字）",
		"共办结35件。 李知远（第2版，7字）",
		"请各区照办。 王敏（第3版，6字）")
	if lines(got...) != want {
		t.Errorf("got\n%s\nwant\n%s", lines(got...), want)
	}
}
