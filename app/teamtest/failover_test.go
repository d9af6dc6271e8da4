//go:build team

package teamtest

import (
	"net/url"
	"strings"
	"testing"
	"time"

	"jianbao/storage/postgres/pgtest"
)

const (
	manyDesks = 50
	thinking  = 400 * time.Millisecond // at most, between two turns of a desk
)

// database is the name of a database in its DSN.
func database(t *testing.T, dsn string) string {
	t.Helper()
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(u.Path, "/")
}

// TestFailover kills the primary in the midst of fifty desks' work, again and
// again: its standby takes over, the desks find it by themselves, and the old
// primary comes back as the standby of the new one.
func TestFailover(t *testing.T) {
	primary := pgtest.NewCluster(t, pgtest.Options{})
	name := database(t, primary.Database(t))
	standby := primary.Standby(t)
	open := at(pgtest.ManyDSN(name, primary, standby))
	all := seated(t, manyDesks, open, open, thinking)
	checker := newChecker(all.office)
	all.begin()
	var rounds []round
	for n := range from(t, "JIANBAO_ROUNDS", 2) {
		before := time.Now()
		r := all.fault(t, func() {
			must(t, primary.Kill())
			must(t, standby.Promote())
		})
		must(t, primary.Rejoin(standby))
		primary, standby = standby, primary
		r.came = mustHold(t, checker, all)
		r.add(all.after(before))
		rounds = append(rounds, r)
		t.Logf("round %d: %s", n+1, r)
		if t.Failed() {
			break
		}
	}
	all.stop()
	mustHold(t, checker, all)
	t.Logf("%d rounds: %s", len(rounds), sum(rounds))
}

// TestALazyServerIsFoundOut kills a server that acknowledges before it writes,
// until something is lost by it: a check that finds nothing then would find
// nothing ever.
func TestALazyServerIsFoundOut(t *testing.T) {
	server := pgtest.NewCluster(t, pgtest.Options{Settings: map[string]string{
		"synchronous_commit": "off", "wal_writer_delay": "10s", "wal_writer_flush_after": "1GB"}})
	open := at(server.Database(t))
	all := seated(t, 10, open, open, thinking/10)
	all.begin()
	var faults []string
	for range 5 {
		all.fault(t, func() {
			must(t, server.Kill())
			must(t, server.Restart())
		})
		must(t, all.still(func() (err error) {
			faults, _, err = newChecker(all.office).check(t.Context(), all.after(time.Time{}))
			return err
		}))
		if strings.Contains(strings.Join(faults, "\n"), "was done, and is there 0 times") {
			return
		}
	}
	t.Errorf("a lazy server passes: %q", faults)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
