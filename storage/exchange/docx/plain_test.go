package docx

import (
	"bytes"
	"strings"
	"testing"

	"jianbao/editor/doc"
)

func TestPlain(t *testing.T) {
	b := doc.Bulletin{Masthead: doc.Masthead{Title: "工作简报"}, Articles: []doc.Article{{ID: "a", Title: "标题", Body: []doc.Paragraph{
		{ID: "p", Text: "第一段。"}, {ID: "q", Text: "第二段。"}}}}}
	var file bytes.Buffer
	if err := Write(&file, b, Options{}); err != nil {
		t.Fatal(err)
	}
	if !Is(file.Bytes()) || Is([]byte("第一段。")) {
		t.Error("a file is taken for the other kind")
	}
	text, err := Plain(file.Bytes())
	if err != nil || !strings.Contains(text, "第一段。\n") || !strings.Contains(text, "第二段。") {
		t.Errorf("read %q, %v", text, err)
	}
	if _, err := Plain([]byte("PK\x03\x04")); err == nil {
		t.Error("half a file was read")
	}
}
