//go:build e2e

package apptest

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/app/proofread"
	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/proof"
)

// planted are the slips of the journey, as they stand and as they should.
var planted = []struct{ wrong, right string }{
	{"全面布署下一步工作", "全面部署下一步工作"},
	{"会议定于2月30日召开", "会议定于2月3日召开"},
	{"副市长周远明到会讲话", "市长周远明到会讲话"},
}

// TestProofreadingTheRealIssue takes the real issue as it was extracted, with
// three slips planted, in through the window without any repair: its marks and
// spaces are made regular in one go, the slips are mended by key, one finding is
// let stand and stays so, every sentence is stepped through, the text is signed
// by both hands, and a slip found afterwards is recorded.
func TestProofreadingTheRealIssue(t *testing.T) {
	home := t.TempDir()
	path := filepath.Join(home, "office.db")
	rawIssue(t, home, path)
	program := jianbao(path)
	program.Env = []string{"HOME=" + home}
	j := Start(t, program)
	j.sitDown("李知远")
	j.importAsIs()
	j.normaliseAll()
	j.mendThree()
	j.letStand()
	j.Close()
	j.WaitExit()
	j.Restart()
	j.sit("李知远")
	j.Key("alt+4")
	j.See("已不采纳")
	j.Shot("dismissed-after-restart")
	id := clean(t, path)
	j.Key("ctrl+Return")
	j.See("已经送出，现在轮到责编")
	j.stepThrough(t, path, id)
	j.signBoth()
	j.recordSlip()
	j.showRoster()
	j.inEnglish()
}

// rawIssue makes an office that knows a person of the real issue, and writes
// that issue with the planted slips at the end of its body as a file.
func rawIssue(t *testing.T, home, path string) {
	const source = "\n(精神文明调查研究处)"
	raw := string(shared(t, "data/seed-bulletin.txt"))
	if strings.Count(raw, source) != 1 {
		t.Fatal("the real issue does not end as it is known to")
	}
	slips := ""
	for _, slip := range planted {
		slips += "\n" + slip.wrong + "。\n"
	}
	if err := os.WriteFile(filepath.Join(home, "raw.txt"), []byte(strings.Replace(raw, source, slips+source, 1)), 0o644); err != nil {
		t.Fatal(err)
	}
	o, p := openOffice(t, path)
	defer p.Close()
	drafts, err := o.desk.List(o.ctx, review.DraftFilter{})
	o.must(err)
	for _, d := range drafts {
		_, err = o.desk.Withdraw(o.ctx, o.actors[0], d.ID, "另起一份")
		o.must(err)
	}
	_, err = o.desk.Enter(o.ctx, o.actors[0], []review.Item{
		{Kind: review.ItemPerson, Name: "周远明", Post: "副市长", To: doc.Date{Year: 2021, Month: 12, Day: 31}},
		{Kind: review.ItemPerson, Name: "周远明", Post: "市长", From: doc.Date{Year: 2022, Month: 1, Day: 1}},
	})
	o.must(err)
}

// importAsIs takes the file in through the open dialog, with every repair off.
func (j *Journey) importAsIs() {
	j.Key("ctrl+o")
	j.Click("raw")
	j.Click("打开")
	j.See("新建一刊：首都精神文明建设情况简报")
	j.See("去掉数字前后的空格")
	j.Key("ctrl+r")
	j.Gone("去掉数字前后的空格")
	j.Shot("import-as-is")
	j.Key("ctrl+Return")
	j.See("第4期（拟）")
}

// normaliseAll carries the batch out and finds that nothing is left of it.
func (j *Journey) normaliseAll() {
	j.See("本期结构")
	j.Key("alt+4")
	j.See("改法唯一")
	j.Shot("raw")
	j.Key("ctrl+shift+g")
	j.See("改好勾选的")
	j.Shot("normalise")
	j.Click("改好勾选的")
	j.See("已规范")
	j.Gone("改法唯一")
	j.Shot("normalised")
}

// mendThree goes from slip to slip by key. What has no ready fix is typed.
func (j *Journey) mendThree() {
	j.Key("F7")
	for range planted {
		s := j.look()
		switch selected := j.selectedFinding(s); {
		case strings.Contains(selected, "30日"):
			j.Key("Right", "Left", "BackSpace") // 2月30日 becomes 2月3日
			j.Gone("2月30日")
			j.Key("F7")
		default:
			j.Key("ctrl+period")
		}
		j.settle()
	}
	j.Shot("mended")
}

// selectedFinding is the words of the first error still listed.
func (j *Journey) selectedFinding(s interface{ Shows(string) bool }) string {
	for _, words := range []string{"布署", "2月30日", "副市长"} {
		if s.Shows(words) {
			return words
		}
	}
	return ""
}

// letStand dismisses a finding, which stays so after an edit elsewhere.
func (j *Journey) letStand() {
	j.Key("F7")
	j.Key("ctrl+i")
	j.See("为什么不改")
	j.Type("quoted")
	j.Click("确定")
	j.See("已不采纳")
	j.ClickNamed("article.1.title")
	j.Key("End")
	j.Type("1")
	j.Key("BackSpace")
	j.See("已不采纳")
	j.Key("ctrl+s")
	j.Shot("dismissed")
}

