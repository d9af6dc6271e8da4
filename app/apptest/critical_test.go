//go:build e2e

package apptest

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/text"
)

// TestTwoCriticalChangesAmongForty changes one digit and one promise among forty
// cosmetic edits: the reviewer meets these two first and cannot pass them by.
func TestTwoCriticalChangesAmongForty(t *testing.T) {
	home := t.TempDir()
	database := filepath.Join(home, "office.db")
	id := fortyEdits(t, database, filepath.Join(home, "received.txt"))
	program := jianbao(database)
	program.Env = []string{"HOME=" + home}
	j := Start(t, program)

	j.sit("王敏")
	j.See("还不能签：2 处要害改动未核对")
	j.Shot("two-first")
	j.Key("ctrl+Return")
	j.Click("关闭") // the reason; no PIN is asked for
	j.Key("space")
	j.See("还不能签：1 处要害改动未核对")
	j.Key("space")
	j.Gone("还不能签")
	j.Key("u")
	j.See("还不能签：1 处要害改动未核对")
	j.Key("space")
	j.Gone("还不能签")
	j.Click("40 处仅标点、全半角")
	j.Click("40 处仅标点、全半角")
	j.Key("a")
	j.See("✓ 接受")
	j.Shot("ticked")
	j.Key("u")
	j.Gone("✓ 接受")
	j.Key("2")
	j.Shot("side-by-side")
	j.ClickNamed("compare.tab.origins")
	j.See("李知远（第1版")
	j.Shot("origins")
	j.ClickNamed("compare.tab.changes")
	j.Key("f")
	j.Click("received")
	j.Click("打开")
	j.See("与外来文件对照，只供阅读")
	j.Shot("file")
	j.Key("b")
	j.See("第1版 → 现在")
	j.sendBackTwo()

	answerBoth(t, database, id)
	j.sit("王敏")
	j.See("退回要求的答复")
	j.See("城管局通报为462个")
	j.See("还不能签：1 处要害改动未核对")
	j.Shot("answered")
	j.tickAndSign(1)
	j.See("已签。稿件现在等核稿")
	j.Click("关闭")
	rewriteLast(t, database, id, func(b doc.Bulletin) doc.Bulletin { return rewritten(b, "停车类诉求", "停车类投诉") })
	j.signsAnew("文字性更正", 0)
	rewriteLast(t, database, id, insertDeleteMove)
	j.signsAnew("实质性修改", 1)
	j.sit("吕承志")
	j.See("还不能签：2 处要害改动未核对")
	j.tickAndSign(2)
	j.See("已定稿、已编号")
	j.Close()
	j.WaitExit()
	recorded(t, database, id)
}

func (j *Journey) sendBackTwo() {
	j.Key("ctrl+b")
	j.ClickNamed("compare.return.reason")
	j.Type("426/436")
	j.ClickNamed("compare.return.demand.①")
	j.Type("462?")
	j.Click("＋ 再加一条要求")
	j.ClickNamed("compare.return.demand.②")
	j.Type("9-30?")
	j.Shot("two-demands")
	j.Click("退回")
	j.See("已退回，附 2 条要求")
	j.Click("关闭")
}

// signsAnew shows the first reviewer what kind of change the second one made
// after she signed, and lets her sign that.
func (j *Journey) signsAnew(nature string, changes int) {
	j.sit("王敏")
	j.See("自您签字以来：" + nature)
	j.Shot("anew-" + nature)
	j.Key("ctrl+shift+l")
	j.Shot("anew-dark")
	j.Key("ctrl+shift+l", "ctrl+shift+l") // as the system has it, and light again
	j.tickAndSign(changes)
	j.See("已签。稿件现在等核稿")
	j.Click("关闭")
}

// rewriteLast is a change of the second reviewer to the newest text.
func rewriteLast(t *testing.T, path string, id review.DraftID, rewrite func(doc.Bulletin) doc.Bulletin) {
	o, p := openOffice(t, path)
	defer p.Close()
	f, err := o.desk.Open(o.ctx, o.actors[2], id)
	o.must(err)
	_, err = o.desk.Save(o.ctx, o.actors[2], id, f.Head.Seq, rewrite(f.Head.Text), "")
	o.must(err)
}

// insertDeleteMove changes a number and puts a heading in front of the paragraph before it,
// so that a picture shows marks of every kind.
func insertDeleteMove(b doc.Bulletin) doc.Bulletin {
	b = rewritten(b, "462个", "464个")
	body := b.Articles[0].Body
	moved := body[1]
	b.Articles[0].Body = slices.Insert(slices.Delete(body, 1, 2), 0, moved)
	return b
}

// tickAndSign ticks so many changes, one after the other, and signs.
func (j *Journey) tickAndSign(changes int) {
	for range changes {
		j.Key("space")
	}
	j.Gone("还不能签")
	j.Key("ctrl+Return")
	j.ClickNamed("pin")
	j.Type(pin)
	j.Key("Return")
}

