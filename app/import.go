package app

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"jianbao/app/screen/intake"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/packet"
)

// ImportFile asks for a file and shows what it holds before it becomes a draft.
func (w *window) ImportFile() {
	open := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		if file != nil {
			w.importFrom(file, file.URI().Name())
		}
	}, w.win)
	open.SetFilter(storage.NewExtensionFileFilter(append(exchange.Extensions(), packet.Extension)))
	open.Resize(fyne.NewSize(900, 600))
	open.Show()
}

// importDropped takes in files dropped on the window, the first of them: one
// file is one issue, and each wants a look.
func (w *window) importDropped(files []fyne.URI) {
	paths := make([]string, len(files))
	for i, f := range files {
		paths[i] = f.Path()
	}
	w.importPaths(paths)
}

func (w *window) importPaths(paths []string) {
	if len(paths) > 1 {
		w.tell(w.Words().T("command.desk.import"), w.Words().T("intake.one", "name", filepath.Base(paths[0])))
	}
	file, err := os.Open(paths[0])
	if err != nil {
		w.Fail(fmt.Errorf("import: %w", err))
		return
	}
	w.importFrom(file, filepath.Base(paths[0]))
}

func (w *window) importFrom(file io.ReadCloser, name string) {
	if w.actor.Person().ID == "" {
		file.Close()
		w.tell(w.Words().T("command.desk.import"), w.Words().T("desk.why.noperson"))
		return
	}
	var data []byte
	w.Do(func() (err error) {
		defer file.Close()
		data, err = io.ReadAll(io.LimitReader(file, exchange.MaxForeign+1)) // one byte more, for the importer to refuse in its own words
		return err
	}, func() {
		if packet.Is(data) {
			w.showPacket(data)
			return
		}
		w.show(intake.New(w, name, data))
	})
}
