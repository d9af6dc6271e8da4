package setup

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"jianbao/review"
	"jianbao/storage/journal"
	"jianbao/storage/memory"
)

// served is a store on a server.
type served struct {
	review.Store
	identity string
}

func (s served) Identity() string { return s.identity }

func TestOnlyAStoreOnAServerHasAJournal(t *testing.T) {
	folder := t.TempDir()
	t.Setenv("XDG_DATA_HOME", folder)
	if j, err := journalOf(memory.New()); j != nil || err != nil {
		t.Errorf("in memory: %v, %v", j, err)
	}
	first, err := journalOf(served{memory.New(), "甲"})
	if err != nil {
		t.Fatal(err)
	}
	other, err := journalOf(served{memory.New(), "乙"})
	if err != nil {
		t.Fatal(err)
	}
	if err := first.Put(journal.Entry{Draft: "d", Person: "p"}); err != nil {
		t.Fatal(err)
	}
	if _, err := other.Get("d", "p"); !errors.Is(err, review.ErrNotFound) {
		t.Errorf("another database has the same journal: %v", err)
	}
	if _, err := os.Stat(filepath.Join(folder, "jianbao", "journal")); err != nil {
		t.Errorf("it is not beside the own database: %v", err)
	}
}
