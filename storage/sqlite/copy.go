package sqlite

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"jianbao/review"
	"jianbao/storage/migration"
)

// forLooking opens a file that nobody else writes to, without leaving a trace
// beside it.
const forLooking = "mode=ro&immutable=1&_foreign_keys=1&_query_only=1"

// ErrOutdated says that a database must be upgraded before it can be read.
var ErrOutdated = errors.New("sqlite: made by an older version of the program")

// Outdated reports whether Open would upgrade the database at path. It returns
// fs.ErrNotExist where there is none, review.ErrForeign, ErrDamaged or ErrNewer
// for what Open refuses.
func Outdated(path string) (bool, error) {
	if err := inspect(path); err != nil {
		return false, fmt.Errorf("sqlite: %s: %w", path, translate(err))
	}
	version, err := versionOf(path)
	return version < len(migration.SQLite()), err
}

// versionOf reads how many migrations the header says were run.
func versionOf(path string) (int, error) {
	file, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	header := make([]byte, headerSize)
	if _, err := io.ReadFull(file, header); err != nil {
		return 0, err
	}
	return int(binary.BigEndian.Uint32(header[atVersion:])), nil
}

// OpenCopy opens a database that nobody writes to, such as a backup, to be read
// and checked: neither the file nor its folder changes. It returns what Open
// returns, and ErrOutdated for a database that Open would upgrade first.
func OpenCopy(path string) (*Store, error) {
	s, err := present(path, forLooking)
	if err == nil {
		s.still = true
	}
	return s, err
}

// present opens a database that is there and up to date.
func present(path, options string) (*Store, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("sqlite: %w", err)
	}
	old, err := Outdated(path)
	if err != nil {
		return nil, err
	}
	if old {
		return nil, fmt.Errorf("sqlite: %s: %w", path, ErrOutdated)
	}
	return &Store{uri: uriOf(path), writer: pool(uriOf(path), options, 1), readers: pool(uriOf(path), options, maxReaders)}, nil
}

// asItIs reads what others may be writing, and does not even ask for WAL mode.
const asItIs = "mode=rw&_foreign_keys=1&_busy_timeout=5000&_query_only=1"

// OpenToRead opens a database that others may be working in, only to be read:
// it is neither made nor upgraded. It returns what OpenCopy returns.
func OpenToRead(path string) (*Store, error) { return present(path, asItIs) }

// BackupFile is Store.Backup for a database that is not to be opened, since
// opening would upgrade it.
func BackupFile(ctx context.Context, from, to string) error {
	from, err := filepath.Abs(from)
	if err != nil {
		return fmt.Errorf("sqlite: %w", err)
	}
	if err := inspect(from); err != nil {
		return fmt.Errorf("sqlite: %s: %w", from, translate(err))
	}
	return (&Store{uri: uriOf(from)}).Backup(ctx, to)
}

// Seize brings a database into one file and makes sure that no program has it
// open. It returns review.ErrBusy where one has, and review.ErrDamaged where
// the file cannot be read: then there is nothing to seize.
func Seize(ctx context.Context, path string) (err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return fmt.Errorf("sqlite: %w", err)
	}
	if err := inspect(path); err != nil {
		return fmt.Errorf("sqlite: %s: %w", path, translate(err))
	}
	db := pool(uriOf(path), "_busy_timeout=1000", 1)
	defer func() { err = errors.Join(err, db.Close()) }()
	var mode string
	if err := db.QueryRowContext(ctx, "PRAGMA journal_mode = DELETE").Scan(&mode); err != nil {
		return fmt.Errorf("sqlite: %s: %w", path, translate(err))
	}
	if mode != "delete" {
		return fmt.Errorf("sqlite: %s: %w: journal mode stays %s", path, review.ErrBusy, mode)
	}
	return nil
}
