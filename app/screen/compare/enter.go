package compare

import (
	"context"
	"slices"
	"strings"

	"jianbao/review"
	"jianbao/storage/exchange"
)

// enter (代录) makes revisions of the tracked changes in the file shown, each by
// who made it, on top of the newest text. Programs name people as they please:
// for a name that nobody here has, it asks who that is.
func (s *Screen) enter() {
	var came exchange.Returned
	file, head := s.outside.file, s.state.file.Head
	s.shell.Do(func() (err error) {
		came, err = file.ChangesOf(head.Text)
		return err
	}, func() {
		stranger := s.stranger(came)
		if stranger == "" {
			s.enterAs(came, "")
			return
		}
		s.shell.Ask(s.t("compare.enter.who", "name", stranger), s.t("compare.enter.hint"), func(name string) {
			if s.named(name) == "" {
				s.shell.Tell(s.t("command.compare.enter"), s.t("compare.enter.nobody", "name", name))
				return
			}
			s.enterAs(came, name)
		})
	})
}

// enterAs enters what came; what nobody here is known to have written is by the
// person named.
func (s *Screen) enterAs(came exchange.Returned, name string) {
	author := func(known string) review.PersonID {
		if id := s.named(known); id != "" {
			return id
		}
		return s.named(name)
	}
	var hands []review.Outside
	for _, h := range came.Hands {
		hands = append(hands, review.Outside{Author: author(h.Author), Text: h.Text, Note: s.outside.name})
	}
	var remarks []review.OutsideRemark
	for _, r := range came.Remarks {
		remarks = append(remarks, review.OutsideRemark{Author: author(r.Author), Anchor: r.Anchor, Text: r.Text, ReplyTo: r.ReplyTo, Done: r.Done})
	}
	desk, who, head := s.shell.Desk(), s.shell.Actor(), s.state.file.Head
	s.shell.Do(func() error {
		_, err := desk.EnterFor(context.Background(), who, s.id, head.Seq, hands, remarks)
		return err
	}, func() {
		s.outside, s.want, s.current, s.sitting = nil, span{from: head.Seq}, none, nil
		s.reload(func() {
			s.shell.Tell(s.t("command.compare.enter"), s.t("compare.entered", "count", len(hands), "comments", len(remarks)))
		})
	})
}

// stranger is the first name in the file that nobody here has, or "".
func (s *Screen) stranger(came exchange.Returned) string {
	for _, h := range came.Hands {
		if s.named(h.Author) == "" {
			return h.Author
		}
	}
	i := slices.IndexFunc(came.Remarks, func(r exchange.Remark) bool { return s.named(r.Author) == "" })
	if i < 0 {
		return ""
	}
	return came.Remarks[i].Author
}

// named is the person of a name, or "".
func (s *Screen) named(name string) review.PersonID {
	for id, p := range s.state.file.People {
		if p.Name == strings.TrimSpace(name) {
			return id
		}
	}
	return ""
}

// tracked reports whether a file with tracked changes is shown.
func (s *Screen) tracked() bool {
	return s.outside != nil && s.outside.file.Review != nil && s.outside.file.Review.Changed()
}

func (s *Screen) whyNotEnter() string {
	if why := s.refusal(review.ActEdit); why != "" {
		return why
	}
	if !s.tracked() {
		return s.t("compare.why.untracked")
	}
	return ""
}
