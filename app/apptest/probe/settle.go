//go:build e2e

package probe

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// settle returns once everything queued for the UI goroutine has run, a frame has been made after that
// without new work, and nothing is pending elsewhere.
func settle() {
	for {
		fyne.DoAndWait(func() {})
		frame()
		fyne.DoAndWait(func() {})
		if pending.Load() == 0 {
			return
		}
	}
}

// frame waits until the driver has taken the waiting input and is about to paint: that is when it ticks
// animations.
func frame() {
	reached := make(chan struct{})
	var once sync.Once
	tick := func(float32) { once.Do(func() { close(reached) }) }
	fyne.DoAndWait(fyne.NewAnimation(time.Millisecond, tick).Start)
	<-reached
}
