package compare

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/storage/exchange/docx"
)

func TestAMarkedCopyIsExported(t *testing.T) {
	o := newOffice(t)
	id := o.draft(revised)
	s := o.sit(screentest.Editor, id)
	o.Answer = t.TempDir()
	o.run(s, "marked")
	if len(o.Failed) > 0 {
		t.Fatal(o.Failed)
	}
	files, err := filepath.Glob(filepath.Join(o.Answer, "*花脸稿*.docx"))
	if err != nil || len(files) != 1 {
		t.Fatalf("made %q, %v", files, err)
	}
	data, err := os.ReadFile(files[0])
	o.OK(err)
	r, err := docx.Review(bytes.NewReader(data), int64(len(data)))
	o.OK(err)
	if !slices.Contains(r.Accepted(), s.state.to.Text.Articles[0].Body[0].Text) || !slices.Contains(r.Rejected(), s.state.from.Text.Articles[0].Body[0].Text) {
		t.Errorf("accepted %q, rejected %q", r.Accepted(), r.Rejected())
	}
	if !strings.Contains(strings.Join(o.Told, ""), "花脸稿已写好") {
		t.Errorf("told %q", o.Told)
	}
}
