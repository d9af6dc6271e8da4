package setup

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"

	"jianbao/review"
	"jianbao/storage"
	"jianbao/storage/journal"
)

// This file remembers which database an address led to, so that what is still on
// this machine for it can be told also while its server is out of reach.

// noteServer remembers the identity of the database that was opened at an
// address. That it cannot be remembered keeps nobody from working.
func noteServer(name string, store review.Store) {
	shared, ok := store.(identified)
	path, err := servedPath(name)
	if !ok || err != nil {
		return
	}
	if known, err := os.ReadFile(path); err != nil || string(known) != shared.Identity() {
		os.WriteFile(path, []byte(shared.Identity()), 0o600)
	}
}

// servedPath is the file that holds the identity of an address. Its name does
// not tell the address.
func servedPath(name string) (string, error) {
	folder, err := journalFolder()
	sum := sha256.Sum256([]byte(storage.Shown(name)))
	return filepath.Join(folder, hex.EncodeToString(sum[:12])+".server"), err
}

// Unsent returns what is on this machine and not known to be in the database
// that these options open, which need not be within reach. It is empty where
// that database was never open on this machine.
func Unsent(o Options) ([]journal.Entry, error) {
	name, err := o.Database()
	if err != nil {
		return nil, err
	}
	path, err := servedPath(name)
	if err != nil {
		return nil, err
	}
	identity, err := os.ReadFile(path)
	if err != nil {
		return nil, nil // never open here
	}
	folder := filepath.Dir(path)
	kept, err := journal.Open(folder, string(identity))
	if err != nil {
		return nil, err
	}
	return kept.List()
}
