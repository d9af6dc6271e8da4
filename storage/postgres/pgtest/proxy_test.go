package pgtest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// through connects to the shared cluster through a proxy.
func through(t *testing.T, p *Proxy) *pgx.Conn {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), p.DSN(Shared(t), admin))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close(context.Background()) })
	return conn
}

func ping(t *testing.T, conn *pgx.Conn, limit time.Duration) error {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	defer cancel()
	return conn.Ping(ctx)
}

func TestACutIsSilentAndHeals(t *testing.T) {
	p := NewProxy(t, Shared(t).Address())
	idle, busy := through(t, p), through(t, p)
	if err := errors.Join(ping(t, idle, startLimit), ping(t, busy, startLimit)); err != nil {
		t.Fatal(err)
	}
	p.Cut()
	if err := ping(t, busy, 200*time.Millisecond); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("in a cut: %v", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
	defer cancel()
	if _, err := pgx.Connect(ctx, p.DSN(Shared(t), admin)); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("connecting in a cut: %v", err)
	}
	p.Heal()
	if err := ping(t, idle, startLimit); err != nil {
		t.Errorf("a connection that lost nothing: %v", err)
	}
	if err := ping(t, through(t, p), startLimit); err != nil {
		t.Errorf("a new connection: %v", err)
	}
}

func TestTheServerDoesNotHearWhatACutLoses(t *testing.T) {
	p := NewProxy(t, Shared(t).Address())
	conn := through(t, p)
	var pid string
	if err := conn.QueryRow(t.Context(), "SELECT pg_backend_pid()::text").Scan(&pid); err != nil {
		t.Fatal(err)
	}
	p.Cut()
	_ = ping(t, conn, 100*time.Millisecond) // and the client gives up, closing
	p.Heal()
	if n := must(t, Shared(t).DSN(admin), "SELECT count(*)::text FROM pg_stat_activity WHERE pid = "+pid); n != "1" {
		t.Errorf("%s sessions: the server heard that its client left", n)
	}
	p.Reset()
	if err := Shared(t).waitFor("SELECT count(*)::text FROM pg_stat_activity WHERE pid = "+pid, "0"); err != nil {
		t.Error(err)
	}
}

func TestAResetIsHeardAtOnce(t *testing.T) {
	p := NewProxy(t, Shared(t).Address())
	conn := through(t, p)
	p.Reset()
	if err := ping(t, conn, startLimit); err == nil || errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("after a reset: %v", err)
	}
	if err := ping(t, through(t, p), startLimit); err != nil {
		t.Errorf("a new connection: %v", err)
	}
}

func TestADelayIsHeldBothWays(t *testing.T) {
	p := NewProxy(t, Shared(t).Address())
	conn := through(t, p)
	const delay = 50 * time.Millisecond
	p.Delay(delay)
	begun := time.Now()
	if err := ping(t, conn, startLimit); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(begun); took < 2*delay {
		t.Errorf("there and back in %s", took)
	}
}

func TestNobodyBehindTheProxy(t *testing.T) {
	p := NewProxy(t, "127.0.0.1:1")
	ctx, cancel := context.WithTimeout(t.Context(), startLimit)
	defer cancel()
	if _, err := pgx.Connect(ctx, "postgres://"+admin+"@"+p.Address()+"/"+admin); err == nil || errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("connecting to nobody: %v", err)
	}
}
