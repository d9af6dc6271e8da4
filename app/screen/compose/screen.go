// Package compose owns the screen on which a bulletin is written: the page is
// the form, beside it what is missing and what was said about the text. It
// decides nothing: who may do what is asked of review, and what is stored goes
// through review.Desk.
package compose

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jianbao/app/element"
	"jianbao/app/paper"
	"jianbao/app/screen"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/review/diff"
	"jianbao/review/proof"
	"jianbao/storage/exchange"
)

// Shell is what this screen wants from the window.
type Shell interface {
	screen.Shell
	// Comparer is the one by which the desk knows changes.
	Comparer() diff.Comparer
	// Theme is the look in use, whose faces set the page.
	Theme() *theme.Theme
	// Rules are those of proofreading; Checker proofreads the issues of a series by
	// them, with the registers of the office. Both take time and may be called on any
	// goroutine.
	Rules() ([]*proof.Rule, error)
	Checker(review.Series, []review.Item) (*proof.Checker, error)
	// OpenCompare goes to the screen that shows what changed in a draft.
	OpenCompare(review.DraftID)
	// Layout is how the pages of a series look; it may be asked on any goroutine.
	Layout(review.Series) (*exchange.Layout, error)
	// Confirm asks before something that cannot be taken back at once.
	Confirm(title, sentence, verb string, then func())
}

// Widths of the side panels.
const leftWidth, rightWidth = 220, 290

// Screen is the writing place of one draft.
type Screen struct {
	shell  Shell
	id     review.DraftID
	file   *review.File // nil until fetched
	text   *manuscript
	keep   *keeper
	since  since
	proofs *proofs
	echo   *echo // paints what follows from the text
	busy   bool  // a use case that changes the draft is under way
	// recovering says that the program ended while this was written: what was kept
	// is shown once.
	recovering bool
	seen       string // why the text cannot be handed over, as the window last saw it

	page    *page
	outline *outline
	side    *side
	sheets  *sheets
	notices *notices
	search  *search
	where   *whereBar
	header  *fyne.Container
	footer  *element.Text
	light   *element.Text
	content fyne.CanvasObject
}

var _ screen.Screen = (*Screen)(nil)

// New returns the screen for a draft; Show fills it.
func New(shell Shell, id review.DraftID) *Screen {
	s := &Screen{shell: shell, id: id, text: &manuscript{}, proofs: newProofs()}
	s.keep = newKeeper(s.text, s.putWorking, shell.Do, s.paintSafety)
	s.echo = newEcho(s.paintText)
	set, err := paper.NewFaces(shell.Theme())
	if err != nil {
		shell.Fail(err) // the page is then set in the system's fonts
	}
	s.page = newPage(set, speech{shell.Words()}, s)
	s.page.segment = segmenter(shell.Comparer().Lexicon)
	s.outline = newOutline(speech{shell.Words()}, s.page.goTo, s.addArticle)
	s.side = newSide(speech{shell.Words()}, s, s.proofs)
	s.notices = newNotices()
	s.search = newSearch(speech{shell.Words()}, s.page, s.wholesale)
	s.where = newWhereBar(speech{shell.Words()}, s.page, s.goToSaid)
	s.header = container.NewStack()
	s.footer, s.light = element.NewSoft(""), element.NewSoft("")
	middle := container.NewBorder(element.Flow(0, s.notices.content, s.where.content, s.search.content), nil, nil, nil, s.page.content)
	s.sheets = newSheets(s)
	right := element.Frame(nil, nil, element.Rule(), nil, element.NewSurface(theme.ColorPanel, container.NewStack(s.side.content, s.sheets.content)))
	s.content = container.New(beside{s}, element.Columns(s.outline.content, leftWidth, middle, nil, 0), right)
	return s
}

// Header implements screen.Screen.
func (s *Screen) Header() fyne.CanvasObject { return s.header }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Footer implements screen.Screen.
func (s *Screen) Footer() fyne.CanvasObject { return s.footer }

// Show implements screen.Screen.
func (s *Screen) Show() {
	var file *review.File
	desk, actor := s.shell.Desk(), s.shell.Actor()
	s.shell.Do(func() (err error) {
		file, err = desk.Open(context.Background(), actor, s.id)
		return err
	}, func() { s.open(file) })
}

// Leave implements screen.Screen: what is written is kept before the screen
// goes. Something typed that fits no field cannot be kept and holds it back.
func (s *Screen) Leave() error {
	s.proofs.cancel()
	if s.file == nil {
		return nil
	}
	if err := s.text.unkeepable(); err != nil {
		return err
	}
	return s.keep.now()
}

// Safe says in a few words whether what is written is safe, for the window's
// light.
func (s *Screen) Safe() string {
	sp := speech{s.shell.Words()}
	switch state := s.keep.state(); {
	case s.file == nil || s.page.readOnly:
		return ""
	case state.err != nil:
		return sp.t("compose.safe.failed", "why", s.shell.Words().Error(state.err))
	case state.busy || state.behind:
		return sp.t("compose.safe.busy")
	case !state.at.IsZero():
		return sp.t("compose.safe.kept", "at", state.at.Format(time.TimeOnly))
	}
	return sp.t("compose.safe.saved", "seq", s.file.Head.Seq)
}

// open shows a file that was just read: the text of its head, or this person's
// unsaved copy of it, and says which.
func (s *Screen) open(file *review.File) {
	s.file = file
	s.notices.clear()
	s.text.begin(file.Head.Text, file.Head.Seq)
	refused := file.Can(review.ActEdit, s.shell.Actor(), review.Ask{})
	mine := s.unsaved()
	switch {
	case refused != nil:
		s.tellReadOnly(refused, mine)
	case mine != nil:
		s.text.begin(mine.Text, mine.Base)
		s.tellRecovered(*mine)
	}
	s.keep.rest()
	s.page.show(s.text, file.Series.Template, expectedOf(file), refused != nil)
	s.paint()
	s.findHanded()
	s.loadProofs()
	if s.recovering && refused == nil && mine != nil {
		s.askRecovered(*mine)
	}
	s.recovering = false
}

// unsaved returns this person's unsaved copy if it says anything else than the
// newest revision.
func (s *Screen) unsaved() *review.Working {
	mine := s.file.Working(s.shell.Actor().Person().ID)
	if mine == nil || sameText(mine.Text, s.file.Head.Text) {
		return nil
	}
	return mine
}

// paint shows everything anew except the page, which is written on.
func (s *Screen) paint() {
	s.paintText()
	s.side.show(s.file, s.text.text, s.shell.Actor())
	s.page.mark(s.file.Comments)
	s.paintHeader()
	s.shell.Changed()
}

// paintText shows what follows from the text: outline, complaints, figures.
func (s *Screen) paintText() {
	problems := s.text.problems(s.file.Series.Template)
	s.page.complain(problems)
	s.outline.show(s.text.text, s.file.Series.Template, problems, s.page.readOnly)
	s.sheets.follow()
	s.paintFigures()
	s.paintSafety()
	s.compareSoon()
	if why := s.whyNotSubmit(); why != s.seen {
		s.seen = why
		s.shell.Changed()
	}
}

// Draft is the draft written on.
func (s *Screen) Draft() review.DraftID { return s.id }

// WholeWidth says that the screen wants the width of the left column too.
func (s *Screen) WholeWidth() {}
