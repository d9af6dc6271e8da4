// Package health owns the 体检 screen: a check of everything that is stored, how
// the backups stand, and what may be put right without losing anything. How
// things are checked, copied and restored is review's and storage/backup's.
package health

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/screen"
	"jianbao/review"
	"jianbao/storage/backup"
)

// Shell is what the screen wants from the window.
type Shell interface {
	screen.Shell
	// Confirm asks before something that cannot be taken back at once.
	Confirm(title, sentence, verb string, then func())
	// Tell shows a sentence that the user should not miss.
	Tell(title, sentence string)
	// Verify reads and checks everything, and tells how many of all drafts it
	// looked at.
	Verify(ctx context.Context, along func(done, all int)) (review.Report, error)
	// Backups makes and keeps copies; nil where the work is in memory only.
	Backups() *backup.Keeper
	// Safety is how the copies stand.
	Safety() backup.Status
	// ChooseFolder asks for a folder, SaveFile for a place to put data.
	ChooseFolder(then func(path string))
	SaveFile(name string, data []byte)
}

// Screen is the 体检.
type Screen struct {
	shell   Shell
	report  *review.Report // the last one; nil before the first
	stop    func()         // of the check under way; nil while there is none
	status  backup.Status
	copies  []backup.Copy
	damaged int // texts that Mend may put right

	bar     *widget.ProgressBar
	left    *fyne.Container
	right   *fyne.Container
	content fyne.CanvasObject
}

// New returns the screen, empty until it is shown.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell, left: element.Flow(10), right: element.Flow(0), bar: widget.NewProgressBar()}
	page := container.NewVScroll(element.Margins(28, 20, 20, s.left))
	s.content = element.Columns(nil, 0, page, container.NewVScroll(s.right), 400)
	return s
}

func (s *Screen) t(key string, pairs ...any) string { return s.shell.Words().T(key, pairs...) }

// Header implements screen.Screen.
func (s *Screen) Header() fyne.CanvasObject {
	return element.Middle(element.NewText(s.t("command.window.health")))
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Footer implements screen.Screen.
func (s *Screen) Footer() fyne.CanvasObject { return element.NewSoft(s.t("health.footer")) }

// Leave implements screen.Screen: a check under way is given up.
func (s *Screen) Leave() error {
	s.cancel()
	return nil
}

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List {
	return command.List{
		{ID: "health.check", Key: "F5", Do: s.check, Why: s.whileChecking},
		{ID: "health.cancel", Do: s.cancel, Why: s.notChecking},
		{ID: "health.export", Key: "Ctrl+Shift+S", Do: s.export, Why: s.needsReport},
		{ID: "health.backup", Key: "Ctrl+B", Do: s.backUp, Why: s.needsDisk},
		{ID: "health.folder", Do: s.chooseFolder, Why: s.needsDisk},
		{ID: "health.mend", Do: s.mend, Why: s.needsDamage},
	}
}

func (s *Screen) whileChecking() string { return s.unless(s.stop == nil, "health.why.checking") }

func (s *Screen) notChecking() string { return s.unless(s.stop != nil, "health.why.idle") }

func (s *Screen) needsReport() string { return s.unless(s.report != nil, "health.why.noreport") }

func (s *Screen) needsDisk() string {
	if s.shell.Backups() != nil {
		return ""
	}
	return s.t(s.shell.Safety().Code)
}

func (s *Screen) needsDamage() string { return s.unless(s.damaged > 0, "health.why.sound") }

// unless is the reason why something cannot be done, or "" where it can.
func (s *Screen) unless(can bool, why string) string {
	if can {
		return ""
	}
	return s.t(why)
}

// Show implements screen.Screen.
func (s *Screen) Show() {
	var copies []backup.Copy
	var status backup.Status
	s.shell.Do(func() (err error) {
		status = s.shell.Safety()
		if keeper := s.shell.Backups(); keeper != nil {
			copies, err = keeper.Copies()
		}
		return err
	}, func() {
		s.copies, s.status = copies, status
		s.paint()
		s.shell.Changed()
	})
}
