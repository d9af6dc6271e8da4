package issue

import (
	"context"

	"jianbao/review"
)

// change carries a use case out and shows the draft as it then is.
func (s *Screen) change(work func(context.Context) (*review.File, error)) {
	s.shell.Do(func() error {
		_, err := work(context.Background())
		return err
	}, s.Show)
}

func (s *Screen) issue() {
	s.shell.AskPIN(s.t("issue.pin.issue", "number", s.number()), func(a review.Actor) {
		s.change(func(ctx context.Context) (*review.File, error) { return s.shell.Desk().Issue(ctx, a, s.id) })
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
