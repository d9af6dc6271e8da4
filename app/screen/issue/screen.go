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
	"jianbao/app/paper"
	"jianbao/app/screen"
	"jianbao/app/theme"
	"jianbao/review"
	"jianbao/storage/exchange"
)

// Shell is what the screen wants from the window.
type Shell interface {
	screen.Shell
	// Theme is the look in use, for the faces of the page.
	Theme() *theme.Theme
	// Confirm asks before something that cannot be taken back.
	Confirm(title, sentence, verb string, then func())
	OpenCompare(review.DraftID)
	OpenCompose(review.DraftID)
}

// Screen shows one draft as it prints.
type Screen struct {
	shell   Shell
	id      review.DraftID
	file    *review.File
	events  []review.Event
	formats map[exchange.Format]bool
	folder  string
	results []exchange.Result
	faces   paper.Faces
	left    *fyne.Container
	middle  *fyne.Container
	right   *fyne.Container
	content fyne.CanvasObject
}

// New returns the screen for a draft, empty until it is shown.
func New(shell Shell, id review.DraftID) *Screen {
	s := &Screen{shell: shell, id: id, formats: map[exchange.Format]bool{}, folder: outFolder(),
		left: element.Flow(0), middle: container.NewStack(), right: element.Flow(0)}
	for _, f := range exchange.Formats() {
		s.formats[f] = true
	}
	var err error
	if s.faces, err = paper.NewFaces(shell.Theme()); err != nil {
		shell.Fail(err) // the page is then set in the system's fonts
	}
	s.content = element.Columns(container.NewVScroll(s.left), 270, container.NewVScroll(s.middle), container.NewVScroll(s.right), 310)
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

// Leave implements screen.Screen; the screen keeps nothing.
func (s *Screen) Leave() error { return nil }

// Show implements screen.Screen.
func (s *Screen) Show() {
	var file *review.File
	var events []review.Event
	s.shell.Do(func() (err error) {
		ctx := context.Background()
		if file, err = s.shell.Desk().Open(ctx, s.shell.Actor(), s.id); err != nil {
			return err
		}
		events, err = s.shell.Desk().History(ctx, s.id)
		return err
	}, func() { s.take(file, events) })
}

func (s *Screen) take(file *review.File, events []review.Event) {
	s.file, s.events = file, events
	s.paint()
	s.shell.Changed()
}

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List {
	return command.List{
		{ID: "issue.export", Key: "Ctrl+E", Primary: s.primary("issue.export"), Do: s.export, Why: s.cannotExport},
		{ID: "issue.issue", Key: "Ctrl+Enter", Primary: s.primary("issue.issue"), Do: s.issue, Why: s.why(review.ActIssue)},
		{ID: "issue.archive", Do: s.archive, Why: s.why(review.ActArchive)},
		{ID: "issue.reissue", Do: s.reissue, Why: s.why(review.ActReissue)},
		{ID: "issue.void", Do: s.void, Why: s.why(review.ActVoid)},
		{ID: "issue.resume", Do: s.resume, Why: s.why(review.ActResume)},
		{ID: "issue.compare", Key: "Ctrl+D", Do: func() { s.shell.OpenCompare(s.id) }},
		{ID: "issue.folder", Do: s.chooseFolder},
	}
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

func (s *Screen) cannotExport() string {
	if s.file == nil {
		return s.t("issue.loading")
	}
	for _, on := range s.formats {
		if on {
			return ""
		}
	}
	return s.t("issue.noformat")
}
