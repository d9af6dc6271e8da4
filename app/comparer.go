package app

import (
	"jianbao/app/setup"
	"jianbao/review/diff"
)

// Comparer implements the shells of the screens that show changes.
func (w *window) Comparer() diff.Comparer { return setup.Comparer() }
