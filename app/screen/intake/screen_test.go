package intake

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"jianbao/app/element"
	"jianbao/app/screen/screentest"
	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/docx"
)

// shell is the office, with the one thing that only this screen wants.
type shell struct {
	*screentest.Office
	founded string
}

func (s *shell) FoundSeries(ctx context.Context, issue doc.Bulletin) (review.Series, error) {
	s.founded = issue.Masthead.Title
	return s.Desk().AddSeries(ctx, s.Actor(), setup.FitSeries(s.Bureau(), issue))
}

const file = `云州市政务情况简报
第 4 期
（总第 2196 期）
云州市政务信息办公室
2026 年 3 月 3 日

街巷整治动员会召开

　　会议指出，今年整治 17 条街巷,要夯实基础。

— 1 —

（城市管理处）

责编：王敏
核稿：吕承志
`

func open(t *testing.T, content string) (*shell, *Screen) {
	t.Helper()
	o := &shell{Office: screentest.New(t)}
	s := New(o, "来稿.txt", []byte(content))
	o.Open(s)
	return o, s
}

func TestRepairsAreShownBesideThePage(t *testing.T) {
	o, s := open(t, file)
	o.Says("去掉数字前后的空格", "半角标点改为全角", "去掉页码", "（略去这一行）", "今年整治17条街巷，要夯实基础。",
		"街巷整治动员会召开", "2026年3月3日", "（城市管理处）", "认出的各项", "王敏")
	if len(s.result.Repairs) != 3 || len(o.Failed) > 0 {
		t.Errorf("repairs %+v, failed %q", s.result.Repairs, o.Failed)
	}
}

func TestARefusedRepairLeavesTheOriginal(t *testing.T) {
	_, s := open(t, file)
	refuse := func(part string, on bool) {
		t.Helper()
		for _, row := range screentest.Within[*fyne.Container](s.left) {
			if tick := ticked(row); tick != nil && strings.Contains(screentest.Reads(row), part) {
				tick.SetChecked(on)
				return
			}
		}
		t.Fatalf("no repair of %q", part)
	}
	body := func() string { return s.result.Bulletin.Articles[0].Body[0].Text }
	refuse("整治 17", false)
	if got := body(); got != "会议指出，今年整治 17 条街巷，要夯实基础。" {
		t.Errorf("refused, the text is %q", got)
	}
	refuse("整治 17", true)
	if got := body(); got != "会议指出，今年整治17条街巷，要夯实基础。" {
		t.Errorf("allowed again, the text is %q", got)
	}
}

// ticked is the tick that stands in a row itself, not in one below it.
func ticked(row *fyne.Container) *element.Check {
	for _, o := range row.Objects {
		if tick, ok := o.(*element.Check); ok {
			return tick
		}
	}
	return nil
}

func TestAsItIsNothingIsRepaired(t *testing.T) {
	o, s := open(t, file)
	o.Run(s, "intake.asis")
	o.Says("没有整理，文字保持原样。", "今年整治 17 条街巷,要夯实基础。", "— 1 —")
	if len(s.result.Repairs) > 0 {
		t.Errorf("repairs %+v", s.result.Repairs)
	}
	o.Run(s, "intake.asis")
	o.Says("今年整治17条街巷，要夯实基础。")
}

func TestAcceptingOpensTheDraft(t *testing.T) {
	o, s := open(t, file)
	o.Run(s, "intake.accept")
	id, ok := strings.CutPrefix(o.Went, "draft ")
	if !ok || o.founded != "" {
		t.Fatalf("went to %q, founded %q", o.Went, o.founded)
	}
	f := o.File(review.DraftID(id))
	if f.Draft.Series != o.Bureau().ID || f.Head.Cause != review.CauseImport || f.Head.Text.Articles[0].Source != "城市管理处" {
		t.Errorf("took in %+v", f.Head)
	}
}

func TestAnUnknownMastheadFoundsASeries(t *testing.T) {
	o, s := open(t, strings.Replace(file, "云州市政务情况简报", "海州工作情况", 1))
	o.Says("新建一刊：海州工作情况（台账接第3期／总第2195期）")
	o.Run(s, "intake.accept")
	if o.founded != "海州工作情况" || o.Series() == o.Bureau().ID {
		t.Errorf("founded %q, chosen %q", o.founded, o.Series())
	}
}

func TestAnotherSeriesCanBeChosen(t *testing.T) {
	o, s := open(t, strings.Replace(file, "云州市政务情况简报", "海州工作情况", 1))
	o.Tap(o.Bureau().Name)
	o.Run(s, "intake.accept")
	if o.founded != "" || o.Series() != o.Bureau().ID {
		t.Errorf("founded %q, chosen %q", o.founded, o.Series())
	}
}

func TestWhatCannotBePlacedIsSaid(t *testing.T) {
	o, _ := open(t, strings.Replace(file, "云州市政务信息办公室\n", "云州市政务信息办公室\n特急件\n", 1))
	o.Says("已作为正文保留，请核对。", "特急件")
}

func TestUnreadableFilesAreRefusedWithASentence(t *testing.T) {
	for content, want := range map[string]string{
		"":             "没有文字",
		"\x00\x01\x02": "不是文本文件",
		"PK\x03\x04x":  "不是 DOCX 文件",
	} {
		o, s := open(t, content)
		o.Says(want)
		if why := o.Reason(s, "intake.accept"); why == "" {
			t.Errorf("%q can be accepted", content)
		}
	}
}

// Files of other kinds are told by their content and taken in like text files.
func TestOtherKindsOfFiles(t *testing.T) {
	page := "<!DOCTYPE html><meta charset=utf-8><p>" + strings.ReplaceAll(strings.TrimSpace(file), "\n", "</p>\n<p>") + "</p>"
	o, s := open(t, page)
	if why := o.Reason(s, "intake.accept"); why != "" || s.result.Encoding != "HTML" {
		t.Errorf("a page is refused: %s (%s)", why, s.result.Encoding)
	}
	var word bytes.Buffer
	o.OK(docx.Write(&word, screentest.Issue(), docx.Options{}))
	o, s = open(t, word.String())
	if b := s.result.Bulletin; len(b.Articles) == 0 || b.Articles[0].Title != screentest.Issue().Articles[0].Title {
		t.Errorf("of a DOCX: %+v, %q", b, o.Failed)
	}
}

// The comments of a DOCX come in with it, on the words they stood on.
func TestCommentsComeInWithTheFile(t *testing.T) {
	b := screentest.Issue()
	at := doc.Anchor{Place: doc.Place{Article: b.Articles[0].ID, Paragraph: b.Articles[0].Body[0].ID}, From: 0, To: 4}
	text, _ := b.Text(at.Place)
	at.Quote = string([]rune(text)[:4])
	made, err := exchange.Export(t.Context(), t.TempDir(), b, []exchange.Format{exchange.MarkedDOCX}, exchange.Meta{Final: true, Marked: &exchange.Marking{
		From: b, Comments: []exchange.Comment{{Anchor: at, Author: "外单位", Text: "请核"}, {Author: "外单位", Text: "已核", ReplyTo: 1}}}})
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(made[0].Path)
	if err != nil {
		t.Fatal(err)
	}
	o, s := open(t, string(data))
	o.Run(s, "intake.accept")
	id := review.DraftID(strings.TrimPrefix(o.Went, "draft "))
	f := o.File(id)
	if len(f.Comments) != 2 || f.Comments[0].Text != "外单位：请核" || f.Comments[0].Anchor.Quote != at.Quote || f.Comments[1].ReplyTo != f.Comments[0].ID {
		t.Errorf("comments %+v", f.Comments)
	}
}