// openOffice opens the database of an office whose people all use one PIN.
func openOffice(t *testing.T, path string) (*officeWork, *setup.Program) {
	t.Helper()
	p, err := setup.Open(t.Context(), setup.Options{DSN: path, Desk: []review.Option{review.WithPINCost(review.PINCost{Passes: 1, KiB: 8})}})
	if err != nil {
		t.Fatal(err)
	}
	o := &officeWork{ctx: t.Context(), t: t, desk: p.Desk}
	o.must(p.LoadSample(o.ctx))
	for _, name := range []string{"李知远", "王敏", "吕承志"} {
		a, err := p.Desk.Unlock(o.ctx, name, pin)
		o.must(err)
		o.actors = append(o.actors, a)
	}
	return o, p
}

// cosmetic changes one mark in each of forty places, in paragraphs where nothing
// else was changed.
func cosmetic(b *doc.Bulletin) {
	left := 40
	for i := range b.Articles {
		for k := range b.Articles[i].Body {
			p := &b.Articles[i].Body[k]
			if strings.Contains(p.Text, "436个") || strings.Contains(p.Text, "确保9月底") {
				continue
			}
			parts := strings.Split(p.Text, "，")
			for n := 1; n < len(parts) && left > 0; n++ {
				parts[n] = "、" + parts[n]
				left--
			}
			p.Text = strings.ReplaceAll(strings.Join(parts, "，"), "，、", "、")
		}
	}
}

// fortyEdits submits a draft whose second revision differs from the first in one
// digit, one promise and forty marks. The first is also a file, as it was received.
func fortyEdits(t *testing.T, path, file string) review.DraftID {
	o, p := openOffice(t, path)
	defer p.Close()
	drafts, err := o.desk.List(o.ctx, review.DraftFilter{})
	o.must(err)
	d := drafts[0]
	rev, err := o.desk.Revision(o.ctx, d.ID, 1)
	o.must(err)
	first := rewritten(rev.Text, "于9月底前完成", "力争9月底前完成")
	first.Masthead.Number = doc.Number{}
	f, err := o.desk.Create(o.ctx, o.actors[0], d.Series, first, review.CauseNew, "")
	o.must(err)
	_, err = o.desk.Withdraw(o.ctx, o.actors[0], d.ID, "另起一份")
	o.must(err)
	second := rewritten(first, "426个", "436个", "力争9月底前完成", "确保9月底前完成")
	cosmetic(&second)
	_, err = o.desk.Save(o.ctx, o.actors[0], f.Draft.ID, 1, second, "")
	o.must(err)
	_, err = o.desk.Submit(o.ctx, o.actors[0], f.Draft.ID)
	o.must(err)
	var received bytes.Buffer
	o.must(text.Write(&received, first, text.WriteOptions{}))
	o.must(os.WriteFile(file, received.Bytes(), 0o644))
	changes := setup.Comparer().Bulletins(first, second).Changes()
	if len(changes) != 42 {
		t.Fatalf("%d changes, want 42", len(changes))
	}
	return f.Draft.ID
}

// rewritten replaces words in every paragraph.
func rewritten(b doc.Bulletin, pairs ...string) doc.Bulletin {
	b = b.Clone()
	for i := range b.Articles {
		for k := range b.Articles[i].Body {
			p := &b.Articles[i].Body[k]
			p.Text = strings.NewReplacer(pairs...).Replace(p.Text)
		}
	}
	return b
}

// answerBoth is the drafter's part: a number put right, two demands answered.
func answerBoth(t *testing.T, path string, id review.DraftID) {
	o, p := openOffice(t, path)
	defer p.Close()
	rev, err := o.desk.Revision(o.ctx, id, 2)
	o.must(err)
	_, err = o.desk.Save(o.ctx, o.actors[0], id, 2, rewritten(rev.Text, "436个", "462个"), "")
	o.must(err)
	_, err = o.desk.AnswerDemand(o.ctx, o.actors[0], id, 1, review.AnswerDone, "城管局通报为462个")
	o.must(err)
	_, err = o.desk.AnswerDemand(o.ctx, o.actors[0], id, 2, review.AnswerDeclined, "时限已报市政府")
	o.must(err)
	_, err = o.desk.Submit(o.ctx, o.actors[0], id)
	o.must(err)
}

// recorded checks, without the window, that every critical change was ticked by
// each signer before he signed.
func recorded(t *testing.T, path string, id review.DraftID) {
	t.Helper()
	o, p := openOffice(t, path)
	defer p.Close()
	events, err := o.desk.History(o.ctx, id)
	o.must(err)
	var did []string
	for _, e := range events {
		if e.Action == review.ActTick || e.Action == review.ActUntick || e.Action == review.ActSign || e.Action == review.ActReturn {
			did = append(did, string(e.Action))
		}
	}
	if got, want := strings.Join(did, " "), "tick tick untick tick return tick sign sign tick sign tick tick sign"; got != want {
		t.Errorf("recorded %s, want %s", got, want)
	}
	if report, err := o.desk.Verify(o.ctx, ""); err != nil || len(report.Findings) > 0 {
		t.Errorf("verify: %+v, %v", report.Findings, err)
	}
}
