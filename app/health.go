package app

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"jianbao/app/screen/health"
	"jianbao/review"
	"jianbao/storage/backup"
)

// toHealth shows the 体检.
func (w *window) toHealth() { w.goTo("window.health", health.New(w)) }

// OpenHealth implements the desk's shell.
func (w *window) OpenHealth() { w.toHealth() }

// Verify implements the shell of the 体检.
func (w *window) Verify(ctx context.Context, along func(done, all int)) (review.Report, error) {
	return w.program.VerifyAlong(ctx, "", along)
}

// Backups implements the shell of the 体检.
func (w *window) Backups() *backup.Keeper { return w.program.Backups }

// Safety is how the backups stand.
func (w *window) Safety() backup.Status { return w.program.Status() }

// ChooseFolder asks for a folder.
func (w *window) ChooseFolder(then func(path string)) {
	dialog.ShowFolderOpen(func(folder fyne.ListableURI, err error) {
		switch {
		case err != nil:
			w.Fail(err)
		case folder != nil:
			then(folder.Path())
		}
	}, w.win)
}

// SaveFile asks where to put data and writes it there.
func (w *window) SaveFile(name string, data []byte) {
	d := dialog.NewFileSave(func(file fyne.URIWriteCloser, err error) {
		if err == nil && file != nil {
			_, err = file.Write(data)
			err = errors.Join(err, file.Close())
		}
		if err != nil {
			w.Fail(err)
		}
	}, w.win)
	d.SetFileName(name)
	d.Show()
}

// keepSafe keeps the backups while the window is open, and says so calmly when the
// disk is full. What goes wrong with a backup is shown by its light, which is
// painted anew; it interrupts nobody.
func (w *window) keepSafe(ctx context.Context) {
	w.program.OnFull(func() {
		fyne.Do(func() { w.tell(w.words.T("health.full"), w.words.T(backup.CodeReserve)) })
	})
	go w.program.Watch(ctx, func(error) {
		fyne.Do(func() {
			if w.current == w.desk {
				w.desk.Show()
			}
		})
	})
	if w.program.Kept != "" {
		w.tell(w.words.T("health.restore"), w.words.T("health.took", "kept", w.program.Kept))
	}
}
