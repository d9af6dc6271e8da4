package faulttest

import (
	"errors"
	"slices"
	"time"

	"jianbao/review"
)

// atSession runs do with a live session of who acts, a new one where there is
// none.
func (d *desk) atSession(do func(review.Session) error) error {
	p, err := d.Pulse(d.ctx)
	if err != nil {
		return err
	}
	mine := func(s review.Session) bool { return s.Person == d.who.Person().ID }
	if i := slices.IndexFunc(p.Sessions, mine); i >= 0 {
		return do(p.Sessions[i])
	}
	s, err := d.SitDown(d.ctx, d.who, "一号机")
	if err != nil {
		return err
	}
	return do(s)
}

func (d *desk) take(s review.Session) error {
	return second(d.Take(d.ctx, d.who, s.ID, d.id(), "a"))
}

// relieve lets somebody new write in the draft at hand and fall silent, an hour
// ago, and takes over from him.
func (d *desk) relieve() error {
	p, err := d.AddPerson(d.ctx, "离"+d.word(), []review.Role{review.RoleDrafter, roleEditor}, "")
	if err != nil {
		return err
	}
	gone, err := d.As(d.ctx, p.Name)
	if err != nil {
		return err
	}
	past := review.NewDesk(d.store, review.WithClock(func() time.Time { return time.Now().Add(-time.Hour) }))
	his, err := past.SitDown(d.ctx, gone, "二号机")
	if err != nil {
		return err
	}
	err = errors.Join(second(past.Take(d.ctx, gone, his.ID, d.id(), "b")), d.Autosave(d.ctx, gone, d.id(), d.file.Head.Seq, d.text()))
	if err != nil {
		return err
	}
	return d.atSession(func(mine review.Session) error {
		return second(d.Relieve(d.ctx, d.who, mine.ID, d.id(), "b"))
	})
}
