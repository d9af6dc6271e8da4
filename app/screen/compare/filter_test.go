package compare

import (
	"strings"
	"testing"

	"jianbao/app/element"
	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/review/diff"
)

func chips(s *Screen) string {
	var words []string
	for _, t := range screentest.Within[*element.Text](s.paintFilters()) {
		words = append(words, t.Text)
	}
	return strings.Join(words, " ")
}

func TestFiltersCountAndList(t *testing.T) {
	o := newOffice(t)
	id := o.draft(mixed)
	text := o.File(id).Head.Text
	text.Imprint.Phone = "000-87654321"
	_, err := o.Desk().Save(o.Context(), o.As(screentest.Editor), id, 2, text, "")
	o.OK(err)
	s := o.sit(screentest.Editor, id)
	if got, want := chips(s), "✓ 全部 4 要害 2 文字 1 字段 1 标点 1 未看 4 李知远 3 王敏 1"; got != want {
		t.Errorf("the filters read %q, want %q", got, want)
	}
	s.setFilter(filter{kind: punctuation})
	if len(s.rows) != 1 || s.currentChange().Class != diff.ClassPunctuation {
		t.Errorf("marks: %+v", s.rows)
	}
	s.setFilter(filter{by: o.As(screentest.Editor).Person().ID})
	if len(s.rows) != 1 || s.currentChange().At.Field != doc.FieldPhone {
		t.Errorf("by the editor: %+v", s.rows)
	}
	s.setFilter(filter{kind: critical})
	o.tickAll(s)
	s.setFilter(filter{kind: critical, open: true})
	if len(s.rows) != 0 {
		t.Errorf("open critical ones: %+v", s.rows)
	}
	word := 0
	for i, c := range s.state.view.Changes {
		if c.Class == diff.ClassWording {
			word = i
		}
	}
	s.chosenInText(word)
	if s.rowOf(word) == none || s.filter != (filter{}) {
		t.Errorf("a change clicked in the text is not listed: %+v", s.rows)
	}
}