// clean checks, without the window, that no planted slip is left in the only
// draft under way, and names it.
func clean(t *testing.T, path string) review.DraftID {
	t.Helper()
	p, err := setup.Open(t.Context(), setup.Options{DSN: path})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	drafts, err := p.Desk.List(t.Context(), review.DraftFilter{})
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(drafts, func(d review.Draft) bool { return d.State == review.Drafting })
	if at < 0 {
		t.Fatalf("no draft under way: %+v", drafts)
	}
	id := drafts[at].ID
	draft, err := p.Desk.Open(t.Context(), review.Actor{}, id)
	if err != nil {
		t.Fatal(err)
	}
	mended(t, draft.Head.Text)
	left(t, p, draft)
	return id
}

// mended checks that every planted slip became what it should be.
func mended(t *testing.T, b doc.Bulletin) {
	t.Helper()
	all := bodyOf(b)
	if title := b.Articles[0].Title; !strings.Contains(title, "工作暨背街小巷环境") {
		t.Errorf("the title became %q", title)
	}
	for _, slip := range planted {
		if strings.Contains(all, slip.wrong) || !strings.Contains(all, slip.right) {
			t.Errorf("%s was not mended to %s", slip.wrong, slip.right)
		}
	}
}

// left checks that nothing is left to normalise and one finding dismissed.
func left(t *testing.T, p *setup.Program, draft *review.File) {
	t.Helper()
	items, err := p.Desk.Registers(t.Context(), draft.Series.ID)
	if err != nil {
		t.Fatal(err)
	}
	checker, err := setup.CheckerFor(draft.Series, items)
	if err != nil {
		t.Fatal(err)
	}
	read := proof.TextOf(&draft.Head.Text)
	if _, changes, err := checker.Normalise(t.Context(), read); err != nil || len(changes) > 0 {
		t.Errorf("a second batch would change %d passages: %v", len(changes), err)
	}
	memory, err := p.Desk.Dismissals(t.Context(), draft.Series.ID)
	if err != nil || len(memory) != 1 {
		t.Fatalf("dismissals %+v, %v", memory, err)
	}
	found, err := checker.Check(t.Context(), read)
	if err != nil {
		t.Fatal(err)
	}
	open, gone := proofread.Sift(read, found, draft.Draft.ID, memory)
	t.Logf("left open: %d, dismissed: %d", len(open), len(gone))
}

// stepThrough reads every sentence as 责编.
func (j *Journey) stepThrough(t *testing.T, path string, id review.DraftID) {
	j.sit("王敏")
	j.See("签字")
	j.Key("s")
	j.See("第 1 / ")
	j.Shot("step")
	for range sentences(t, path, id) {
		j.Key("Return")
	}
	j.See("逐句核完成")
	j.Shot("stepped")
	j.Key("b")
	j.See("✓ 逐句核完成")
}

// signBoth has 责编 sign, who sits there, then 核稿.
func (j *Journey) signBoth() {
	j.tickAllAndSign()
	j.See("已签。稿件现在等核稿")
	j.Click("关闭")
	j.sit("吕承志")
	j.See("签字")
	j.tickAllAndSign()
	j.See("已定稿、已编号，文字封存。")
	j.See("✓ 逐句核过")
	j.Shot("final")
}

// tickAllAndSign ticks the changes of masthead, dates and imprint one by one.
func (j *Journey) tickAllAndSign() {
	for j.look().Shows("还不能签") {
		j.Key("space")
	}
	j.Key("ctrl+Return")
	j.ClickNamed("pin")
	j.Type(pin)
	j.Key("Return")
}

// recordSlip enters a slip found after the signatures, by what can be typed
// without an input method.
func (j *Journey) recordSlip() {
	j.Click("记一处错情…")
	j.ClickNamed("mistake.wrong")
	j.Type("2022")
	j.ClickNamed("mistake.right")
	j.Type("2021")
	j.Shot("slip")
	j.Click("确定")
	j.See("已记进错情账")
	j.Click("关闭")
}

func sentences(t *testing.T, path string, id review.DraftID) int {
	t.Helper()
	p, err := setup.Open(t.Context(), setup.Options{DSN: path})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	stepping, err := p.Desk.Stepping(t.Context(), id, "")
	if err != nil {
		t.Fatal(err)
	}
	return len(stepping.Sentences)
}

func (j *Journey) showRoster() {
	j.Key("Escape")
	j.Key("ctrl+shift+r")
	j.See("周远明")
	j.Shot("roster")
	j.ClickNamed("roster.rules")
	j.See("采纳")
	j.Shot("rules")
}

// inEnglish takes pictures of the same in English, and in the dark.
func (j *Journey) inEnglish() {
	j.Close()
	j.WaitExit()
	j.program.Args = append(j.program.Args, "--lang", "en")
	j.Restart()
	j.Key("ctrl+shift+r")
	j.See("People")
	j.Shot("roster-en")
	j.Key("ctrl+shift+l")
	j.Shot("roster-dark")
}
