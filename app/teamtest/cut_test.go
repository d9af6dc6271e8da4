//go:build team

package teamtest

import (
	"testing"
	"time"

	"jianbao/storage/postgres/pgtest"
)

// TestNetworkCut cuts the network between fifty desks and their server, so that
// neither side hears of it, and heals it.
func TestNetworkCut(t *testing.T) {
	server := pgtest.NewCluster(t, pgtest.Options{})
	name := database(t, server.Database(t))
	proxy := pgtest.NewProxy(t, server.Address())
	all := seated(t, manyDesks, at(server.DSN(name)), at(proxy.DSN(server, name)), thinking)
	all.begin()
	before, cut := time.Now(), time.Duration(from(t, "JIANBAO_CUT", 5))*time.Second
	r := all.fault(t, func() {
		proxy.Cut()
		<-time.After(cut)
		proxy.Heal()
	})
	all.stop()
	r.came = mustHold(t, newChecker(all.office), all)
	r.add(all.after(before))
	if r.first < cut {
		t.Errorf("somebody worked %s after a cut of %s", r.first, cut)
	}
	t.Logf("cut for %s: %s", cut, r)
}

// TestNetworkBreaks breaks all connections at once, as a server's restart does.
func TestNetworkBreaks(t *testing.T) {
	server := pgtest.NewCluster(t, pgtest.Options{})
	name := database(t, server.Database(t))
	proxy := pgtest.NewProxy(t, server.Address())
	all := seated(t, manyDesks, at(server.DSN(name)), at(proxy.DSN(server, name)), thinking)
	all.begin()
	before := time.Now()
	r := all.fault(t, func() {
		for range 10 {
			proxy.Reset()
			<-time.After(50 * time.Millisecond)
		}
	})
	all.stop()
	r.came = mustHold(t, newChecker(all.office), all)
	r.add(all.after(before))
	t.Log(r)
}
