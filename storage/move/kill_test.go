package move_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"testing"

	"jianbao/storage"
	"jianbao/storage/move"
	"jianbao/storage/postgres/pgtest"
)

// The tests start this same program again as a child that moves a database.
const (
	fromVariable = "JIANBAO_MOVE_FROM"
	toVariable   = "JIANBAO_MOVE_TO"
)

func TestMain(m *testing.M) {
	if os.Getenv(fromVariable) == "" {
		os.Exit(pgtest.Main(m))
	}
	if err := play(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// play moves, and says so on each step.
func play(ctx context.Context) error {
	from, err := storage.OpenToRead(ctx, os.Getenv(fromVariable))
	if err != nil {
		return err
	}
	to, err := storage.OpenCurrent(ctx, os.Getenv(toVariable))
	if err != nil {
		return err
	}
	_, err = job(from, to, func(p move.Progress) { fmt.Println(p.Stage, p.Done) }).Run(ctx)
	return err
}

// TestKilledItGoesOn kills a program that moves a database at several points.
func TestKilledItGoesOn(t *testing.T) {
	path := office(t)
	from := open(t, path)
	want := rows(t, from)
	targets(t, func(t *testing.T, name func(t *testing.T) string) {
		for _, after := range []int{1, 9, 20} {
			target := name(t)
			killAt(t, path, target, after)
			to := open(t, target)
			refused(t, move.Check(t.Context(), to), move.CodeUnfinished)
			if r := run(t, from, to); !r.Resumed {
				t.Error("nothing was there")
			}
			isCopy(t, want, to)
			to.Close() // the next round has another
		}
	})
}

// killAt starts a child and kills it when it told a number of times how far it
// is.
func killAt(t *testing.T, from, to string, after int) {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self)
	cmd.Env = append(os.Environ(), fromVariable+"="+from, toVariable+"="+to)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for range after {
		if !lines.Scan() {
			t.Fatal("the child ended by itself")
		}
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	io.Copy(io.Discard, out) // what it said before it died
	cmd.Wait()               // it did not end well, and was not meant to
}
