package setup

import (
	"path/filepath"

	"jianbao/review"
	"jianbao/storage"
	"jianbao/storage/journal"
)

// identified is a store that others may reach from elsewhere: it tells which
// database it is, whatever it is called by.
type identified interface{ Identity() string }

// journalOf opens the journal, in the user's own folder, of a store that can be
// out of reach. It returns nil for one that is on this machine.
func journalOf(store review.Store) (*journal.Journal, error) {
	shared, ok := store.(identified)
	if !ok {
		return nil, nil
	}
	folder, err := journalFolder()
	if err != nil {
		return nil, err
	}
	return journal.Open(folder, shared.Identity())
}

// journalFolder is where the journals of this user lie.
func journalFolder() (string, error) {
	own, err := storage.DefaultPath()
	return filepath.Join(filepath.Dir(own), "journal"), err
}
