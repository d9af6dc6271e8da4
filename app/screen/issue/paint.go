package issue

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/screen"
	"jianbao/app/theme"
	"jianbao/review"
)

func (s *Screen) paint() {
	s.paintLeft()
	s.paintBar()
	s.paintRight()
}

func (s *Screen) paintLeft() {
	s.left.Objects = append([]fyne.CanvasObject{element.Group(s.t("issue.pages"), s.paintFacts())}, s.paintSheet()...)
	s.left.Refresh()
}

func (s *Screen) paintRight() {
	s.right.Objects = s.paintSide()
	s.right.Refresh()
}

// paintSheet is the 发文稿纸: who signed which text, then who did what when.
func (s *Screen) paintSheet() []fyne.CanvasObject {
	signs := element.Listed(element.NewSoft(s.t("issue.nosign")))
	if len(s.file.SignOffs) > 0 {
		var cards []fyne.CanvasObject
		for _, sign := range s.file.SignOffs {
			cards = append(cards, element.NewCard(s.paintSign(sign), nil))
		}
		signs = element.Padded(cards...)
	}
	var lines []fyne.CanvasObject
	for i := len(s.events) - 1; i >= 0; i-- {
		lines = append(lines, s.paintEvent(s.events[i]))
	}
	return []fyne.CanvasObject{
		element.Group(s.t("issue.signs"), signs),
		element.Group(s.t("issue.spread"), s.paintSpread()),
		element.Group(s.t("issue.events"), element.Listed(lines...)),
		element.Padded(element.NewProse(s.t("issue.head", "seq", s.head.Seq, "hash", s.head.Hash.Short()), theme.ColorInk)),
	}
}

func (s *Screen) paintSign(sign review.SignOff) fyne.CanvasObject {
	state := element.NewColoured(s.t("issue.stands"), theme.ColorOK)
	if !sign.Stands(s.file.Head.TextHash) {
		state = element.NewColoured(s.t("issue.fell", "why", s.t("term."+string(sign.Fell))), theme.ColorRed)
	}
	head := element.Line(8, element.NewStrong(string(sign.Role)), element.NewText(sign.Name), state)
	stack := element.Stack(2, head, element.NewSoft(sign.At.Local().Format("2006-1-2 15:04")+"  "+sign.TextHash.Short()))
	stack.Add(element.NewNote(s.proof(sign), theme.ColorSoft))
	if sign.Nature != "" {
		stack.Add(element.NewProse(s.t("issue.nature", "nature", s.t("term."+string(sign.Nature))), theme.ColorInk))
	}
	if e := sign.Stepped(s.events); e != nil {
		stack.Add(element.NewColoured(s.t("step.signed", "all", e.Detail["all"]), theme.ColorOK))
	}
	for _, note := range []struct{ key, text string }{
		{"issue.sign.note", sign.Comment}, {"issue.sign.override", sign.Override}, {"issue.sign.errors", sign.Errors},
		{"issue.sign.samehand", sign.SameHand},
	} {
		if note.text != "" {
			stack.Add(element.NewProse(s.t(note.key, "text", note.text), theme.ColorInk))
		}
	}
	return stack
}

func (s *Screen) paintEvent(e review.Event) fyne.CanvasObject {
	text := element.NewText(s.what(e))
	text.Cut = true
	return element.Stack(0, text, element.NewSoft(s.file.Name(e.Actor)+"  "+e.At.Local().Format("1-2 15:04")+"  "+e.Hash.Short()))
}

// what tells what was done.
func (s *Screen) what(e review.Event) string {
	what := s.t("term." + string(e.Action))
	if reason := e.Detail["reason"]; reason != "" {
		what += "：" + reason
	}
	switch name := e.Detail["name"]; {
	case e.Action == review.ActRelieve && e.Detail["revision"] != "":
		what += s.t("issue.relieve.kept", "name", name, "revision", e.Detail["revision"])
	case e.Action == review.ActRelieve:
		what += s.t("issue.relieve", "name", name)
	case name != "":
		what += "  " + filepath.Base(name)
	}
	if e.Action == review.ActTick || e.Action == review.ActUntick {
		what += s.t("issue.tick", "old", e.Detail["old"], "new", e.Detail["new"])
	}
	return what
}

