package compare

import (
	"strconv"

	"jianbao/app/command"
	"jianbao/app/screen"
	"jianbao/review"
	"jianbao/review/diffview"
)

func commandID(name string) command.ID { return command.ID("compare." + name) }

var modeNames = map[diffview.Mode]string{diffview.Inline: "inline", diffview.SideBySide: "sidebyside", diffview.Clean: "clean"}

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List {
	return command.List{
		{ID: "compare.sign", Key: "Ctrl+Enter", Primary: true, Do: s.sign, Why: s.whyNotSign},
		{ID: "compare.return", Key: "Ctrl+B", Do: s.askSendBack, Why: s.whyNotReturn},
		{ID: "compare.accept", Key: "A", Do: s.accept, Why: s.whyNotDecide},
		{ID: "compare.reject", Key: "R", Do: s.reject, Why: s.whyNotReject},
		{ID: "compare.comment", Key: "C", Do: s.comment, Why: s.whyNotComment},
		{ID: "compare.undo", Key: "U", Do: s.undo, Why: s.whyNotUndo},
		{ID: "compare.tick", Key: "Space", Do: s.tick, Why: s.whyNotTick},
		{ID: "compare.untick", Key: "X", Do: s.untickCurrent, Why: s.whyNotUntick},
		{ID: "compare.unreviewed", Key: "N", Do: s.nextUndecided, Why: s.whyNoChange},
		{ID: "compare.next", Key: "J", Do: s.next, Why: s.whyNoChange},
		{ID: "compare.previous", Key: "K", Do: s.previous, Why: s.whyNoChange},
		{ID: "compare.inline", Key: "1", Do: func() { s.setMode(diffview.Inline) }, Why: s.whyNotRead},
		{ID: "compare.sidebyside", Key: "2", Do: func() { s.setMode(diffview.SideBySide) }, Why: s.whyNotRead},
		{ID: "compare.clean", Key: "3", Do: func() { s.setMode(diffview.Clean) }, Why: s.whyNotRead},
		{ID: "compare.span", Key: "G", Do: s.chooseSpan, Why: s.whyNotRead},
		{ID: "compare.basis", Key: "B", Do: s.showBasis, Why: s.whyNotBasis},
		{ID: "compare.file", Key: "F", Do: s.chooseFile, Why: s.whyNotRead},
		{ID: "compare.marked", Key: "M", Do: s.exportMarked, Why: s.whyNotMarked},
		{ID: "compare.enter", Do: s.enter, Why: s.whyNotEnter},
		{ID: "compare.edit", Key: "E", Do: func() { s.shell.OpenCompose(s.id) }, Why: func() string { return s.refusal(review.ActEdit) }},
		{ID: "compare.step", Key: "S", Do: func() { s.shell.OpenStep(s.id) }, Why: s.whyNotRead},
		{ID: "compare.mistake", Do: s.addMistake, Why: func() string { return s.refusal(review.ActSlip) }},
		{ID: "compare.copy", Do: s.copy, Why: s.whyNotRead},
		{ID: "compare.refresh", Key: "F5", Do: func() { s.reload(func() {}) }},
	}
}

// refusal is the sentence why this person may not do an action now, or "". A
// reason and the PIN do not count: they are asked for.
func (s *Screen) refusal(a review.Action) string {
	if why := s.whyNotRead(); why != "" {
		return why
	}
	err := s.state.file.Can(a, s.shell.Actor(), review.Ask{Reason: "…"})
	if code, _ := screen.Refused(err); err == nil || code == review.CodePIN {
		return ""
	}
	return s.shell.Words().Error(err)
}

func (s *Screen) whyNotRead() string {
	if s.state == nil {
		return s.t("compare.why.reading")
	}
	return ""
}

func (s *Screen) whyNoChange() string {
	if why := s.whyNotRead(); why != "" {
		return why
	}
	if len(s.state.view.Changes) == 0 {
		return s.t("compare.note.same")
	}
	return ""
}

func (s *Screen) whyNotDecide() string {
	if why := s.refusal(review.ActDecide); why != "" {
		return why
	}
	if why := s.whyNoChange(); why != "" {
		return why
	}
	if len(s.chosen()) == 0 {
		return s.t("compare.why.nochange")
	}
	return s.whyOutside()
}

// whyOutside says that a file from outside is only shown, where one is.
func (s *Screen) whyOutside() string {
	if s.outside != nil {
		return s.t("compare.why.outside")
	}
	return ""
}

func (s *Screen) whyNotReject() string {
	if why := s.whyNotDecide(); why != "" {
		return why
	}
	return s.whyNotWrite()
}

// whyNotWrite says why the newest text cannot be changed from here: another one
// is shown, or this person has typed something that is not saved yet.
func (s *Screen) whyNotWrite() string {
	if !s.state.atHead() {
		return s.shell.Words().Error(s.movedOn(review.ActEdit))
	}
	if s.state.file.Working(s.shell.Actor().Person().ID) != nil {
		return s.shell.Words().Error(&review.Refusal{Action: review.ActEdit, Code: review.CodeUnsaved})
	}
	return ""
}

func (s *Screen) movedOn(a review.Action) error {
	return &review.Refusal{Action: a, Code: review.CodeMoved, Args: map[string]string{
		"base": strconv.Itoa(s.state.to.Seq), "head": strconv.Itoa(s.state.file.Draft.Head)}}
}

func (s *Screen) whyNotComment() string { return s.refusal(review.ActComment) }

func (s *Screen) whyNotUndo() string {
	if len(s.sitting) == 0 {
		return s.t("compare.why.noundo")
	}
	if why := s.refusal(review.ActDecide); why != "" {
		return why
	}
	if last := s.sitting[len(s.sitting)-1]; last.made > 0 {
		return s.whyNotWrite()
	}
	return ""
}

func (s *Screen) whyNotReturn() string {
	if why := s.refusal(review.ActReturn); why != "" {
		return why
	}
	return s.whyOutside()
}
