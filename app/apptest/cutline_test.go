//go:build e2e

package apptest

import (
	"fmt"
	"path"
	"strings"
	"testing"
	"time"

	"jianbao/app/apptest/scene"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/postgres/pgtest"
)

// far is a person before the page of an issue that is kept on a server, with a
// network between that can be cut.
type far struct {
	page
	t       *testing.T
	network *pgtest.Proxy
}

// openFar opens an office on a server whose drafter writes on an issue of two
// paragraphs.
func openFar(t *testing.T) far {
	t.Helper()
	ownFolders(t)
	server := pgtest.Shared(t)
	database := server.Database(t)
	f := far{t: t, network: pgtest.NewProxy(t, server.Address())}
	f.draft, f.database = draftOf(t, database, 600), database
	f.Journey = Start(t, jianbao(f.network.DSN(server, path.Base(database))))
	f.sit("李知远")
	f.ClickNamed("article.1.body")
	return f
}

// colleagueSaves is somebody at another machine who can reach the server.
func (f far) colleagueSaves(rewrite func(*doc.Bulletin)) {
	f.t.Helper()
	o, p := openOffice(f.t, f.database)
	defer p.Close()
	who, err := p.Desk.As(o.ctx, "赵平")
	if err != nil {
		_, err = p.Desk.AddPerson(o.ctx, "赵平", []review.Role{review.RoleDrafter}, "")
		o.must(err)
		who, err = p.Desk.As(o.ctx, "赵平")
		o.must(err)
	}
	if !until(func() bool { now, err := p.Desk.Pulse(o.ctx); return err == nil && len(now.Leases) == 0 }) {
		f.t.Fatal("whoever was cut off is still the one who writes")
	}
	file, err := p.Desk.Open(o.ctx, who, f.draft)
	o.must(err)
	text := file.Head.Text.Clone()
	rewrite(&text)
	_, err = p.Desk.Save(o.ctx, who, f.draft, file.Head.Seq, text, "")
	o.must(err)
}

// saved returns the body of the newest revision.
func (f far) saved() string {
	f.t.Helper()
	o, p := openOffice(f.t, f.database)
	defer p.Close()
	file, err := p.Desk.Open(o.ctx, o.actors[0], f.draft)
	o.must(err)
	return bodyOf(file.Head.Text)
}

// atOnce waits until ok holds of what is shown, also while the program is not at
// rest because it waits for the server.
func (f far) atOnce(what string, ok func(scene.Scene) bool) {
	f.t.Helper()
	var s scene.Scene
	if !until(func() bool {
		a, err := f.line.ask(scene.AskScene)
		if err != nil {
			f.lost(err)
		}
		s = a.Scene
		return ok(s)
	}) {
		f.fail(what, s)
	}
}

// keys types n characters as fast as they can be sent and returns what one of
// them costs until all are on the page.
func (f far) keys(n int) cost {
	f.t.Helper()
	text := strings.Repeat("a", n)
	before, used, begin := f.focusedNow(), f.worked(), time.Now()
	f.xdotool("type", "--delay", "1", text)
	f.atOnce(fmt.Sprint(n, " characters to be there"), func(s scene.Scene) bool {
		o, ok := s.Focused()
		return ok && len(o.Text) == len(before)+n
	})
	return cost{(f.worked() - used) / time.Duration(n), time.Since(begin) / time.Duration(n)}
}

// focusedNow returns the text of what has the focus.
func (f far) focusedNow() (text string) {
	f.t.Helper()
	f.atOnce("something to have the focus", func(s scene.Scene) bool {
		o, ok := s.Focused()
		text = o.Text
		return ok
	})
	return text
}

// chinese types as TypeChinese does, also while the program waits for the server.
func (f far) chinese(keys, want string) {
	f.t.Helper()
	f.Compose(keys)
	f.xdotool("key", "space")
	f.atOnce(want+" to be there", func(s scene.Scene) bool {
		o, ok := s.Focused()
		return ok && strings.Contains(o.Text, want)
	})
	f.use(plainKeyboard)
}

// heal mends the network and waits until the window knows.
func (f far) heal() {
	f.t.Helper()
	f.network.Heal()
	mended := time.Now()
	f.Gone("与数据库断开")
	f.t.Logf("connected again %v after the network was", time.Since(mended).Round(time.Millisecond))
}

// cut loses the network and waits until the window says so, with what was typed
// on this machine.
func (f far) cut(write func()) {
	f.t.Helper()
	f.network.Cut()
	lost := time.Now()
	write()
	for _, said := range []string{"正在重连", "与数据库断开 · 所写已存在本机"} {
		f.atOnce(said, func(s scene.Scene) bool { return s.Shows(said) })
		f.t.Logf("says %q after %v", said, time.Since(lost).Round(time.Millisecond))
	}
}

