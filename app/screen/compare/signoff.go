package compare

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/screen"
	"jianbao/app/theme"
	"jianbao/review"
)

// paintSigning shows the chain, then what can be done: sign or send back, with
// the reason in place where not.
func (s *Screen) paintSigning() fyne.CanvasObject {
	lines := element.Stack(3)
	for step, role := range s.state.file.Series.Chain() {
		lines.Add(s.paintStep(step, role))
	}
	if c := s.state.stepped.Count(); s.state.stepped.Complete() {
		lines.Add(element.NewColoured(s.t("compare.step.done", "all", c.All, "doubts", c.Doubts), theme.ColorOK))
	} else if c.Fine+c.Doubts > 0 {
		lines.Add(element.NewSoft(s.t("compare.step.partly", "all", c.All, "read", c.Fine+c.Doubts)))
	}
	sign, _ := s.Commands().Find("compare.sign")
	back, _ := s.Commands().Find("compare.return")
	lines.Add(probe.Name(element.NewCommandButton(s.shell.Words(), sign, true), "compare.sign"))
	button := element.NewCommandButton(s.shell.Words(), back, false)
	button.Terse = back.Reason() == sign.Reason() // said once is enough
	button.Update()
	lines.Add(probe.Name(button, "compare.return"))
	for _, p := range s.problems() {
		lines.Add(element.NewNote("· "+p, theme.ColorRed))
	}
	return lines
}

// paintStep says who signed at a step, when, and whether it stands.
func (s *Screen) paintStep(step int, role review.Role) fyne.CanvasObject {
	sign, fell := s.signOff(step)
	if sign == nil {
		return element.Line(8, element.NewText(string(role)), element.Middle(element.NewSoft(s.t("compare.sign.open"))))
	}
	who := element.Line(8, element.NewText(string(role)), element.NewStrong(sign.Name), element.Middle(element.NewSoft(s.clock(sign.At))))
	if fell {
		return element.Stack(1, who, element.NewColoured(s.t("compare.sign.fell", "why", s.t("compare.fell."+string(sign.Fell))), theme.ColorRed))
	}
	return element.Stack(1, who, element.NewColoured(s.t("compare.sign.stands"), theme.ColorOK))
}

// signOff returns the sign-off that stands at a step, or the last one that fell
// there.
func (s *Screen) signOff(step int) (sign *review.SignOff, fell bool) {
	f := s.state.file
	if sign = f.Standing(step); sign != nil {
		return sign, false
	}
	for i := len(f.SignOffs) - 1; i >= 0; i-- {
		if f.SignOffs[i].Step == step && f.SignOffs[i].Fell != "" {
			return &f.SignOffs[i], true
		}
	}
	return nil, false
}

// problems lists the places to mend before this person could sign.
func (s *Screen) problems() []string {
	code, refused := screen.Refused(s.canSign())
	if refused == nil || code == review.CodeCritical {
		return nil // the list of changes shows those
	}
	var list []string
	for _, p := range refused.Problems {
		list = append(list, s.shell.Words().Problem(p))
	}
	return list
}

// canSign is the workflow's answer, the PIN apart; errors that proofreading finds
// are passed, and open comments where the office allows that, each with a reason
// that is asked for.
func (s *Screen) canSign() error {
	f, who := s.state.file, s.shell.Actor()
	if !s.state.atHead() {
		return s.movedOn(review.ActSign)
	}
	ask := review.Ask{Errors: "…"}
	if f.Series.AllowOverride {
		ask.Override = "…"
	}
	err := f.Can(review.ActSign, who, ask)
	if code, _ := screen.Refused(err); code == review.CodePIN {
		return nil
	}
	return err
}

func (s *Screen) whyNotSign() string {
	if why := s.whyNotRead(); why != "" {
		return why
	}
	if why := s.whyOutside(); why != "" {
		return why
	}
	if err := s.canSign(); err != nil {
		return s.shell.Words().Error(err)
	}
	return ""
}

// sign asks why open comments are passed, if there are any, then why errors are,
// then the PIN.
func (s *Screen) sign() {
	signing := review.Signing{Revision: s.state.to.Seq}
	if n := len(s.state.file.OpenComments()); n > 0 {
		s.shell.Ask(s.t("compare.sign.override"), s.t("compare.sign.override.hint", "count", n), func(reason string) {
			signing.Override = reason
			s.signDespite(signing)
		})
		return
	}
	s.signDespite(signing)
}

// signDespite names the errors that proofreading finds and asks why they are
// passed, if there are any.
func (s *Screen) signDespite(signing review.Signing) {
	open, err := s.state.file.OpenErrors()
	if err != nil {
		s.shell.Fail(err)
		return
	}
	if len(open) == 0 {
		s.signWith(signing)
		return
	}
	words := make([]string, len(open))
	for i, flaw := range open {
		words[i] = flaw.Words
	}
	hint := s.t("compare.sign.errors.hint", "count", len(open), "words", strings.Join(words, "、"))
	s.shell.Ask(s.t("compare.sign.errors"), hint, func(reason string) {
		signing.Errors = reason
		s.signWith(signing)
	})
}

// signWith says exactly what is signed, asks the PIN and signs the text that
// was read. The last signature leads to the final text.
func (s *Screen) signWith(signing review.Signing) {
	f, read := s.state.file, s.state.to
	why := s.t("compare.sign.what", "role", f.Draft.Waiting(f.Series), "seq", read.Seq, "runes", read.Runes, "hash", read.TextHash.Short())
	s.shell.AskPIN(why, func(who review.Actor) {
		var after *review.File
		s.shell.Do(func() (err error) {
			defer who.Rest()
			after, err = s.shell.Desk().Sign(context.Background(), who, s.id, signing)
			return err
		}, func() { s.signed(after) })
	})
}

func (s *Screen) signed(after *review.File) {
	if after.Draft.State == review.Final {
		s.shell.OpenIssue(s.id)
		return
	}
	s.reload(func() {
		s.shell.Tell(s.t("command.compare.sign"), s.t("compare.sign.done", "role", after.Draft.Waiting(after.Series)))
	})
}
