package ime

import (
	"time"

	"fyne.io/fyne/v2"
)

// framesPerLook is how many frames pass between two looks at the caret while the focus stays where it is:
// about a tenth of a second.
const framesPerLook = 6

// follower keeps one window's input context in step with its focused widget.
type follower struct {
	canvas  fyne.Canvas
	context inputContext
	focused fyne.Focusable
	writing bool
	spot    fyne.Position
	frame   int
}

// inputContext is a native window's connection to the input method.
type inputContext interface {
	// Listen lets the input method take keys, or keeps it from them.
	Listen(on bool)
	// MoveTo puts the candidate window at a point in pixels from the window's upper left corner.
	MoveTo(x, y int)
}

// Attach keeps the candidate window of w at the caret of the focused widget for as long as the program
// runs, and keeps the input method out of widgets in which nothing is written. Call it once, on the UI
// goroutine, after the window has been shown.
func Attach(w fyne.Window) {
	context := contextOf(w)
	if context == nil {
		return
	}
	f := &follower{canvas: w.Canvas(), context: context, writing: true}
	everyFrame(f.step)
}

// everyFrame calls do on the UI goroutine once a frame. An animation costs no wake-up of its own: the
// driver's loop runs at the frame rate anyway.
func everyFrame(do func()) {
	a := fyne.NewAnimation(time.Second, func(float32) { do() })
	a.RepeatCount = fyne.AnimationRepeatForever
	a.Start()
}

// step looks at the focus every frame, and at the caret when the focus has moved or some frames have gone by.
func (f *follower) step() {
	focused := f.canvas.Focused()
	due := f.frame%framesPerLook == 0
	f.frame++
	if focused == f.focused && !due {
		return
	}
	f.focused = focused
	spot, writing := spotOf(focused)
	if writing != f.writing {
		f.writing = writing
		f.context.Listen(writing)
	}
	if writing && spot != f.spot {
		f.spot = spot
		f.context.MoveTo(f.canvas.PixelCoordinateForPosition(spot))
	}
}
