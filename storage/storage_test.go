package storage_test

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"testing"

	"jianbao/review"
	"jianbao/storage"
)

func TestOpenChoosesTheStore(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "new", "x.db")
	for _, name := range []string{storage.Memory, path, path} {
		s, err := storage.Open(ctx, name)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.View(ctx, func(tx review.Tx) error { _, err := tx.People().List(); return err }); err != nil {
			t.Error(err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestOpenNamesTheSchemeItDoesNotKnow(t *testing.T) {
	_, err := storage.Open(context.Background(), "mysql://host/db")
	var scheme *storage.SchemeError
	if !errors.As(err, &scheme) || scheme.Scheme != "mysql" {
		t.Errorf("Open = %v", err)
	}
}

func TestAStoreThatFailsToOpenIsNil(t *testing.T) {
	for _, name := range []string{"", t.TempDir()} {
		if s, err := storage.Open(context.Background(), name); s != nil || err == nil {
			t.Errorf("Open(%q) = %v, %v", name, s, err)
		}
	}
}

func TestDefaultPath(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("XDG_DATA_HOME is not asked for here")
	}
	home, data := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	for set, want := range map[string]string{data: data, "": filepath.Join(home, ".local", "share"), "relative": filepath.Join(home, ".local", "share")} {
		t.Setenv("XDG_DATA_HOME", set)
		got, err := storage.DefaultPath()
		if err != nil || got != filepath.Join(want, "jianbao", "jianbao.db") {
			t.Errorf("with XDG_DATA_HOME=%q: %s, %v", set, got, err)
		}
	}
}
