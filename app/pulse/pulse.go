// Package pulse owns the one goroutine by which a program at work stays in touch
// with the others on the same database: it says what is open here, asks what was
// done elsewhere and who is there, and tells of every change. It knows no screen,
// and reads no draft: what to do with the news is the listener's.
package pulse

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"jianbao/review"
)

// Every is how often a program asks what was done elsewhere. It beats every
// beatEvery, and tries again every lostEvery while the database cannot be reached.
const (
	Every     = time.Second
	beatEvery = 5 * time.Second
	lostEvery = 5 * time.Second
)

// How long one round may take before the database counts as lost, and how long
// standing up may keep a program from ending.
const (
	roundLimit = 8 * time.Second
	endLimit   = 2 * time.Second
)

// Desk is what a pulse wants of review.Desk.
type Desk interface {
	SitDown(ctx context.Context, who review.Actor, machine string) (review.Session, error)
	Beat(context.Context, review.Session) error
	StandUp(context.Context, review.SessionID) error
	Pulse(context.Context) (review.Pulse, error)
	Since(ctx context.Context, seq int64) ([]review.Event, error)
	People(context.Context) ([]review.Person, error)
}

// Pulse is that goroutine. Its methods may be called from any other.
type Pulse struct {
	desk    Desk
	machine string
	tell    func(News)
	wake    chan struct{} // somebody sat down, or something else is open

	turn    sync.Mutex // over what follows
	who     review.Actor
	open    place
	session review.Session // the zero one while nobody sits

	// What follows is the goroutine's own.
	beaten place     // what the last beat said
	beatAt time.Time // and when
	tried  time.Time
	begun  bool // one round succeeded: seq is known
	seq    int64
	last   News
}

// place is what is open.
type place struct {
	draft  review.DraftID
	screen string
}

// New returns a pulse that tells tell of every change, on its own goroutine.
// machine is this machine's name, as the others shall know it.
func New(desk Desk, machine string, tell func(News)) *Pulse {
	return &Pulse{desk: desk, machine: machine, tell: tell, wake: make(chan struct{}, 1)}
}

// Sit says who works here; the session of whoever sat here before ends. The zero
// Actor is nobody, who has no session and yet hears of what others do.
func (p *Pulse) Sit(who review.Actor) { p.change(func() { p.who = who }) }

// Open says what is open here.
func (p *Pulse) Open(draft review.DraftID, screen string) {
	p.change(func() { p.open = place{draft, screen} })
}

// Session returns the session of who works here; the zero one while the database
// does not know of it.
func (p *Pulse) Session() review.Session {
	p.turn.Lock()
	defer p.turn.Unlock()
	return p.session
}

func (p *Pulse) change(how func()) {
	p.turn.Lock()
	how()
	p.turn.Unlock()
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// Run beats at every tick until ctx ends, and then stands up. A tick that comes
// while a round is under way must wait or be dropped by who sends it, as a
// time.Ticker does.
func (p *Pulse) Run(ctx context.Context, ticks <-chan time.Time) {
	var now time.Time
	for {
		select {
		case <-ctx.Done():
			p.end(ctx)
			return
		case now = <-ticks:
			p.round(ctx, now)
		case <-p.wake:
			if !now.IsZero() {
				p.round(ctx, now)
			}
		}
	}
}

func (p *Pulse) end(ctx context.Context) {
	if s := p.Session(); s.ID != "" && p.last.Lost.IsZero() {
		ctx, stop := context.WithTimeout(context.WithoutCancel(ctx), endLimit)
		defer stop()
		_ = p.desk.StandUp(ctx, s.ID) // where it fails the session falls silent
	}
}

// round says what is open, asks what there is, and tells what is new. An error
// that is not a lost database leaves things as they were: the next round tries
// again, and what the user does meets the same error and says it.
func (p *Pulse) round(ctx context.Context, now time.Time) {
	if lost := p.last.Lost; !lost.IsZero() && now.Sub(p.tried) < lostEvery {
		return
	}
	p.tried = now
	limited, stop := context.WithTimeout(ctx, roundLimit)
	defer stop()
	news, err := p.ask(limited, now)
	switch {
	case ctx.Err() != nil:
		return
	case isLost(err):
		news = News{Lost: p.last.Lost, Names: p.last.Names}
		if news.Lost.IsZero() {
			news.Lost = now
		}
	case err != nil:
		return
	}
	news.What = p.changed(news)
	p.last = news
	if news.What != 0 {
		p.tell(news)
	}
}

func isLost(err error) bool {
	return errors.Is(err, review.ErrLost) || errors.Is(err, review.ErrUnsure) || errors.Is(err, context.DeadlineExceeded)
}

// ask is one round's questions.
func (p *Pulse) ask(ctx context.Context, now time.Time) (News, error) {
	if err := p.sit(ctx); err != nil {
		return News{}, err
	}
	if err := p.beat(ctx, now); err != nil {
		return News{}, err
	}
	got, err := p.desk.Pulse(ctx)
	if err != nil {
		return News{}, err
	}
	me := p.Session().ID
	news := News{Leases: got.Leases, Names: p.last.Names}
	for _, s := range got.Sessions {
		if s.ID != me {
			news.Others = append(news.Others, s)
		}
	}
	if p.begun && got.Seq != p.seq {
		if news.Events, err = p.desk.Since(ctx, p.seq); err != nil {
			return News{}, err
		}
	}
	if err := p.name(ctx, &news); err != nil {
		return News{}, err
	}
	p.seq, p.begun = newest(news.Events, got.Seq), true
	return news, nil
}

// newest is the number of the newest event known: more may have been done since
// the question before.
func newest(events []review.Event, seq int64) int64 {
	if n := len(events); n > 0 {
		return max(seq, events[n-1].Seq)
	}
	return seq
}

// name learns the names of people, if one is missing or may have changed.
func (p *Pulse) name(ctx context.Context, n *News) error {
	known := func(s review.Session) bool { _, ok := n.Names[s.Person]; return ok }
	all := !slices.ContainsFunc(n.Others, func(s review.Session) bool { return !known(s) })
	if all && n.Names != nil && !slices.ContainsFunc(n.Events, func(e review.Event) bool { return e.Action == review.ActPerson }) {
		return nil
	}
	people, err := p.desk.People(ctx)
	if err != nil {
		return err
	}
	n.Names = make(map[review.PersonID]string, len(people))
	for _, one := range people {
		n.Names[one.ID] = one.Name
	}
	return nil
}

// changed tells what is new against the last news.
func (p *Pulse) changed(n News) Change {
	var c Change
	if len(n.Events) > 0 {
		c |= Done
	}
	if !slices.EqualFunc(n.Others, p.last.Others, sameSession) {
		c |= Sessions
	}
	if !slices.EqualFunc(n.Leases, p.last.Leases, sameLease) {
		c |= Leases
	}
	if !n.Lost.Equal(p.last.Lost) {
		c |= Link
	}
	return c
}
