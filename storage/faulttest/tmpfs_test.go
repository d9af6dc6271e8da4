//go:build linux

package faulttest

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"jianbao/storage/backup"
)

// TestSmallDisk fills a disk of 48 MB to the last byte. The reserve lets one
// more save through; without it saving fails with a sentence, everything is
// still there, and saving goes on once there is room.
func TestSmallDisk(t *testing.T) {
	disk := t.TempDir()
	if err := syscall.Mount("tmpfs", disk, "tmpfs", 0, "size=48m"); err != nil {
		t.Skipf("a small disk can only be had as root: %v", err)
	}
	defer syscall.Unmount(disk, syscall.MNT_DETACH)
	path := filepath.Join(disk, "x.db")
	s := open(t, path)
	defer s.Close()
	told := 0
	reserve := backup.NewReserve(path, func() { told++ })
	if _, err := saveOnce(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	if err := reserve.Hold(); err != nil || !reserve.Held() {
		t.Fatalf("no reserve: %v", err)
	}
	ballast := fillUp(t, filepath.Join(disk, "ballast"))
	saved, err := saveUntilFull(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	rev, err := saveOnce(t.Context(), reserve.Guard(s))
	if err != nil || told != 1 || reserve.Held() {
		t.Errorf("with the reserve: %v, told %d times", err, told)
	}
	t.Logf("the disk was full after revision %d; the reserve was given up for revision %d", saved, rev.Seq)
	fillUp(t, filepath.Join(disk, "more"))
	if saved, err = saveUntilFull(t.Context(), s); err != nil {
		t.Fatal(err)
	}
	_, err = saveOnce(t.Context(), reserve.Guard(s))
	t.Logf("without it: %s", sentence(t, err))
	if err := intactUpTo(t.Context(), s, max(saved, rev.Seq)); err != nil {
		t.Errorf("while the disk is full: %v", err)
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	if _, err := saveOnce(t.Context(), s); err != nil {
		t.Errorf("saving once there is room: %v", err)
	}
	if found, err := s.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("Check = %v, %v", found, err)
	}
}

// fillUp writes a file until nothing more fits on the disk.
func fillUp(t *testing.T, path string) string {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, err := io.Copy(file, zeros{}); !errors.Is(err, syscall.ENOSPC) {
		t.Fatalf("the disk is not full: %v", err)
	}
	return path
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }
