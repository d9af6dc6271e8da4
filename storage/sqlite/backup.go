package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Backup writes a copy of everything committed to a new file (0600), and
// returns fs.ErrExist if there is one of that name. Nobody waits for it: it has
// a connection of its own, and what is committed meanwhile is not in the copy.
func (s *Store) Backup(ctx context.Context, path string) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("sqlite: %w", err)
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("sqlite: backup: %w", translate(err))
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("sqlite: backup: %w", translate(err))
	}
	if err := s.vacuumInto(ctx, path); err != nil {
		err = fmt.Errorf("sqlite: backup: %w", translate(err))
		return errors.Join(err, os.Remove(path))
	}
	return syncFolder(filepath.Dir(path))
}

// vacuumInto fills an empty file, which is on disk when it returns.
func (s *Store) vacuumInto(ctx context.Context, path string) (err error) {
	db := pool(s.uri, shared, 1) // no reader of the store: to SQLite, this is writing
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := db.ExecContext(ctx, "VACUUM INTO ?", uriOf(path)); err != nil {
		return err
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(file.Sync(), file.Close())
}
