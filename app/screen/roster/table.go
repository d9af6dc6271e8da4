package roster

import (
	"context"
	"io"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"jianbao/review"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/register"
)

// tableSize is the most that is read of a table, in bytes.
const tableSize = 16 << 20

// chooseTable asks for a table and enters what stands in it, each row for the
// series that it names.
func (s *Screen) chooseTable() {
	open := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil {
			s.shell.Fail(err)
			return
		}
		if file == nil {
			return
		}
		desk, who := s.shell.Desk(), s.shell.Actor()
		s.shell.Do(func() error {
			defer file.Close()
			data, err := io.ReadAll(io.LimitReader(file, tableSize))
			if err != nil {
				return err
			}
			return enter(desk, who, data)
		}, s.Show)
	}, s.shell.Window())
	open.SetFilter(storage.NewExtensionFileFilter([]string{".csv"}))
	open.Resize(fyne.NewSize(900, 600))
	open.Show()
}

// enter takes all rows of a table in, or none.
func enter(desk *review.Desk, who review.Actor, data []byte) error {
	ctx := context.Background()
	series, err := desk.AllSeries(ctx)
	if err != nil {
		return err
	}
	items, err := register.Read(data, register.Named(series))
	if err != nil {
		return err
	}
	_, err = desk.Enter(ctx, who, items)
	return err
}

func (s *Screen) chooseFolder() {
	open := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		switch {
		case err != nil:
			s.shell.Fail(err)
		case dir != nil:
			s.exportTo(dir.Path())
		}
	}, s.shell.Window())
	open.Resize(fyne.NewSize(900, 600))
	open.Show()
}

// exportTo writes every register into one table of a folder.
func (s *Screen) exportTo(dir string) {
	name, items := exchange.SafeName(s.t("roster.file", "series", s.series.Name)), s.items
	desk := s.shell.Desk()
	var made exchange.Result
	s.shell.Do(func() error {
		series, err := desk.AllSeries(context.Background())
		if err != nil {
			return err
		}
		table, err := register.Write(items, register.Named(series))
		if err != nil {
			return err
		}
		made, err = exchange.Deliver(context.Background(), dir, name, func(w io.Writer) error {
			_, err := w.Write(table)
			return err
		}, func(string) error { return nil })
		return err
	}, func() {
		s.shell.Tell(s.t("command.roster.export"), s.t("roster.exported", "count", len(items), "path", made.Path))
	})
}
