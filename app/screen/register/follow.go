package register

import (
	"context"
	"slices"

	"jianbao/app/pulse"
	"jianbao/app/screen"
	"jianbao/review"
)

var _ screen.Follower = (*Screen)(nil)

// Follow implements screen.Follower: a draft that others began or brought to
// another state or number appears. A list that is scrolled stays as it is, so
// that no line moves under the pointer; so does one that is being refreshed.
func (s *Screen) Follow(n pulse.News) {
	if s.following || s.list.GetScrollOffset() > 0 || !slices.ContainsFunc(n.Events, matters) {
		return
	}
	s.following = true
	var fresh Screen
	var failed error
	chosen := s.shell.Series()
	s.shell.Do(func() error {
		failed = fresh.fetch(context.Background(), s.shell.Desk(), chosen)
		return nil
	}, func() {
		s.following = false
		if failed == nil && s.list.GetScrollOffset() == 0 {
			s.take(&fresh)
			s.shell.Renewed()
		}
	})
}

// matters reports whether an event changes a line of the register or the ledger by
// more than the time at which its text was last saved.
func matters(e review.Event) bool {
	switch e.Action {
	case review.ActCreate, review.ActSubmit, review.ActSign, review.ActReturn, review.ActHold, review.ActResume, review.ActWithdraw,
		review.ActIssue, review.ActArchive, review.ActVoid, review.ActLedger, review.ActPacket, review.ActSeries:
		return true
	}
	return false
}
