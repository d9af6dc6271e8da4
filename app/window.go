package app

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jianbao/app/apptest/probe"
	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/i18n"
	"jianbao/app/ime"
	"jianbao/app/screen"
	"jianbao/app/settings"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/storage"
)

// window is the main window: a bar, a screen, a status line. It is the shell of
// every screen.
type window struct {
	win     fyne.Window
	app     fyne.App
	program *setup.Program
	words   *i18n.Catalogue
	look    *theme.Theme
	taste   settings.Settings
	file    settings.File
	apart   func(func()) // runs work beside the UI goroutine; tests do it at once

	actor   review.Actor
	current screen.Screen
	place   command.ID // which place of the left column is shown, if any
	desk    screen.Screen
	bar     *bar
	nav     *nav
	slot    *fyne.Container
	status  *fyne.Container
	keys    *keys
	idle    idle
	live    live
	servers setup.Servers
	named   bool // where the work is kept was named for this time
}

func newWindow(a fyne.App, p *setup.Program, look *theme.Theme, taste settings.Settings, file settings.File) *window {
	w := &window{win: a.NewWindow(p.Words.T("app.name")), app: a, program: p, words: p.Words, look: look, taste: taste, file: file,
		apart: func(work func()) { go work() }}
	w.servers = setup.Servers{Words: w.words, Remember: w.rememberServer}
	w.win.SetPadded(false)
	w.bar = newBar(w)
	w.nav = newNav(w)
	w.slot = container.NewStack()
	w.status = container.NewStack()
	w.keys = newKeys(w)
	w.live = newLive(w)
	foot := element.NewSurface(theme.ColorPaper, w.status)
	foot.Inset = fyne.NewSize(16, 5)
	w.win.SetContent(element.Frame(
		element.Frame(nil, element.Rule(), nil, nil, w.bar.content),
		element.Frame(element.Rule(), nil, nil, nil, foot), w.nav.content, nil, w.slot))
	w.win.SetMaster()
	w.win.SetCloseIntercept(w.close)
	w.win.SetOnDropped(func(_ fyne.Position, files []fyne.URI) { w.importDropped(files) })
	w.win.Resize(sizeOf(taste))
	return w
}

func sizeOf(taste settings.Settings) fyne.Size {
	if taste.Width < 640 || taste.Height < 480 {
		return fyne.NewSize(1366, 768)
	}
	return fyne.NewSize(taste.Width, taste.Height)
}

// open shows the window on its first screen.
func (w *window) open(ctx context.Context, o Options) {
	w.sitDown(ctx, o.Sample)
	interrupted := review.DraftID(w.taste.Writing)
	w.desk = w.newDesk()
	w.Home()
	w.win.Show()
	ime.Attach(w.win)
	probe.Start(w.win)
	w.watch(ctx)
	w.keepInTouch(ctx)
	if len(o.Files) > 0 {
		w.importPaths(o.Files)
		return
	}
	w.bringIn(func() { w.recoverWriting(interrupted) })
	w.welcome()
}

// show puts a screen into the window once the present one let go, and reports
// whether it did.
func (w *window) show(next screen.Screen) bool {
	if w.current != nil {
		if err := w.current.Leave(); err != nil {
			w.Fail(err)
			return false
		}
	}
	w.current = next
	w.noteWriting(next)
	w.opened(next)
	w.slot.Objects = []fyne.CanvasObject{next.Content()}
	w.slot.Refresh()
	w.win.Canvas().Unfocus()
	w.Changed()
	next.Show()
	return true
}

// commands is everything that can be done now: the screen's own, then those
// that can be done everywhere.
func (w *window) commands() command.List {
	return append(w.current.Commands(), w.everywhere()...)
}

// Changed implements screen.Shell.
func (w *window) Changed() {
	w.touch()
	w.Renewed()
}

// Renewed implements screen.Shell.
func (w *window) Renewed() {
	w.bar.paint()
	w.nav.paint()
	w.status.Objects = []fyne.CanvasObject{container.NewBorder(nil, nil, w.current.Footer(), element.Line(24, w.live.status, w.hints()))}
	w.status.Refresh()
	w.keys.bind(w.commands())
	w.win.SetMainMenu(w.menu())
}

// hints are the keys that work everywhere, at the right end of the status line.
func (w *window) hints() fyne.CanvasObject {
	return element.NewSoft(w.Words().T("window.hints"))
}

// Desk implements screen.Shell.
func (w *window) Desk() *review.Desk { return w.program.Desk }

// Actor implements screen.Shell.
func (w *window) Actor() review.Actor { return w.actor }

// Words implements screen.Shell.
func (w *window) Words() *i18n.Catalogue { return w.words }

// Window implements screen.Shell.
func (w *window) Window() fyne.Window { return w.win }

// Theme is the look in use, for screens that draw pages.
func (w *window) Theme() *theme.Theme { return w.look }

// Where says where the work is kept.
func (w *window) Where() string {
	shown := screen.Homely(storage.Shown(w.program.DSN))
	if storage.IsServer(w.program.DSN) {
		return w.words.T("window.where.server", "dsn", shown)
	}
	return w.words.T("window.where", "dsn", shown)
}

// Do implements screen.Shell.
func (w *window) Do(work func() error, done func()) {
	rest := probe.Busy()
	w.apart(func() {
		err := work()
		fyne.Do(func() {
			defer rest()
			if err != nil {
				w.Fail(err)
				return
			}
			done()
		})
	})
}

// close ends the program once nothing is unsaved.
func (w *window) close() {
	if err := w.current.Leave(); err != nil {
		w.Fail(err)
		return
	}
	size := w.win.Canvas().Size()
	w.taste.Width, w.taste.Height = size.Width, size.Height
	w.taste.Writing = ""
	w.remember()
	w.standUp()
	w.app.Quit()
}

// remember stores the user's taste; failing to is said and does no harm.
func (w *window) remember() {
	if err := w.file.Save(w.taste); err != nil {
		w.Fail(err)
	}
}
