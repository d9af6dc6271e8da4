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
	"jianbao/app/pulse"
	"jianbao/app/screen"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/review/diff"
	"jianbao/review/proof"
	"jianbao/storage/exchange"
	"jianbao/storage/journal"
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
	// Journal keeps unsaved copies on this machine while the store is a server; nil
	// where it is not.
	Journal() *journal.Journal
	// Session is the one that works at this window, and News how things stand with
	// the others on the same database; without a session no leases are taken.
	Session() review.SessionID
	News() pulse.News
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
	keep   *keeping
	post   *courier // nil where the store is on this machine
	since  since
	proofs *proofs
	echo   *echo // paints what follows from the text
	busy   bool  // a use case that changes the draft is under way
	// recovering says that the program ended while this was written: what was kept
	// is shown once.
	recovering bool
	left       bool    // another screen is shown
	meeting    meeting // with what others have saved
	rights     rights  // who writes where
	seen       string  // why the text cannot be handed over, as the window last saw it

	page    *page
	outline *outline
	side    *side
	sheets  *sheets
	notices *notices
	leases  *notices // who asks for what is written here, and what came of it
	search  *search
	where   *whereBar
	header  *fyne.Container
	footer  *element.Text
	light   *element.Text
	content fyne.CanvasObject
}

var (
	_ screen.Screen   = (*Screen)(nil)
	_ screen.Follower = (*Screen)(nil)
)

// New returns the screen for a draft; Show fills it.
func New(shell Shell, id review.DraftID) *Screen {
	s := &Screen{shell: shell, id: id, text: &manuscript{}, proofs: newProofs(), rights: newRights()}
	s.post = newCourier(shell, id)
	s.keep = newKeeping(s.text, s.putWorking, s.post, shell.Do, s.paintSafety)
	s.keep.store.wrote = s.reached
	s.echo = newEcho(s.paintText)
	set, err := paper.NewFaces(shell.Theme())
	if err != nil {
		shell.Fail(err) // the page is then set in the system's fonts
	}
	s.page = newPage(set, speech{shell.Words()}, s)
	s.page.segment = segmenter(shell.Comparer().Lexicon)
	s.outline = newOutline(speech{shell.Words()}, s.page.goTo, s.addArticle)
	s.outline.writer = s.writerOf
	s.side = newSide(speech{shell.Words()}, s, s.proofs)
	s.notices, s.leases = newNotices(), newNotices()
	s.search = newSearch(speech{shell.Words()}, s.page, s.wholesale)
	s.where = newWhereBar(speech{shell.Words()}, s.page, s.goToSaid)
	s.header = container.NewStack()
	s.footer, s.light = element.NewSoft(""), element.NewSoft("")
	middle := container.NewBorder(element.Flow(0, s.leases.content, s.notices.content, s.where.content, s.search.content), nil, nil, nil, s.page.content)
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
	s.left = false
	var file *review.File
	var brought BroughtIn
	var failure error
	desk, actor, kept := s.shell.Desk(), s.shell.Actor(), s.shell.Journal()
	s.shell.Do(func() (err error) {
		if brought, failure = BringIn(context.Background(), kept, desk, actor, s.id); isCut(failure) {
			return failure
		}
		file, err = desk.Open(context.Background(), actor, s.id)
		return err
	}, func() {
		s.open(file)
		if failure != nil {
			s.shell.Fail(failure)
		}
		if len(brought.Aside) > 0 {
			s.tellBroughtAside()
		}
	})
}

// Leave implements screen.Screen: what is written is kept before the screen
// goes. Something typed that fits no field cannot be kept and holds it back.
func (s *Screen) Leave() error {
	s.proofs.cancel()
	err := s.keepNow()
	if s.left = err == nil; s.left {
		s.yieldAll()
	}
	return err
}

// keepNow keeps what is written before it returns.
func (s *Screen) keepNow() error {
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
	switch state := s.safety(); {
	case s.file == nil || s.page.readOnly:
		return ""
	case state.cut && !state.behind:
		return sp.t("compose.safe.cut", "at", exactly(state.at))
	case state.cut:
		return sp.t("compose.safe.cutting")
	case state.err != nil:
		return sp.t("compose.safe.failed", "why", s.shell.Words().Error(state.err))
	case state.busy || state.behind:
		return sp.t("compose.safe.busy")
	case !state.at.IsZero():
		return sp.t("compose.safe.kept", "at", exactly(state.at))
	}
	return sp.t("compose.safe.saved", "seq", s.file.Head.Seq)
}

func (s *Screen) safety() safety { return s.keep.state(!s.shell.News().Lost.IsZero()) }

// open shows a file that was just read: the text of its head, or this person's
// unsaved copy of it, and says which.
func (s *Screen) open(file *review.File) {
	s.file, s.meeting.conflicts = file, nil
	s.notices.clear()
	s.tellConflicts()
	s.text.begin(file.Head.Text, file.Head.Seq)
	refused := file.Can(review.ActEdit, s.shell.Actor(), review.Ask{})
	mine, kept := s.unsaved(), time.Time{}
	s.post.begin(s.shell.Actor().Person().ID, file.Working(s.shell.Actor().Person().ID))
	switch {
	case refused != nil:
		s.tellReadOnly(refused, mine)
	case mine != nil:
		s.text.begin(mine.Text, mine.Base)
		kept = mine.At
		s.tellRecovered(*mine)
	}
	s.keep.rest(kept)
	s.page.show(s.text, file.Series.Template, expectedOf(file), refused != nil)
	s.paint()
	s.hearLeases(s.shell.News())
	s.findHanded()
	s.loadProofs()
	ask := func() {}
	if s.recovering && refused == nil && mine != nil {
		ask = func() { s.askRecovered(*mine) }
	}
	s.recovering = false
	if s.text.base != file.Head.Seq {
		s.look(ask)
		return
	}
	ask()
}

// reached hears that the store has the unsaved copy: after a time in which it
// could not be reached, others may have saved.
func (s *Screen) reached(again bool) {
	if again {
		s.look(func() {})
	}
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
