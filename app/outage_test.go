package app

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jianbao/app/element"
	"jianbao/app/screen/screentest"
	"jianbao/app/settings"
	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage"
	"jianbao/storage/journal"
	"jianbao/storage/postgres/pgtest"
)

const serverAddress = "postgres://wang@db1/jianbao"

// trial is a window that waits for a server which answers as the test says.
type trial struct {
	*testing.T
	*outage
	answers []error  // of the attempts to come; none: a database in memory opens
	asked   []string // the names that were to be opened
	later   []func() // what is to be done after a while
	opened  int      // how often the main window was opened
	canvas  fyne.Canvas
}

// reads is all that the window says.
func (r *trial) reads() string { return screentest.Reads(r.content) }

func (r *trial) tap(text string) {
	r.Helper()
	if !screentest.Tap(r.canvas, text) {
		r.Fatalf("nothing to click that says %q in\n%s", text, r.reads())
	}
}

func (r *trial) says(texts ...string) {
	r.Helper()
	for _, text := range texts {
		if !strings.Contains(r.reads(), text) {
			r.Errorf("the window does not say %q but\n%s", text, r.reads())
		}
	}
}

func newTrial(t *testing.T, address string, answers ...error) *trial {
	t.Helper()
	test.NewTempApp(t)
	words, err := setup.Words("")
	if err != nil {
		t.Fatal(err)
	}
	s := &start{words: words, file: settings.At(filepath.Join(t.TempDir(), "settings.json"))}
	s.taste.Database = address
	s.opening = setup.Options{Chosen: address}
	r := &trial{T: t, outage: newOutage(s), answers: answers}
	r.apart = func(work func()) { work() }
	r.after = func(_ time.Duration, then func()) { r.later = append(r.later, then) }
	r.begin = r.answer
	r.outage.opened = func() { r.opened++ }
	r.canvas = test.NewTempWindow(t, r.content).Canvas()
	r.await(r.answer(s.opening))
	return r
}

// answer is what an attempt comes to.
func (r *trial) answer(o setup.Options) <-chan attempt {
	name, _ := o.Database()
	r.asked = append(r.asked, name)
	if len(r.answers) == 0 {
		p, err := setup.Open(r.Context(), setup.Options{DSN: storage.Memory})
		return answered(attempt{p, err})
	}
	next := r.answers[0]
	r.answers = r.answers[1:]
	return answered(attempt{err: next})
}

func TestAServerThatComesBack(t *testing.T) {
	r := newTrial(t, serverAddress, review.ErrLost, review.ErrLost)
	r.says("数据库没有打开", "连不上数据库服务器", "已存的内容都在服务器 "+serverAddress+" 上", "每 5 秒自动再试一次，已试 1 次")
	r.later[0]()
	r.says("已试 2 次")
	if r.opened > 0 || len(r.later) != 2 {
		t.Fatalf("opened %d times, %d attempts are to come", r.opened, len(r.later))
	}
	r.later[0]() // long overtaken
	if len(r.asked) != 2 {
		t.Errorf("asked %q", r.asked)
	}
	r.tap("再试")
	if r.opened != 1 || r.start.program == nil {
		t.Error("the window does not open")
	}
	r.later[1]() // the database is open
	if len(r.asked) != 3 {
		t.Errorf("asked %q", r.asked)
	}
}

// What did not reach the server is counted and named while it is away.
func TestUnsentTextsAreNamed(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	dsn := pgtest.DSN(t)
	p, err := setup.Open(t.Context(), setup.Options{DSN: dsn})
	if err != nil {
		t.Fatal(err)
	}
	for _, title := range []string{"街巷整治", "供热改造"} {
		text := doc.Bulletin{Articles: []doc.Article{{ID: "a", Title: title}}}
		if err := p.Journal.Put(journal.Entry{Draft: review.DraftID(title), Person: "p", Text: text}); err != nil {
			t.Fatal(err)
		}
	}
	p.Close()
	r := newTrial(t, dsn, review.ErrLost)
	r.says("还留着 2 份没有送到服务器的文字", "《街巷整治》", "《供热改造》")
}

// A login that is refused is not sent again by itself.
func TestARefusedLoginIsNotRepeated(t *testing.T) {
	r := newTrial(t, serverAddress, review.ErrDenied)
	r.says("数据库不允许这个登录名", "再试")
	if len(r.later) > 0 {
		t.Error("it is tried again by itself")
	}
}

func TestAnotherAddress(t *testing.T) {
	r := newTrial(t, serverAddress, review.ErrLost, review.ErrLost)
	r.tap("改地址")
	entry := screentest.Within[*element.Entry](r.content)[0]
	if entry.Text != serverAddress {
		t.Errorf("the form begins with %q", entry.Text)
	}
	entry.SetText("postgres://wang:s3cret@db2/jianbao")
	r.tap("用这个地址连接")
	r.says("地址里写了密码")
	entry.SetText("postgres://wang@db2/jianbao")
	r.tap("用这个地址连接")
	r.says("postgres://wang@db2/jianbao")
	if kept, err := r.start.file.Load(); err != nil || kept.Database != "postgres://wang@db2/jianbao" || r.asked[1] != kept.Database {
		t.Errorf("remembered %+v, %v; asked %q", kept, err, r.asked)
	}
}

// An address with a password may stand in a settings file that somebody wrote by
// hand: it is not used, and not shown.
func TestAPasswordInTheSettings(t *testing.T) {
	const written = "postgres://wang:s3cret@db1/jianbao"
	o := setup.Options{Chosen: written}
	_, err := setup.Open(t.Context(), o)
	var refused *storage.AddressError
	if !errors.As(err, &refused) || !o.OnServer() {
		t.Fatalf("opened with %v", err)
	}
	r := newTrial(t, written, err)
	r.says("地址里写了密码")
	r.tap("改地址")
	if strings.Contains(r.reads(), "s3cret") {
		t.Errorf("the password is shown:\n%s", r.reads())
	}
}

func TestBackToTheFile(t *testing.T) {
	t.Setenv("XDG_DATA_HOME", t.TempDir())
	r := newTrial(t, serverAddress, review.ErrLost)
	r.tap("改地址")
	r.tap("改用本机文件")
	kept, err := r.start.file.Load()
	own, _ := setup.Options{}.Database()
	if err != nil || kept.Database != "" || r.asked[1] != own || r.opened != 1 {
		t.Errorf("remembered %+v, %v; asked %q; opened %d times", kept, err, r.asked, r.opened)
	}
}

// A place that was named for this time is not exchanged for the file.
func TestANamedServerOffersNoFile(t *testing.T) {
	r := newTrial(t, "", review.ErrLost)
	r.start.opening.DSN = serverAddress
	r.tap("改地址")
	if strings.Contains(r.reads(), "改用本机文件") {
		t.Error("the file is offered")
	}
}
