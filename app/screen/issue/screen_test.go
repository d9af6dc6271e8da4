package issue

import (
	"context"
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
	s := open(o, o.Final())
	o.Says("云州市政务情况简报", "第4期", "（总第2196期）", "2026年3月3日", "街巷整治动员会召开",
		"已定稿、已编号，文字封存", "✓ 文本一致", "第4期 · 总第2196期", "共1页，末页版记之上还空", "版记将落在奇数页（第1页）", "第 1 / 1 页")
	o.Hides("送审稿", "句子编号", "正在排版")
	if d := s.pages.view.Document(); len(d.Pages) != 1 || missing(d) != "" {
		t.Errorf("%d pages, missing %q", len(d.Pages), missing(d))
	}
}

func TestExportIsReadBack(t *testing.T) {
	o := screentest.New(t)
	id := o.Final()
	s := open(o, id)
	for _, f := range s.offered() {
		s.formats[f] = true
	}
	o.Run(s, "issue.export")
	for _, r := range s.results {
		if info, err := os.Stat(r.Path); err != nil || info.Size() != r.Bytes || !r.ReadBack {
			t.Errorf("%+v: %v", r, err)
		}
	}
	if len(s.results) != len(s.offered()) || s.under != nil {
		t.Errorf("%d files", len(s.results))
	}
	o.Says("DOCX\n✓ 回读核对一致", "TXT\n✓ 回读核对一致", "归档包\n✓ 回读核对一致", "SHA-256 ")
	if e := s.events[len(s.events)-1]; e.Action != review.ActExport {
		t.Errorf("the last event is %s", e.Action)
	}
	first := s.results[0].Path
	o.Run(s, "issue.export")
	if s.results[0].Path == first {
		t.Error("a file was written over")
	}
	o.Says("原来的名字已有文件，没有动它")
	o.Run(s, "issue.reveal")
	if o.Went != "folder "+s.folder {
		t.Errorf("went to %q", o.Went)
	}
}

func TestArchiveOfAFinalTextOnly(t *testing.T) {
	o := screentest.New(t)
	open(o, o.Draft(screentest.Issue()))
	o.Says("PDF（定版）", "句子编号", "宽边")
	o.Hides("归档包")
}

// A file that does not say what was signed is shown with its place, and whoever
// sends the text out before the next export is equal says why.
func TestADifferenceIsExplainedBeforeSendingOut(t *testing.T) {
	o := screentest.New(t)
	id := o.Final()
	s := open(o.Sit(screentest.Editor), id)
	ctx, cancel := context.WithCancel(t.Context())
	s.under = &exporting{ctx: ctx, cancel: cancel}
	o.OK(o.Desk().RecordUnlike(ctx, o.Actor(), s.file.Head.RevisionInfo, review.Unlike{Format: "pdf", Wanted: "己", Found: "已"}))
	s.exported(&exchange.Error{Code: exchange.CodeReadBack, Args: map[string]string{
		"name": "第4期.pdf", "line": "3", "column": "7", "wanted": "己", "found": "已"}})
	o.Says("✗ 与定稿不一致，文件没有留下", "第3行第7字", "定稿：己", "文件：已")
	s = open(o, id) // another day
	o.Answer = ""
	s.issue()
	if len(o.Asked) == 0 || !strings.Contains(o.Asked[0], "回读核对与定稿不一致，还没有重新导出：pdf") || len(o.Failed) != 2 || s.file.Draft.State != review.Final {
		t.Errorf("asked %q, said %q, then %s", o.Asked, o.Failed, s.file.Draft.State)
	}
	o.Failed = nil
	o.Run(s, "issue.export")
	o.Asked = nil
	o.Run(s, "issue.issue")
	if len(o.Asked) != 1 || s.file.Draft.State != review.Issued {
		t.Errorf("after an equal export asked %q, then %s", o.Asked, s.file.Draft.State)
	}
}

func TestACancelledExportLeavesNothingHalf(t *testing.T) {
	o := screentest.New(t)
	s := open(o, o.Final())
	ctx, cancel := context.WithCancel(t.Context())
	s.under = &exporting{ctx: ctx, cancel: cancel, left: exchange.Formats(), total: len(exchange.Formats())}
	o.Run(s, "issue.cancel")
	s.exportNext()
	if files, err := os.ReadDir(s.folder); err != nil || len(files) != 0 || len(s.results) != 0 {
		t.Errorf("%v, %v, %v", files, err, s.results)
	}
	if len(o.Failed) != 1 || !strings.Contains(o.Failed[0], "已经取消") {
		t.Errorf("failed with %q", o.Failed)
	}
}

