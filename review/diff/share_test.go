package diff

import (
	"testing"

	"jianbao/editor/doc"
)

func TestShare(t *testing.T) {
	const first, second = "各单位要压实工作责任。", "会议强调抓好落实。"
	cases := []struct {
		name     string
		old, new string
		want     int
	}{
		{"nothing", first + second, first + second, 0},
		{"one character of eleven", first + second, "各单位要压紧工作责任。" + second, 9},
		{"a mark", first + second, "各单位要压实工作责任；" + second, 0},
		{"a new paragraph", first + second, first + "\n" + second, 0},
		{"a sentence came", first, first + second, 100},
		{"a sentence went", first + second, second, 100},
		{"paragraphs that changed places", "天气渐凉，注意添衣。\n" + first + "\n" + second, first + "\n" + second + "\n天气渐凉，注意添衣。", 0},
	}
	for _, c := range cases {
		d := Bulletins(inBody(c.old), inBody(c.new))
		if got := d.Share(); got != c.want {
			t.Errorf("%s: %d, want %d", c.name, got, c.want)
		}
		if back := Bulletins(inBody(c.new), inBody(c.old)).Share(); back != d.Share() {
			t.Errorf("%s: %d forth, %d back", c.name, d.Share(), back)
		}
	}
}

func inBody(text string) doc.Bulletin {
	return doc.Bulletin{Articles: []doc.Article{{ID: "a1", Title: "题", Body: []doc.Paragraph{{ID: "p1", Text: text}}}}}
}
