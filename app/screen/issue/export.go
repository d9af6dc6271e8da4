package issue

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"jianbao/review"
	"jianbao/storage/exchange"
)

// export writes the chosen formats into the folder; every file is read back
// before it gets its name, and recorded in the event chain.
func (s *Screen) export() {
	var formats []exchange.Format
	for _, f := range exchange.Formats() {
		if s.formats[f] {
			formats = append(formats, f)
		}
	}
	head, meta, who := s.file.Head, s.meta(), s.shell.Actor()
	var results []exchange.Result
	var failed error
	s.shell.Do(func() error {
		ctx := context.Background()
		results, failed = exchange.Export(ctx, s.folder, head.Text, formats, meta)
		for _, r := range results {
			if err := s.shell.Desk().RecordExport(ctx, who, head.RevisionInfo, string(r.Format), r.Path, r.SHA256); err != nil {
				return err
			}
		}
		return nil
	}, func() {
		s.results = results
		s.Show()
		if failed != nil {
			s.shell.Fail(failed) // what was written before stays and is shown
		}
	})
}

// meta says how the files are marked: a text that is not final bears 送审稿 and
// the short hash of its version.
func (s *Screen) meta() exchange.Meta {
	final := !s.file.Draft.Number.IsZero() && s.file.Draft.State != review.Voided
	m := exchange.Meta{Final: final, Created: s.file.Head.At}
	if !final {
		key := "issue.stamp"
		if s.file.Draft.State == review.Voided {
			key = "issue.stamp.void"
		}
		m.Stamp = s.t(key, "hash", s.file.Head.TextHash.Short())
	}
	return m
}

func (s *Screen) chooseFolder() {
	open := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
		if err != nil {
			s.shell.Fail(err)
			return
		}
		if dir != nil {
			s.folder = dir.Path()
			s.paint()
		}
	}, s.shell.Window())
	if at, err := storage.ListerForURI(storage.NewFileURI(s.folder)); err == nil {
		open.SetLocation(at)
	}
	open.Resize(fyne.NewSize(900, 600))
	open.Show()
}
