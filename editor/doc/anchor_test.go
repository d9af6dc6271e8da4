package doc

import "testing"

func TestLocate(t *testing.T) {
	para := Place{Paragraph: "p1"} // 今年以来，中心开设延时窗口12个。
	tests := []struct {
		name     string
		text     string
		anchor   Anchor
		from, to RuneOffset
		holds    bool
	}{
		{"where it was", "今年以来，中心开设窗口", Anchor{para, 5, 7, "中心"}, 5, 7, true},
		{"moved along", "今年以来，我市中心开设窗口", Anchor{para, 5, 7, "中心"}, 7, 9, true},
		{"moved back", "中心开设窗口", Anchor{para, 5, 7, "中心"}, 0, 2, true},
		{"offsets count code points", "𠮷𠮷中心", Anchor{para, 2, 4, "中心"}, 2, 4, true},
		{"still there although twice", "中心、中心", Anchor{para, 3, 5, "中心"}, 3, 5, true},
		{"twice and neither where it was", "在中心、在中心", Anchor{para, 0, 2, "中心"}, 0, 2, false},
		{"gone", "今年以来", Anchor{para, 5, 7, "中心"}, 5, 7, false},
		{"text emptied", "", Anchor{para, 5, 7, "中心"}, 5, 7, false},
		{"no quote means the whole place", "别的话", Anchor{Place: para}, 0, 0, true},
		{"offset beyond the text", "中心", Anchor{para, 90, 92, "中心"}, 0, 2, true},
		{"negative offset", "中心", Anchor{para, -1, 1, "中心"}, 0, 2, true},
	}
	for _, tt := range tests {
		b := sample()
		b.Articles[0].Body[0].Text = tt.text
		got, holds := b.Locate(tt.anchor)
		if got.From != tt.from || got.To != tt.to || holds != tt.holds {
			t.Errorf("%s: %d–%d holds %v, want %d–%d %v", tt.name, got.From, got.To, holds, tt.from, tt.to, tt.holds)
		}
		if b.Holds(tt.anchor) != holds {
			t.Errorf("%s: Holds and Locate disagree", tt.name)
		}
	}
}

func TestAnchorsOfPlacesThatAreGone(t *testing.T) {
	b := sample()
	for _, at := range []Place{{}, {Paragraph: "none"}, {Field: "masthead.motto"}, {Field: FieldArticleTitle, Article: "none"}} {
		if b.Holds(Anchor{Place: at, Quote: "简报"}) || b.Holds(Anchor{Place: at}) {
			t.Errorf("an anchor at %+v holds", at)
		}
	}
}

func TestAnAnchorIsNeverMovedToAnotherPlace(t *testing.T) {
	b := sample()
	a := Anchor{Place{Paragraph: "p1"}, 0, 4, "今年以来"}
	moved := b.Articles[0].Body[0].Text
	b.Articles[0].Body[0].Text = "改写了的一段。"
	b.Articles[0].Body = append(b.Articles[0].Body, NewParagraph(moved))
	if b.Holds(a) {
		t.Error("the remark was tied to a look-alike in another paragraph")
	}
}

func TestTextOfFieldsAndParagraphs(t *testing.T) {
	b := sample()
	for at, want := range map[Place]string{
		{Paragraph: "p4"}:                          "全年完成扫描3万页。",
		{Field: FieldOffice}:                       "松江区政务服务中心办公室",
		{Field: FieldArticleSource, Article: "a2"}: "档案科",
	} {
		if got, ok := b.Text(at); !ok || got != want {
			t.Errorf("Text(%+v) = %q, %v, want %q", at, got, ok, want)
		}
	}
}
