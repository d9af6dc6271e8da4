package storage

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"jianbao/review"
	"jianbao/review/find"
	"jianbao/storage/postgres"
	"jianbao/storage/search"
	"jianbao/storage/sqlite"
)

// Finder returns what finds texts in a store that Open opened under this name:
// with an index beside the database file; for a server, with one of the user's
// own on this machine; or by reading every text.
func Finder(store review.Store, name string) find.Finder {
	path, err := indexPath(store, name)
	if err != nil {
		return find.Scan{Store: store}
	}
	return search.New(store, path)
}

// indexPath is where the index of a store lies. It returns an error where there
// is no place for one.
func indexPath(store review.Store, name string) (string, error) {
	switch s := store.(type) {
	case *sqlite.Store:
		whole, err := filepath.Abs(name)
		return whole + ".search", err
	case *postgres.Store:
		return cachedIndex(s.Identity())
	}
	return "", fmt.Errorf("storage: no index for a %T", store)
}

// cachedIndex is the index of the server's database with this identity, whatever
// address leads to it. The identity comes from the server, so no part of it gets
// into the name as it is.
func cachedIndex(identity string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("storage: %w", err)
	}
	folder := filepath.Join(cache, "jianbao")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return "", fmt.Errorf("storage: %w", err)
	}
	sum := sha256.Sum256([]byte(identity))
	return filepath.Join(folder, hex.EncodeToString(sum[:12])+".search"), nil
}
