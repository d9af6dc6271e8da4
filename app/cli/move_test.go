package cli

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/app/setup"
	"jianbao/storage/move"
	"jianbao/storage/postgres/pgtest"
)

// said runs a command that must succeed and returns what it prints.
func said(t *testing.T, args ...string) string {
	t.Helper()
	status, out, errs := try(args...)
	if status != exitDone {
		t.Fatalf("%v: status %d: %s%s", args, status, out, errs)
	}
	return out
}

// TestMovingThereAndBackIsTheSame plays an issue through, moves it to a server
// and back, and asks all three the same.
func TestMovingThereAndBackIsTheSame(t *testing.T) {
	folder := t.TempDir()
	var made demonstration
	if err := json.Unmarshal([]byte(said(t, "demo", "--out", folder, "--json")), &made); err != nil {
		t.Fatal(err)
	}
	here, there, back := made.Database, pgtest.DSN(t), filepath.Join(folder, "back.db")
	said(t, "database", "upgrade", "--db", there)
	said(t, "database", "check", "--db", there) // which must leave it empty
	for _, hop := range [][2]string{{here, there}, {there, back}} {
		var m moved
		if err := json.Unmarshal([]byte(said(t, "move", "--from", hop[0], "--to", hop[1], "--json")), &m); err != nil {
			t.Fatal(err)
		}
		if m.Rows == 0 || m.Rows != m.Added || m.Signatures == 0 || m.Head.Seq == 0 || m.Texts == 0 {
			t.Errorf("moved %+v", m)
		}
	}
	for _, ask := range []string{"list", "show " + made.ID, "show " + made.ID + "@1", "ledger export", "people list", "series list", "signature " + made.ID, "register list"} {
		args := append(strings.Fields(ask), "--json", "--db")
		want := said(t, append(args, here)...)
		for _, place := range []string{there, back} {
			if got := said(t, append(args, place)...); got != want {
				t.Errorf("%s at %s:\n%s\nwant\n%s", ask, place, got, want)
			}
		}
	}
}

// TestNobodyWorksInAnUnfinishedCopy stops a move and opens its target.
func TestNobodyWorksInAnUnfinishedCopy(t *testing.T) {
	folder := t.TempDir()
	from, to := filepath.Join(folder, "from.db"), filepath.Join(folder, "to.db")
	said(t, "series", "list", "--db", from)
	halfMoved(t, from, to)
	status, out, errs := try("list", "--db", to)
	if status != exitFailed || out != "" || !strings.Contains(errs, "还没有搬完家") || !strings.Contains(errs, "jianbao move --from") {
		t.Errorf("status %d: %s%s", status, out, errs)
	}
	if _, _, errs := try("list", "--db", to, "--json"); !strings.Contains(errs, move.CodeUnfinished) {
		t.Errorf("as JSON: %s", errs)
	}
	if out := said(t, "move", "--from", from, "--to", to); !strings.Contains(out, "接着上次没有搬完的") {
		t.Errorf("going on: %s", out)
	}
	if got, want := said(t, "series", "list", "--json", "--db", to), said(t, "series", "list", "--json", "--db", from); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// halfMoved ends a move when it tells for the first time how far it is.
func halfMoved(t *testing.T, from, to string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	_, err := setup.Move(ctx, setup.Moving{From: from, To: to, Along: func(move.Progress) { cancel() }})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("Move = %v", err)
	}
}