// paintSide sets what was just found above what can be done next.
func (s *Screen) paintSide() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{s.paintState()}
	if s.checked != nil {
		objects = append(objects, element.Padded(element.NewCard(s.paintChecked(), nil)))
	}
	if len(s.results) > 0 || s.differs != nil {
		objects = append(objects, element.Group(s.t("issue.results"), element.Padded(s.paintResults()...)))
	}
	return append(objects, element.Group(s.t("issue.export"), element.Padded(s.paintExport()...)),
		element.Group(s.t("issue.next"), element.Padded(s.paintNext()...)),
		element.Group(s.t("issue.check"), element.Padded(element.NewProse(s.t("issue.check.hint"), theme.ColorSoft), s.button("issue.check"))))
}

// paintState says in one card whether this text may go out.
func (s *Screen) paintState() fyne.CanvasObject {
	d := s.file.Draft
	key, colour := "issue.state."+string(d.State), theme.ColorInk
	switch d.State {
	case review.Final, review.Issued, review.Archived:
		colour = theme.ColorOK
	case review.Voided, review.Withdrawn:
		colour = theme.ColorRed
	}
	title := element.NewHeading(s.number())
	title.Color = colour
	return element.Padded(element.Gap(1, 8), element.NewCard(element.Stack(4, title, element.NewProse(s.t(key), theme.ColorInk)), nil))
}

func (s *Screen) paintExport() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, f := range s.offered() {
		check := element.NewCheck(s.t("issue.format."+string(f)), s.formats[f], func(on bool) {
			s.formats[f] = on
			s.shell.Changed()
		})
		objects = append(objects, probe.Name(check, "issue.format."+string(f)))
	}
	objects = append(objects, element.NewProse(s.t("issue.to", "folder", screen.Homely(s.folder)), theme.ColorInk), s.button("issue.folder"))
	if e := s.under; e != nil {
		objects = append(objects, element.NewProse(s.t("issue.exporting", "n", e.total-len(e.left), "total", e.total), theme.ColorInk),
			progress(e), s.button("issue.cancel"))
		return objects
	}
	return append(objects, s.button("issue.export"), s.button("issue.print"))
}

// progress shows how many of the files are begun.
func progress(e *exporting) fyne.CanvasObject {
	bar := widget.NewProgressBar()
	bar.Max, bar.TextFormatter = float64(e.total), func() string { return "" }
	bar.SetValue(float64(e.total - len(e.left) - 1))
	return bar
}

// paintNext offers what may become of the text. Where several cannot be done for
// the same reason, it stands once, below the last of them.
func (s *Screen) paintNext() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	ways := s.ways()
	for i, c := range ways {
		button := element.NewCommandButton(s.shell.Words(), c, c.Primary)
		if i+1 < len(ways) && c.Reason() == ways[i+1].Reason() {
			button.Terse = true
			button.Update()
		}
		objects = append(objects, button)
	}
	return objects
}

// futures are the commands that decide what becomes of a text, and what each
// does.
var futures = []struct {
	id     command.ID
	action review.Action
}{
	{"issue.issue", review.ActIssue}, {"issue.archive", review.ActArchive}, {"issue.reissue", review.ActReissue},
	{"issue.void", review.ActVoid}, {"issue.resume", review.ActResume}, {"issue.mistake", review.ActSlip},
}

// ways are the commands offered: of the futures those that the draft's state
// allows at all.
func (s *Screen) ways() command.List {
	var ways command.List
	for _, f := range futures {
		err := s.file.Can(f.action, s.shell.Actor(), review.Ask{Reason: "-"})
		if code, _ := screen.Refused(err); code == review.CodeState {
			continue
		}
		c, _ := s.Commands().Find(f.id)
		ways = append(ways, c)
	}
	compare, _ := s.Commands().Find("issue.compare")
	return append(ways, compare)
}

func (s *Screen) button(id command.ID) fyne.CanvasObject {
	c, _ := s.Commands().Find(id)
	return element.NewCommandButton(s.shell.Words(), c, c.Primary)
}
