//go:build team

package teamtest

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"jianbao/app/teamtest/history"
	"jianbao/review"
	"jianbao/storage/postgres/pgtest"
)

// clients is how many people make a history; half of them reach their servers
// through proxies.
const clients = 10

// TestHistory lets people do what they like for JIANBAO_HISTORY seconds, while
// all that can befall a server and a network does, and has it proved that it was
// as if they had worked one after another.
func TestHistory(t *testing.T) {
	length := time.Duration(from(t, "JIANBAO_HISTORY", 20)) * time.Second
	g := newGround(t)
	shift, err := history.Begin(t.Context(), g.stores(), 8)
	must(t, err)
	working, stop := context.WithTimeout(t.Context(), length)
	defer stop()
	quiet := make(chan error)
	go func() { quiet <- g.trouble(working) }()
	shift.Work(working)
	must(t, <-quiet)
	h, err := shift.End(t.Context())
	must(t, err)
	t.Logf("faults: %v\n%+v", g.befell, h.Count())
	for i, f := range h.Check() {
		t.Errorf("%s: %s", f.Code, f.Says)
		if i == 20 {
			t.Fatal("and more")
		}
	}
}

// TestHistoryWithoutFaults is for what goes wrong also where nothing fails.
func TestHistoryWithoutFaults(t *testing.T) {
	g := newGround(t)
	shift, err := history.Begin(t.Context(), g.stores(), 9)
	must(t, err)
	working, stop := context.WithTimeout(t.Context(), 5*time.Second)
	defer stop()
	shift.Work(working)
	h, err := shift.End(t.Context())
	must(t, err)
	t.Logf("%+v", h.Count())
	for _, f := range h.Check() {
		t.Errorf("%s: %s", f.Code, f.Says)
	}
}

// ground is two servers, the second the standby of the first, with a proxy before
// each, and what befalls them.
type ground struct {
	t                *testing.T
	primary, standby *pgtest.Cluster
	proxies          []*pgtest.Proxy
	direct, through  string // where the database is
	name             string
	random           *rand.Rand
	befell           map[string]int
}

func newGround(t *testing.T) *ground {
	g := &ground{t: t, primary: pgtest.NewCluster(t, pgtest.Options{}), random: rand.New(rand.NewPCG(8, 8)), befell: map[string]int{}}
	g.name = database(t, g.primary.Database(t))
	g.standby = g.primary.Standby(t)
	g.direct = pgtest.ManyDSN(g.name, g.primary, g.standby)
	g.through = g.direct
	for _, c := range []*pgtest.Cluster{g.primary, g.standby} {
		p := pgtest.NewProxy(t, c.Address())
		g.proxies = append(g.proxies, p)
		g.through = strings.Replace(g.through, c.Address(), p.Address(), 1)
	}
	return g
}

func (g *ground) stores() []review.Store {
	var all []review.Store
	for i := range clients {
		dsn := g.direct
		if i%2 == 1 {
			dsn = g.through
		}
		store, err := at(dsn)(g.t.Context())
		must(g.t, err)
		g.t.Cleanup(func() { store.Close() })
		all = append(all, store)
	}
	return all
}

// trouble brings one thing after another about until the context ends.
func (g *ground) trouble(ctx context.Context) error {
	troubles := []struct {
		name  string
		bring func(context.Context) error
	}{
		{"statements cancelled", g.cancel}, {"connections ended by the server", g.terminate}, {"failover", g.failover},
		{"connections broken", g.breakOff}, {"network cut", g.cut}, {"server restarted", g.restart}, {"network slow", g.slow},
	}
	for n := 0; ; n++ {
		if g.wait(ctx, time.Second+time.Duration(g.random.Int64N(int64(2*time.Second)))); ctx.Err() != nil {
			return nil
		}
		next := troubles[n%len(troubles)]
		if err := next.bring(ctx); err != nil {
			return fmt.Errorf("%s: %w", next.name, err)
		}
		g.befell[next.name]++
	}
}

func (g *ground) wait(ctx context.Context, d time.Duration) {
	ctx, cancel := context.WithTimeout(ctx, d)
	defer cancel()
	<-ctx.Done()
}

// some lets a function of the server act on every second backend that serves the
// office.
func (g *ground) some(function string) error {
	return g.primary.Exec(g.name, "SELECT "+function+"(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND pid % 2 = 0")
}

func (g *ground) cancel(ctx context.Context) error {
	for range 20 {
		if err := g.some("pg_cancel_backend"); err != nil {
			return err
		}
		g.wait(ctx, 50*time.Millisecond)
	}
	return nil
}

func (g *ground) terminate(context.Context) error { return g.some("pg_terminate_backend") }

// failover kills the primary. Its standby takes over, and it comes back as the
// standby of that.
func (g *ground) failover(ctx context.Context) error {
	if err := g.primary.Kill(); err != nil {
		return err
	}
	if err := g.standby.Promote(); err != nil {
		return err
	}
	g.wait(ctx, time.Second)
	g.primary, g.standby = g.standby, g.primary
	return g.standby.Rejoin(g.primary)
}

func (g *ground) restart(context.Context) error { return g.primary.Restart() }

func (g *ground) breakOff(context.Context) error {
	for _, p := range g.proxies {
		p.Reset()
	}
	return nil
}

// longCut is the longest time that the network is away.
const longCut = 30 * time.Second

func (g *ground) cut(ctx context.Context) error {
	for _, p := range g.proxies {
		p.Cut()
		defer p.Heal()
	}
	g.wait(ctx, 2*time.Second+time.Duration(g.random.Int64N(int64(longCut))))
	return nil
}

func (g *ground) slow(ctx context.Context) error {
	for _, p := range g.proxies {
		p.Delay(20 * time.Millisecond)
		defer p.Delay(0)
	}
	g.wait(ctx, 3*time.Second)
	return nil
}
