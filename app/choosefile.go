package app

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"jianbao/storage/exchange"
)

// ChooseFile implements compare.Shell.
func (w *window) ChooseFile(then func(name string, data []byte)) {
	w.choose(exchange.Extensions(), then)
}

// ChooseTable implements register.Shell.
func (w *window) ChooseTable(then func(name string, data []byte)) { w.choose([]string{".csv"}, then) }

func (w *window) choose(extensions []string, then func(name string, data []byte)) {
	open := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			w.Fail(err)
			return
		}
		if file == nil {
			return
		}
		var data []byte
		w.Do(func() (err error) {
			defer file.Close()
			data, err = io.ReadAll(io.LimitReader(file, exchange.MaxForeign+1)) // one byte more, for the reader to refuse in its own words
			return err
		}, func() { then(file.URI().Name(), data) })
	}, w.win)
	open.SetFilter(storage.NewExtensionFileFilter(extensions))
	open.Resize(fyne.NewSize(900, 600))
	open.Show()
}
