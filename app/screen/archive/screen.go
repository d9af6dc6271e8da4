// Package archive owns the screen for finding things again (档案): a search over
// the texts of every issue while one types, the text found beside it, its
// revisions, the life of a sentence, and how earlier issues wrote a term. It
// shows and opens; it changes nothing.
package archive

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/paper"
	"jianbao/app/screen"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/review/find"
)

// Shell is what the archive wants from the window.
type Shell interface {
	screen.Shell
	// Finder finds in the texts of the office.
	Finder() find.Finder
	// Theme is the look in use, for the faces of the page.
	Theme() *theme.Theme
	Tell(title, sentence string)
}

// Screen is the archive.
type Screen struct {
	shell  Shell
	faces  paper.Faces
	filter *filter

	found    find.Result
	asked    find.Query
	withdraw context.CancelFunc // of the question under way
	took     time.Duration
	chosen   int
	reading  *reading // the chosen text; nil while there is none

	hits    *fyne.Container
	cards   []*element.Card
	page    *fyne.Container
	header  fyne.CanvasObject
	footer  *element.Text
	content fyne.CanvasObject
}

// listWidth is the width of the column of hits; the page has the rest.
const listWidth = 540

// New returns the archive, empty until it is shown.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, hits: element.Flow(8), page: element.Flow(10), footer: element.NewSoft(""), withdraw: func() {}}
	var err error
	if s.faces, err = paper.NewFaces(shell.Theme()); err != nil {
		shell.Fail(err)
	}
	s.filter = newFilter(s.t, s.ask)
	s.header = element.Middle(element.NewText(s.t("command.window.archive")))
	list := element.Frame(element.Margins(16, 14, 8, s.filter.content), nil, nil, nil,
		container.NewVScroll(element.Margins(16, 4, 14, s.hits)))
	s.content = element.Columns(list, listWidth, container.NewScroll(element.Margins(16, 14, 18, s.page)), nil, 0)
	return s
}

func (s *Screen) t(key string, pairs ...any) string { return s.shell.Words().T(key, pairs...) }

// Header implements screen.Screen.
func (s *Screen) Header() fyne.CanvasObject { return s.header }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Footer implements screen.Screen.
func (s *Screen) Footer() fyne.CanvasObject { return s.footer }

// Leave implements screen.Screen: the question under way is withdrawn.
func (s *Screen) Leave() error {
	s.withdraw()
	return nil
}

// Show implements screen.Screen.
func (s *Screen) Show() {
	s.focus()
	s.footer.SetText(s.t("archive.reading"))
	s.ask()
}

func (s *Screen) focus() { s.shell.Window().Canvas().Focus(s.filter.terms) }

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List {
	return command.List{
		{ID: "archive.find", Key: "Ctrl+F", Do: s.focus},
		{ID: "archive.next", Key: "Alt+Down", Do: func() { s.choose(s.chosen + 1) }, Why: s.whyNone},
		{ID: "archive.previous", Key: "Alt+Up", Do: func() { s.choose(s.chosen - 1) }, Why: s.whyNone},
		{ID: "archive.open", Key: "Ctrl+Enter", Primary: true, Do: s.open, Why: s.whyNone},
		{ID: "archive.life", Key: "Ctrl+H", Do: s.showLife, Why: s.whyNoSentence},
		{ID: "archive.later", Key: "Alt+Right", Do: func() { s.turn(1) }, Why: s.whyNotRead},
		{ID: "archive.earlier", Key: "Alt+Left", Do: func() { s.turn(-1) }, Why: s.whyNotRead},
		{ID: "archive.more", Key: "Ctrl+M", Do: s.more, Why: s.whyNoMore},
		{ID: "archive.rebuild", Do: s.rebuild},
	}
}

func (s *Screen) whyNone() string {
	if len(s.found.Hits) == 0 {
		return s.t("archive.why.none")
	}
	return ""
}

func (s *Screen) whyNotRead() string {
	if s.reading == nil {
		return s.t("archive.why.none")
	}
	return ""
}

func (s *Screen) whyNoSentence() string {
	if s.reading == nil || s.sentence() == "" {
		return s.t("archive.why.nosentence")
	}
	return ""
}

func (s *Screen) whyNoMore() string {
	if len(s.found.Hits) >= s.found.Total {
		return s.t("archive.why.nomore")
	}
	return ""
}

// hit is the chosen one.
func (s *Screen) hit() find.Hit { return s.found.Hits[s.chosen] }

// open goes to where this person works on the draft, or where it is final.
func (s *Screen) open() { s.shell.OpenDraft(review.DraftID(s.hit().Draft)) }

// rebuild makes the index anew.
func (s *Screen) rebuild() {
	s.footer.SetText(s.t("archive.reading"))
	s.shell.Do(func() error { return s.shell.Finder().Rebuild(context.Background()) }, s.ask)
}
