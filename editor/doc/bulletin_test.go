package doc

import (
	"reflect"
	"testing"
)

func TestNewCanBeEdited(t *testing.T) {
	b := New()
	if len(b.Articles) != 1 || len(b.Articles[0].Body) != 1 {
		t.Fatalf("New() = %+v, want one article of one paragraph", b)
	}
	if problems := b.Validate(); len(problems) > 0 {
		t.Errorf("a new bulletin has problems: %+v", problems)
	}
}

func TestCloneSharesNothing(t *testing.T) {
	original, copied := sample(), sample().Clone()
	if !reflect.DeepEqual(original, copied) {
		t.Fatalf("Clone() = %+v, want %+v", copied, original)
	}
	copied = original.Clone()
	copied.Articles[0].Title = "别的"
	copied.Articles[0].Body[0].Text = "别的"
	copied.Imprint.Credits[0].Name = "别人"
	if !reflect.DeepEqual(original, sample()) {
		t.Error("changing the clone changed the original")
	}
}

func TestLookup(t *testing.T) {
	b := sample()
	if a := b.Article("a2"); a != &b.Articles[1] {
		t.Errorf("Article(a2) = %v, want a pointer into the bulletin", a)
	}
	if a := b.Article("none"); a != nil {
		t.Errorf("Article(none) = %v, want nil", a)
	}
	if p, a := b.Paragraph("p4"); p != &b.Articles[1].Body[0] || a != &b.Articles[1] {
		t.Errorf("Paragraph(p4) = %v in %v, want pointers into the bulletin", p, a)
	}
	if p, a := b.Paragraph("none"); p != nil || a != nil {
		t.Errorf("Paragraph(none) = %v, %v, want nil, nil", p, a)
	}
}

func TestRunesCountCharactersWithoutLineEnds(t *testing.T) {
	b := Bulletin{Articles: []Article{
		{Title: "甲\n乙", Note: "丙\n丁", Body: []Paragraph{{Text: "戊己"}, {Text: "a𠀀"}}},
		{Title: "庚"},
	}}
	if got := b.Runes(); got != 9 {
		t.Errorf("Runes() = %d, want 9", got)
	}
}

func TestHeadingIsTheFirstTitleOnOneLine(t *testing.T) {
	b := Bulletin{Articles: []Article{{}, {Title: "上行\n下行"}, {Title: "另一篇"}}}
	if got := b.Heading(); got != "上行下行" {
		t.Errorf("Heading() = %q", got)
	}
	if got := (Bulletin{}).Heading(); got != "" {
		t.Errorf("Heading() of nothing = %q", got)
	}
}
