package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Backup writes a copy of everything committed to a new file (0600), and
// returns fs.ErrExist if there is one of that name. Other programs may write
// meanwhile; this one's writers wait.
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
	// Readers may not: to SQLite, this is writing.
	if _, err := s.writer.ExecContext(ctx, "VACUUM INTO ?", uriOf(path)); err != nil {
		err = fmt.Errorf("sqlite: backup: %w", translate(err))
		return errors.Join(err, os.Remove(path))
	}
	return syncFolder(filepath.Dir(path))
}
