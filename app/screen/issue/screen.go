// Package issue owns the screen of the finished text (成品): the text as it will
// print, its export with the read-back check, who did what when, and what
// becomes of it: sent out, archived, voided, reissued. Before 定稿 it shows and
// exports the text as 送审稿.
package issue

import (
	"context"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/screen"
	"jianbao/review"
	"jianbao/review/diff"
	"jianbao/storage/exchange"
)

// Shell is what the screen wants from the window.
type Shell interface {
	screen.Shell
	// Layout is how the pages of a series look; it may be asked on any goroutine.
	Layout(review.Series) (*exchange.Layout, error)
	// Comparer is the one by which the desk knows changes.
	Comparer() diff.Comparer
	// OpenFolder shows a folder in the system's program for that.
	OpenFolder(path string)
	// Print hands a file to the system to be printed.
	Print(path string)
	// Record is how a draft's text came about, for its archive package.
	Record(*review.File, []review.Event, review.Event, []review.Signed) (exchange.Record, error)
	// ChooseFile asks for a file and goes on with its content.
	ChooseFile(then func(name string, data []byte))
	// OpenCompareFile shows what differs between a draft and a file.
	OpenCompareFile(id review.DraftID, name string, data []byte)
	OpenCompare(review.DraftID)
	OpenCompose(review.DraftID)
	// Tell shows a sentence that the user should not miss.
	Tell(title, sentence string)
}

// Screen shows one draft as it prints.
type Screen struct {
	shell   Shell
	id      review.DraftID
	file    *review.File
	events  []review.Event
	head    review.Event // the newest of all events
	signed  []review.Signed
	formats map[exchange.Format]bool
	folder  string
	under   *exporting // nil unless files are being written
	results []exchange.Result
	differs *exchange.Error // what the last export found changed in a file, or nil
	checked *checked        // the file last held against the text, or nil
	copies  map[recipient]int
	pages   *pages
	left    *fyne.Container
	right   *fyne.Container
	content fyne.CanvasObject
}

// New returns the screen for a draft, empty until it is shown.
func New(shell Shell, id review.DraftID) *Screen {
	s := &Screen{shell: shell, id: id, formats: map[exchange.Format]bool{}, folder: outFolder(), copies: map[recipient]int{},
		left: element.Flow(0), right: element.Flow(0)}
	for _, f := range exchange.Formats() {
		s.formats[f] = true
	}
	s.pages = s.newPages()
	s.content = element.Columns(container.NewVScroll(s.left), 270, s.pages.content, container.NewVScroll(s.right), 310)
	return s
}

// outFolder is where files go unless the user says otherwise.
func outFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	documents := filepath.Join(home, "Documents")
	if info, err := os.Stat(documents); err == nil && info.IsDir() {
		return documents
	}
	return home
}

func (s *Screen) t(key string, pairs ...any) string { return s.shell.Words().T(key, pairs...) }

// WholeWidth says that the screen wants the width of the left column too.
func (s *Screen) WholeWidth() {}

// Draft is the draft shown.
func (s *Screen) Draft() review.DraftID { return s.id }

// Header implements screen.Screen.
func (s *Screen) Header() fyne.CanvasObject {
	if s.file == nil {
		return element.Gap(1, 1)
	}
	return element.Line(26, element.Middle(element.NewText(s.file.Series.Name+"  "+s.number())), s.stages())
}

func (s *Screen) number() string {
	n := s.file.Draft.Number
	switch {
	case n.IsZero():
		return s.t("desk.unnumbered")
	case n.Total == 0:
		return s.file.Draft.Label + s.t("desk.number", "issue", n.Issue)
	}
	return s.t("desk.numbers", "issue", n.Issue, "total", n.Total)
}

