//go:build e2e

package apptest

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/postgres/pgtest"
)

// TestTwoWriteOneIssueOnOneFile has two drafters at two programs on one file.
func TestTwoWriteOneIssueOnOneFile(t *testing.T) {
	long(t)
	ownFolders(t)
	writeTogether(t, filepath.Join(t.TempDir(), "office.db"))
}

// TestTwoWriteOneIssueOnOneServer is the same on PostgreSQL.
func TestTwoWriteOneIssueOnOneServer(t *testing.T) {
	ownFolders(t)
	writeTogether(t, pgtest.DSN(t))
}

// writeTogether has one write the first article while the other writes the
// second: each is told within two seconds who writes where. The first is asked
// for, yielded, and then, without an answer, taken over; nothing is lost.
func writeTogether(t *testing.T, database string) {
	id := twoArticles(t, database)
	d := desks{t: t}
	program := jianbao(database)
	program.Name = "writer"
	d.writer = Start(t, program)
	program.Name = "reader"
	d.reader = Start(t, program)
	d.writer.sit("李知远")
	d.reader.sit("赵平")
	d.reader.See("本期结构")

	d.writer.ClickNamed("article.1.body")
	d.soon("first key", func() { d.writer.Type("A") }, d.reader, "李知远 正在写稿件一")
	d.writer.Gone("正在写稿件一")
	d.reader.ClickNamed("article.1.body")
	d.reader.Key("n", "o")
	d.reader.See("李知远 正在写，只能看")
	d.reader.Shot("held")
	d.reader.ClickNamed("article.2.body")
	d.soon("second article", func() { d.reader.Type("B") }, d.writer, "赵平 在写")
	d.writer.Shot("both")
	d.soon("asked", func() { d.reader.Click("请他让出") }, d.writer, "赵平 想写稿件一")
	d.writer.Shot("asked")
	d.soon("yielded", func() { d.writer.Click("让出") }, d.reader, "稿件一让出来了")
	d.reader.Shot("yielded")
	d.reader.ClickNamed("article.1.body")
	d.reader.Key("Home")
	d.reader.Type("C")
	d.writer.See("赵平 正在写稿件一")

	d.takeOver()
	isKept(t, database, id)
}

// takeOver has the writer ask for the first article in vain and take it over.
func (d desks) takeOver() {
	d.writer.Key("ctrl+shift+l")
	d.writer.ClickNamed("article.1.body")
	d.writer.Click("请他让出")
	d.reader.See("李知远 想写稿件一")
	d.reader.Shot("asked-in-vain")
	for asked := time.Now(); time.Since(asked) < review.Patience; {
		until(func() bool { return d.writer.look().Shows("可以接手") })
	}
	d.writer.See("可以接手")
	d.writer.Shot("ripe")
	d.writer.Click("接手")
	d.writer.See("他那里变成只能看")
	d.writer.Shot("confirm")
	d.soon("taken over", func() { d.writer.Click("接手") }, d.reader, "接手了稿件一")
	d.writer.See("已接手")
	d.writer.Shot("taken-over")
	d.reader.See("看那一版")
	d.reader.Shot("relieved")
	d.reader.Click("看那一版")
	d.reader.Shot("that-version")
}

// twoArticles makes a draft of two articles, and a second drafter.
func twoArticles(t *testing.T, path string) review.DraftID {
	t.Helper()
	id := draftOf(t, path, 300)
	o, p := openOffice(t, path)
	defer p.Close()
	_, err := p.Desk.AddPerson(o.ctx, "赵平", []review.Role{review.RoleDrafter}, pin)
	o.must(err)
	f, err := p.Desk.Open(o.ctx, o.actors[0], id)
	o.must(err)
	text := f.Head.Text.Clone()
	second := doc.NewArticle()
	second.Title, second.Source, second.Body = "河道清理完成", "水务处", []doc.Paragraph{doc.NewParagraph("第二篇的文字。")}
	text.Articles = append(text.Articles, second)
	_, err = p.Desk.Save(o.ctx, o.actors[0], id, 1, text, "")
	o.must(err)
	return id
}

// isKept looks for what each wrote: the one relieved has it in a revision aside.
func isKept(t *testing.T, path string, id review.DraftID) {
	t.Helper()
	o, p := openOffice(t, path)
	defer p.Close()
	f, err := p.Desk.Open(o.ctx, o.actors[0], id)
	o.must(err)
	if text := bodyOf(f.Head.Text); !strings.Contains(text, "A") || strings.Contains(text, "no") {
		t.Errorf("the newest revision reads %q", text)
	}
	at := slices.IndexFunc(f.Revisions, func(r review.RevisionInfo) bool { return r.Cause == review.CauseAside })
	if at < 0 {
		t.Fatalf("no revision aside: %+v", f.Revisions)
	}
	rev, err := p.Desk.Revision(o.ctx, id, f.Revisions[at].Seq)
	o.must(err)
	if text := bodyOf(rev.Text); !strings.Contains(text, "C") || !strings.Contains(rev.Text.Articles[1].Body[0].Text, "B") {
		t.Errorf("the revision aside reads %q", text)
	}
}
