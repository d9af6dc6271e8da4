//go:build linux || darwin

package faulttest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"testing"

	"jianbao/review"
	"jianbao/storage"
)

func init() { roles["full"] = fillDisk }

// fillDisk lets the files grow no further, saves until that fails, and looks
// whether everything is still there and saving goes on once there is room.
func fillDisk(ctx context.Context, s review.Store) error {
	signal.Ignore(syscall.SIGXFSZ) // so that the write fails instead of the program
	if _, err := saveOnce(ctx, s); err != nil {
		return err
	}
	unlimited, err := limitFiles(os.Getenv(pathVariable))
	if err != nil {
		return err
	}
	saved, err := saveUntilFull(ctx, s)
	if err != nil {
		return err
	}
	if err := intactUpTo(ctx, s, saved); err != nil {
		return fmt.Errorf("while the disk is full: %w", err)
	}
	again, err := storage.Open(ctx, os.Getenv(pathVariable))
	if err != nil {
		return fmt.Errorf("opening while the disk is full: %w", err)
	}
	defer again.Close() // only read from
	if err := intactUpTo(ctx, again, saved); err != nil {
		return fmt.Errorf("opened while the disk is full: %w", err)
	}
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &unlimited); err != nil {
		return err
	}
	if _, err := saveOnce(ctx, s); err != nil {
		return fmt.Errorf("saving once there is room: %w", err)
	}
	fmt.Printf("%d saves before the disk was full\n", saved)
	return intactUpTo(ctx, s, saved+1)
}

// limitFiles lets no file grow by more than some pages beyond the largest that
// the database has now, and returns the limit that was before.
func limitFiles(path string) (before syscall.Rlimit, err error) {
	var largest int64
	for _, suffix := range []string{"", "-wal", "-shm"} {
		info, err := os.Stat(path + suffix)
		if err != nil {
			return before, err
		}
		largest = max(largest, info.Size())
	}
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &before); err != nil {
		return before, err
	}
	limited := before
	limited.Cur = uint64(largest) + 200_000
	return before, syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limited)
}

// saveUntilFull returns the number of the last revision that was saved.
func saveUntilFull(ctx context.Context, s review.Store) (int, error) {
	saved := 1
	for {
		rev, err := saveOnce(ctx, s)
		if errors.Is(err, review.ErrFull) {
			return saved, nil
		}
		if err != nil {
			return saved, fmt.Errorf("not said to be full: %w", err)
		}
		saved = rev.Seq
	}
}

// intactUpTo reads revisions 1 to n and checks that there is no other.
func intactUpTo(ctx context.Context, s review.Store, n int) error {
	return s.View(ctx, func(tx review.Tx) error {
		for seq := 1; seq <= n; seq++ {
			if _, err := tx.Revisions().Get(draftID, seq); err != nil {
				return fmt.Errorf("revision %d: %w", seq, err)
			}
		}
		infos, err := tx.Revisions().List(draftID)
		if len(infos) != n {
			return fmt.Errorf("%d revisions, want %d: %w", len(infos), n, err)
		}
		return err
	})
}

func TestDiskFull(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	out, err := child(t, "full", path).Output()
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%s", out)
	s := open(t, path)
	defer s.Close()
	if found, err := s.Check(context.Background()); err != nil || len(found) > 0 {
		t.Errorf("Check = %v, %v", found, err)
	}
}
