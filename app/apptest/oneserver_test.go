//go:build e2e

package apptest

import (
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/postgres/pgtest"
)

// ownFolders keeps what the test's own desks leave on the machine apart from the
// user's; the program is built before, with the user's build cache.
func ownFolders(t *testing.T) {
	t.Helper()
	build(t, repository(t), "jianbao")
	for _, name := range []string{"HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"} {
		t.Setenv(name, t.TempDir())
	}
}

// desks are programs at several machines on one database.
type desks struct {
	t      *testing.T
	writer *Journey
	reader *Journey
}

// TestOneIssueAtTwoDesksOfOneServer takes an issue to 定稿 at two programs on one
// PostgreSQL: each sees within two seconds, and without asking, what the other
// did.
func TestOneIssueAtTwoDesksOfOneServer(t *testing.T) {
	ownFolders(t)
	database := pgtest.DSN(t)
	id := draftOf(t, database, 300)
	program := jianbao(database)
	program.Name = "writer"
	d := desks{t: t, writer: Start(t, program)}
	program.Name = "reader"
	d.reader = Start(t, program)
	d.writer.sitDown("李知远")
	d.reader.sitDown("王敏")
	d.writer.See("同时在办：王敏")
	d.reader.See("同时在办：李知远")

	d.write()
	d.handOver("看改动")
	d.sendBack()
	d.answer()
	d.sign("王敏", "核稿  1")
	d.reader.sitDown("吕承志")
	d.writer.See("同时在办：吕承志")
	d.sign("吕承志", "定稿待印  1")
	d.writer.Shot("final")
	for _, j := range []*Journey{d.writer, d.reader} {
		j.Close()
		j.WaitExit()
	}
	isFinal(t, database, id)
}

// soon does something at one desk and fails the test unless the other one shows
// text within two seconds of it.
func (d desks) soon(what string, do func(), other *Journey, text string) {
	d.t.Helper()
	do()
	did := time.Now()
	other.See(text)
	took := time.Since(did).Round(time.Millisecond)
	d.t.Logf("%s: seen at the other desk after %v", what, took)
	if took > live {
		d.t.Errorf("%s: seen at the other desk only after %v", what, took)
	}
}

// write has the drafter write Chinese on the page; the other sees who has it
// open, and the new title once it is saved.
func (d desks) write() {
	d.soon("opened", func() { d.writer.Key("Return") }, d.reader, "李知远 正在编写")
	d.writer.ClickNamed("article.1.body")
	d.writer.TypeChinese("nihao", "你好")
	d.writer.ClickNamed("article.1.title")
	d.writer.Key("End")
	d.writer.TypeChinese("jinzhan", "进展")
	d.writer.Shot("writing")
	d.soon("saved", func() { d.writer.Key("ctrl+s") }, d.reader, "进展")
	d.reader.Shot("other-writes")
}

// handOver hands the text over; it stands among what waits for the other.
func (d desks) handOver(sign string) {
	d.soon("handed over", func() { d.writer.Key("ctrl+Return") }, d.reader, sign)
	d.writer.See("已经送出，现在轮到责编")
	d.reader.Shot("waits")
	d.writer.Click("回工作台")
	d.writer.See("等我处理")
}

// sendBack has the editor look at what changed and demand something.
func (d desks) sendBack() {
	d.soon("opened", func() { d.reader.Key("Return") }, d.writer, "王敏 在看")
	d.reader.See("花脸稿")
	d.reader.Shot("compare-first")
	d.reader.Key("ctrl+b")
	d.reader.ClickNamed("compare.return.reason")
	d.reader.TypeChinese("wenti", "问题")
	d.reader.ClickNamed("compare.return.demand.①")
	d.reader.TypeChinese("shanchu", "删除")
	d.soon("sent back", func() { d.reader.Click("退回") }, d.writer, "要求 1")
	d.writer.Shot("sent-back")
	d.reader.See("已退回")
	d.reader.Click("关闭")
	d.reader.Key("Escape")
	d.reader.See("等我处理")
}

// answer has the drafter change the text, answer, and hand over again.
func (d desks) answer() {
	d.writer.Key("Return")
	d.writer.See("修改要求")
	d.writer.ClickNamed("article.1.body")
	d.writer.Key("ctrl+End")
	d.writer.TypeChinese("gaihao", "改好")
	d.writer.ClickNamed("side.demands")
	d.writer.Shot("demand")
	d.writer.Click("已改")
	d.writer.See("李知远答复：已改")
	d.handOver("答复要求1条")
}

// sign has the next hand look at what changed and sign it; the drafter sees
// where the issue stands now.
func (d desks) sign(who, seen string) {
	d.reader.See("看改动")
	d.reader.Key("Return")
	d.reader.See("签字")
	for d.reader.look().Shows("还不能签") {
		d.reader.Key("space") // ticks the next critical change
	}
	d.reader.Shot("compare-" + who)
	d.soon(who+" signed", func() { d.reader.tickAndSign(0) }, d.writer, seen)
	d.writer.Shot("after-" + who)
	if who == "王敏" {
		d.reader.See("已签。稿件现在等核稿")
		d.reader.Click("关闭")
		return
	}
	d.reader.See("已定稿、已编号，文字封存。")
	d.reader.Shot("final")
	d.reader.Key("Escape")
}

// isFinal checks, without the window, that what both signed is the text, that it
// has its number, and that the whole database is sound.
func isFinal(t *testing.T, database string, id review.DraftID) {
	t.Helper()
	o, p := openOffice(t, database)
	defer p.Close()
	f, err := o.desk.Open(o.ctx, o.actors[0], id)
	o.must(err)
	if f.Draft.State != review.Final || f.Head.Text.Masthead.Number == (doc.Number{}) {
		t.Errorf("state %s, number %+v", f.Draft.State, f.Head.Text.Masthead.Number)
	}
	standing := 0
	for _, s := range f.SignOffs {
		if s.Stands(f.Head.TextHash) {
			standing++
		}
	}
	if standing != 2 {
		t.Errorf("%d sign-offs stand for the text: %+v", standing, f.SignOffs)
	}
	if report, err := p.Verify(o.ctx, ""); err != nil || len(report.Findings) > 0 {
		t.Errorf("verify: %+v, %v", report.Findings, err)
	}
}
