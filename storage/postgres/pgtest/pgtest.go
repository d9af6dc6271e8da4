// Package pgtest owns the PostgreSQL servers of tests: clusters of the installed
// PostgreSQL on loopback, in folders of their own that are gone when the test's
// process is, however it ended; fresh databases in them; standbys; and a proxy by
// which the network between a program and its server is cut. It does not own
// anything the program uses, and never touches a server it did not start.
package pgtest

import (
	"sync"
	"testing"
)

// DSN returns a fresh empty database for one test, in a cluster that all tests
// of the process share and that forgets what it wrote if the machine stops. The
// test is skipped where PostgreSQL is not installed.
func DSN(tb testing.TB) string {
	tb.Helper()
	return Shared(tb).Database(tb)
}

// Shared returns the cluster of DSN, for tests that need roles or settings in
// it. It must not be stopped.
func Shared(tb testing.TB) *Cluster {
	tb.Helper()
	needPrograms(tb)
	c, err := shared()
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

var shared = sync.OnceValues(func() (*Cluster, error) {
	c, err := create(Options{Settings: map[string]string{
		"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "shared_buffers": "64MB",
	}})
	if err != nil {
		return nil, err
	}
	c.lasting = true
	return c, c.Start()
})

// Main runs the tests of a package and ends its clusters before the process
// does. A package without it leaves that to the guard.
func Main(m *testing.M) int {
	defer guarded.end()
	return m.Run()
}
