package issue

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/app/command"
	"jianbao/app/screen/screentest"
	"jianbao/review"
	"jianbao/storage/exchange"
)

// open shows a draft as it prints; files go to a folder of the test.
func open(o *screentest.Office, id review.DraftID) *Screen {
	s := New(o, id)
	s.folder = o.TempDir()
	o.Open(s)
	return s
}

func TestFinalTextIsShownAsItPrints(t *testing.T) {
	o := screentest.New(t)
	open(o, o.Final())
	o.Says("云州市政务情况简报", "第4期", "（总第2196期）", "2026年3月3日", "街巷整治动员会召开", "（城市管理处）",
		"责编：", "已定稿、已编号，文字封存", "✓ 文本一致", "第4期 · 总第2196期")
	o.Hides("送审稿")
}

func TestExportIsReadBack(t *testing.T) {
	o := screentest.New(t)
	id := o.Final()
	s := open(o, id)
	o.Run(s, "issue.export")
	for _, r := range s.results {
		if info, err := os.Stat(r.Path); err != nil || info.Size() != r.Bytes || !r.ReadBack {
			t.Errorf("%+v: %v", r, err)
		}
	}
	if len(s.results) != len(exchange.Formats()) {
		t.Errorf("%d files", len(s.results))
	}
	o.Says("DOCX\n✓ 回读核对一致", "TXT\n✓ 回读核对一致", "SHA-256 ")
	if e := s.events[len(s.events)-1]; e.Action != review.ActExport {
		t.Errorf("the last event is %s", e.Action)
	}
	first := s.results[0].Path
	o.Run(s, "issue.export")
	if s.results[0].Path == first {
		t.Error("a file was written over")
	}
	o.Says("原来的名字已有文件，没有动它")
}

func TestDraftsBearAStamp(t *testing.T) {
	o := screentest.New(t)
	s := open(o, o.Draft(screentest.Issue()))
	stamp := "送审稿 " + s.file.Head.TextHash.Short()
	o.Says(stamp, "还在拟稿", "还没有签字。")
	s.formats[exchange.DOCX] = false
	o.Run(s, "issue.export")
	written, err := os.ReadFile(s.results[0].Path)
	if err != nil || len(s.results) != 1 || !strings.Contains(string(written), stamp) {
		t.Errorf("%d files, the first %q, %v", len(s.results), written, err)
	}
}

func TestExportNeedsAFormatAndAFolder(t *testing.T) {
	o := screentest.New(t)
	s := open(o, o.Final())
	s.folder = filepath.Join(s.folder, "nowhere")
	s.export()
	if len(o.Failed) != 1 || !strings.Contains(o.Failed[0], "nowhere") {
		t.Errorf("failed with %q", o.Failed)
	}
	clear(s.formats)
	if why := o.Reason(s, "issue.export"); why != "没有选格式。" {
		t.Errorf("export: %q", why)
	}
}

func TestSentOutThenArchived(t *testing.T) {
	o := screentest.New(t)
	id := o.Final()
	s := open(o.Sit(screentest.Editor), id)
	o.Run(s, "issue.issue")
	if len(o.Asked) != 1 || !strings.Contains(o.Asked[0], "第4期") {
		t.Errorf("asked %q", o.Asked)
	}
	o.Says("已印发。要更正，请用“更正重印”另出一份。")
	o.Run(s, "issue.archive")
	o.Says("已归档。")
	if state := o.File(id).Draft.State; state != review.Archived {
		t.Errorf("the draft is %s", state)
	}
}

func TestVoidAsksReasonAndPIN(t *testing.T) {
	o := screentest.New(t)
	id := o.Final()
	s := open(o.Sit(screentest.Editor), id)
	o.Answer = "重复编号"
	o.Run(s, "issue.void")
	if len(o.Asked) != 2 || !strings.Contains(o.Asked[0], "理由") || !strings.Contains(o.Asked[1], "PIN") {
		t.Errorf("asked %q", o.Asked)
	}
	o.Says("已作废，号码保留在台账里。", "作废 "+s.file.Head.TextHash.Short(), "重复编号")
	ledger, err := o.Desk().Ledger(o.Context(), o.Bureau().ID)
	o.OK(err)
	if last := ledger[len(ledger)-1]; last.Kind != review.EntryVoid || last.Reason != o.Answer {
		t.Errorf("the ledger ends with %+v", last)
	}
}

func TestReissueOpensTheCorrectingDraft(t *testing.T) {
	o := screentest.New(t)
	s := open(o.Sit(screentest.Editor), o.Final())
	o.Run(s, "issue.issue")
	o.Run(s, "issue.reissue")
	id, ok := strings.CutPrefix(o.Went, "compose ")
	if f := o.File(review.DraftID(id)); !ok || f.Draft.State != review.Drafting {
		t.Errorf("went to %q, %s", o.Went, f.Draft.State)
	}
}

func TestOnlyWhatTheStateAllowsIsOffered(t *testing.T) {
	o := screentest.New(t)
	id := o.Draft(screentest.Issue())
	s := open(o, id)
	for _, c := range []command.ID{"issue.issue", "issue.archive", "issue.reissue", "issue.void", "issue.resume"} {
		if why := o.Reason(s, c); why == "" || strings.Contains(why, "{") {
			t.Errorf("%s of a draft: %q", c, why)
		}
	}
	for _, not := range []string{"印发  Ctrl+Enter", "归档", "更正重印", "作废", "恢复"} {
		o.Hides(not)
	}
	_, err := o.Desk().Hold(o.Context(), o.As(screentest.Editor), o.Submit(id), "等一等")
	o.OK(err)
	s = open(o.Sit(screentest.Editor), id)
	o.Says("缓发。可以恢复到原来的一步。")
	o.Run(s, "issue.resume")
	if state := o.File(id).Draft.State; state != review.Reviewing {
		t.Errorf("resumed to %s", state)
	}
}

func TestFallenSignatureSaysSo(t *testing.T) {
	o := screentest.New(t)
	id := o.Submit(o.Draft(screentest.Issue()))
	o.Sign(screentest.Editor, id)
	text := screentest.Issue()
	text.Articles[0].Body[0].Text = "改了。"
	_, err := o.Desk().Save(o.Context(), o.As(screentest.Checker), id, 1, text, "")
	o.OK(err)
	open(o, id)
	o.Says("已失效：")
	o.Hides("{why}", "term.")
}
