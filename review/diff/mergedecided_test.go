package diff

import (
	"testing"

	"jianbao/editor/doc"
)

func TestDecidedConflictsTakeTheChosenSide(t *testing.T) {
	issue := func(phone, first, second string) doc.Bulletin {
		b := doc.Bulletin{Imprint: doc.Imprint{Phone: phone}, Articles: []doc.Article{
			{ID: "a", Title: "题", Body: []doc.Paragraph{{ID: "p", Text: first}}}}}
		if second != "" {
			b.Articles = append(b.Articles, doc.Article{ID: "b", Title: "又题", Body: []doc.Paragraph{{ID: "q", Text: second}}})
		}
		return b
	}
	base, mine, theirs := issue("1", "年底前力争完成。", "照旧。"), issue("2", "年底前确保完成。", ""), issue("3", "年底前争取完成。", "新的。")
	for _, c := range []struct {
		name  string
		sides []Side
		want  doc.Bulletin
	}{
		{"nothing decided", nil, issue("1", "年底前力争完成。", "新的。")},
		{"all mine", []Side{Mine, Mine, Mine}, issue("2", "年底前确保完成。", "")},
		{"all theirs", []Side{Theirs, Theirs, Theirs}, issue("3", "年底前争取完成。", "新的。")},
		{"some of each", []Side{Theirs, Mine, Theirs}, issue("3", "年底前确保完成。", "新的。")},
		{"one left open", []Side{Theirs, "", Mine}, issue("3", "年底前力争完成。", "")},
	} {
		got, err := Comparer{}.MergeDecided(base, mine, theirs, c.sides)
		if err != nil {
			t.Fatal(err)
		}
		if got.Conflicts() != 3 {
			t.Errorf("%s: %d conflicts", c.name, got.Conflicts())
		}
		have, want := got.Bulletin, c.want
		if have.Imprint.Phone != want.Imprint.Phone || len(have.Articles) != len(want.Articles) {
			t.Errorf("%s: got %+v", c.name, have)
			continue
		}
		for i, a := range want.Articles {
			if bodyText(have.Articles[i]) != bodyText(a) {
				t.Errorf("%s: article %d says %q, want %q", c.name, i, bodyText(have.Articles[i]), bodyText(a))
			}
		}
	}
}
