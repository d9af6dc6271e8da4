//go:build !(linux && !wayland && cgo) && !windows

package ime

import "fyne.io/fyne/v2"

// contextOf returns nil: on this system input methods are left to the toolkit.
func contextOf(fyne.Window) inputContext { return nil }
