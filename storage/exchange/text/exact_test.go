package text

import (
	"bytes"
	"testing"

	"jianbao/editor/doc"
)

func TestExact(t *testing.T) {
	own := doc.Bulletin{
		Masthead: doc.Masthead{Title: "工作简报", Office: "某某办公室", Date: doc.Date{Year: 2026, Month: 3, Day: 3}},
		Articles: []doc.Article{{ID: "a", Title: "标题", Body: []doc.Paragraph{{ID: "p", Text: "第 一 段,半角。"}}}},
		Imprint:  doc.Imprint{Phone: "1"},
	}
	var file bytes.Buffer
	if err := Write(&file, own, WriteOptions{}); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string]string{"own layout": file.String(), "from elsewhere": "标题\n\n第 一 段,半角。\n"} {
		r, err := Exact([]byte(data))
		if err != nil || len(r.Repairs) > 0 {
			t.Fatalf("%s: %v, repairs %v", name, err, r.Repairs)
		}
		if got := r.Bulletin.Articles[0].Body[0].Text; got != "第 一 段,半角。" {
			t.Errorf("%s: the paragraph reads %q", name, got)
		}
	}
	if r, _ := Exact(file.Bytes()); r.Bulletin.Masthead.Office != own.Masthead.Office {
		t.Errorf("the office reads %q", r.Bulletin.Masthead.Office)
	}
}
