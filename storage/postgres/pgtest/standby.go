package pgtest

import (
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// Standby returns a running synchronous standby of a cluster: from then on the
// primary acknowledges nothing that the standby has not on disk. It takes over
// the primary's options.
func (c *Cluster) Standby(tb testing.TB) *Cluster {
	tb.Helper()
	s, err := empty(c.options)
	if err != nil {
		tb.Fatal(err)
	}
	s.password = c.password
	tb.Cleanup(func() { s.remove(tb) })
	if err := s.Rejoin(c); err != nil {
		tb.Fatal(err)
	}
	return s
}

// Rejoin makes a server, such as a killed primary, a synchronous standby of
// another one. What it had is replaced by a copy; its port stays.
func (c *Cluster) Rejoin(primary *Cluster) error {
	if err := errors.Join(c.Kill(), c.clear()); err != nil {
		return err
	}
	c.follows = primary
	err := run(filepath.Dir(c.folder), "pg_basebackup", "--dbname="+primary.conninfo(), "--pgdata="+c.folder,
		"--no-sync", "--checkpoint=fast", "--wal-method=stream")
	if err != nil {
		return err
	}
	if err := c.write(filepath.Join(c.folder, "standby.signal"), nil); err != nil {
		return err
	}
	if err := c.Start(); err != nil {
		return err
	}
	if err := primary.configure("ALTER SYSTEM SET synchronous_standby_names = '*'"); err != nil {
		return err
	}
	return primary.waitFor("SELECT count(*)::text FROM pg_stat_replication WHERE sync_state = 'sync' AND state = 'streaming'", "1")
}

// Promote makes a standby whose primary is gone a primary. It waits for no
// standby of its own until one joins.
func (c *Cluster) Promote() error {
	if c.follows == nil {
		return errors.New("pgtest: that server is no standby")
	}
	if err := c.configure("ALTER SYSTEM RESET synchronous_standby_names"); err != nil {
		return err
	}
	if err := c.waitFor("SELECT pg_promote(true, "+strconv.Itoa(int(startLimit/time.Second))+")::text", "true"); err != nil {
		return err
	}
	c.follows = nil
	return nil
}

// configure changes a setting of the running server.
func (c *Cluster) configure(statement string) error {
	return c.Exec(admin, statement, "SELECT pg_reload_conf()")
}

// waitFor asks again and again until the server answers so.
func (c *Cluster) waitFor(query, want string) error {
	for limit := time.Now().Add(startLimit); ; time.Sleep(startLook) {
		got, err := c.text(query)
		if err != nil || got == want {
			return err
		}
		if time.Now().After(limit) {
			return fmt.Errorf("pgtest: %s still answers %s", query, got)
		}
	}
}
