package archive

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	"jianbao/app/printed"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/review/find"
)

// reading is the text beside the hits, and the file it is of.
type reading struct {
	file *review.File
	text review.Revision
}

// choose makes a hit the chosen one and reads its text.
func (s *Screen) choose(i int) {
	if i < 0 || i >= len(s.found.Hits) {
		return
	}
	s.chosen = i
	for k, c := range s.cards {
		c.Choose(k == i)
	}
	s.read()
}

// read fetches the text of the chosen hit.
func (s *Screen) read() {
	if len(s.found.Hits) == 0 {
		s.reading = nil
		s.paintPage()
		return
	}
	s.readRevision(s.hit(), s.hit().Revision)
}

func (s *Screen) readRevision(h find.Hit, seq int) {
	ctx, fresh, who := context.Background(), &reading{}, s.shell.Actor()
	s.shell.Do(func() (err error) {
		if fresh.file, err = s.shell.Desk().Open(ctx, who, h.Draft); err != nil {
			return err
		}
		fresh.text, err = s.shell.Desk().Revision(ctx, h.Draft, seq)
		return err
	}, func() {
		if len(s.found.Hits) == 0 || s.hit().Draft != h.Draft {
			return // another was chosen meanwhile
		}
		s.reading = fresh
		s.paintPage()
	})
}

// turn reads the next or previous revision of the draft.
func (s *Screen) turn(by int) {
	seq := s.reading.text.Seq + by
	if seq >= 1 && seq <= len(s.reading.file.Revisions) {
		s.readRevision(s.hit(), seq)
	}
}

// paintPage shows the text as it prints; it cannot be changed here.
func (s *Screen) paintPage() {
	s.page.RemoveAll()
	if s.reading == nil {
		s.page.Refresh()
		s.shell.Changed()
		return
	}
	text := s.reading.text.Text
	s.page.Add(s.paintRevision())
	s.page.Add(container.NewHBox(printed.Page(s.faces, text, "")))
	if left := printed.Left(text); left > 0 {
		s.page.Add(element.NewProse(s.t("issue.left", "shown", printed.Most, "left", left), theme.ColorWarn))
	}
	s.page.Refresh()
	s.shell.Changed()
}

// paintRevision says which text is shown, who made it and when, and turns to
// others.
func (s *Screen) paintRevision() fyne.CanvasObject {
	r, f := s.reading.text, s.reading.file
	said := element.NewSoft(s.t("archive.shown", "seq", r.Seq, "all", len(f.Revisions), "by", f.Name(r.Author), "at", r.At.Local().Format("2006-1-2 15:04")))
	older := widget.NewButton(s.t("archive.older"), func() { s.turn(-1) })
	newer := widget.NewButton(s.t("archive.newer"), func() { s.turn(1) })
	life := widget.NewButton(s.t("archive.life"), s.showLife)
	for button, able := range map[*widget.Button]bool{older: r.Seq > 1, newer: r.Seq < len(f.Revisions), life: s.sentence() != ""} {
		if !able {
			button.Disable()
		}
	}
	return element.Line(8, element.Middle(said), older, newer, life)
}
