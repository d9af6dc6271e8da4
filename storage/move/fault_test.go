package move_test

import (
	"database/sql"
	"errors"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	_ "github.com/mattn/go-sqlite3"

	"jianbao/review"
	"jianbao/storage"
	"jianbao/storage/move"
	"jianbao/storage/postgres/pgtest"
	"jianbao/storage/relational"
)

// tamper runs statements on a database file as no program of ours would.
func tamper(t *testing.T, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range statements {
		if _, err := db.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestDamageInTheSourceStopsTheMove damages a comment, a text, and both: all of
// it is named, and nothing is left behind unsaid.
func TestDamageInTheSourceStopsTheMove(t *testing.T) {
	const comment = "UPDATE comments SET record = x'7b7d' WHERE n = 1"
	text := []string{"DROP TRIGGER texts_update", "UPDATE texts SET body = x'7b7d' WHERE hash = (SELECT min(hash) FROM texts)"}
	for name, c := range map[string]struct {
		statements []string
		want       string
	}{
		"comment": {[]string{comment}, relational.CodeRow},
		"text":    {text, relational.CodeText},
		"both":    {append([]string{comment}, text...), relational.CodeText},
	} {
		t.Run(name, func(t *testing.T) {
			path := office(t)
			tamper(t, path, c.statements...)
			to := open(t, filepath.Join(t.TempDir(), "to.db"))
			_, err := job(open(t, path), to, nil).Run(t.Context())
			p := refused(t, err, move.CodeDamaged)
			named := map[string]int{}
			for _, f := range p.Findings {
				named[f.Code]++
			}
			if named[c.want] != 1 || name == "both" && named[relational.CodeRow] != 1 || !errors.Is(err, review.ErrDamaged) {
				t.Errorf("found %v, %v", named, err)
			}
			refused(t, move.Check(t.Context(), to), move.CodeUnfinished)
		})
	}
}

// TestDamageInTheCopyIsFound damages what an earlier try left.
func TestDamageInTheCopyIsFound(t *testing.T) {
	from, path := open(t, office(t)), filepath.Join(t.TempDir(), "to.db")
	to := open(t, path)
	if !stop(t, from, to, 1) {
		t.Fatal("nothing is half-way")
	}
	tamper(t, path, "UPDATE people SET record = x'7b7d' WHERE n = 1")
	_, err := job(from, to, nil).Run(t.Context())
	refused(t, err, move.CodeBroken)
}

// TestALoginWithoutRightsIsTold moves with a login that may only read.
func TestALoginWithoutRightsIsTold(t *testing.T) {
	cluster := pgtest.Shared(t)
	dsn := cluster.Database(t)
	open(t, dsn).Close() // the owner makes the tables
	database := databaseOf(t, dsn)
	role := "reader_" + database
	if err := errors.Join(cluster.Role(role, ""), cluster.Exec(database, "GRANT USAGE ON SCHEMA public TO "+role,
		"GRANT SELECT ON ALL TABLES IN SCHEMA public TO "+role, "GRANT UPDATE ON turn TO "+role,
		"GRANT INSERT, UPDATE ON receipts TO "+role)); err != nil {
		t.Fatal(err)
	}
	to := open(t, cluster.DSNAs(role, "", database))
	_, err := job(open(t, office(t)), to, nil).Run(t.Context())
	refused(t, err, move.CodeRights)
}

// TestTheConnectionBreaks breaks the way to the target and to the source again
// and again. Where the store gets over it by itself, the move goes on.
func TestTheConnectionBreaks(t *testing.T) {
	cluster := pgtest.Shared(t)
	proxy := pgtest.NewProxy(t, cluster.Address())
	through := open(t, proxy.DSN(cluster, databaseOf(t, cluster.Database(t))))
	here, back := open(t, office(t)), open(t, filepath.Join(t.TempDir(), "back.db"))
	for _, way := range []struct{ from, to review.Store }{{here, through}, {through, back}} {
		breaks := 0
		for after := 3; ; after += 7 {
			left := after
			_, err := job(way.from, way.to, func(move.Progress) {
				if left--; left == 0 {
					breaks++
					proxy.Reset()
				}
			}).Run(t.Context())
			if err == nil {
				break
			}
			if !errors.Is(err, review.ErrLost) {
				t.Fatal(err)
			}
		}
		t.Logf("%d breaks", breaks)
		isCopy(t, rows(t, here), way.to)
	}
}

func databaseOf(t *testing.T, dsn string) string {
	t.Helper()
	at, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimPrefix(at.Path, "/")
}

func TestWhatIsNotOpenedToRead(t *testing.T) {
	folder := t.TempDir()
	missing := filepath.Join(folder, "none.db")
	_, err := storage.OpenToRead(t.Context(), missing)
	isState(t, err, storage.CodeMissing)
	if _, err := os.Stat(missing); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("it was made: %v", err)
	}
	old := filepath.Join(folder, "old.db")
	data := read(t, "../sqlite/testdata/0001.db")
	if err := os.WriteFile(old, data, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = storage.OpenToRead(t.Context(), old)
	isState(t, err, storage.CodeOutdated)
	_, err = storage.OpenCurrent(t.Context(), old)
	isState(t, err, storage.CodeOutdated)
	if string(read(t, old)) != string(data) {
		t.Error("it was upgraded")
	}
	text := filepath.Join(folder, "text.db")
	if err := os.WriteFile(text, []byte(strings.Repeat("简报\n", 200)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, open := range []func() (review.Store, error){
		func() (review.Store, error) { return storage.OpenToRead(t.Context(), text) },
		func() (review.Store, error) { return storage.OpenCurrent(t.Context(), text) },
	} {
		if s, err := open(); s != nil || !errors.Is(err, review.ErrForeign) {
			t.Errorf("a text is opened: %v", err)
		}
	}
	_, err = storage.OpenToRead(t.Context(), pgtest.DSN(t))
	isState(t, err, storage.CodeMissing)
}

func isState(t *testing.T, err error, code string) {
	t.Helper()
	var s *storage.StateError
	if !errors.As(err, &s) || s.Code != code {
		t.Errorf("%v, want %s", err, code)
	}
}
