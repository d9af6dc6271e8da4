package app

import (
	"context"
	"os"
	"path"
	"reflect"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"jianbao/app/element"
	"jianbao/app/pulse"
	"jianbao/app/screen"
	"jianbao/app/theme"
	"jianbao/review"
)

// live is what the window has to do with the others on the same database.
type live struct {
	pulse  *pulse.Pulse
	news   pulse.News
	status *element.Text      // who else is at work, or that the database is lost
	stop   context.CancelFunc // ends the pulse
	ended  chan struct{}      // closed once it has stood up
}

func newLive(w *window) live {
	machine, _ := os.Hostname() // a machine without a name is told by who sits there
	l := live{status: element.NewSoft(""), stop: func() {}, ended: make(chan struct{})}
	close(l.ended)
	l.pulse = pulse.New(w.program.Desk, machine, func(n pulse.News) { fyne.Do(func() { w.heard(n) }) })
	return l
}

// keepInTouch lets the pulse run until the window closes or ctx ends.
func (w *window) keepInTouch(ctx context.Context) {
	w.live.pulse.Sit(w.actor)
	ctx, w.live.stop = context.WithCancel(ctx)
	ended := make(chan struct{})
	w.live.ended = ended
	go func() {
		defer close(ended)
		ticker := time.NewTicker(pulse.Every)
		defer ticker.Stop()
		w.live.pulse.Run(ctx, ticker.C)
	}()
}

// standUp ends the pulse: others see at once that nobody works here.
func (w *window) standUp() {
	w.live.stop()
	<-w.live.ended
}

// opened tells the others which screen is shown, and the draft on it.
func (w *window) opened(s screen.Screen) {
	var draft review.DraftID
	if d, ok := s.(drafted); ok {
		draft = d.Draft()
	}
	w.live.pulse.Open(draft, nameOf(s))
}

// nameOf is a screen's own name: that of its package.
func nameOf(s screen.Screen) string {
	return path.Base(reflect.Indirect(reflect.ValueOf(s)).Type().PkgPath())
}

// News implements the desk's shell.
func (w *window) News() pulse.News { return w.live.news }

// heard takes news in: the status line says who is there, and the screen in front
// hears of it.
func (w *window) heard(n pulse.News) {
	w.live.news = n
	w.paintOthers()
	if s, ok := w.current.(screen.Follower); ok {
		s.Follow(n)
	}
}

// othersNamed is how many people at work are told by name.
const othersNamed = 3

// paintOthers says in the status line who else is at work, or since when the
// database is lost.
func (w *window) paintOthers() {
	n := w.live.news
	if !n.Lost.IsZero() {
		w.live.status.SetColoured(w.words.T("pulse.lost", "at", n.Lost.Local().Format("15:04:05")), theme.ColorRed)
		return
	}
	names, said := n.AtWork(w.actor.Person().ID), ""
	switch count := len(names); {
	case count > othersNamed:
		said = w.words.T("pulse.many", "names", strings.Join(names[:othersNamed], w.words.T("pulse.and")), "count", count)
	case count > 0:
		said = w.words.T("pulse.others", "names", strings.Join(names, w.words.T("pulse.and")))
	}
	w.live.status.SetColoured(said, theme.ColorSoft)
}
