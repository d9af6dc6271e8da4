//go:build !e2e

package probe

import "fyne.io/fyne/v2"

// Start does nothing without the build tag e2e.
func Start(fyne.Window) {}

// Name returns object unchanged.
func Name[T fyne.CanvasObject](object T, _ string) T { return object }

// Busy does nothing without the build tag e2e, and so does what it returns.
func Busy() (done func()) { return func() {} }
