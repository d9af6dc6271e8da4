package postgres_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"jianbao/review/desktest"
	"jianbao/storage/postgres"
	"jianbao/storage/postgres/pgtest"
)

// offices are a database as the roles script leaves it, seen by those who use it.
type offices struct {
	admin, owner, desk string // addresses
}

const ownLogin = "jianbao_wang"

// set returns a new database with roles and a login at a desk, still without
// tables.
func set(t *testing.T) offices {
	t.Helper()
	c := pgtest.Shared(t)
	admin := c.Database(t)
	name := databaseOf(admin)
	o := offices{admin, c.DSNAs(postgres.OwnerRole, "", name), c.DSNAs(ownLogin, "", name)}
	o.run(t)
	if err := c.Exec(name, "DROP ROLE IF EXISTS "+ownLogin, "CREATE ROLE "+ownLogin+" LOGIN IN ROLE "+postgres.DeskRole); err != nil {
		t.Fatal(err)
	}
	return o
}

// run runs the script as the administrator.
func (o offices) run(t *testing.T) {
	t.Helper()
	script, err := postgres.Roles(postgres.OwnerRole, postgres.DeskRole)
	if err != nil {
		t.Fatal(err)
	}
	if err := pgtest.Shared(t).Exec(databaseOf(o.admin), script); err != nil {
		t.Fatal(err)
	}
}

// upgraded has the owner make the tables.
func (o offices) upgraded(t *testing.T) offices {
	t.Helper()
	s := openAt(t, o.owner)
	if err := s.Entitle(t.Context()); err != nil {
		t.Fatal(err)
	}
	s.Close() // a template of a database may have nobody in it
	return o
}

func databaseOf(dsn string) string { return dsn[strings.LastIndex(dsn, "/")+1:] }

