// Package desk owns the desk (工作台): what waits for the acting person, every
// draft by stage, the two ledgers at a glance, and how a new issue begins. It
// shows and opens drafts; it does not change them.
package desk

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/overview"
	"jianbao/app/pulse"
	"jianbao/app/screen"
	"jianbao/review"
	"jianbao/review/diff"
	"jianbao/storage/backup"
)

// Shell is what the desk wants from the window.
type Shell interface {
	screen.Shell
	// ImportFile asks for a file and begins an issue from it.
	ImportFile()
	// Series is the series last chosen, ChooseSeries remembers another.
	Series() review.SeriesID
	ChooseSeries(review.SeriesID)
	// Comparer compares texts as every screen does, so that they agree on what
	// changed.
	Comparer() diff.Comparer
	// Safety is how the backups stand; OpenHealth goes to where they are made.
	Safety() backup.Status
	OpenHealth()
	// Where is the sentence that says where the work is kept.
	Where() string
	// News is how things stand with the others on the same database.
	News() pulse.News
}

// Screen is the desk.
type Screen struct {
	shell  Shell
	board  *overview.Board
	state  overview.Overview
	safety backup.Status
	chosen int // index into state.Waiting, moved by J and K

	refreshing bool // a quiet refresh is under way
	again      bool // and another is wanted

	middleShows picture
	sideShows   aside
	headerShows heading
	cards       map[face]fyne.CanvasObject
	rows        map[review.DraftID]fyne.CanvasObject // of what waits; "" for the columns

	page    *container.Scroll
	middle  *fyne.Container
	side    *fyne.Container
	header  *fyne.Container
	footer  *element.Text
	content fyne.CanvasObject
}

// New returns the desk, empty until it is shown.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, board: overview.NewBoard(shell.Desk(), shell.Comparer(), time.Now), middle: element.Flow(8), side: element.Flow(0), header: container.NewHBox(), footer: element.NewSoft("")}
	s.page = container.NewVScroll(element.Margins(22, 18, 18, s.middle))
	s.content = element.Columns(nil, 0, s.page, container.NewVScroll(s.side), 280)
	return s
}

// Header implements screen.Screen.
func (s *Screen) Header() fyne.CanvasObject { return s.header }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Footer implements screen.Screen.
func (s *Screen) Footer() fyne.CanvasObject { return s.footer }

// Leave implements screen.Screen; the desk keeps nothing.
func (s *Screen) Leave() error { return nil }

// Show implements screen.Screen.
func (s *Screen) Show() {
	var fresh overview.Overview
	var safety backup.Status
	s.shell.Do(func() (err error) {
		safety = s.shell.Safety()
		fresh, err = s.board.Refresh(context.Background(), s.shell.Actor(), s.shell.Series())
		return err
	}, func() {
		s.take(fresh, safety)
		s.paint()
		s.shell.Changed()
	})
}

// readAnew shows the desk, taking nothing for known.
func (s *Screen) readAnew() {
	s.board.Forget()
	s.Show()
}

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List {
	return command.List{
		{ID: "desk.new", Key: "Ctrl+N", Do: s.newIssue, Why: s.needsPerson},
		{ID: "desk.newfromlast", Key: "Ctrl+Shift+N", Do: s.newFromLast, Why: s.needsLast},
		{ID: "desk.import", Key: "Ctrl+O", Do: s.shell.ImportFile, Why: s.needsPerson},
		{ID: "desk.open", Key: "Enter", Do: s.openChosen, Why: s.needsWaiting},
		{ID: "desk.next", Key: "J", Do: func() { s.choose(s.chosen + 1) }, Why: s.needsWaiting},
		{ID: "desk.previous", Key: "K", Do: func() { s.choose(s.chosen - 1) }, Why: s.needsWaiting},
		{ID: "desk.refresh", Key: "F5", Do: s.readAnew},
	}
}

func (s *Screen) needsPerson() string {
	if s.shell.Actor().Person().ID == "" {
		return s.shell.Words().T("desk.why.noperson")
	}
	return ""
}

func (s *Screen) needsLast() string {
	if why := s.needsPerson(); why != "" {
		return why
	}
	if !s.noDrafts() || s.state.Counts.All > 0 {
		return ""
	}
	return s.shell.Words().T("desk.why.nolast")
}

func (s *Screen) noDrafts() bool {
	for _, c := range s.state.Columns {
		if len(c.Items) > 0 {
			return false
		}
	}
	return true
}

func (s *Screen) needsWaiting() string {
	if len(s.state.Waiting) == 0 {
		return s.shell.Words().T("desk.why.nothing")
	}
	return ""
}

func (s *Screen) newIssue() {
	s.begin(func(ctx context.Context) (*review.File, error) {
		return s.shell.Desk().NewIssue(ctx, s.shell.Actor(), s.state.Current)
	})
}

func (s *Screen) newFromLast() {
	s.begin(func(ctx context.Context) (*review.File, error) {
		return s.shell.Desk().NewFromLast(ctx, s.shell.Actor(), s.state.Current)
	})
}

func (s *Screen) begin(how func(context.Context) (*review.File, error)) {
	var f *review.File
	s.shell.Do(func() (err error) {
		f, err = how(context.Background())
		return err
	}, func() { s.shell.OpenDraft(f.Draft.ID) })
}

func (s *Screen) openChosen() { s.shell.OpenDraft(s.state.Waiting[s.chosen].Draft.ID) }

func (s *Screen) choose(i int) {
	n := len(s.state.Waiting)
	s.chosen = (i + n) % n
	s.paint()
}

// clock writes a time as people say it: today's without the date.
func clock(t time.Time) string {
	t = t.Local()
	if y, m, d := t.Date(); time.Now().Year() == y {
		if _, tm, td := time.Now().Date(); tm == m && td == d {
			return t.Format("15:04")
		}
		return t.Format("1-2 15:04")
	}
	return t.Format("2006-1-2")
}
