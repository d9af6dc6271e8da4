package relational_test

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/mattn/go-sqlite3"

	"jianbao/review"
	"jianbao/storage/migration"
	"jianbao/storage/relational"
	"jianbao/storage/storetest"
)

// TestStore runs the suite of stores on an engine that is SQLite with the
// habits of a server: it compares no foreign keys, its columns hold only short
// texts without NUL, and it takes no statement outside what ADR 19 lists.
func TestStore(t *testing.T) {
	storetest.Run(t, func(t *testing.T) review.Store { return newServer(t) })
}

// server is the store that NewTx, Settle and Check make of a database.
type server struct {
	t              *testing.T
	writer, reader *sql.DB
}

var asServer = relational.Dialect{Kind: kindOf, Short: true, Far: true}

func kindOf(err error) error {
	if e := (sqlite3.Error{}); errors.As(err, &e) && e.Code == sqlite3.ErrReadonly {
		return review.ErrReadOnly
	}
	return nil
}

func newServer(t *testing.T) *server {
	path := "file:" + filepath.Join(t.TempDir(), "x.db") + "?_journal_mode=WAL&_busy_timeout=10000"
	s := &server{t, database(t, path+"&_txlock=immediate"), database(t, path+"&_query_only=1")}
	if err := migration.Run(t.Context(), s.writer, migration.SQLite()); err != nil {
		t.Fatal(err)
	}
	return s
}

func database(t *testing.T, name string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite3", name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func (s *server) View(ctx context.Context, f func(review.Tx) error) error {
	tx, err := s.snapshot(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback() // ends the snapshot
	return f(relational.NewTx(strict{s.t, tx}, asServer))
}

func (s *server) snapshot(ctx context.Context) (*sql.Tx, error) {
	tx, err := s.reader.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	_, err = tx.Exec("SELECT max(number) FROM migrations")
	return tx, err
}

func (s *server) Atomically(ctx context.Context, f func(review.Tx) error) error {
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback() // does nothing once committed
	store := relational.NewTx(strict{s.t, tx}, asServer)
	if err := f(store); err != nil {
		return err
	}
	if err := store.Settle(); err != nil {
		return err
	}
	return tx.Commit()
}

func (s *server) Jot(ctx context.Context, f func(review.Tx) error) error { return s.Atomically(ctx, f) }

func (s *server) Check(ctx context.Context) ([]review.Finding, error) {
	tx, err := s.snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() // ends the snapshot
	return relational.Check(ctx, strict{s.t, tx}, asServer)
}

func (s *server) Close() error { return nil }

// strict fails the test for a statement or an argument that some engine takes
// otherwise than SQLite does.
type strict struct {
	t  *testing.T
	tx *sql.Tx
}

func (s strict) Query(statement string, args ...any) (*sql.Rows, error) {
	s.check(statement, args)
	return s.tx.Query(statement, args...)
}

func (s strict) Exec(statement string, args ...any) (sql.Result, error) {
	s.check(statement, args)
	return s.tx.Exec(statement, args...)
}

var (
	foreign     = regexp.MustCompile(`(?i)\?|::|\b(cast|returning|collate|i?like|glob|indexed|replace|rowid|nulls|using|limit -\d+|for update|offset)\b`)
	placeholder = regexp.MustCompile(`\$(\d+)`)
	// Pages may follow any order of texts, as long as it is the same for each.
	byText = regexp.MustCompile(`(?i)order by [^$)]*\b(name|id|rule|label|person|article|series|draft|hash)\b[^$]*$`)
)

func (s strict) check(statement string, args []any) {
	s.t.Helper()
	for _, not := range []*regexp.Regexp{foreign, byText} {
		if found := not.FindString(statement); found != "" {
			s.t.Errorf("%q in %s", found, statement)
		}
	}
	highest := 0
	for _, found := range placeholder.FindAllStringSubmatch(statement, -1) {
		n, _ := strconv.Atoi(found[1])
		if n > highest+1 {
			s.t.Errorf("$%d comes before $%d in %s", n, highest+1, statement)
		}
		highest = max(highest, n)
	}
	for _, arg := range args {
		switch v := arg.(type) {
		case string:
			if !utf8.ValidString(v) || strings.Contains(v, "\x00") || len(v) > 512 {
				s.t.Errorf("a text of %d bytes for %s", len(v), statement)
			}
		case int64, []byte:
		default:
			s.t.Errorf("a %T for %s", arg, statement)
		}
	}
}
