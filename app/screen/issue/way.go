package issue

import (
	"context"
	"strings"

	"jianbao/app/screen/mistake"
	"jianbao/review"
)

// change carries a use case out and shows the draft as it then is.
func (s *Screen) change(work func(context.Context) (*review.File, error)) {
	s.shell.Do(func() error {
		_, err := work(context.Background())
		return err
	}, s.Show)
}

// issue sends the text out. Characters that no font shows were signed as they
// are, and no text is changed for want of a font: whoever sends pages out on
// which they cannot be read, or a text whose last file did not say what was
// signed, says why, and the reason is kept.
func (s *Screen) issue() {
	formats, err := s.file.Unlike()
	if err != nil {
		s.shell.Fail(err)
		return
	}
	var doubts []string
	if len(formats) > 0 {
		doubts = append(doubts, s.t("issue.unlike.title", "formats", strings.Join(formats, "、")))
	}
	if lost := missing(s.pages.view.Document()); lost != "" {
		doubts = append(doubts, s.t("issue.missing.title", "characters", lost))
	}
	if len(doubts) == 0 {
		s.issueFor("")
		return
	}
	s.shell.Ask(strings.Join(doubts, "\n"), s.t("issue.missing.hint"), s.issueFor)
}

func (s *Screen) issueFor(reason string) {
	s.shell.AskPIN(s.t("issue.pin.issue", "number", s.number()), func(a review.Actor) {
		s.change(func(ctx context.Context) (*review.File, error) {
			return s.shell.Desk().IssueDespite(ctx, a, s.id, reason)
		})
	})
}

func (s *Screen) archive() {
	s.change(func(ctx context.Context) (*review.File, error) {
		return s.shell.Desk().Archive(ctx, s.shell.Actor(), s.id)
	})
}

func (s *Screen) resume() {
	s.change(func(ctx context.Context) (*review.File, error) {
		return s.shell.Desk().Resume(ctx, s.shell.Actor(), s.id)
	})
}

func (s *Screen) void() {
	s.shell.Ask(s.t("issue.void.title", "number", s.number()), s.t("issue.void.hint"), func(reason string) {
		s.shell.AskPIN(s.t("issue.pin.void", "number", s.number()), func(a review.Actor) {
			s.change(func(ctx context.Context) (*review.File, error) { return s.shell.Desk().Void(ctx, a, s.id, reason) })
		})
	})
}

// addMistake enters a slip that was found in this text, to be looked for from now
// on.
func (s *Screen) addMistake() { mistake.Ask(s.shell, s.id, "", s.Show) }

// reissue begins the correcting draft and goes to it.
func (s *Screen) reissue() {
	s.shell.Ask(s.t("command.issue.reissue"), s.t("issue.reissue.hint"), func(reason string) {
		var fresh *review.File
		s.shell.Do(func() (err error) {
			fresh, err = s.shell.Desk().Reissue(context.Background(), s.shell.Actor(), s.id, reason)
			return err
		}, func() { s.shell.OpenCompose(fresh.Draft.ID) })
	})
}