// TestTheLineIsCutWhileWriting cuts the network without a word while somebody
// writes: keys stay as quick as before, all is kept on this machine, and when
// the network is back what another has saved meanwhile comes together with it.
func TestTheLineIsCutWhileWriting(t *testing.T) {
	f := openFar(t)
	f.TypeChinese("nihao", "你好")
	f.See("已自动保存")
	f.Key("ctrl+Home")
	before := f.keys(100)
	var after cost
	f.cut(func() { after = f.keys(200) })
	t.Logf("a key costs %v; cut off, %v", before, after)
	if after.clock > 3*before.clock+20*time.Millisecond {
		t.Errorf("keys lag while cut off")
	}
	f.chinese("shijie", "世界")
	f.Shot("cut")
	f.colleagueSaves(func(b *doc.Bulletin) { b.Articles[0].Body[1].Text += "赵平补了一句。" })
	f.heal()
	f.See("赵平存了新版")
	f.See("已自动保存")
	f.Shot("together")
	f.ClickNamed("article.1.body")
	want := f.focusedText()
	for _, part := range []string{strings.Repeat("a", 300), "你好", "世界", "赵平补了一句。"} {
		if !strings.Contains(want, part) {
			t.Errorf("%q is not on the page: %q", part, want)
		}
	}
	f.Key("ctrl+s")
	f.See("已存为第 3 版")
	if got := f.saved(); got != want {
		t.Errorf("saved %q, on the page %q", got, want)
	}
}

// TestBothChangedOneSentenceWhileCut shows both and asks; neither is lost.
func TestBothChangedOneSentenceWhileCut(t *testing.T) {
	long(t)
	f := openFar(t)
	f.Key("ctrl+Home")
	f.cut(func() { f.chinese("women", "我们") })
	mine := f.focusedNow()
	f.colleagueSaves(func(b *doc.Bulletin) { b.Articles[0].Body[0].Text = "他们" + b.Articles[0].Body[0].Text })
	f.heal()
	f.See("您和赵平改了同一处")
	f.Shot("conflict")
	f.ClickNamed("article.1.body")
	f.WaitFocused(mine)
	f.Click("用对方的")
	f.Gone("改了同一处")
	f.Shot("theirs")
	f.ClickNamed("article.1.body")
	theirs := f.focusedText()
	f.Key("ctrl+z")
	f.WaitFocused(mine)
	if !strings.HasPrefix(theirs, "他们") || !strings.HasPrefix(mine, "我们") {
		t.Errorf("theirs %.30q, mine %.30q", theirs, mine)
	}
}

// TestKilledWhileCut ends the program in the middle of it: the next start, with
// the network back, has all that was typed.
func TestKilledWhileCut(t *testing.T) {
	f := openFar(t)
	f.Key("ctrl+Home")
	f.cut(func() { f.chinese("women", "我们") })
	typed := f.focusedNow()
	f.Kill()
	f.network.Heal()
	f.Restart()
	f.See("找回的文字")
	f.Shot("there")
	f.Click("接着写")
	f.ClickNamed("article.1.body")
	f.WaitFocused(typed)
	if got := f.kept(t); got != typed {
		t.Errorf("the server has %.60q, typed was %.60q", got, typed)
	}
}

// TestTheServerIsKilledAndComesBack leaves the window alone, which finds the
// server again by itself, at the desk and on the page.
func TestTheServerIsKilledAndComesBack(t *testing.T) {
	long(t)
	ownFolders(t)
	server := pgtest.NewCluster(t, pgtest.Options{})
	database := server.Database(t)
	f := far{t: t}
	f.draft, f.database = draftOf(t, database, 300), database
	f.Journey = Start(t, jianbao(database))
	f.sitDown("李知远")
	for _, where := range []string{"desk", "page"} {
		if where == "page" {
			f.Key("Return")
			f.ClickNamed("article.1.body")
		}
		if err := server.Kill(); err != nil {
			t.Fatal(err)
		}
		f.See("与数据库断开，正在重连")
		f.Shot(fmt.Sprint("gone-", where))
		if err := server.Start(); err != nil {
			t.Fatal(err)
		}
		back := time.Now()
		f.Gone("与数据库断开")
		t.Logf("%s: found again after %v", where, time.Since(back).Round(time.Millisecond))
	}
	f.TypeChinese("nihao", "你好")
	f.Key("ctrl+s")
	f.See("已存为第 2 版")
	f.Shot("back")
	if got := f.saved(); !strings.Contains(got, "你好") {
		t.Errorf("saved %q", got)
	}
}
