//go:build e2e

package apptest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/text"
)

const pin = "2468"

// TestMainJobOnTheRealIssue goes the whole way as a new office does: who works
// here, a file from outside, writing Chinese into it, sent back, answered,
// signed twice, numbered, exported, sent out.
func TestMainJobOnTheRealIssue(t *testing.T) {
	home := t.TempDir()
	original := shared(t, "data/seed-bulletin.txt")
	if err := os.WriteFile(filepath.Join(home, "seed.txt"), original, 0o644); err != nil {
		t.Fatal(err)
	}
	database := filepath.Join(home, "office.db")
	program := jianbao(database)
	program.Env = []string{"HOME=" + home}
	j := Start(t, program)

	settleIn(j)
	importSeed(j)
	writeChinese(j)
	sendBackAndAnswer(j)
	signTwice(j)
	exportAll(j)
	checkTouchedUp(j, home)
	sendOut(j)
	j.Close()
	j.WaitExit()

	read, err := text.Read(original, text.Options{Repair: true})
	if err != nil {
		t.Fatal(err)
	}
	holds(t, database, home, read.Bulletin)
}

// shared reads a file of the shared data, or skips the test where it is absent.
func shared(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(repository(t), "..", "shared", name))
	if err != nil {
		t.Skipf("the shared data is not beside the repository: %v", err)
	}
	return data
}

// settleIn answers the questions of a first start and gives everybody a PIN.
func settleIn(j *Journey) {
	j.See("第一次使用")
	for _, answer := range []struct{ field, keys, want string }{
		{"welcome.title", "gongzuo", "工作"}, {"welcome.drafter", "zhangsan", "张三"},
		{"welcome.editor", "wangfang", "王芳"}, {"welcome.checker", "wangwu", "王五"},
	} {
		j.ClickNamed(answer.field)
		j.TypeChinese(answer.keys, answer.want)
	}
	j.Shot("welcome")
	j.Click("开始")
	j.See("签字要用PIN")
	j.Click("关闭")
	j.Key("ctrl+comma")
	for _, name := range []string{"张三", "王芳", "王五"} {
		j.ClickNamed("pin." + name)
		j.ClickNamed("pin.new")
		j.Type(pin)
		j.ClickNamed("pin.again")
		j.Type(pin)
		j.Click("确定")
		j.Gone("再输一次")
	}
	j.Shot("settings")
	j.Key("Escape")
	j.See("等我处理")
}

// importSeed takes the file in through the open dialog and founds its series.
func importSeed(j *Journey) {
	j.Key("ctrl+o")
	j.Click("seed")
	j.Click("打开")
	j.See("新建一刊：首都精神文明建设情况简报")
	j.See("去掉数字前后的空格")
	j.Shot("import")
	j.Key("ctrl+Return")
	j.See("第4期（拟）")
	j.Shot("compose")
}

// writeChinese writes into the middle of the body through the input method; the
// keys of composing touch nothing that stands there.
func writeChinese(j *Journey) {
	j.ClickNamed("article.1.body")
	before := j.focusedText()
	j.Compose("shijian")
	j.WaitCandidates()
	j.Shot("composing")
	j.Key("BackSpace", "Left", "Escape")
	j.WaitFocused(before)
	j.ClickNamed("article.1.body")
	j.TypeChinese("nihao", "你好")
	j.See("已自动保存")
	j.Shot("written")
	j.Key("F9")
	j.See("末页还空")
	j.Shot("beside")
	j.Key("F9")
	j.Gone("末页还空")
	j.Key("ctrl+Return")
	j.See("已经送出，现在轮到责编")
}

// sit lets somebody else sit down and opens what waits for him.
func (j *Journey) sit(name string) {
	j.sitDown(name)
	j.Key("Return")
}

// sitDown lets somebody else sit down.
func (j *Journey) sitDown(name string) {
	j.Key("ctrl+u")
	j.See("取消")
	j.Click(name)
	j.ClickNamed("pin")
	j.Type(pin)
	j.Key("Return")
	j.See(name + " · ")
	j.See("等我处理")
}

// sendBackAndAnswer has the two characters taken out again.
func sendBackAndAnswer(j *Journey) {
	j.sit("王芳")
	j.See("花脸稿")
	j.Shot("compare-first")
	j.Key("ctrl+b")
	j.ClickNamed("compare.return.reason")
	j.TypeChinese("wenti", "问题")
	j.ClickNamed("compare.return.demand.①")
	j.TypeChinese("shanchu", "删除")
	j.Shot("send-back")
	j.Click("退回")
	j.See("已退回")
	j.Click("关闭")
	j.sit("张三")
	j.See("修改要求")
	j.ClickNamed("side.history")
	j.Click("恢复这一版…")
	j.Click("恢复这一版…")
	j.See("第 3 版")
	j.ClickNamed("side.demands")
	j.Shot("demand")
	j.Click("已改")
	j.See("张三答复：已改")
	j.Key("ctrl+Return")
	j.See("已经送出，现在轮到责编")
}

