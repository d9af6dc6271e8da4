package app

import (
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
)

// chosenSize is the most that is read of a file, in bytes; readers refuse a
// larger one in their own words.
const chosenSize = 64 << 20

// ChooseFile implements compare.Shell.
func (w *window) ChooseFile(then func(name string, data []byte)) {
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
			data, err = io.ReadAll(io.LimitReader(file, chosenSize+1))
			return err
		}, func() { then(file.URI().Name(), data) })
	}, w.win)
	open.SetFilter(storage.NewExtensionFileFilter([]string{".txt", ".text", ".md", ".docx"}))
	open.Resize(fyne.NewSize(900, 600))
	open.Show()
}
