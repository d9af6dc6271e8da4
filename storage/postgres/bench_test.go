package postgres_test

import (
	"context"
	"net"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
	"jianbao/storage/postgres"
	"jianbao/storage/postgres/pgtest"
)

// trips counts the messages that are sent: each is one way to the server and
// back.
type trips struct{ atomic.Int64 }

func (n *trips) dial(ctx context.Context, network, address string) (net.Conn, error) {
	c, err := new(net.Dialer).DialContext(ctx, network, address)
	return sender{c, n}, err
}

type sender struct {
	net.Conn
	trips *trips
}

func (s sender) Write(p []byte) (int, error) {
	s.trips.Add(1)
	return s.Conn.Write(p)
}

// office is a desk with one draft.
type office struct {
	*review.Desk
	who   review.Actor
	file  *review.File
	trips *trips
}

// sit opens a store at dsn and makes a draft there.
func sit(tb testing.TB, dsn string) *office {
	tb.Helper()
	o, ctx := &office{trips: &trips{}}, context.Background()
	s := openAt(tb, dsn, postgres.WithDialer(o.trips.dial))
	o.Desk = review.NewDesk(s, review.WithPINCost(review.PINCost{Passes: 1, KiB: 8}))
	must := func(err error) {
		if tb.Helper(); err != nil {
			tb.Fatal(err)
		}
	}
	_, err := o.AddPerson(ctx, "苏禾", []review.Role{review.RoleDrafter}, "135790")
	must(err)
	o.who, err = o.Unlock(ctx, "苏禾", "135790")
	must(err)
	series, err := o.AddSeries(ctx, o.who, review.Series{Name: "情况简报", Template: template.Template{Name: "情况简报",
		Chain: []string{"责编"}, Parts: []template.Part{{Field: doc.FieldTitle}}}})
	must(err)
	o.file, err = o.Create(ctx, o.who, series.ID, o.text(0), review.CauseNew, "")
	must(err)
	return o
}

// text is a bulletin of 2,700 characters.
func (o *office) text(n int) doc.Bulletin {
	b := doc.New()
	b.Articles[0].Title = "题目"
	b.Articles[0].Body = []doc.Paragraph{doc.NewParagraph(strconv.Itoa(n) + strings.Repeat("情况简报", 675))}
	return b
}

func (o *office) save(tb testing.TB, n int) {
	saved, err := o.Save(context.Background(), o.who, o.file.Draft.ID, o.file.Draft.Head, o.text(n), "")
	if err != nil || saved.Aside {
		tb.Fatalf("Save = %+v, %v", saved, err)
	}
	o.file = saved.File
}

func (o *office) read(tb testing.TB) {
	if _, err := o.Open(context.Background(), o.who, o.file.Draft.ID); err != nil {
		tb.Fatal(err)
	}
}

// deed is something that desks do all the time.
type deed struct {
	do    func()
	trips int64 // to the server and back, at most
}

func (o *office) deeds(tb testing.TB) map[string]deed {
	ctx, saved := context.Background(), 0
	var survey *review.Survey
	must := func(err error) {
		if err != nil {
			tb.Fatal(err)
		}
	}
	return map[string]deed{
		"Save": {func() { saved++; o.save(tb, saved) }, 17},
		"Open": {func() { o.read(tb) }, 7},
		"Autosave": {func() {
			must(o.Autosave(ctx, o.who, o.file.Draft.ID, o.file.Draft.Head, o.text(0)))
		}, 4},
		"Pulse": {func() {
			_, err := o.Pulse(ctx)
			must(err)
		}, 4},
		"Survey": {func() {
			fresh, err := o.Survey(ctx, o.who, "", survey)
			must(err)
			survey = fresh
		}, 4},
	}
}

// BenchmarkDesk works on a server that keeps what it acknowledged.
func BenchmarkDesk(b *testing.B) {
	o := sit(b, pgtest.NewCluster(b, pgtest.Options{}).Database(b))
	for name, d := range o.deeds(b) {
		b.Run(name, func(b *testing.B) {
			before := o.trips.Load()
			for b.Loop() {
				d.do()
			}
			b.ReportMetric(float64(o.trips.Load()-before)/float64(b.N), "trips/op")
		})
	}
}

// TestTrips holds what is done most to few ways to the server and back.
func TestTrips(t *testing.T) {
	o := sit(t, pgtest.DSN(t))
	for name, d := range o.deeds(t) {
		d.do() // which prepares the statements
		d.do()
		before := o.trips.Load()
		d.do()
		if used := o.trips.Load() - before; used > d.trips {
			t.Errorf("%s takes %d ways to the server and back, more than %d", name, used, d.trips)
		}
	}
}
