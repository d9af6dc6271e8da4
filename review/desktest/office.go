package desktest

import (
	"context"
	"errors"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
	"jianbao/review/seal"
)

// The people of the office. Each of the first three holds one hand.
const (
	drafter  = "林初"
	editor   = "周衡"
	checker  = "高远"
	allHands = "苏禾" // holds all three
	outsider = "石磊" // holds a role that the series does not know
	leaver   = "陶然" // held all three, works here no more
)

const (
	roleEditor  review.Role = "责编"
	roleChecker review.Role = "核稿"
	roleOther   review.Role = "排版"
)

const pin = "2468"

// cheap is what a try of a PIN costs here.
var cheap = review.PINCost{Passes: 1, KiB: 8}

var everyRole = []review.Role{review.RoleDrafter, roleEditor, roleChecker}

var roster = []struct {
	name  string
	roles []review.Role
}{
	{drafter, []review.Role{review.RoleDrafter}},
	{editor, []review.Role{roleEditor}},
	{checker, []review.Role{roleChecker}},
	{allHands, everyRole},
	{outsider, []review.Role{roleOther}},
	{leaver, everyRole},
}

// office is an invented office at work: its people, its one series with the
// chain 责编 → 核稿, and a clock turned by hand.
type office struct {
	t      testing.TB
	ctx    context.Context
	store  review.Store
	desk   *review.Desk
	now    time.Time
	series review.Series
}

func newOffice(t testing.TB, store review.Store) *office {
	o := &office{t: t, ctx: t.Context(), store: store, now: time.Date(2025, 6, 15, 9, 0, 0, 0, time.UTC)}
	o.desk = o.deskOn(store)
	for _, p := range roster {
		person, err := o.desk.AddPerson(o.ctx, p.name, p.roles, pin)
		o.ok(err)
		if p.name == leaver {
			o.ok(o.desk.ChangePerson(o.ctx, person.ID, p.roles, true))
		}
	}
	o.adopt(func(*review.Series) {})
	o.ok(o.desk.OpenLedger(o.ctx, o.as(editor), o.series.ID, doc.Number{Year: 2025, Issue: 3, Total: 2195}))
	return o
}

func (o *office) deskOn(store review.Store, more ...review.Option) *review.Desk {
	options := []review.Option{review.WithClock(func() time.Time { return o.now }), review.WithPINCost(cheap), review.WithSealer(seal.Sealer{}, "test")}
	return review.NewDesk(store, append(options, more...)...)
}

// adopt changes the customs of the series.
func (o *office) adopt(change func(*review.Series)) {
	o.t.Helper()
	s := o.series
	if s.ID == "" {
		s.Name = "松江工作简报"
		s.Template = template.Template{Name: "工作简报", Chain: []string{string(roleEditor), string(roleChecker)}, Parts: []template.Part{
			{Field: doc.FieldTitle, Required: true, Default: s.Name, Carry: true},
			{Field: doc.FieldLabel, Allowed: []string{"增刊", "专刊"}},
			{Field: doc.FieldDate, Required: true},
			{Field: doc.FieldArticleTitle, Required: true},
			{Field: doc.FieldArticleBody, Required: true},
			{Field: doc.FieldPhone, Carry: true},
		}}
	}
	change(&s)
	var err error
	o.series, err = o.desk.PutSeries(o.ctx, o.as(editor), s)
	o.ok(err)
}

// as returns a person who gave the PIN.
func (o *office) as(name string) review.Actor {
	o.t.Helper()
	a, err := o.desk.Unlock(o.ctx, name, pin)
	o.ok(err)
	return a
}

// later turns the clock.
func (o *office) later(d time.Duration) { o.now = o.now.Add(d) }

func (o *office) ok(err error) {
	o.t.Helper()
	if err != nil {
		o.t.Fatal(err)
	}
}

// is fails unless err is the one wanted.
func (o *office) is(err, want error) {
	o.t.Helper()
	if !errors.Is(err, want) {
		o.t.Fatalf("got %v, want %v", err, want)
	}
}

// refused fails unless err is a refusal for this reason.
func (o *office) refused(err error, code string) *review.Refusal {
	o.t.Helper()
	var r *review.Refusal
	if !errors.As(err, &r) || r.Code != code {
		o.t.Fatalf("got %v, want a refusal with %s", err, code)
	}
	if !errors.Is(err, review.ErrRefused) {
		o.t.Fatalf("%v is not ErrRefused", err)
	}
	return r
}

// equal fails unless got is want.
func equal[T comparable](o *office, what string, got, want T) {
	o.t.Helper()
	if got != want {
		o.t.Fatalf("%s: got %v, want %v", what, got, want)
	}
}
