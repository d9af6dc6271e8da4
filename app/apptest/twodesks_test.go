//go:build e2e

package apptest

import (
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jianbao/app/apptest/scene"
	"jianbao/review"
	"jianbao/storage/postgres/pgtest"
)

// live is how soon what one does must stand before the others.
const live = 2 * time.Second

// long marks a journey much of which another one makes too: with -short, as on
// every change, only the other is made.
func long(t *testing.T) {
	t.Helper()
	if testing.Short() {
		t.Skip("a long journey; make e2e makes it")
	}
}

// TestTwoDesksOnOneFile has two people at two programs on one database: each sees
// that the other is there and what he has open, a save of one stands on the desk
// of the other within two seconds, and what the other reads there does not move.
func TestTwoDesksOnOneFile(t *testing.T) {
	long(t)
	database := filepath.Join(t.TempDir(), "desk.db")
	manyDrafts(t, database)
	workTogether(t, database, database)
}

// TestTwoDesksOnOneServer is the same on a server, which the reader then loses
// and finds again.
func TestTwoDesksOnOneServer(t *testing.T) {
	long(t)
	cluster := pgtest.Shared(t)
	direct := cluster.Database(t)
	wire := pgtest.NewProxy(t, cluster.Address())
	at, err := url.Parse(direct)
	if err != nil {
		t.Fatal(err)
	}
	manyDrafts(t, direct)
	reader := workTogether(t, direct, wire.DSN(cluster, strings.TrimPrefix(at.Path, "/")))
	wire.Cut()
	wire.Reset()
	reader.See("与数据库断开，正在重连")
	reader.Shot("lost")
	sendOneMore(t, direct, "断线时来的")
	wire.Heal()
	wire.Reset()
	reader.See("断线时来的")
	reader.Gone("与数据库断开")
	reader.Shot("back")
}

// workTogether returns the reader, who is alone in the end.
func workTogether(t *testing.T, writes, reads string) *Journey {
	t.Helper()
	writer := Start(t, Program{Package: "jianbao", Args: []string{"--db", writes}, Name: "writer"})
	reader := Start(t, Program{Package: "jianbao", Args: []string{"--db", reads}, Name: "reader"})
	writer.sitDown("李知远")
	reader.sitDown("王敏")
	writer.See("同时在办：王敏")
	reader.See("同时在办：李知远")

	reader.scrollDown()
	before := reader.columns()
	reader.Shot("before")
	writer.Click("第2批整治进展")
	writer.See("本期结构")
	reader.See("● 李知远 正在编写")
	reader.Shot("open")
	writer.saves(reader)
	if after := reader.columns(); after != before {
		t.Errorf("the columns went from %v to %v", before, after)
	}
	sendOneMore(t, writes, "又来一件")
	reader.See("又来一件") // also among what waits, above what is read
	if after := reader.columns(); after != before {
		t.Errorf("something came in, and the columns went from %v to %v", before, after)
	}
	reader.Shot("came-in")
	writer.Close()
	writer.WaitExit()
	reader.Gone("同时在办：李知远")
	reader.Shot("alone")
	return reader
}

// saves writes on and looks how soon that stands before another.
func (j *Journey) saves(reader *Journey) {
	j.t.Helper()
	j.ClickNamed("article.1.title")
	j.Key("End")
	j.Type(" 2026")
	j.Key("ctrl+s")
	saved := time.Now()
	reader.See("第2批整治进展 2026")
	took := time.Since(saved)
	j.t.Logf("the save stood before the other after %v", took.Round(time.Millisecond))
	if took > live {
		j.t.Errorf("the save stood before the other after %v", took)
	}
	reader.Shot("saved")
}

// scrollDown turns the wheel until the columns of the desk are in sight.
func (j *Journey) scrollDown() {
	j.t.Helper()
	s := j.look()
	j.point(s, 600, 400)
	j.xdotool("click", "--repeat", "30", "--delay", "5", "5")
	j.settle()
}

// columns is where the columns of the desk stand on the screen.
func (j *Journey) columns() scene.Rect {
	j.t.Helper()
	o, _ := j.wait("the columns", func(s scene.Scene) bool { _, ok := s.Saying("定稿待印  0"); return ok }).Saying("定稿待印  0")
	return o.Area
}

// sendOneMore hands one more draft to 王敏, at a third program.
func sendOneMore(t *testing.T, path, title string) {
	t.Helper()
	o, p := openOffice(t, path)
	defer p.Close()
	drafts, err := p.Desk.List(o.ctx, review.DraftFilter{})
	o.must(err)
	_, err = p.Desk.Submit(o.ctx, o.actors[0], o.begin(drafts[0], title, 1).ID)
	o.must(err)
}

// manyDrafts makes an office in which more waits for 王敏 than fits on the screen.
func manyDrafts(t *testing.T, path string) {
	t.Helper()
	o, p := openOffice(t, path)
	defer p.Close()
	drafts, err := p.Desk.List(o.ctx, review.DraftFilter{})
	o.must(err)
	for i := range 12 {
		d := o.begin(drafts[0], fmt.Sprintf("第%d批整治进展", i), 1)
		if i != 2 {
			_, err := p.Desk.Submit(o.ctx, o.actors[0], d.ID)
			o.must(err)
		}
	}
}
