// Package step owns the screen on which a text is read one sentence at a time
// (逐句核), and said of each whether it is in order. It changes no text; what was
// said is kept by review.Desk.
package step

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"jianbao/app/apptest/probe"
	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/screen"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
)

// Shell is what the screen wants from the window.
type Shell interface {
	screen.Shell
	// OpenCompare goes back to the changes of a draft.
	OpenCompare(review.DraftID)
}

// Screen is the reading of one draft.
type Screen struct {
	shell Shell
	id    review.DraftID
	file  *review.File // nil until fetched
	all   review.Stepping
	at    int // the sentence shown
	busy  bool

	header   *element.Text
	footer   *element.Text
	progress *element.Text
	where    *element.Text
	before   *element.Prose
	sentence *reading
	next     *element.Prose
	said     *fyne.Container
	buttons  *fyne.Container
	column   *fyne.Container
	content  fyne.CanvasObject
}

// New returns the screen for a draft; Show fills it.
func New(shell Shell, id review.DraftID) *Screen {
	s := &Screen{shell: shell, id: id, header: element.NewText(""), footer: element.NewSoft(shell.Words().T("step.footer")),
		progress: probe.Name(element.NewStrong(""), "step.progress"), where: element.NewSoft(""),
		before: element.NewProse("", theme.ColorSoft), next: element.NewProse("", theme.ColorSoft),
		sentence: newReading(), said: element.Flow(4), buttons: element.Line(10)}
	s.progress.Px = 18
	sheet := element.NewSurface(theme.ColorPaper, element.Flow(16, s.before, s.sentence, s.next))
	sheet.Stroke, sheet.Radius, sheet.Inset = theme.ColorLine, 6, fyne.NewSize(36, 30)
	s.column = element.Flow(14, container.NewBorder(nil, nil, s.progress, element.Middle(s.where)), sheet, s.said, s.buttons)
	page := container.New(layout.NewCustomPaddedLayout(28, 28, 90, 90), s.column)
	s.content = element.Columns(nil, 0, container.NewVScroll(page), nil, 0)
	return s
}

func (s *Screen) t(key string, pairs ...any) string { return s.shell.Words().T(key, pairs...) }

// Header implements screen.Screen.
func (s *Screen) Header() fyne.CanvasObject { return element.Middle(s.header) }

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Footer implements screen.Screen.
func (s *Screen) Footer() fyne.CanvasObject { return s.footer }

// Leave implements screen.Screen: what was said is stored at once.
func (s *Screen) Leave() error { return nil }

// Draft is the draft read.
func (s *Screen) Draft() review.DraftID { return s.id }

// WholeWidth says that the screen wants the width of the left column too.
func (s *Screen) WholeWidth() {}

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List {
	return command.List{
		{ID: "step.fine", Key: "Enter", Do: func() { s.say(review.OpinionFine, "") }, Why: s.whyNotStep},
		{ID: "step.doubts", Key: "X", Do: s.doubt, Why: s.whyNotStep},
		{ID: "step.comment", Key: "C", Do: s.comment, Why: s.whyNotComment},
		{ID: "step.next", Key: "J", Do: func() { s.turn(1) }, Why: s.whyLoading},
		{ID: "step.previous", Key: "K", Do: func() { s.turn(-1) }, Why: s.whyLoading},
		{ID: "step.unread", Key: "N", Do: s.toUnread, Why: s.whyLoading},
		{ID: "step.back", Key: "B", Do: func() { s.shell.OpenCompare(s.id) }, Primary: s.all.Complete()},
	}
}

// Show implements screen.Screen: it begins at the first sentence not read yet.
func (s *Screen) Show() {
	var file *review.File
	var all review.Stepping
	desk, who := s.shell.Desk(), s.shell.Actor()
	s.shell.Do(func() (err error) {
		ctx := context.Background()
		if file, err = desk.Open(ctx, who, s.id); err == nil {
			all, err = desk.Stepping(ctx, s.id, who.Person().ID)
		}
		return err
	}, func() {
		s.file, s.all, s.at = file, all, 0
		s.toUnread()
	})
}

// say records an opinion of the sentence shown and goes on to the next.
func (s *Screen) say(opinion review.Opinion, note string) {
	if s.busy {
		return
	}
	s.busy = true
	one := s.all.Sentences[s.at]
	read := review.Read{Sentence: one.Hash, Nth: one.Nth, Opinion: opinion, Note: note}
	desk, who, seq := s.shell.Desk(), s.shell.Actor(), s.all.Revision
	var after review.Stepping
	var failed error
	s.shell.Do(func() error {
		after, failed = desk.Step(context.Background(), who, s.id, seq, read)
		return nil
	}, func() {
		s.busy = false
		if failed != nil {
			s.shell.Fail(failed)
			return
		}
		s.all = after
		if s.at < len(s.all.Sentences)-1 {
			s.at++
		}
		s.paint()
		s.shell.Changed()
	})
}

func (s *Screen) doubt() {
	s.shell.Ask(s.t("command.step.doubts"), s.t("step.doubts.hint"), func(note string) { s.say(review.OpinionDoubts, note) })
}

// comment makes a remark on the sentence that others must answer.
func (s *Screen) comment() {
	one := s.all.Sentences[s.at]
	value, _ := s.file.Head.Text.Text(one.Place)
	quote := string([]rune(value)[one.From:one.To])
	anchor := doc.Anchor{Place: one.Place, From: one.From, To: one.To, Quote: quote}
	s.shell.Ask(s.t("command.step.comment"), s.t("step.doubts.hint"), func(text string) {
		var file *review.File
		desk, who := s.shell.Desk(), s.shell.Actor()
		s.shell.Do(func() (err error) {
			file, err = desk.AddComment(context.Background(), who, s.id, anchor, text)
			return err
		}, func() {
			s.file = file
			s.paint()
		})
	})
}

// turn goes some sentences on or back.
func (s *Screen) turn(by int) {
	s.at = max(0, min(s.at+by, len(s.all.Sentences)-1))
	s.paint()
}

// toUnread goes to the next sentence that was not read, from the one shown on
// and round again.
func (s *Screen) toUnread() {
	n := len(s.all.Sentences)
	for i := range n {
		if at := (s.at + i) % n; s.all.Sentences[at].Step == nil {
			s.at = at
			break
		}
	}
	s.paint()
	s.shell.Changed()
}

func (s *Screen) whyLoading() string {
	if s.file == nil || len(s.all.Sentences) == 0 {
		return s.t("step.why.loading")
	}
	return ""
}

func (s *Screen) whyNotStep() string { return s.refusal(review.ActStep) }

func (s *Screen) whyNotComment() string { return s.refusal(review.ActComment) }

func (s *Screen) refusal(a review.Action) string {
	if why := s.whyLoading(); why != "" {
		return why
	}
	err := s.file.Can(a, s.shell.Actor(), review.Ask{})
	if code, _ := screen.Refused(err); err == nil || code == review.CodePIN {
		return ""
	}
	return s.shell.Words().Error(err)
}

// excerpt is a sentence beside the one shown, on one line.
func (s *Screen) excerpt(at int) string {
	if at < 0 || at >= len(s.all.Sentences) {
		return ""
	}
	return strings.Join(strings.Fields(s.all.Sentences[at].Text), " ")
}
