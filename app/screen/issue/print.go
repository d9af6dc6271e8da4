package issue

import (
	"context"
	"os"

	"jianbao/storage/exchange"
)

// print hands the pages of the text, as a PDF that was read back, to the system.
// It is made anew each time, so that what is printed is what is signed and not
// what became of a file since.
func (s *Screen) print() {
	out := s.exporter()
	var path string
	s.shell.Do(func() error {
		folder, err := os.MkdirTemp("", "jianbao-print-")
		if err != nil {
			return err
		}
		results, err := out.export(context.Background(), exchange.PDF, folder)
		if err != nil {
			return err
		}
		path = results[0].Path
		return nil
	}, func() { s.shell.Print(path) })
}

// printOwnSlip prints the 发文稿纸.
func (s *Screen) printOwnSlip() {
	record, err := s.shell.Record(s.file, s.events, s.head, s.signed)
	if err != nil {
		s.shell.Fail(err)
		return
	}
	s.printSlip(record.Slip[0], record.Slip)
}

// reveal shows the folder that files go to.
func (s *Screen) reveal() { s.shell.OpenFolder(s.folder) }

func (s *Screen) whyNotShown() string {
	if s.file == nil {
		return s.t("issue.loading")
	}
	return ""
}
