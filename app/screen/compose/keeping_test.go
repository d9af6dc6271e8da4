package compose

import (
	"errors"
	"testing"

	"jianbao/review"
)

// twoPlaces is a text kept in two places, of which a test says what they answer.
type twoPlaces struct {
	*keeping
	here, there []int // the edits that were written
	full, cut   error
	tasks       []func()
	later       []func()
}

func newTwoPlaces() *twoPlaces {
	p := &twoPlaces{}
	text := &manuscript{}
	do := func(work func() error, done func()) {
		p.tasks = append(p.tasks, func() { _ = work(); done() }) // a keeper's work keeps its error itself
	}
	p.keeping = newKeeping(text, func(shot snapshot) func() error {
		return func() error { return p.noted(&p.there, shot.edit, p.cut) }
	}, &courier{}, do, func() {})
	p.near.prepare = func() (int, func() error) {
		edit := text.edits
		return edit, func() error { return p.noted(&p.here, edit, p.full) }
	}
	direct := p.store.prepare
	p.store.prepare = func() (int, func() error) {
		if p.near.err != nil {
			return direct()
		}
		edit := p.near.safe
		return edit, func() error { return p.noted(&p.there, edit, p.cut) }
	}
	p.near.after, p.store.after = afterInto(&p.later), afterInto(&p.later)
	return p
}

func (p *twoPlaces) noted(list *[]int, edit int, err error) error {
	if err == nil {
		*list = append(*list, edit)
	}
	return err
}

func (p *twoPlaces) write() {
	p.text.edits++
	p.touch()
}

func TestTheStoreIsNotAskedBeforeTheJournalHasIt(t *testing.T) {
	p := newTwoPlaces()
	p.write()
	pop(&p.later)
	if len(p.tasks) != 1 {
		t.Fatalf("%d writes under way", len(p.tasks))
	}
	p.write() // while the first is written to the journal
	pop(&p.tasks)
	if len(p.here) != 1 || len(p.there) != 0 {
		t.Fatalf("the journal has %v, the store %v", p.here, p.there)
	}
	pop(&p.later)
	for len(p.tasks) > 0 {
		pop(&p.tasks)
	}
	if last(p.here) != 2 || last(p.there) != 2 || p.state(false).behind {
		t.Errorf("the journal has %v, the store %v, %+v", p.here, p.there, p.state(false))
	}
}

func TestNothingTypedWaitsForAServerThatHangs(t *testing.T) {
	p := newTwoPlaces()
	p.write()
	pop(&p.later)
	pop(&p.tasks)
	hanging := p.tasks
	p.tasks = nil
	for range 5 {
		p.write()
		pop(&p.later)
		pop(&p.tasks)
	}
	if err := p.now(); err != nil || last(p.here) != 6 || len(p.tasks) != 0 {
		t.Errorf("%v, the journal has %v, %d more under way", err, p.here, len(p.tasks))
	}
	pop(&hanging)
	pop(&p.tasks)
	if last(p.there) != 6 {
		t.Errorf("the store has %v", p.there)
	}
}

func TestAServerThatIsGoneIsAskedAgainOnceAtATime(t *testing.T) {
	p := newTwoPlaces()
	p.cut = review.ErrLost
	for range 20 {
		p.write()
		p.near.flush()
		pop(&p.tasks)
		for len(p.tasks) > 0 {
			pop(&p.tasks)
		}
	}
	state := p.state(false)
	if !state.cut || state.behind || state.err != nil || state.at.IsZero() {
		t.Errorf("%+v", state)
	}
	asked := 0
	p.store.do = func(func() error, func()) { asked++ }
	for len(p.later) > 0 {
		pop(&p.later)
	}
	if asked != 1 {
		t.Errorf("asked %d times", asked)
	}
}

func TestAnErrorOfTheServerThatIsNoCutIsSaid(t *testing.T) {
	p := newTwoPlaces()
	p.cut = review.ErrDenied
	p.write()
	pop(&p.later)
	pop(&p.tasks)
	pop(&p.tasks)
	if state := p.state(false); state.cut || !errors.Is(state.err, review.ErrDenied) {
		t.Errorf("%+v", state)
	}
}

func TestWhereTheJournalIsFullTheStoreIsAskedAtOnce(t *testing.T) {
	p := newTwoPlaces()
	p.full = review.ErrFull
	p.write()
	if err := p.now(); err != nil || last(p.there) != 1 {
		t.Errorf("%v, the store has %v", err, p.there)
	}
	p.cut = review.ErrLost
	p.write()
	if err := p.now(); !errors.Is(err, review.ErrLost) {
		t.Errorf("neither has it, and leaving says %v", err)
	}
}

func last(list []int) int {
	if len(list) == 0 {
		return 0
	}
	return list[len(list)-1]
}

// A server that is silent has not answered yet whether it is lost: as soon as that
// is known elsewhere, the journal is where the text is said to be.
func TestWhatASilentServerWasSentIsSaidToBeOnThisMachine(t *testing.T) {
	p := newTwoPlaces()
	p.write()
	pop(&p.later)
	pop(&p.tasks) // the journal has it; the store was asked and is silent
	if s := p.state(false); s.cut || !s.busy {
		t.Errorf("while nothing is known: %+v", s)
	}
	if s := p.state(true); !s.cut || s.behind || s.at.IsZero() {
		t.Errorf("once it is known to be lost: %+v", s)
	}
	pop(&p.tasks) // it answers after all
	if s := p.state(true); s.cut {
		t.Errorf("with everything in the store: %+v", s)
	}
}
