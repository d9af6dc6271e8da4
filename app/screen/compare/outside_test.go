package compare

import (
	"bytes"
	"strings"
	"testing"

	"jianbao/app/screen/screentest"
	"jianbao/editor/doc"
	"jianbao/storage/exchange/docx"
	"jianbao/storage/exchange/text"
)

func TestTheNewestTextIsComparedWithAFile(t *testing.T) {
	o := newOffice(t)
	id := o.draft(nil)
	sent := screentest.Issue()
	sent.Articles[0].Body[0].Text = "会议指出，今年整治提升1,730条街巷，要夯实基础。"
	var file bytes.Buffer
	o.OK(text.Write(&file, sent, text.WriteOptions{}))
	o.Chosen = file.Bytes()
	s := o.sit(screentest.Editor, id)
	o.run(s, "file")
	if len(o.Failed) > 0 || len(s.state.view.Changes) != 1 || s.currentChange().New != "1,730条" {
		t.Fatalf("failed %q, changes %+v", o.Failed, s.state.view.Changes)
	}
	if got := s.revisionName(s.state.to.RevisionInfo); got != "文件“来稿.txt”" {
		t.Errorf("the file is called %q", got)
	}
	if got := listing(s); got != "今年整治提升[-1,703条-]{+1,730条+}街巷，要夯实基础。|第1段|" {
		t.Errorf("the list reads %s", got)
	}
	for _, id := range []string{"sign", "return", "accept", "reject", "tick"} {
		if o.reason(s, id) == "" {
			t.Errorf("%s is offered on a file", id)
		}
	}
	o.run(s, "basis")
	if s.outside != nil || s.state.to.Seq != 1 || o.File(id).Draft.Head != 1 {
		t.Errorf("after the file: revision %d is shown, %d is the newest", s.state.to.Seq, o.File(id).Draft.Head)
	}
}

func TestAFileIsReadAsItStands(t *testing.T) {
	read, err := readOutside("", []byte("题目\n\n　　第 一 段,半角。\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(bodies(read.text), "|"); !strings.Contains(got, "第 一 段,半角。") {
		t.Errorf("read %q", got)
	}
	var file bytes.Buffer
	if err := docx.Write(&file, screentest.Issue(), docx.Options{}); err != nil {
		t.Fatal(err)
	}
	if read, err = readOutside("", file.Bytes()); err != nil || !strings.Contains(strings.Join(bodies(read.text), "|"), screentest.Issue().Articles[0].Body[1].Text) {
		t.Errorf("from DOCX: %+v, %v", read, err)
	}
	if _, err := readOutside("", []byte("PK\x03\x04 nothing more")); err == nil {
		t.Error("a broken DOCX was read")
	}
}

func bodies(b doc.Bulletin) []string {
	var all []string
	for _, a := range b.Articles {
		all = append(all, a.Texts()...)
	}
	return all
}
