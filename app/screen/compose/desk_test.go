package compose

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"jianbao/app/screen/screentest"
	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
	"jianbao/review"
)

// office is an office where what is put off is done when a test says so.
type office struct {
	*screentest.Office
	later []func()
}

func newOffice(t testing.TB) *office {
	t.Helper()
	return &office{Office: screentest.New(t)}
}

// wait lets everything put off happen.
func (o *office) wait() {
	for len(o.later) > 0 {
		next := o.later[0]
		o.later = o.later[1:]
		next()
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// begin makes a new issue of the series.
func (o *office) begin() review.DraftID {
	return must(o.Desk().NewIssue(context.Background(), o.Actor(), o.Bureau())).Draft.ID
}

// complete makes an issue that lacks nothing.
func (o *office) complete() review.DraftID {
	b := must(o.Bureau().Template.NewIssue(nil))
	b.Masthead.Date = doc.Date{Year: 2026, Month: 3, Day: 3}
	a := &b.Articles[0]
	a.Title, a.Source = "街巷整治动员会召开", "综合处"
	a.Body = []doc.Paragraph{doc.NewParagraph("第一段文字。"), doc.NewParagraph("第二段文字。")}
	return must(o.Desk().Create(context.Background(), o.Actor(), o.Bureau().ID, b, review.CauseNew, "")).Draft.ID
}

// handedBack makes an issue that was handed over and came back.
func (o *office) handedBack() review.DraftID {
	id := o.complete()
	ctx := context.Background()
	must(o.Desk().Submit(ctx, o.Actor(), id))
	o.Sit("王敏")
	must(o.Desk().Return(ctx, o.Actor(), id, review.ToDrafting, "数字不实", []review.DemandText{{Text: "核对数字"}}))
	o.Sit("李知远")
	return id
}

// open shows a draft to whoever sits here.
func (o *office) open(id review.DraftID) *Screen {
	s := New(o, id)
	s.keep.first().after, s.keep.store.after = afterLater(o), afterLater(o)
	s.echo.after = func(_ time.Duration, then func()) { then() }
	s.proofs.after = func(time.Duration, func()) { s.proofs.armed = false } // tests of proofreading say when
	o.Open(s)
	return s
}

// fill types a text into a field as a person would, over what stands there.
func (s *Screen) fill(t *testing.T, at doc.Place, text string) {
	t.Helper()
	e := s.page.entries[at]
	if e == nil {
		t.Fatalf("no field %v on the page", at)
	}
	e.field.(fyne.Shortcutable).TypedShortcut(&fyne.ShortcutSelectAll{})
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			e.field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		}
		for _, r := range line {
			e.field.TypedRune(r)
		}
	}
	e.field.Text() // ends the turn of the event loop
}

// view is the body of an article.
func (s *Screen) view(t testing.TB, i int) *textview.View {
	t.Helper()
	return s.page.bodies[s.text.text.Articles[i].ID]
}

// at is a place in a body.
func at(paragraph buffer.Paragraph, offset buffer.RuneOffset) buffer.Position {
	return buffer.Position{Paragraph: paragraph, Offset: offset}
}

var errDisk = errors.New("disk is gone")

// slowShell is an office where work elsewhere waits until a test lets it go on.
type slowShell struct {
	*office
	tasks []func()
}

// Do implements screen.Shell.
func (s *slowShell) Do(work func() error, done func()) {
	s.tasks = append(s.tasks, func() { s.office.Do(work, done) })
}

// run lets all work be done.
func (s *slowShell) run() {
	for len(s.tasks) > 0 {
		pop(&s.tasks)
	}
}

// afterLater puts off what is to be done later until the test says so.
func afterLater(o *office) func(time.Duration, func()) { return afterInto(&o.later) }

func afterInto(later *[]func()) func(time.Duration, func()) {
	return func(_ time.Duration, then func()) { *later = append(*later, then) }
}
