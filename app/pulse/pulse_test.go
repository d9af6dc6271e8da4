package pulse

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"jianbao/review"
	"jianbao/storage/memory"
)

// office is a database at which people sit at programs of their own. Its desk can
// be cut off.
type office struct {
	*testing.T
	*review.Desk
	cut   error // what every question is answered with; nil for the truth
	asked map[string]int
	clock time.Time
}

func newOffice(t *testing.T, names ...string) *office {
	o := &office{T: t, asked: map[string]int{}, clock: time.Date(2026, 3, 3, 9, 0, 0, 0, time.UTC)}
	o.Desk = review.NewDesk(memory.New(), review.WithPINCost(review.PINCost{Passes: 1, KiB: 8}), review.WithClock(func() time.Time { return o.clock }))
	for _, name := range names {
		if _, err := o.AddPerson(t.Context(), name, []review.Role{review.RoleDrafter}, "2468"); err != nil {
			t.Fatal(err)
		}
	}
	return o
}

func (o *office) question(name string) error {
	o.asked[name]++
	return o.cut
}

func (o *office) SitDown(ctx context.Context, who review.Actor, machine string) (review.Session, error) {
	if err := o.question("SitDown"); err != nil {
		return review.Session{ID: "half"}, err
	}
	return o.Desk.SitDown(ctx, who, machine)
}

func (o *office) Beat(ctx context.Context, s review.Session) error {
	return errors.Join(o.question("Beat"), o.Desk.Beat(ctx, s))
}

func (o *office) Pulse(ctx context.Context) (review.Pulse, error) {
	if err := o.question("Pulse"); err != nil {
		return review.Pulse{}, err
	}
	return o.Desk.Pulse(ctx)
}

func (o *office) People(ctx context.Context) ([]review.Person, error) {
	o.asked["People"]++
	return o.Desk.People(ctx)
}

func (o *office) as(name string) review.Actor {
	o.Helper()
	a, err := o.As(o.Context(), name)
	if err != nil {
		o.Fatal(err)
	}
	return a
}

// program is a pulse and what it told.
type program struct {
	*Pulse
	o    *office
	told []News
}

func (o *office) program(name string) *program {
	p := &program{o: o}
	p.Pulse = New(o, "机"+name, func(n News) { p.told = append(p.told, n) })
	if name != "" {
		p.Sit(o.as(name))
	}
	return p
}

// pass lets seconds pass, each with its round, and returns the last news told; the
// zero one if there was none.
func (p *program) pass(seconds int) News {
	before := len(p.told)
	for range seconds {
		p.o.clock = p.o.clock.Add(time.Second)
		p.round(p.o.Context(), p.o.clock)
	}
	if len(p.told) == before {
		return News{}
	}
	return p.told[len(p.told)-1]
}

func TestOthersAreSeenAndWhatTheyHaveOpen(t *testing.T) {
	o := newOffice(t, "李知远", "王敏")
	first, second := o.program("李知远"), o.program("王敏")
	if n := first.pass(1); n.What != 0 {
		t.Errorf("alone, and told %+v", n)
	}
	second.Open("d1", "compose")
	second.pass(1)
	n := first.pass(1)
	if !n.Has(Sessions) || !slices.Equal(n.AtWork(""), []string{"王敏"}) || n.Others[0].Machine != "机王敏" {
		t.Fatalf("told %+v", n)
	}
	if in := n.In("d1"); len(in) != 1 || in[0].Name != "王敏" || in[0].Writes || in[0].Screen != "compose" || n.In("d2") != nil {
		t.Errorf("in the draft: %v", in)
	}
	if n := first.pass(20); n.What != 0 {
		t.Errorf("nothing happened, and told %+v", n)
	}
	second.Open("", "desk")
	second.pass(1)
	if n := first.pass(1); !n.Has(Sessions) || n.In("d1") != nil {
		t.Errorf("after leaving the draft: %+v", n)
	}
}

func TestABeatEveryFiveSecondsAndAtOnceWhenSomethingElseIsOpen(t *testing.T) {
	o := newOffice(t, "李知远")
	p := o.program("李知远")
	p.pass(11)
	if n := o.asked["Beat"]; n != 3 || o.asked["Pulse"] != 11 || o.asked["SitDown"] != 1 || o.asked["People"] != 1 {
		t.Errorf("asked %v in 11 s", o.asked)
	}
	p.Open("d1", "compare")
	p.pass(1)
	if n := o.asked["Beat"]; n != 4 {
		t.Errorf("%d beats after another draft was opened", n)
	}
}

