package ime

import (
	"syscall"
	"unsafe"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
)

// The functions of the Input Method Manager that are called here.
var (
	imm32                   = syscall.NewLazyDLL("imm32.dll")
	immGetContext           = imm32.NewProc("ImmGetContext")
	immReleaseContext       = imm32.NewProc("ImmReleaseContext")
	immAssociateContextEx   = imm32.NewProc("ImmAssociateContextEx")
	immSetCompositionWindow = imm32.NewProc("ImmSetCompositionWindow")
	immSetCandidateWindow   = imm32.NewProc("ImmSetCandidateWindow")
)

// What the manager is told.
const (
	takeAway     = 0x00 // ImmAssociateContextEx without a context
	giveDefault  = 0x10 // IACE_DEFAULT
	atPoint      = 0x02 // CFS_POINT
	candidatePos = 0x40 // CFS_CANDIDATEPOS
)

type point struct{ x, y int32 }

type rect struct{ left, top, right, bottom int32 }

// compositionForm is the manager's COMPOSITIONFORM.
type compositionForm struct {
	style uint32
	at    point
	area  rect
}

// candidateForm is the manager's CANDIDATEFORM.
type candidateForm struct {
	index uint32
	style uint32
	at    point
	area  rect
}

// immContext is the input context of the window with this handle.
type immContext uintptr

// contextOf returns w's input context, or nil where w has no window of the system's.
func contextOf(w fyne.Window) inputContext {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return nil
	}
	var context inputContext
	native.RunNative(func(c any) {
		if win, ok := c.(driver.WindowsWindowContext); ok && win.HWND != 0 {
			context = immContext(win.HWND)
		}
	})
	return context
}

// Listen implements inputContext.
func (c immContext) Listen(on bool) {
	how := uintptr(takeAway)
	if on {
		how = giveDefault
	}
	immAssociateContextEx.Call(uintptr(c), 0, how)
}

// MoveTo implements inputContext. Some input methods look at the one place, some at the other.
func (c immContext) MoveTo(x, y int) {
	context, _, _ := immGetContext.Call(uintptr(c))
	if context == 0 {
		return // nobody listens
	}
	at := point{int32(x), int32(y)}
	composition := compositionForm{style: atPoint, at: at}
	candidates := candidateForm{style: candidatePos, at: at}
	immSetCompositionWindow.Call(context, uintptr(unsafe.Pointer(&composition)))
	immSetCandidateWindow.Call(context, uintptr(unsafe.Pointer(&candidates)))
	immReleaseContext.Call(uintptr(c), context)
}