// What no font shows was signed as it is: whoever sends it out says why.
func TestCharactersWithoutAFontWantAReason(t *testing.T) {
	o := screentest.New(t)
	text := screentest.Issue()
	text.Articles[0].Body[0].Text = "有一个字\U0002EBE0没有字体。"
	id := o.Submit(o.Draft(text))
	o.Sign(screentest.Editor, id)
	o.Sign(screentest.Checker, id)
	s := open(o.Sit(screentest.Editor), id)
	if missing(s.pages.view.Document()) == "" {
		t.Skip("a font of this computer has the character")
	}
	o.Answer = "由印刷厂补字"
	o.Run(s, "issue.issue")
	if len(o.Asked) != 2 || !strings.Contains(o.Asked[0], "\U0002EBE0") {
		t.Errorf("asked %q", o.Asked)
	}
	if e := s.events[len(s.events)-1]; e.Action != review.ActIssue || e.Detail["reason"] != o.Answer {
		t.Errorf("the last event is %+v", e)
	}
}

// A slip found after the issue is looked for from then on, and names its issue.
func TestASlipFoundAfterwardsIsRecorded(t *testing.T) {
	o := screentest.New(t)
	id := o.Final()
	s := open(o, id)
	o.Run(s, "issue.mistake")
	o.Fill("不在本期的话", "另一句")
	o.Tap("确定")
	if len(o.Failed) != 1 || !strings.Contains(o.Failed[0], "这一期里没有") {
		t.Fatalf("failed with %q", o.Failed)
	}
	o.Run(s, "issue.mistake")
	o.Fill("街巷整治", "背街小巷整治", "读者来电")
	o.Tap("确定")
	items, err := o.Desk().Registers(t.Context(), s.file.Series.ID)
	o.OK(err)
	if len(items) != 1 || items[0].Kind != review.ItemSlip || items[0].Name != "街巷整治" || items[0].Found != id || items[0].Note != "读者来电" {
		t.Errorf("items %+v", items)
	}
	if len(o.Told) != 1 || !strings.Contains(o.Told[0], "背街小巷整治") {
		t.Errorf("told %q", o.Told)
	}
	if e := s.events[len(s.events)-1]; e.Action != review.ActSlip {
		t.Errorf("the last event is %s", e.Action)
	}
}

func TestADraftHasNoSlipToRecord(t *testing.T) {
	o := screentest.New(t)
	if why := o.Reason(open(o, o.Draft(screentest.Issue())), "issue.mistake"); why == "" {
		t.Error("a slip of a draft can be recorded")
	}
}

func TestAFileFromElsewhereIsChecked(t *testing.T) {
	o := screentest.New(t)
	s := open(o, o.Final())
	o.Run(s, "issue.export")
	for _, r := range s.results {
		data, err := os.ReadFile(r.Path)
		o.OK(err)
		o.Chosen = data
		o.Run(s, "issue.check")
		if s.checked.ours != s.checked.theirs {
			t.Errorf("%s: %q differs from\n%q", r.Format, s.checked.theirs, s.checked.ours)
		}
		if r.Format == exchange.TXT {
			o.Chosen = []byte(strings.Replace(string(data), "夯实", "旁实", 1))
		}
	}
	o.Says("✓ 与本期逐字一致")
	o.Run(s, "issue.check")
	o.Says("✗ 与本期不一致", "定稿：夯实", "文件：旁实")
	o.Tap("看全部不同")
	if !strings.HasPrefix(o.Went, "compare ") {
		t.Errorf("went to %q", o.Went)
	}
}

func TestPrintedIsTheSignedText(t *testing.T) {
	o := screentest.New(t)
	s := open(o, o.Final())
	o.Run(s, "issue.print")
	path, printed := strings.CutPrefix(o.Went, "print ")
	data, err := os.ReadFile(path)
	o.OK(err)
	f, err := exchange.Open(t.Context(), data)
	o.OK(err)
	ours, theirs, err := f.Against(s.file.Head.Text)
	o.OK(err)
	if !printed || ours != theirs {
		t.Errorf("%q prints %q", path, theirs)
	}
	o.OK(os.RemoveAll(filepath.Dir(path)))
}

func TestDraftsBearAStamp(t *testing.T) {
	o := screentest.New(t)
	s := open(o, o.Draft(screentest.Issue()))
	stamp := "送审稿 " + s.file.Head.TextHash.Short()
	o.Says(stamp, "还在拟稿", "还没有签字。")
	for f := range s.formats {
		s.formats[f] = f == exchange.TXT
	}
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

func TestRelievedIsToldWithWhatWasKept(t *testing.T) {
	o := screentest.New(t)
	s := New(o, o.Draft(screentest.Issue()))
	file := o.File(s.id)
	s.take(file, []review.Event{
		{Action: review.ActRelieve, Detail: map[string]string{"name": "林初", "revision": "2"}},
		{Action: review.ActRelieve, Detail: map[string]string{"name": "高远"}},
	}, review.Event{})
	var told []string
	for _, e := range s.events {
		told = append(told, s.what(e))
	}
	if want := "接手：林初正在写的一篇，他没存的另存为第 2 版\n接手：高远正在写的一篇"; strings.Join(told, "\n") != want {
		t.Errorf("told %q", told)
	}
}
