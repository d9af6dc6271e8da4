package app

import (
	"jianbao/app/screen/archive"
	"jianbao/review/find"
)

// Finder implements the archive's shell.
func (w *window) Finder() find.Finder { return w.program.Finder }

func (w *window) toArchive() { w.goTo("window.archive", archive.New(w)) }

// selecting is a screen on which text can be selected.
type selecting interface{ Selected() string }

// showUses shows how earlier issues wrote what is selected.
func (w *window) showUses() {
	text := ""
	if s, ok := w.current.(selecting); ok {
		text = s.Selected()
	}
	archive.ShowUses(w, text)
}
