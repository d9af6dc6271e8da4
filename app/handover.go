package app

import (
	"jianbao/app/handover"
	"jianbao/app/screen/compare"
	"jianbao/app/setup"
	"jianbao/review"
	"jianbao/storage/exchange"
)

// OpenFolder shows a folder in the system's program for that.
func (w *window) OpenFolder(path string) {
	w.Do(func() error { return handover.Open(path) }, func() {})
}

// Print hands a file to the system to be printed.
func (w *window) Print(path string) {
	w.Do(func() error { return handover.Print(path) }, func() {
		w.tell(w.Words().T("print.title"), w.Words().T("print.handed", "path", path))
	})
}

// Record is how a draft's text came about, for its archive package.
func (w *window) Record(f *review.File, events []review.Event, head review.Event, signed []review.Signed) (exchange.Record, error) {
	return setup.Record(f, events, head, signed)
}

// OpenCompareFile shows what differs between a draft and a file.
func (w *window) OpenCompareFile(id review.DraftID, name string, data []byte) {
	compare.Against(w, id, name, data, func(s *compare.Screen) { w.show(s) })
}
