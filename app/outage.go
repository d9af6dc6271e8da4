package app

import (
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/connect"
	"jianbao/app/element"
	"jianbao/app/ime"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/storage"
)

// again is how long a server that could not be reached is left in peace.
const again = 5 * time.Second

// unsentRoom is how many texts on this computer are named.
const unsentRoom = 5

// outage is the window for a server that is not reached, or does not let one
// in. It belongs to the goroutine of the windows.
type outage struct {
	start   *start
	servers setup.Servers
	begin   func(setup.Options) <-chan attempt
	after   func(time.Duration, func()) // calls on the goroutine of the windows
	apart   func(func())
	opened  func() // once the database is open

	win     fyne.Window // nil where a test looks at the content alone
	content *fyne.Container
	form    *connect.Form
	cause   error // nil while the first attempt is under way
	trying  bool
	tries   int
	round   int // which attempt is the latest
}

func newOutage(s *start) *outage {
	o := &outage{start: s, begin: s.begin, content: element.Flow(12), apart: func(work func()) { go work() }}
	o.after = func(wait time.Duration, then func()) { time.AfterFunc(wait, func() { fyne.Do(then) }) }
	o.servers = setup.Servers{Words: s.words, Passwords: s.options.Passwords, Remember: o.remember}
	o.opened = s.stand
	return o
}

// show opens the window on an attempt that is under way.
func (o *outage) show(waiting <-chan attempt) {
	o.win = o.start.app.NewWindow(o.start.words.T("app.name"))
	o.win.SetContent(container.NewVScroll(element.Margins(28, 20, 20, o.content)))
	o.win.Resize(fyne.NewSize(760, 600))
	o.await(waiting)
	o.win.Show()
	ime.Attach(o.win)
	probe.Start(o.win)
}

// await waits for an attempt. What an earlier one still comes to is then no
// longer wanted.
func (o *outage) await(waiting <-chan attempt) {
	o.trying = true
	o.round++
	round := o.round
	o.paint()
	o.apart(func() {
		done := <-waiting
		fyne.Do(func() { o.arrived(round, done) })
	})
}

// arrived goes on to the main window, or says why not.
func (o *outage) arrived(round int, done attempt) {
	if round != o.round {
		if done.program != nil {
			done.program.Close() // nothing was done with it
		}
		return
	}
	o.trying, o.cause = false, done.err
	o.tries++
	if done.err != nil {
		o.paint()
		o.retryLater()
		return
	}
	o.start.program = done.program
	o.opened()
	if o.win != nil {
		o.win.Close()
	}
}

// retryLater tries again by itself where the server was not reached. A login
// that was refused is not sent again and again: that could lock it.
func (o *outage) retryLater() {
	if !errors.Is(o.cause, review.ErrLost) {
		return
	}
	round := o.round
	o.after(again, func() {
		if round == o.round && !o.trying {
			o.retry()
		}
	})
}

func (o *outage) retry() {
	if !o.trying {
		o.await(o.begin(o.start.opening))
	}
}

// remember puts an address into the settings.
func (o *outage) remember(address string) error {
	o.start.taste.Database = address
	return o.start.file.Save(o.start.taste)
}

// use goes on with another address; "" is the file of one's own.
func (o *outage) use(address string) {
	o.start.opening.DSN, o.start.opening.Chosen = "", address
	o.form = nil
	o.await(o.begin(o.start.opening))
}

// useOwn goes on with the file of one's own, now and next time.
func (o *outage) useOwn() {
	if err := o.servers.Choose(""); err != nil {
		o.cause = err
		o.paint()
		return
	}
	o.use("")
}

// editAddress opens the form below.
func (o *outage) editAddress() {
	address, _ := o.start.opening.Database() // one that may not be remembered is shown all the same
	do := func(work, done func()) {
		o.apart(func() {
			work()
			fyne.Do(done)
		})
	}
	o.form = connect.New(o.servers, o.start.words, do, storage.Shown(address))
	o.form.Use, o.form.Used = o.start.words.T("outage.use"), o.use
	o.paint()
}

func (o *outage) t(key string, pairs ...any) string { return o.start.words.T(key, pairs...) }

func (o *outage) paint() {
	address, _ := o.start.opening.Database()
	place := storage.Shown(address)
	o.content.Objects = []fyne.CanvasObject{element.NewHeading(o.t("outage.title"))}
	if o.cause == nil {
		o.add(element.NewProse(o.t("outage.connecting", "place", place), theme.ColorInk))
	} else {
		o.add(element.NewProse(o.start.words.Error(o.cause), theme.ColorInk), element.NewProse(o.safe(place), theme.ColorInk), o.buttons())
	}
	o.add(element.NewNote(o.state(), theme.ColorSoft))
	if o.form != nil {
		o.add(element.Rule(), o.form.Content())
		if o.start.opening.DSN == "" {
			o.add(element.Line(8, probe.Name(widget.NewButton(o.t("outage.own"), o.useOwn), "outage.own")))
		}
	}
	o.content.Refresh()
}

func (o *outage) add(objects ...fyne.CanvasObject) {
	o.content.Objects = append(o.content.Objects, objects...)
}

func (o *outage) buttons() fyne.CanvasObject {
	retry := probe.Name(widget.NewButton(o.t("outage.again"), o.retry), "outage.again")
	retry.Importance = widget.HighImportance
	change := probe.Name(widget.NewButton(o.t("outage.address"), o.editAddress), "outage.address")
	return element.Line(8, retry, change)
}

// safe says what is safe: what is stored, and what is still on this computer.
func (o *outage) safe(place string) string {
	stored := o.t("outage.safe", "place", place)
	unsent, err := setup.Unsent(o.start.opening)
	if len(unsent) == 0 {
		return stored // what cannot be read is told when the desk opens
	}
	var names []string
	for _, e := range unsent {
		if len(names) < unsentRoom {
			names = append(names, "《"+strings.ReplaceAll(e.Text.Heading(), "\n", " ")+"》")
		}
	}
	if len(names) < len(unsent) || err != nil {
		names = append(names, "…")
	}
	return stored + "\n" + o.t("outage.unsent", "count", len(unsent), "names", strings.Join(names, ""))
}

// state is what the window does by itself.
func (o *outage) state() string {
	switch {
	case o.trying && o.cause != nil:
		return o.t("outage.trying")
	case errors.Is(o.cause, review.ErrLost):
		return o.t("outage.soon", "seconds", int(again.Seconds()), "count", o.tries)
	}
	return ""
}