func signTwice(j *Journey) {
	for _, name := range []string{"王芳", "王五"} {
		j.sit(name)
		j.See("签字")
		j.Shot("compare-" + name)
		j.Key("ctrl+Return")
		j.ClickNamed("pin")
		j.Type(pin)
		j.Shot("sign-" + name)
		j.Key("Return")
		if name == "王芳" {
			j.See("已签。稿件现在等核稿")
			j.Click("关闭")
		}
	}
	j.See("第4期 · 总第2196期")
	j.See("已定稿、已编号，文字封存。导出的每个文件都读回核对。")
}

// exportAll writes every format, and every one lights up.
func exportAll(j *Journey) {
	j.See("第 1 / ")
	j.Shot("pages")
	j.Key("Next", "Next", "Prior", "End")
	j.Shot("last-page")
	j.ClickNamed("issue.format.archive")
	j.Key("ctrl+e")
	for _, format := range []string{"PDF", "OFD", "DOCX", "HTML", "TXT", "归档包"} {
		j.See(format)
	}
	j.See("打开文件夹")
	j.Gone("✗")
	j.Shot("exported")
}

// checkTouchedUp has a file told that somebody changed by one character.
func checkTouchedUp(j *Journey, home string) {
	path := only(j.t, filepath.Join(home, "*.txt"), "seed.txt")
	sound, err := os.ReadFile(path)
	if err != nil {
		j.t.Fatal(err)
	}
	touched := strings.Replace(string(sound), "背街小巷", "背街小港", 1)
	if err := os.WriteFile(filepath.Join(home, "touched.txt"), []byte(touched), 0o644); err != nil {
		j.t.Fatal(err)
	}
	j.Key("ctrl+shift+o")
	j.Click("touched")
	j.Click("打开")
	j.See("✗ 与本期不一致")
	j.See("文件：港")
	j.Shot("touched-up")
	if err := os.Remove(filepath.Join(home, "touched.txt")); err != nil {
		j.t.Fatal(err)
	}
}

func sendOut(j *Journey) {
	j.Key("ctrl+Return")
	j.ClickNamed("pin")
	j.Type(pin)
	j.Key("Return")
	j.See("已印发。要更正，请用“更正重印”另出一份。")
	j.Shot("issued")
}

// holds checks, without the window, that what was signed is what came in, that
// the files say the same, and that the whole database is sound.
func holds(t *testing.T, database, folder string, want doc.Bulletin) {
	t.Helper()
	ctx := t.Context()
	p, err := setup.Open(ctx, setup.Options{DSN: database})
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	drafts, err := p.Desk.List(ctx, review.DraftFilter{})
	if err != nil || len(drafts) != 1 || drafts[0].State != review.Issued {
		t.Fatalf("drafts: %+v, %v", drafts, err)
	}
	head, err := p.Desk.Revision(ctx, drafts[0].ID, drafts[0].Head)
	if err != nil {
		t.Fatal(err)
	}
	if hash, err := doc.TextHash(want); err != nil || hash != head.TextHash {
		t.Errorf("the signed text is %s, what came in %s (%v)", head.TextHash.Short(), hash.Short(), err)
	}
	if n := head.Text.Masthead.Number; n != (doc.Number{Year: 2022, Issue: 4, Total: 2196}) {
		t.Errorf("numbered %+v", n)
	}
	exported, err := os.ReadFile(only(t, filepath.Join(folder, "*.txt"), "seed.txt"))
	if err != nil {
		t.Fatal(err)
	}
	again, err := text.ReadBack(exported)
	if err != nil {
		t.Fatal(err)
	}
	if hash, err := doc.TextHash(again); err != nil || hash != head.TextHash {
		t.Errorf("the exported text is %s, the signed one %s (%v)", hash.Short(), head.TextHash.Short(), err)
	}
	if report, err := p.Desk.Verify(ctx, ""); err != nil || len(report.Findings) > 0 {
		t.Errorf("verify: %+v, %v", report.Findings, err)
	}
}

// only returns the one file that a pattern matches, apart from one known.
func only(t testing.TB, pattern, but string) string {
	t.Helper()
	all, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, path := range all {
		if !strings.HasSuffix(path, but) {
			found = append(found, path)
		}
	}
	if len(found) != 1 {
		t.Fatalf("%s: %q", pattern, found)
	}
	return found[0]
}
