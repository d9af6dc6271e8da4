package textview

import (
	"time"

	"fyne.io/fyne/v2"
)

// clock is what a view knows of time. All it calls, it calls on the UI
// goroutine.
type clock struct {
	now func() time.Time
	// later calls do once the events at hand are dealt with.
	later func(do func())
	// every calls do again and again until it is stopped.
	every func(pause time.Duration, do func()) (stop func())
}

func realClock() clock {
	return clock{now: time.Now, later: fyne.Do, every: every}
}

func every(pause time.Duration, do func()) (stop func()) {
	done := make(chan struct{})
	stopped := false
	once := func() {
		if !stopped {
			do()
		}
	}
	go func() {
		ticks := time.NewTicker(pause)
		defer ticks.Stop()
		for {
			select {
			case <-ticks.C:
				fyne.Do(once)
			case <-done:
				return
			}
		}
	}()
	return func() {
		if !stopped {
			stopped = true
			close(done)
		}
	}
}