// lines returns the one column of a query.
func lines(t *testing.T, c *pgx.Conn, query string) []string {
	t.Helper()
	rows, err := c.Query(context.Background(), query)
	if err != nil {
		t.Fatal(err)
	}
	all, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// rightsInTables is what a desk may do with the tables, by relname and privilege.
const rightsInTables = `FROM pg_class, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
	WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND has_table_privilege('` + ownLogin + `', pg_class.oid, privilege)`

// rightsOf lists all that a desk may do with the tables, and whose they are.
func rightsOf(t *testing.T, c *pgx.Conn) []string {
	t.Helper()
	return lines(t, c, "SELECT privilege || ' ' || relname || ' of ' || relowner::regrole "+rightsInTables+" ORDER BY 1")
}

// TestRolesForADatabaseThatIsThere runs the script after the tables were made by
// the administrator, and once more: whichever was first, the rights are the same.
func TestRolesForADatabaseThatIsThere(t *testing.T) {
	want := rightsOf(t, administrator(t, set(t).upgraded(t).admin))
	o := offices{admin: pgtest.DSN(t)}
	openAt(t, o.admin).Close()
	admin := administrator(t, o.admin, "GRANT ALL ON ALL TABLES IN SCHEMA public TO PUBLIC")
	for range 2 {
		o.run(t)
		if got := rightsOf(t, admin); !slices.Equal(got, want) || len(got) == 0 {
			t.Errorf("a desk may %q\nwant %q", got, want)
		}
	}
	if got := lines(t, admin, "SELECT proowner::regrole::text FROM pg_proc WHERE proname = 'refuse'"); !slices.Equal(got, []string{postgres.OwnerRole}) {
		t.Errorf("the guards belong to %q", got)
	}
}

// guarded are the tables whose rows never change.
var guarded = []string{"texts", "revisions", "signoffs", "falls", "signatures", "decisions", "steps", "events", "migrations", "identity"}

// TestWhatTheServerRefusesADesk asks for everything that a desk has no right to.
func TestWhatTheServerRefusesADesk(t *testing.T) {
	o := set(t).upgraded(t)
	c := administrator(t, o.desk)
	statements := []string{"CREATE TABLE own (id bigint)", "CREATE TEMPORARY TABLE own (id bigint)", "CREATE SCHEMA own",
		"CREATE FUNCTION refuse(text) RETURNS text LANGUAGE sql AS 'SELECT $1'", "SET session_replication_role = replica", "SET ROLE " + postgres.OwnerRole,
		"INSERT INTO migrations (number, name) VALUES (9999, 'later')", "INSERT INTO moving (id, source) VALUES (1, 'x')",
		"INSERT INTO identity (id, value) VALUES (2, 'x')", "INSERT INTO turn (id, n) VALUES (2, 0)",
		"DELETE FROM ledger", "DELETE FROM people", "DELETE FROM drafts", "DELETE FROM keys", "TRUNCATE workings"}
	for _, name := range append(slices.Clone(guarded), "ledger") {
		statements = append(statements, "DELETE FROM "+name, "TRUNCATE "+name, "TRUNCATE "+name+" CASCADE", "DROP TABLE "+name,
			"ALTER TABLE "+name+" ADD COLUMN own text", "ALTER TABLE "+name+" DISABLE TRIGGER ALL", "CREATE RULE own AS ON INSERT TO "+name+" DO INSTEAD NOTHING")
	}
	for _, name := range guarded {
		column := lines(t, c, "SELECT attname FROM pg_attribute WHERE attrelid = '"+name+"'::regclass AND attnum = 1")[0]
		statements = append(statements, "UPDATE "+name+" SET "+column+" = "+column)
	}
	for _, statement := range statements {
		_, err := c.Exec(t.Context(), statement)
		var said *pgconn.PgError
		if !errors.As(err, &said) || said.Code != "42501" {
			t.Errorf("%s: %v", statement, err)
		}
	}
}

// TestALedgerRowOnlyBecomesVoid is about the one table that a desk may update,
// but not in every way: there it is a trigger that refuses.
func TestALedgerRowOnlyBecomesVoid(t *testing.T) {
	o := set(t).upgraded(t)
	desktest.WorkflowTable(t, openAt(t, o.desk))
	c := administrator(t, o.desk)
	for _, set := range []string{"n = n + 1000", "issue = issue + 1", "total = total + 1", "year = year + 1", "label = 'x'", "series = 'x'",
		"kind = 'gap'", "kind = 'void', total = total + 1", "record = record"} {
		_, err := c.Exec(t.Context(), "UPDATE ledger SET "+set+" WHERE kind = 'issue'")
		var said *pgconn.PgError
		if !errors.As(err, &said) || said.Code != "P0001" {
			t.Errorf("%s: %v", set, err)
		}
	}
}

// TestLaterTables has the owner make a table that this program does not know:
// desks can work with it, and no more.
func TestLaterTables(t *testing.T) {
	o := set(t).upgraded(t)
	do(t, administrator(t, o.owner), "CREATE TABLE later (n bigint)")
	c := administrator(t, o.desk)
	do(t, c, "INSERT INTO later (n) VALUES (1)", "SELECT n FROM later")
	if _, err := c.Exec(t.Context(), "UPDATE later SET n = 2"); err == nil {
		t.Error("a desk updates what it was not named for")
	}
}

// TestADeskBeforeItsOwner opens a database whose owner has yet to make or to
// upgrade the tables.
func TestADeskBeforeItsOwner(t *testing.T) {
	o := set(t)
	failsToOpen(t, o.desk, postgres.CodeEmpty)
	o.upgraded(t)
	openAt(t, o.desk)
	do(t, administrator(t, o.owner), "DELETE FROM migrations")
	failsToOpen(t, o.desk, postgres.CodeEmpty)
	if a := inspect(t, o.desk); a.Owner || a.Schema != 0 || a.Newest == 0 {
		t.Errorf("Inspect = %+v", a)
	}
}

// TestOtherNames also has names that need quotes.
func TestOtherNames(t *testing.T) {
	const owner, desk = `Ödön's "Büro"`, "办稿"
	script, err := postgres.Roles(owner, desk)
	if err != nil {
		t.Fatal(err)
	}
	c := pgtest.Shared(t)
	dsn := c.Database(t)
	if err := c.Exec(databaseOf(dsn), script); err != nil {
		t.Fatal(err)
	}
	s := openAt(t, c.DSNAs(owner, "", databaseOf(dsn)))
	if err := s.Entitle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if got := lines(t, administrator(t, dsn), "SELECT 'x' WHERE has_table_privilege('办稿', 'drafts', 'UPDATE') AND NOT has_table_privilege('办稿', 'texts', 'UPDATE')"); len(got) == 0 {
		t.Error("the group has not the rights of a desk")
	}
	for _, names := range [][2]string{{"", desk}, {owner, ""}, {desk, desk}, {owner, "pg_desk"}, {owner, "$roles$"}, {strings.Repeat("字", 22), desk}} {
		if _, err := postgres.Roles(names[0], names[1]); !errors.Is(err, postgres.ErrRole) {
			t.Errorf("Roles(%q, %q) = %v, want %v", names[0], names[1], err, postgres.ErrRole)
		}
	}
}
