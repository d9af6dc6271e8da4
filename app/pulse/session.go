package pulse

import (
	"context"
	"time"

	"jianbao/review"
)

// sit begins a session for who works here, and ends that of who did before.
func (p *Pulse) sit(ctx context.Context) error {
	p.turn.Lock()
	who, session := p.who, p.session
	p.turn.Unlock()
	if session.Person == who.Person().ID {
		return nil
	}
	if session.ID != "" {
		if err := p.desk.StandUp(ctx, session.ID); err != nil {
			return err
		}
		session = review.Session{}
	}
	var err error
	if who.Person().ID != "" {
		if session, err = p.desk.SitDown(ctx, who, p.machine); err != nil {
			session = review.Session{}
		}
	}
	p.turn.Lock()
	p.session = session
	p.turn.Unlock()
	p.beatAt = time.Time{}
	return err
}

// beat says what is open, if that is new or it is time to. A session that the
// database no longer knows is there again by its beat.
func (p *Pulse) beat(ctx context.Context, now time.Time) error {
	p.turn.Lock()
	session, open := p.session, p.open
	p.turn.Unlock()
	if session.ID == "" || open == p.beaten && now.Sub(p.beatAt) < beatEvery {
		return nil
	}
	session.Draft, session.Screen = open.draft, open.screen
	if err := p.desk.Beat(ctx, session); err != nil {
		return err
	}
	p.beaten, p.beatAt = open, now
	return nil
}
