//go:build team

package teamtest

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"jianbao/review"
)

// patience is how long somebody waits for an answer.
const patience = 60 * time.Second

// desks are people at work, each with a store of his own.
type desks struct {
	*office
	record
	all  []*desk
	rest time.Duration // at most so long between two turns of one desk

	gate sync.RWMutex // held for reading in a turn, and by who wants nobody in one
	wait sync.WaitGroup
	end  context.CancelFunc
}

// sit opens a desk for everybody, each at its own connections.
func (o *office) sit(ctx context.Context, open opener, rest time.Duration) (*desks, error) {
	all := &desks{office: o, rest: rest, end: func() {}}
	for n := range o.people {
		d, err := all.desk(ctx, open, n)
		if err != nil {
			return nil, errors.Join(err, all.close())
		}
		all.all = append(all.all, d)
	}
	return all, nil
}

// begin sets everybody to work.
func (a *desks) begin() {
	ctx, cancel := context.WithCancel(context.Background())
	a.end = cancel
	for _, d := range a.all {
		a.wait.Go(func() { d.work(ctx) })
	}
}

// stop ends the work; what was begun is brought to an end first.
func (a *desks) stop() {
	a.end()
	a.wait.Wait()
}

func (a *desks) close() error {
	a.stop()
	var errs []error
	for _, d := range a.all {
		errs = append(errs, d.store.Close())
	}
	return errors.Join(errs...)
}

// still runs f while nobody does anything.
func (a *desks) still(f func() error) error {
	a.gate.Lock()
	defer a.gate.Unlock()
	return f()
}

// working returns how many desks had something done that they asked for after a
// moment.
func (a *desks) working(since time.Time) int {
	at := map[int]bool{}
	for _, d := range a.after(since) {
		if d.outcome == done {
			at[d.desk] = true
		}
	}
	return len(at)
}

// desk is one person at work.
type desk struct {
	*desks
	n      int
	store  review.Store
	desk   *review.Desk
	who    review.Actor
	random *rand.Rand
	spoke  int // counts his words
}

func (a *desks) desk(ctx context.Context, open opener, n int) (*desk, error) {
	store, err := open(ctx)
	if err != nil {
		return nil, err
	}
	d := &desk{desks: a, n: n, store: store, desk: newDesk(store), random: rand.New(rand.NewPCG(uint64(n), 8))}
	if d.who, err = d.desk.Unlock(ctx, a.people[n], pin); err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return d, nil
}

func (d *desk) work(ctx context.Context) {
	for ctx.Err() == nil {
		d.gate.RLock()
		d.turn(context.WithoutCancel(ctx))
		d.gate.RUnlock()
		d.pause(ctx)
	}
}

// pause is the time a person needs to think.
func (d *desk) pause(ctx context.Context) {
	if d.rest == 0 {
		return
	}
	think := time.NewTimer(time.Duration(d.random.Int64N(int64(d.rest))))
	defer think.Stop()
	select {
	case <-think.C:
	case <-ctx.Done():
	}
}

// words are new ones that nobody else says.
func (d *desk) words() string {
	d.spoke++
	return fmt.Sprintf("第%d台第%d次：窗口延时服务，群众少跑一趟。", d.n+1, d.spoke)
}

// do does one thing and writes down what came of it.
func (d *desk) do(ctx context.Context, done deed, f func(context.Context, *deed) (*review.File, error)) {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	done.desk, done.person, done.words, done.asked = d.n, d.who.Person().ID, d.words(), time.Now()
	file, err := f(ctx, &done)
	done.answered, done.err, done.outcome = time.Now(), err, outcomeOf(err)
	if err == nil && file != nil {
		done.draft = file.Draft.ID
	}
	d.add(done)
}

// chance is true once in so many times.
func (d *desk) chance(in int) bool { return d.random.IntN(in) == 0 }
