package compose

import (
	"context"
	"io"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"jianbao/app/proofread"
	"jianbao/review"
	"jianbao/review/proof"
	"jianbao/storage/exchange"
)

// report asks for a folder and writes there what proofreading finds in the text,
// as lines and as a table. What is written is made a revision first, so that the
// report names the version it speaks of.
func (s *Screen) report() {
	s.saveThen(func() {
		open := dialog.NewFolderOpen(func(dir fyne.ListableURI, err error) {
			switch {
			case err != nil:
				s.shell.Fail(err)
			case dir != nil:
				s.reportTo(dir.Path())
			}
		}, s.shell.Window())
		open.Resize(fyne.NewSize(900, 600))
		open.Show()
	})
}

// reportTo writes the report of the newest revision into a folder.
func (s *Screen) reportTo(dir string) {
	file, shell, items, memory, say := s.file, s.shell, s.proofs.known.items, s.proofs.memory, speech{s.shell.Words()}
	var made []exchange.Result
	shell.Do(func() error {
		r, err := reportOf(shell, file, items, memory)
		if err != nil {
			return err
		}
		made, err = deliverReport(dir, r, say)
		return err
	}, func() {
		for _, m := range made {
			s.notices.add(say, say.t("compose.report.done", "path", m.Path), s.dismiss())
		}
	})
}

func reportOf(shell Shell, f *review.File, items []review.Item, memory review.Dismissals) (proofread.Report, error) {
	r := proofread.Report{Title: f.Draft.Heading, Series: f.Series.Name, At: time.Now(), Revision: f.Head.Seq, Hash: f.Head.TextHash.Short(), Name: f.Name}
	rules, err := shell.Rules()
	if err != nil {
		return r, err
	}
	checker, err := shell.Checker(f.Series, items)
	if err != nil {
		return r, err
	}
	text := proof.TextOf(&f.Head.Text)
	found, err := checker.Check(context.Background(), text)
	r.Open, r.Gone = proofread.Sift(text, found, f.Draft.ID, memory)
	r.Off = proofread.Off(rules, f.Series)
	return r, err
}

func deliverReport(dir string, r proofread.Report, say speech) ([]exchange.Result, error) {
	name := say.t("compose.report.name", "title", r.Title, "seq", r.Revision)
	accept := func(string) error { return nil }
	var made []exchange.Result
	for _, form := range []struct {
		ending string
		write  func(io.Writer, proofread.Words) error
	}{{".txt", r.Text}, {".csv", r.CSV}} {
		m, err := exchange.Deliver(context.Background(), dir, exchange.SafeName(name+form.ending),
			func(w io.Writer) error { return form.write(w, say.words) }, accept)
		if err != nil {
			return made, err
		}
		made = append(made, m)
	}
	return made, nil
}
