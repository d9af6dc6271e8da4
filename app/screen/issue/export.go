package issue

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"jianbao/review"
	"jianbao/storage/exchange"
)

// exporting is an export under way, one format after the other.
type exporting struct {
	ctx    context.Context
	cancel context.CancelFunc
	left   []exchange.Format
	total  int
}

// export writes the chosen formats into the folder; every file is read back
// before it gets its name, and recorded in the event chain.
func (s *Screen) export() {
	var formats []exchange.Format
	for _, f := range s.offered() {
		if s.formats[f] {
			formats = append(formats, f)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	s.under = &exporting{ctx: ctx, cancel: cancel, left: formats, total: len(formats)}
	s.results, s.differs = nil, nil
	s.exportNext()
}

// exportNext writes the next format, if one is left.
func (s *Screen) exportNext() {
	e := s.under
	if len(e.left) == 0 {
		s.exported(nil)
		return
	}
	format := e.left[0]
	e.left = e.left[1:]
	s.paintRight()
	s.shell.Changed()
	var results []exchange.Result
	var failed error
	out, folder := s.exporter(), s.folder
	s.shell.Do(func() error {
		results, failed = out.export(e.ctx, format, folder)
		return nil
	}, func() {
		s.results = append(s.results, results...)
		if failed != nil {
			s.exported(failed) // what was written before stays and is shown
			return
		}
		s.exportNext()
	})
}

// exporter writes files of one text and records them. It is made on the UI
// goroutine and used on another.
type exporter struct {
	shell      Shell
	file       *review.File
	events     []review.Event
	head       review.Event
	signed     []review.Signed
	meta       exchange.Meta
	who        review.Actor
	sentences  bool
	wideMargin bool
}

func (s *Screen) exporter() exporter {
	return exporter{s.shell, s.file, s.events, s.head, s.signed, s.meta(), s.shell.Actor(), s.pages.sentences, s.pages.wideMargin}
}

// export writes one format into a folder; also where it fails it returns what is
// in place.
func (e exporter) export(ctx context.Context, format exchange.Format, folder string) ([]exchange.Result, error) {
	layout, err := e.shell.Layout(e.file.Series)
	if err != nil {
		return nil, err
	}
	layout.Sentences, layout.WideMargin = e.sentences, e.wideMargin
	e.meta.Layout = layout
	results, err := e.write(ctx, format, folder)
	for _, r := range results {
		err = errors.Join(err, e.shell.Desk().RecordExport(context.WithoutCancel(ctx), e.who, e.file.Head.RevisionInfo,
			string(r.Format), r.Path, r.SHA256))
	}
	if u, ok := exchange.UnlikeOf(err); ok {
		u.Format = string(format)
		err = errors.Join(err, e.shell.Desk().RecordUnlike(context.WithoutCancel(ctx), e.who, e.file.Head.RevisionInfo, u))
	}
	return results, err
}

func (e exporter) write(ctx context.Context, format exchange.Format, folder string) ([]exchange.Result, error) {
	text := e.file.Head.Text
	if format == exchange.MarkedDOCX {
		marked, err := e.marking(ctx)
		if err != nil {
			return nil, err
		}
		e.meta.Marked = marked
	}
	if format != exchange.Archive {
		return exchange.Export(ctx, folder, text, []exchange.Format{format}, e.meta)
	}
	record, err := e.shell.Record(e.file, e.events, e.head, e.signed)
	if err != nil {
		return nil, err
	}
	return exchange.ExportArchive(ctx, folder, text, record, e.meta)
}

// marking is what a marked-up copy shows: the newest text against the first.
func (e exporter) marking(ctx context.Context) (*exchange.Marking, error) {
	first, err := e.shell.Desk().Revision(ctx, e.file.Draft.ID, 1)
	if err != nil {
		return nil, err
	}
	line, err := e.shell.Desk().Line(ctx, e.file.Draft.ID)
	if err != nil {
		return nil, err
	}
	return exchange.MarkingOf(e.file, first, line, e.shell.Comparer()), nil
}

// exported ends an export. A file that says something else than what was signed
// is shown.
func (s *Screen) exported(failed error) {
	s.under.cancel()
	s.under = nil
	var e *exchange.Error
	if errors.As(failed, &e) && e.Code == exchange.CodeReadBack {
		s.differs = e
	}
	s.Show()
	if failed != nil {
		s.shell.Fail(failed)
	}
}

func (s *Screen) cancelExport() { s.under.cancel() }

func (s *Screen) whyNoExport() string {
	switch {
	case s.file == nil:
		return s.t("issue.loading")
	case s.under != nil:
		return s.t("issue.exporting.why")
	}
	for _, f := range s.offered() {
		if s.formats[f] {
			return ""
		}
	}
	return s.t("issue.noformat")
}

func (s *Screen) whyNoCancel() string {
	if s.under == nil {
		return s.t("issue.notexporting")
	}
	return ""
}

// offered lists the formats that the text can be written in now: an archive
// package is made of a final text only, a marked-up copy of one with an earlier
// revision.
func (s *Screen) offered() []exchange.Format {
	formats := exchange.Formats()
	if s.file != nil && s.file.Head.Seq > 1 {
		formats = append(formats, exchange.MarkedDOCX)
	}
	if s.file != nil && s.meta().Final {
		formats = append(formats, exchange.Archive)
	}
	return formats
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
			s.paintRight()
		}
	}, s.shell.Window())
	if at, err := storage.ListerForURI(storage.NewFileURI(s.folder)); err == nil {
		open.SetLocation(at)
	}
	open.Resize(fyne.NewSize(900, 600))
	open.Show()
}
