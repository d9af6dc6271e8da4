// Package intake owns the screen on which a file from outside is taken in: what
// was recognised, every repair made to its text, and what could not be placed.
// Nothing is stored until the user agrees. It reads no format itself.
package intake

import (
	"context"
	"maps"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/paper"
	"jianbao/app/printed"
	"jianbao/app/screen"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/text"
)

// Shell is what intake wants from the window.
type Shell interface {
	screen.Shell
	// FoundSeries makes a series after one issue of it: its masthead, contacts
	// and lists, its ledger opened just before the number.
	FoundSeries(context.Context, doc.Bulletin) (review.Series, error)
	// Theme is the look in use, whose faces set the page.
	Theme() *theme.Theme
	// ChooseSeries remembers which series is worked on.
	ChooseSeries(review.SeriesID)
}

// Screen shows one file before it becomes a draft.
type Screen struct {
	shell   Shell
	name    string
	data    []byte
	opened  *exchange.Foreign // nil until the file was read once
	repair  bool
	keep    map[string]bool // repairs the user refused
	result  text.Result
	unread  error // why nothing could be read
	series  []review.Series
	into    int // index into series; len(series) founds a new one
	faces   paper.Faces
	left    *fyne.Container
	middle  *fyne.Container
	right   *fyne.Container
	content fyne.CanvasObject
}

// New returns the screen for a file's content; name is what people call it.
func New(shell Shell, name string, data []byte) *Screen {
	s := &Screen{shell: shell, name: name, data: data, repair: true, keep: map[string]bool{},
		left: element.Flow(0), middle: container.NewStack(), right: element.Flow(8)}
	var err error
	if s.faces, err = paper.NewFaces(shell.Theme()); err != nil {
		shell.Fail(err) // the page is then set in the system's fonts
	}
	s.content = element.Columns(container.NewVScroll(s.left), 340, container.NewVScroll(s.middle), container.NewVScroll(s.right), 270)
	return s
}

func (s *Screen) t(key string, pairs ...any) string { return s.shell.Words().T(key, pairs...) }

// Header implements screen.Screen.
func (s *Screen) Header() fyne.CanvasObject {
	return element.Middle(element.NewText(s.t("intake.title", "name", s.name)))
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Footer implements screen.Screen.
func (s *Screen) Footer() fyne.CanvasObject {
	return element.NewSoft(s.t("intake.footer", "repairs", len(s.result.Repairs), "unplaced", len(s.result.Unplaced), "encoding", s.result.Encoding))
}

// WholeWidth says that the screen wants the width of the left column too.
func (s *Screen) WholeWidth() {}

// Leave implements screen.Screen; the file itself is untouched, so that leaving
// loses nothing.
func (s *Screen) Leave() error { return nil }

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List {
	return command.List{
		{ID: "intake.accept", Key: "Ctrl+Enter", Primary: true, Do: s.accept, Why: s.whyNot},
		{ID: "intake.asis", Key: "Ctrl+R", Do: func() { s.repair = !s.repair; s.Show() }, Why: s.whyNot},
	}
}

// whyNot says that there is nothing to take in.
func (s *Screen) whyNot() string {
	if s.unread != nil || s.series == nil {
		return s.t("intake.why.unread")
	}
	return ""
}

// Show implements screen.Screen.
func (s *Screen) Show() {
	var fresh text.Result
	var unread error
	var series []review.Series
	keep, repair := maps.Clone(s.keep), s.repair
	s.shell.Do(func() (err error) {
		fresh, unread = s.read(text.Options{Repair: repair, Keep: keep})
		series, err = s.shell.Desk().AllSeries(context.Background())
		return err
	}, func() {
		s.unread = unread
		s.remember(fresh)
		s.propose(series)
		s.paint()
		s.shell.Changed()
	})
}

// read opens the file the first time.
func (s *Screen) read(opts text.Options) (text.Result, error) {
	if s.opened == nil {
		opened, err := exchange.Open(context.Background(), s.data)
		if err != nil {
			return text.Result{}, err
		}
		s.opened = &opened
	}
	return s.opened.Read(opts)
}

// remember takes a reading in; refused repairs stay in the list, so that they
// can be allowed again.
func (s *Screen) remember(fresh text.Result) {
	refused := slices.DeleteFunc(slices.Clone(s.result.Repairs), func(r text.Repair) bool { return !s.keep[r.ID] || !s.repair })
	s.result = fresh
	s.result.Repairs = append(slices.Clone(fresh.Repairs), refused...)
	slices.SortStableFunc(s.result.Repairs, func(a, b text.Repair) int { return a.Line - b.Line })
}

// propose chooses the series whose name the file bears, or a new one.
func (s *Screen) propose(series []review.Series) {
	if s.series != nil {
		return // the user may have chosen since
	}
	s.series, s.into = series, len(series)
	for i, one := range series {
		if title := s.result.Bulletin.Masthead.Title; one.Name == title || title == "" {
			s.into = i
			return
		}
	}
}

// accept makes the draft, in a series of its own if that was chosen, and opens
// it.
func (s *Screen) accept() {
	var f *review.File
	s.shell.Do(func() error {
		ctx := context.Background()
		series, err := s.target(ctx)
		if err != nil {
			return err
		}
		f, err = s.shell.Desk().Create(ctx, s.shell.Actor(), series.ID, s.result.Bulletin, review.CauseImport, s.name)
		if err != nil {
			return err
		}
		_, err = s.opened.Comment(ctx, s.shell.Desk(), s.shell.Actor(), f)
		return err
	}, func() {
		s.shell.ChooseSeries(f.Draft.Series)
		s.shell.OpenDraft(f.Draft.ID)
	})
}

func (s *Screen) target(ctx context.Context) (review.Series, error) {
	if s.into < len(s.series) {
		return s.series[s.into], nil
	}
	return s.shell.FoundSeries(ctx, s.result.Bulletin)
}

func (s *Screen) paint() {
	if s.unread != nil {
		why := element.NewProse(s.shell.Words().Error(s.unread), theme.ColorInk)
		s.middle.Objects = []fyne.CanvasObject{element.Margins(40, 40, 40, element.NewCard(why, nil))}
		s.middle.Refresh()
		return
	}
	s.left.Objects = s.paintRepairs()
	s.left.Refresh()
	s.middle.Objects = []fyne.CanvasObject{printed.Page(s.faces, s.result.Bulletin, "")}
	if left := printed.Left(s.result.Bulletin); left > 0 {
		s.middle.Add(element.NewProse(s.t("intake.left", "shown", printed.Most, "left", left), theme.ColorWarn))
	}
	s.middle.Refresh()
	s.right.Objects = s.paintSide()
	s.right.Refresh()
}

// fieldsOf lists the filled fields of masthead and imprint.
func fieldsOf(b *doc.Bulletin) []doc.FieldKey {
	return slices.DeleteFunc(doc.Fields(), func(key doc.FieldKey) bool {
		value, _ := b.Get(doc.Place{Field: key})
		return value == ""
	})
}
