package health

import (
	"context"
	"errors"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"jianbao/editor/doc"
	"jianbao/review"
)

// check reads everything anew. It may be given up.
func (s *Screen) check() {
	ctx, cancel := context.WithCancel(context.Background())
	s.stop = cancel
	s.bar.SetValue(0)
	s.paint()
	s.shell.Changed()
	var report review.Report
	var damaged []doc.Hash
	var failed error
	s.shell.Do(func() error {
		report, failed = s.shell.Verify(ctx, s.along())
		if keeper := s.shell.Backups(); failed == nil && keeper != nil {
			damaged, failed = keeper.Damaged(ctx)
		}
		return nil // told below, since the check is over in any case
	}, func() {
		s.cancel()
		switch {
		case failed == nil:
			s.report, s.damaged = &report, len(damaged)
		case !errors.Is(failed, context.Canceled):
			s.shell.Fail(failed)
		}
		s.Show()
	})
}

// along shows how far the check is, a hundred times at most.
func (s *Screen) along() func(done, all int) {
	shown := -1
	return func(done, all int) {
		if percent := 100 * done / max(all, 1); percent != shown {
			shown = percent
			fyne.Do(func() { s.bar.SetValue(float64(percent) / 100) })
		}
	}
}

// cancel ends the check under way, if there is one.
func (s *Screen) cancel() {
	if s.stop != nil {
		s.stop()
		s.stop = nil
		s.shell.Changed()
	}
}

// export writes the report as text.
func (s *Screen) export() {
	var out strings.Builder
	out.WriteString(s.t("health.report", "at", time.Now().Format("2006-1-2 15:04")) + "\n\n")
	out.WriteString(s.counts() + "\n")
	out.WriteString(s.verdict() + "\n")
	for _, f := range s.report.Findings {
		out.WriteString("- " + s.sentence(f) + "\n")
	}
	out.WriteString("\n" + s.shell.Words().With(s.status.Code, s.status.Args) + "\n")
	s.shell.SaveFile(s.t("health.report.file", "at", time.Now().Format("20060102-1504")), []byte(out.String()))
}

func (s *Screen) counts() string {
	r := s.report
	return s.t("health.counts", "drafts", r.Drafts, "revisions", r.Revisions, "signoffs", r.SignOffs, "events", r.Events)
}

func (s *Screen) verdict() string {
	if n := len(s.report.Findings); n > 0 {
		return s.t("health.found", "count", n)
	}
	return s.t("health.sound")
}

func (s *Screen) sentence(f review.Finding) string {
	said := s.shell.Words().With(f.Code, f.Args)
	if f.Draft != "" {
		said = s.t("health.draft", "id", string(f.Draft)) + said
	}
	return said
}
