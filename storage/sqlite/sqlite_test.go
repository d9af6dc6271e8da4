package sqlite_test

import (
	"context"
	"path/filepath"
	"testing"

	"jianbao/review"
	"jianbao/storage/sqlite"
	"jianbao/storage/storetest"
)

func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) review.Store { return open(t, path(t)) })
}

// path names a database in a folder whose name would break a careless URI.
func path(t testing.TB) string {
	return filepath.Join(t.TempDir(), "甲 乙?#%20&=", "简报.db")
}

func open(t testing.TB, path string) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}
