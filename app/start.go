package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"jianbao/app/i18n"
	"jianbao/app/settings"
	"jianbao/app/setup"
	"jianbao/app/theme"
	"jianbao/assets"
)

// start is the program on its way to its window.
type start struct {
	ctx      context.Context
	options  Options
	opening  setup.Options
	words    *i18n.Catalogue
	file     settings.File
	taste    settings.Settings
	tasteErr error
	look     *theme.Theme
	app      fyne.App

	program *setup.Program // nil until the database is open
}

// newStart reads the settings; no window is made yet.
func newStart(ctx context.Context, o Options) (*start, error) {
	file, err := settings.Default()
	if err != nil {
		return nil, err
	}
	s := &start{ctx: ctx, options: o, file: file}
	s.taste, s.tasteErr = file.Load()
	language := o.Language
	if language == "" {
		language = i18n.Language(s.taste.Language)
	}
	s.opening = setup.Options{DSN: o.DSN, Chosen: s.taste.Database, Sample: o.Sample, Language: language, Passwords: o.Passwords}
	s.words, err = setup.Words(language)
	return s, err
}

// swiftly is how long a server may take before a window says that it is waited
// for.
const swiftly = time.Second

// attempt is what opening the database came to.
type attempt struct {
	program *setup.Program
	err     error
}

// begin opens the database in the background.
func (s *start) begin(o setup.Options) <-chan attempt {
	done := make(chan attempt, 1)
	go func() {
		program, err := setup.Open(s.ctx, o)
		done <- attempt{program, err}
	}()
	return done
}

// run opens the database, or a window that says why it does not open, and
// returns when the last window is closed.
func (s *start) run() error {
	waiting := s.begin(s.opening)
	if !s.opening.OnServer() {
		return s.runWith(<-waiting)
	}
	select {
	case done := <-waiting:
		if done.err == nil {
			return s.runWith(done)
		}
		waiting = answered(done)
	case <-time.After(swiftly):
	}
	return s.runWaiting(waiting)
}

// answered is an attempt that is over.
func answered(done attempt) <-chan attempt {
	channel := make(chan attempt, 1)
	channel <- done
	return channel
}

// runWith opens the window on a database that is open, or offers to rescue one
// that is not.
func (s *start) runWith(done attempt) error {
	if done.err != nil {
		return runRescue(s.opening, done.err)
	}
	s.program = done.program
	if err := s.prepare(); err != nil {
		return errors.Join(err, s.program.Close())
	}
	s.stand()
	s.app.Run()
	return s.program.Close()
}

// runWaiting shows the window that waits for a server.
func (s *start) runWaiting(waiting <-chan attempt) error {
	if err := s.prepare(); err != nil {
		return err
	}
	o := newOutage(s)
	o.show(waiting)
	s.app.Run()
	if s.program == nil {
		return nil
	}
	return s.program.Close()
}

// prepare makes what every window of the program has in common.
func (s *start) prepare() error {
	err := speak(s.words)
	if err != nil {
		return err
	}
	if s.taste.Look == "" {
		s.taste.Look = string(theme.Light) // paper is white until somebody wants it otherwise
	}
	if s.look, err = newLook(theme.Preference(s.taste.Look)); err != nil {
		return err
	}
	s.app = fyneapp.NewWithID(ID)
	s.app.SetIcon(fyne.NewStaticResource("jianbao.png", assets.Icon()))
	s.app.Settings().SetTheme(s.look)
	return nil
}

// stand opens the main window on the open database.
func (s *start) stand() {
	w := newWindow(s.app, s.program, s.look, s.taste, s.file)
	w.servers.Passwords, w.named = s.options.Passwords, s.opening.DSN != ""
	if s.tasteErr != nil {
		w.Fail(fmt.Errorf("settings: %w", s.tasteErr))
	}
	w.open(s.ctx, s.options)
	w.keepSafe(s.ctx)
}
