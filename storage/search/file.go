package search

import (
	"context"
	"database/sql"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/mattn/go-sqlite3"
)

// The marks in the header of a SQLite file that say whose it is, and of which
// format. A file of another is made anew, never upgraded.
const (
	applicationID = 0x4a425358 // "JBSX"
	format        = 2

	headerSize    = 100
	atVersion     = 60
	atApplication = 68
)

// What is lost in a crash is made anew, so nothing waits for the disk.
const options = "_journal_mode=TRUNCATE&_synchronous=OFF&_busy_timeout=2000&_txlock=immediate&_cache_size=-16000&_stmt_cache_size=32"

// schema: entries has a row for every row that is indexed. A newest text has a
// row of its own; texts that were the newest stay where they are; what only other
// earlier texts of a draft say stands together in a row. Everything has a sum over
// it, and known what there must be in all.
const schema = `
CREATE TABLE lists (
    key  INTEGER PRIMARY KEY, -- the gram, then the number of the piece
    list BLOB NOT NULL
);
CREATE TABLE waiting ( -- rows that are in no list yet
    number  INTEGER PRIMARY KEY,
    body    TEXT NOT NULL,
    title   TEXT NOT NULL,
    person  TEXT NOT NULL,
    section TEXT NOT NULL,
    other   TEXT NOT NULL,
    sum     INTEGER NOT NULL
);
CREATE TABLE entries (
    number   INTEGER PRIMARY KEY,
    draft    TEXT NOT NULL,
    newest   INTEGER NOT NULL, -- 1: the row of the draft's newest text
    seen     INTEGER NOT NULL, -- revisions of the draft that were read
    revision INTEGER NOT NULL,
    series   TEXT NOT NULL,
    state    TEXT NOT NULL,
    heading  TEXT NOT NULL,
    label    TEXT NOT NULL,
    year     INTEGER NOT NULL,
    issue    INTEGER NOT NULL,
    total    INTEGER NOT NULL,
    date     TEXT NOT NULL,
    at       INTEGER NOT NULL, -- milliseconds since 1970, UTC
    author   TEXT NOT NULL,
    sum      INTEGER NOT NULL
);
CREATE TABLE known (
    seq     INTEGER NOT NULL, -- the last event read
    hash    TEXT NOT NULL,
    entries INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    pieces  INTEGER NOT NULL, -- numbers given to pieces
    lists   INTEGER NOT NULL,
    sum     INTEGER NOT NULL -- of the sums of the lists
);
INSERT INTO known VALUES (0, '', 0, 0, 0, 0, 0);
`

// errFormat says that a file is not an index of this program and format.
var errFormat = errors.New("search: not an index of this format")

// recognise reads the header of the file without SQLite. It returns
// fs.ErrNotExist or errFormat.
func recognise(path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	header := make([]byte, headerSize)
	if _, err := io.ReadFull(file, header); err != nil {
		return fmt.Errorf("%w: %w", errFormat, err)
	}
	if binary.BigEndian.Uint32(header[atApplication:]) != applicationID || binary.BigEndian.Uint32(header[atVersion:]) != format {
		return errFormat
	}
	return nil
}

// open opens the file, or makes an empty one in place of what is no index.
func open(ctx context.Context, path string) (*sql.DB, error) {
	err := recognise(path)
	if err == nil {
		return connect(path), nil
	}
	if !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, errFormat) {
		return nil, err
	}
	remove(path)
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := file.Close(); err != nil {
		return nil, err
	}
	db := connect(path)
	marks := fmt.Sprintf("PRAGMA page_size = 16384; PRAGMA application_id = %d; PRAGMA user_version = %d;", applicationID, format)
	if _, err := db.ExecContext(ctx, marks+"BEGIN IMMEDIATE;"+schema+"COMMIT"); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// connect uses one connection: an index is asked one question at a time.
func connect(path string) *sql.DB {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // a drive letter
	}
	uri := (&url.URL{Scheme: "file", Path: slashed}).String()
	db := sql.OpenDB(connector{&sqlite3.SQLiteDriver{}, uri + "?" + options})
	db.SetMaxOpenConns(1)
	return db
}

// remove takes the file away, and what SQLite keeps beside it. Where it cannot
// be removed it cannot be made anew either, which is then said.
func remove(path string) {
	for _, suffix := range []string{"-journal", "-wal", "-shm", ""} {
		os.Remove(path + suffix)
	}
}
