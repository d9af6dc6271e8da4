package desk

import (
	"context"

	"fyne.io/fyne/v2"

	"jianbao/app/overview"
	"jianbao/app/pulse"
	"jianbao/review"
	"jianbao/storage/backup"
)

// Follow implements screen.Follower: what others did appears, and who has what
// open, while what one reads stays where it is.
func (s *Screen) Follow(n pulse.News) {
	if n.Lost.IsZero() && n.Has(pulse.Done|pulse.Link) {
		s.refresh()
		return
	}
	s.renew()
}

// refresh fetches quietly: what cannot be fetched now stays as it was, and the
// window says that the database is lost. While a refresh is under way another
// waits for it, and many wait as one.
func (s *Screen) refresh() {
	if s.again = s.refreshing; s.again {
		return
	}
	s.refreshing = true
	var fresh overview.Overview
	var safety backup.Status
	var failed error
	who, chosen := s.shell.Actor(), s.shell.Series()
	s.shell.Do(func() error {
		safety = s.shell.Safety()
		fresh, failed = s.board.Refresh(context.Background(), who, chosen)
		return nil
	}, func() {
		s.refreshing = false
		if failed == nil && who.Person().ID == s.shell.Actor().Person().ID && chosen == s.shell.Series() {
			s.take(fresh, safety)
			s.renew()
		}
		if s.again {
			s.refresh()
		}
	})
}

// renew paints what others changed.
func (s *Screen) renew() {
	if s.paint() {
		s.shell.Renewed()
	}
}

// take makes fresh what is shown. The chosen draft stays the chosen one.
func (s *Screen) take(fresh overview.Overview, safety backup.Status) {
	var chosen review.DraftID
	if s.chosen < len(s.state.Waiting) {
		chosen = s.state.Waiting[s.chosen].Draft.ID
	}
	s.state, s.safety = fresh, safety
	s.chosen = min(s.chosen, max(0, len(fresh.Waiting)-1))
	for i, it := range fresh.Waiting {
		if it.Draft.ID == chosen {
			s.chosen = i
		}
	}
}

// steadily lets paint change what stands on the page, and then scrolls so that
// what stood at the top of it still does. A page that was not scrolled stays so.
func (s *Screen) steadily(paint func()) {
	top := s.page.Offset.Y
	draft, stood := s.reading(top)
	paint()
	if row := s.rows[draft]; row != nil && top > 0 {
		s.page.ScrollToOffset(fyne.NewPos(0, top+row.Position().Y-stood))
	}
}

// reading finds the first row that is in sight, and where it stands: a waiting
// draft, or else "" for the columns.
func (s *Screen) reading(top float32) (first review.DraftID, stands float32) {
	for _, o := range s.middle.Objects {
		for draft, row := range s.rows {
			if y := o.Position().Y; row == o && y+o.Size().Height > top {
				return draft, y
			}
		}
	}
	return "", top
}
