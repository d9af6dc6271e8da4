package compose

import (
	"time"

	"fyne.io/fyne/v2"

	"jianbao/app/apptest/probe"
)

// echoDelay is how far outline, complaints and figures may be behind the text:
// reading a long issue through for every character would slow its writer down.
const echoDelay = 150 * time.Millisecond

// echo does once, a moment later, what follows from many small changes. It
// belongs to the UI goroutine.
type echo struct {
	do    func()
	after func(delay time.Duration, then func()) // then on the UI goroutine
	due   bool
}

func newEcho(do func()) *echo { return &echo{do: do, after: afterwards} }

// ask has it done soon, however often it is asked until then.
func (e *echo) ask() {
	if e.due {
		return
	}
	e.due = true
	rest := probe.Busy()
	e.after(echoDelay, func() {
		defer rest()
		e.due = false
		e.do()
	})
}

// afterwards calls then on the UI goroutine after a delay.
func afterwards(delay time.Duration, then func()) {
	time.AfterFunc(delay, func() { fyne.Do(then) })
}
