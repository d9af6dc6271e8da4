//go:build linux && !wayland && cgo

package ime

/*
#cgo LDFLAGS: -lX11 -ldl
#include "xim.h"
*/
import "C"

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// x11Context is the input context that GLFW made for the X11 window with this number.
type x11Context C.ulong

// contextOf returns w's input context, or nil where w is not a window on an X server.
func contextOf(w fyne.Window) inputContext {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return nil
	}
	var context inputContext
	native.RunNative(func(c any) {
		if x11, ok := c.(driver.X11WindowContext); ok && x11.WindowHandle != 0 {
			context = x11Context(x11.WindowHandle)
		}
	})
	return context
}

func (c x11Context) Listen(on bool) {
	var flag C.int
	if on {
		flag = 1
	}
	C.xim_listen(C.ulong(c), flag)
}

func (c x11Context) MoveTo(x, y int) { C.xim_move(C.ulong(c), C.int(x), C.int(y)) }
