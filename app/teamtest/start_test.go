//go:build team

package teamtest

import (
	"sync"
	"testing"

	"jianbao/app/setup"
	"jianbao/storage/postgres/pgtest"
)

// TestTenDesksStartAtOnce starts ten programs on an empty database at once.
func TestTenDesksStartAtOnce(t *testing.T) {
	dsn := pgtest.DSN(t)
	builtin, err := setup.BuiltinSeries()
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	ready := make(chan struct{})
	for range 10 {
		wait.Go(func() {
			<-ready
			p, err := setup.Open(t.Context(), setup.Options{DSN: dsn})
			if err != nil {
				t.Error(err)
				return
			}
			defer p.Close()
			all, err := p.Desk.AllSeries(t.Context())
			if err != nil || len(all) != len(builtin) {
				t.Errorf("%d series, want %d: %v", len(all), len(builtin), err)
			}
			report, err := p.Desk.Verify(t.Context(), "")
			if err != nil || len(report.Findings) > 0 {
				t.Errorf("verified: %+v, %v", report.Findings, err)
			}
		})
	}
	close(ready)
	wait.Wait()
}
