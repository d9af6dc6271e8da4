package issue

import (
	"context"

	"jianbao/app/pulse"
	"jianbao/app/screen"
	"jianbao/review"
)

var _ screen.Follower = (*Screen)(nil)

// fetched is what the screen shows of a draft.
type fetched struct {
	file   *review.File
	events []review.Event
	head   review.Event
	signed []review.Signed
}

func fetch(ctx context.Context, d *review.Desk, who review.Actor, id review.DraftID) (f fetched, err error) {
	if f.file, err = d.Open(ctx, who, id); err != nil {
		return f, err
	}
	if f.events, err = d.History(ctx, id); err != nil {
		return f, err
	}
	if f.head, err = d.ChainHead(ctx); err != nil {
		return f, err
	}
	f.signed, err = d.Signatures(ctx, id)
	return f, err
}

// Follow implements screen.Follower: what others did to a final text is added to
// its record. The pages stay, since such a text does not change; one that still may
// is shown anew when the user comes back to it. While files are written or shares
// are entered nothing moves.
func (s *Screen) Follow(n pulse.News) {
	if !n.Touches(s.id) || !s.atRest() {
		return
	}
	var fresh fetched
	var failed error
	who := s.shell.Actor()
	s.shell.Do(func() error {
		fresh, failed = fetch(context.Background(), s.shell.Desk(), who, s.id)
		return nil
	}, func() {
		if failed != nil || !s.atRest() || fresh.file.Head.Hash != s.file.Head.Hash {
			return
		}
		s.file, s.events, s.head, s.signed = fresh.file, fresh.events, fresh.head, fresh.signed
		s.readShares()
		s.paint()
		s.shell.Renewed()
	})
}

// atRest reports whether the record may be painted anew: the text is frozen, and
// nobody is in the middle of something.
func (s *Screen) atRest() bool {
	return s.file != nil && s.file.Draft.Frozen() && s.under == nil && s.whyNotKeep() != ""
}