// stages shows the whole way, from drafting to sent out.
func (s *Screen) stages() fyne.CanvasObject {
	names := []string{string(review.RoleDrafter)}
	for _, r := range s.file.Series.Chain() {
		names = append(names, string(r))
	}
	chain := len(names)
	names = append(names, s.t("term.final"), s.t("term.issued"), s.t("term.archived"))
	present := map[review.State]int{review.Reviewing: 1 + s.file.Draft.Step, review.Final: chain, review.Issued: chain + 1, review.Archived: chain + 2}
	return element.StageBar(names, present[s.file.Draft.State])
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Footer implements screen.Screen.
func (s *Screen) Footer() fyne.CanvasObject {
	if s.file == nil {
		return element.NewSoft("")
	}
	return element.NewSoft(s.t("issue.footer", "runes", s.file.Head.Runes, "hash", s.file.Head.TextHash.Short(), "revision", s.file.Head.Seq))
}

// Leave implements screen.Screen; an export under way ends.
func (s *Screen) Leave() error {
	if s.under != nil {
		s.under.cancel()
	}
	return nil
}

// Show implements screen.Screen.
func (s *Screen) Show() {
	var fresh fetched
	who := s.shell.Actor()
	s.shell.Do(func() (err error) {
		fresh, err = fetch(context.Background(), s.shell.Desk(), who, s.id)
		return err
	}, func() {
		s.signed = fresh.signed
		s.take(fresh.file, fresh.events, fresh.head)
	})
}

func (s *Screen) take(file *review.File, events []review.Event, head review.Event) {
	s.file, s.events, s.head = file, events, head
	s.readShares()
	s.paint()
	s.lay()
	s.shell.Changed()
}

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List {
	list := command.List{
		{ID: "issue.export", Key: "Ctrl+E", Primary: s.primary("issue.export"), Do: s.export, Why: s.whyNoExport},
		{ID: "issue.cancel", Do: s.cancelExport, Why: s.whyNoCancel},
		{ID: "issue.issue", Key: "Ctrl+Enter", Primary: s.primary("issue.issue"), Do: s.issue, Why: s.why(review.ActIssue)},
		{ID: "issue.archive", Do: s.archive, Why: s.why(review.ActArchive)},
		{ID: "issue.reissue", Do: s.reissue, Why: s.why(review.ActReissue)},
		{ID: "issue.void", Do: s.void, Why: s.why(review.ActVoid)},
		{ID: "issue.resume", Do: s.resume, Why: s.why(review.ActResume)},
		{ID: "issue.mistake", Do: s.addMistake, Why: s.why(review.ActSlip)},
		{ID: "issue.compare", Key: "Ctrl+D", Do: func() { s.shell.OpenCompare(s.id) }},
		{ID: "issue.check", Key: "Ctrl+Shift+O", Do: s.checkFile, Why: s.whyNotShown},
		{ID: "issue.print", Key: "Ctrl+Shift+P", Do: s.print, Why: s.whyNotShown},
		{ID: "issue.slip", Do: s.printOwnSlip, Why: s.whyNotShown},
		{ID: "issue.keep", Do: s.keepSpread, Why: s.whyNotKeep},
		{ID: "issue.spread", Do: s.printSpread, Why: s.whyNoSpread},
		{ID: "issue.folder", Do: s.chooseFolder},
		{ID: "issue.reveal", Do: s.reveal},
	}
	return append(list, s.pageCommands()...)
}

// primary tells which command is the next one: export first, then send out.
func (s *Screen) primary(id command.ID) bool {
	exported := len(s.results) > 0 && s.file != nil && s.file.Draft.State == review.Final
	return exported == (id == "issue.issue")
}

// why says why an action is not possible now. PIN and reason are asked for when
// the command is carried out, so that they are no reason here.
func (s *Screen) why(a review.Action) func() string {
	return func() string {
		if s.file == nil {
			return s.t("issue.loading")
		}
		err := s.file.Can(a, s.shell.Actor(), review.Ask{Reason: "-"})
		if code, _ := screen.Refused(err); err == nil || code == review.CodePIN {
			return ""
		}
		return s.shell.Words().Error(err)
	}
}