func TestEveryEventIsToldOnce(t *testing.T) {
	o := newOffice(t, "李知远", "王敏")
	p := o.program("李知远")
	p.pass(1)
	rename := func() {
		if err := o.ChangePerson(t.Context(), o.as("王敏").Person().ID, []review.Role{"核稿"}, false); err != nil {
			t.Fatal(err)
		}
	}
	rename()
	rename()
	if n := p.pass(1); !n.Has(Done) || len(n.Events) != 2 || n.Events[0].Seq+1 != n.Events[1].Seq {
		t.Fatalf("told %+v", n)
	}
	rename()
	o.cut = review.ErrLost
	p.pass(1)
	rename()
	o.cut = nil
	if n := p.pass(5); !n.Has(Done|Link) || len(n.Events) != 2 {
		t.Errorf("after the cut: %+v", n)
	}
}

func TestALostDatabaseIsToldOnceAndAskedSeldom(t *testing.T) {
	o := newOffice(t, "李知远", "王敏")
	first, second := o.program("李知远"), o.program("王敏")
	second.pass(1)
	first.pass(1)
	o.cut = review.ErrLost
	asked := o.asked["Pulse"] + o.asked["Beat"]
	n := first.pass(1)
	since := o.clock
	if !n.Has(Link|Sessions) || !n.Lost.Equal(since) || len(n.Others) > 0 {
		t.Fatalf("told %+v", n)
	}
	if n := first.pass(20); n.What != 0 {
		t.Errorf("told again: %+v", n)
	}
	if n := o.asked["Pulse"] + o.asked["Beat"] - asked; n > 6 {
		t.Errorf("asked %d times in 21 s", n)
	}
	o.cut = nil
	second.pass(5)
	if n := first.pass(5); !n.Has(Link) || !n.Lost.IsZero() || len(n.AtWork("")) != 1 {
		t.Errorf("when it is back: %+v", n)
	}
}

func TestAnotherErrorIsNoLostDatabase(t *testing.T) {
	o := newOffice(t, "李知远")
	p := o.program("李知远")
	p.pass(1)
	o.cut = review.ErrBusy
	if n := p.pass(3); n.What != 0 {
		t.Errorf("told %+v", n)
	}
}

func TestWhoSitsDownNextHasASessionOfHisOwn(t *testing.T) {
	o := newOffice(t, "李知远", "王敏")
	p, watch := o.program("李知远"), o.program("")
	p.pass(1)
	before := p.Session()
	o.cut = review.ErrLost
	p.Sit(o.as("王敏"))
	p.pass(1)
	if p.Session().ID == "half" {
		t.Error("a session that did not begin is in use")
	}
	o.cut = nil
	p.pass(5)
	if s := p.Session(); s.ID == before.ID || s.Person != o.as("王敏").Person().ID {
		t.Errorf("session %+v after %+v", s, before)
	}
	if n := watch.pass(1); !slices.Equal(n.AtWork(""), []string{"王敏"}) {
		t.Errorf("at work: %v", n.AtWork(""))
	}
}

func TestASessionThatWasGivenUpLivesAgain(t *testing.T) {
	o := newOffice(t, "李知远")
	p := o.program("李知远")
	p.pass(1)
	if err := o.StandUp(t.Context(), p.Session().ID); err != nil {
		t.Fatal(err)
	}
	p.pass(5)
	if got, err := o.Desk.Pulse(t.Context()); err != nil || len(got.Sessions) != 1 || got.Sessions[0].ID != p.Session().ID {
		t.Errorf("sessions %+v, %v", got.Sessions, err)
	}
}

// slow is a desk that answers when it is let.
type slow struct {
	*office
	let chan struct{}
}

func (s slow) Pulse(ctx context.Context) (review.Pulse, error) {
	select {
	case <-s.let:
		return s.office.Pulse(ctx)
	case <-ctx.Done():
		return review.Pulse{}, ctx.Err()
	}
}

func TestRoundsDoNotPileUpAndRunStandsUp(t *testing.T) {
	o := newOffice(t, "李知远")
	desk := slow{o, make(chan struct{})}
	p := New(desk, "机", func(News) {})
	p.Sit(o.as("李知远"))
	ctx, stop := context.WithCancel(t.Context())
	ticks, done := make(chan time.Time, 1), make(chan struct{}) // as a time.Ticker has it
	go func() { defer close(done); p.Run(ctx, ticks) }()
	ticks <- o.clock
	dropped := 0
	for i := range 20 { // the first round is under way or about to be
		select {
		case ticks <- o.clock.Add(time.Duration(i) * time.Second):
		default:
			dropped++
		}
	}
	if dropped < 18 {
		t.Errorf("%d of 20 ticks dropped", dropped)
	}
	desk.let <- struct{}{} // the first round
	desk.let <- struct{}{} // the one tick that waited
	stop()
	<-done
	if got, err := o.Desk.Pulse(t.Context()); err != nil || len(got.Sessions) != 0 {
		t.Errorf("still there: %+v, %v", got.Sessions, err)
	}
}
