package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"jianbao/review"
	"jianbao/storage/migration"
)

// Open opens the database at path; where there is nothing, it makes the folder
// (0700) and the file (0600). It returns review.ErrForeign, ErrDamaged or
// ErrNewer for a file that is not a database this program can use, and leaves
// such a file as it was.
func Open(ctx context.Context, path string) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("sqlite: %w", err)
	}
	switch _, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		if err := create(ctx, path); err != nil {
			return nil, fmt.Errorf("sqlite: create %s: %w", path, translate(err))
		}
	case err != nil:
		return nil, fmt.Errorf("sqlite: %w", translate(err))
	}
	if err := inspect(path); err != nil {
		return nil, fmt.Errorf("sqlite: %s: %w", path, translate(err))
	}
	s := &Store{
		uri:     uriOf(path),
		writer:  pool(uriOf(path), forWriting, 1),
		readers: pool(uriOf(path), forReading, maxReaders),
	}
	if err := upgrade(ctx, s.writer); err != nil {
		s.Close() // the first error is the one that tells
		return nil, fmt.Errorf("sqlite: %s: %w", path, translate(err))
	}
	return s, nil
}

// upgrade runs the migrations and compares the two places that say how many
// were run: where they differ, one of them is damaged.
func upgrade(ctx context.Context, db *sql.DB) error {
	if err := migration.Run(ctx, db, migration.SQLite()); err != nil {
		return err
	}
	var version int
	if err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return err
	}
	if want := len(migration.SQLite()); version != want {
		return fmt.Errorf("%w: user_version is %d after step %d", review.ErrDamaged, version, want)
	}
	return nil
}

// create makes a whole database under another name and gives it its own name
// last, so that a program that dies here leaves no half-made one. If another
// program made one meanwhile, that one stays.
func create(ctx context.Context, path string) (err error) {
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	file, err := os.CreateTemp(folder, "."+filepath.Base(path)+"-*.new") // 0600
	if err != nil {
		return err
	}
	name := file.Name()
	defer os.Remove(name)
	if err := file.Close(); err != nil {
		return err
	}
	if err := fill(ctx, name); err != nil {
		return err
	}
	if err := publish(name, path); err != nil {
		return err
	}
	return syncFolder(folder)
}

// fill makes an empty file a database of this program, all in the one file.
func fill(ctx context.Context, name string) (err error) {
	db := pool(uriOf(name), forWriting, 1)
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := db.ExecContext(ctx, fmt.Sprintf("PRAGMA application_id = %d", applicationID)); err != nil {
		return err
	}
	return upgrade(ctx, db)
}

// publish gives the file its final name unless that name is taken.
func publish(name, path string) error {
	err := os.Link(name, path)
	if err == nil || errors.Is(err, fs.ErrExist) {
		return nil
	}
	if _, err := os.Lstat(path); err == nil {
		return nil
	}
	return os.Rename(name, path) // a file system without links
}

// syncFolder puts the folder's new entry on disk, where folders can be synced.
func syncFolder(folder string) error {
	dir, err := os.Open(folder)
	if err != nil {
		return err
	}
	defer dir.Close()
	if err := dir.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrPermission) && !errors.Is(err, fs.ErrInvalid) {
		return err
	}
	return nil
}
