package compose

import (
	"testing"

	"fyne.io/fyne/v2"

	"jianbao/editor/doc"
)

func TestReadWhere(t *testing.T) {
	for said, want := range map[string]where{
		"3": {paragraph: 3}, "2.3": {article: 2, paragraph: 3}, "2-3": {article: 2, paragraph: 3}, "２．３": {article: 2, paragraph: 3},
		"第2篇": {article: 2}, "2篇3段": {article: 2, paragraph: 3}, "第45行": {line: 45}, "a2 l4": {article: 2, line: 4},
		"P7": {paragraph: 7}, " 12 ": {paragraph: 12}, "": {}, "0": {}, "稿件": {},
		"99999999999999999999": {paragraph: everything},
	} {
		got, ok := readWhere(said)
		if got != want || ok != (want != where{}) {
			t.Errorf("%q is read as %+v, %v", said, got, ok)
		}
	}
}

func TestGoTo(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.complete())
	say := func(said string) {
		o.Run(s, "compose.goto")
		s.where.entry.SetText(said)
		s.where.entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	say("2")
	if got := s.view(t, 0).Selection().Caret; got != at(1, 0) || s.page.focus.Field != doc.FieldArticleBody {
		t.Errorf("caret at %v", got)
	}
	for _, c := range []struct {
		said string
		want doc.FieldKey
	}{{"1篇", doc.FieldArticleTitle}, {"1.99", doc.FieldArticleBody}, {"1行", doc.FieldArticleBody}} {
		say(c.said)
		if s.page.focus.Field != c.want {
			t.Errorf("%s goes to %s", c.said, s.page.focus.Field)
		}
	}
	if s.where.content.Visible() {
		t.Error("the bar stays")
	}
	say("那儿")
	if len(s.notices.said) != 1 || !s.where.content.Visible() {
		t.Errorf("says %q", s.notices.said)
	}
}
