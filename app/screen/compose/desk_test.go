package compose

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"jianbao/app/i18n"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/assets"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/memory"
)

// office is a desk with three people and the window they sit at. Work given to
// Do is done at once; what is put off is done when a test says so.
type office struct {
	t      testing.TB
	desk   *review.Desk
	words  *i18n.Catalogue
	look   *theme.Theme
	window fyne.Window
	series review.Series
	actor  review.Actor
	reply  string // given to Ask
	failed []string
	asked  []string
	went   string
	later  []func()
}

func (o *office) Desk() *review.Desk     { return o.desk }
func (o *office) Actor() review.Actor    { return o.actor }
func (o *office) Words() *i18n.Catalogue { return o.words }
func (o *office) Window() fyne.Window    { return o.window }
func (o *office) Theme() *theme.Theme    { return o.look }
func (o *office) Changed()               {}
func (o *office) Home()                  { o.went = "home" }
func (o *office) Fail(err error)         { o.failed = append(o.failed, o.words.Error(err)) }

func (o *office) OpenDraft(id review.DraftID)         { o.went = "draft" }
func (o *office) OpenCompare(id review.DraftID)       { o.went = "compare" }
func (o *office) AskPIN(string, func(review.Actor))   {}
func (o *office) Tell(title, sentence string)         {}
func (o *office) Ask(title, _ string, f func(string)) { o.asked = append(o.asked, title); f(o.reply) }

func (o *office) Confirm(title, _, _ string, then func()) {
	o.asked = append(o.asked, title)
	then()
}

func (o *office) Do(work func() error, done func()) {
	if err := work(); err != nil {
		o.Fail(err)
		return
	}
	done()
}

// wait lets everything put off happen.
func (o *office) wait() {
	for len(o.later) > 0 {
		next := o.later[0]
		o.later = o.later[1:]
		next()
	}
}

var looks = sync.OnceValues(func() (*theme.Theme, error) {
	return theme.New(theme.Sources{Fonts: assets.Fonts(), Icons: assets.Icons()}, theme.Light)
})

func newOffice(t testing.TB) *office {
	t.Helper()
	look := must(looks())
	test.NewTempApp(t).Settings().SetTheme(look)
	words := must(setup.Words(i18n.Chinese))
	o := &office{t: t, words: words, look: look, reply: "说明一句", window: test.NewTempWindow(t, nil)}
	o.desk = review.NewDesk(memory.New(), review.WithPINCost(review.PINCost{Passes: 1, KiB: 8}))
	ctx := context.Background()
	for name, role := range map[string]review.Role{"李知远": review.RoleDrafter, "王敏": "责编", "吕承志": "核稿"} {
		must(o.desk.AddPerson(ctx, name, []review.Role{role}, "2468"))
	}
	o.actor = must(o.desk.As(ctx, "李知远"))
	o.series = must(o.desk.AddSeries(ctx, o.actor, must(setup.BuiltinSeries())[0]))
	return o
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// begin makes a new issue of the series.
func (o *office) begin() review.DraftID {
	return must(o.desk.NewIssue(context.Background(), o.actor, o.series)).Draft.ID
}

// complete makes an issue that lacks nothing.
func (o *office) complete() review.DraftID {
	b := must(o.series.Template.NewIssue(nil))
	b.Masthead.Date = doc.Date{Year: 2026, Month: 3, Day: 3}
	a := &b.Articles[0]
	a.Title, a.Source = "街巷整治动员会召开", "综合处"
	a.Body = []doc.Paragraph{doc.NewParagraph("第一段文字。"), doc.NewParagraph("第二段文字。")}
	return must(o.desk.Create(context.Background(), o.actor, o.series.ID, b, review.CauseNew, "")).Draft.ID
}

// open shows a draft to whoever sits here.
func (o *office) open(id review.DraftID) *Screen {
	s := New(o, id)
	s.keep.after = func(_ time.Duration, then func()) { o.later = append(o.later, then) }
	o.window.SetContent(s.Content())
	o.window.Resize(fyne.NewSize(1366, 700))
	s.Show()
	return s
}

func (o *office) as(name string) *office {
	o.actor = must(o.desk.As(context.Background(), name))
	return o
}

func (o *office) file(id review.DraftID) *review.File {
	return must(o.desk.Open(context.Background(), o.actor, id))
}

// fill types a text into a field as a person would, over what stands there.
func (s *Screen) fill(t *testing.T, at doc.Place, text string) {
	t.Helper()
	e := s.page.entries[at]
	if e == nil {
		t.Fatalf("no field %v on the page", at)
	}
	e.field.Select(0, len([]rune(e.field.Text())))
	for _, r := range text {
		e.field.TypedRune(r)
	}
}

func (s *Screen) run(t *testing.T, id string) {
	t.Helper()
	for _, c := range s.Commands() {
		if string(c.ID) == id {
			if !c.Run() {
				t.Fatalf("%s refused: %s", id, c.Reason())
			}
			return
		}
	}
	t.Fatalf("no command %s", id)
}

func (s *Screen) reason(t *testing.T, id string) string {
	t.Helper()
	for _, c := range s.Commands() {
		if string(c.ID) == id {
			return c.Reason()
		}
	}
	t.Fatalf("no command %s", id)
	return ""
}

var errDisk = errors.New("disk is gone")
