// Package compare owns the screen where a reviewer sees what changed and decides
// (审阅): the marked-up text, the list of changes, the answers to demands, the
// comments, the sign-off and the send-back. It does not edit text, and every
// rule it shows is the desk's own.
package compare

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/screen"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/review/diff"
	"jianbao/review/diffview"
)

// Shell is what the screen wants from the window.
type Shell interface {
	screen.Shell
	// Tell shows a sentence that the user should not miss.
	Tell(title, sentence string)
	// OpenCompose opens the text to edit it, OpenIssue shows it once it is final.
	OpenCompose(review.DraftID)
	OpenIssue(review.DraftID)
	// OpenStep shows the text one sentence at a time.
	OpenStep(review.DraftID)
	// ChooseFile asks for a file and goes on with its name and content; it does
	// nothing if the user gives up.
	ChooseFile(then func(name string, data []byte))
	// ChooseFolder asks for a folder; it does nothing if the user gives up.
	ChooseFolder(then func(path string))
	// Comparer is the one by which the desk knows changes.
	Comparer() diff.Comparer
	// Theme is the look in use.
	Theme() *theme.Theme
}

// Screen is the review of one draft.
type Screen struct {
	shell Shell
	id    review.DraftID
	state *state // nil until fetched
	want  span   // the revisions to compare; zero: what this person wants to see
	seen  int    // the revision this person had looked at before he came here

	current  int // index of the current change, or fold, or none
	tab      tab
	unfolded bool // changes of punctuation are listed one by one
	filter   filter
	outside  *outside // the file compared with; nil: revisions are compared
	sitting  []step
	form     sendBack // what was written into the send-back dialog so far

	view *diffview.View
	rows []row
	list *widget.List

	origins    []origin // of the sentences of revision originsOf
	originsOf  int
	originList *widget.List

	left    *fyne.Container
	middle  *fyne.Container
	offers  *fyne.Container // what others did, over the foot of the text
	saved   bool            // among that, another text
	tools   *fyne.Container
	right   *fyne.Container
	header  *fyne.Container
	footer  *element.Text
	content fyne.CanvasObject
	copying fyne.Shortcut
}

// What may be current instead of a single change.
const (
	none = -1
	fold = -2 // the line that stands for all changes of punctuation
)

// The widths of the side panels.
const (
	leftWidth  = 310
	rightWidth = 285
)

// New returns the review of a draft, empty until it is shown.
func New(shell Shell, id review.DraftID) *Screen {
	s := &Screen{shell: shell, id: id, current: none, footer: element.NewSoft(""), copying: &fyne.ShortcutCopy{}}
	s.view = probe.Name(diffview.New(lookOf(shell.Theme()), s.viewWords()), "compare.view")
	s.view.OnChosen = s.chosenInText
	s.list, s.originList = s.newList(), s.newOriginList()
	s.offers = container.NewStack()
	s.left, s.right = container.NewStack(), element.Stack(0)
	s.tools, s.header = element.Line(6), element.Line(14)
	s.middle = container.NewBorder(container.New(layout.NewCustomPaddedLayout(6, 0, 0, 0), container.NewCenter(s.tools)), nil, nil, nil, container.NewStack(s.view, s.offers))
	s.content = element.Columns(s.left, leftWidth, s.middle, container.NewVScroll(s.right), rightWidth)
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
	s.shell.Window().Canvas().AddShortcut(s.copying, func(fyne.Shortcut) { s.copy() })
	s.reload(s.open)
}

// Leave implements screen.Screen: every decision is stored as it is taken.
func (s *Screen) Leave() error {
	s.shell.Window().Canvas().RemoveShortcut(s.copying)
	return nil
}

func (s *Screen) t(key string, pairs ...any) string { return s.shell.Words().T(key, pairs...) }

// reload fetches, paints, and then goes on.
func (s *Screen) reload(then func()) {
	var fresh *state
	who, words, want := s.shell.Actor(), s.viewWords(), wanted{s.want, s.outside, s.shell.Comparer()}
	s.shell.Do(func() (err error) {
		fresh, err = fetch(context.Background(), s.shell.Desk(), who, s.id, words, want)
		return err
	}, func() {
		if s.state == nil {
			s.seen = fresh.file.Looked
		}
		s.state = fresh
		s.want.from = fresh.from.Seq // the base stays while this person sits here
		s.paint()
		then()
	})
}

// open is the first look: the view that fits, at the first change.
func (s *Screen) open() {
	if s.state.quiet {
		s.setMode(diffview.Clean)
		return
	}
	s.next()
}

// do carries a use case out and shows what became of it.
func (s *Screen) do(work func(context.Context, *review.Desk, review.Actor) error, then func()) {
	who := s.shell.Actor()
	s.shell.Do(func() error { return work(context.Background(), s.shell.Desk(), who) }, func() { s.reload(then) })
}

// paint shows the state.
func (s *Screen) paint() {
	s.current = min(s.current, len(s.state.view.Changes)-1)
	s.view.ShowComparison(s.state.view, s.view.Mode(), s.state.noted())
	s.rows = s.listed()
	s.paintHeader()
	s.paintTools()
	s.paintLeft()
	s.paintRight()
	s.footer.SetText(s.figures())
	s.shell.Changed()
}

// Draft is the draft under review.
func (s *Screen) Draft() review.DraftID { return s.id }

// WholeWidth says that the screen wants the width of the left column too.
func (s *Screen) WholeWidth() {}
