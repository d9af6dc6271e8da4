package postgres

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"jianbao/review"
	"jianbao/storage/migration"
)

func answer(code, message string) error {
	return fmt.Errorf("server error: %w", &pgconn.PgError{Severity: "FATAL", SeverityUnlocalized: "FATAL", Code: code, Message: message})
}

func TestCodes(t *testing.T) {
	const hba = `no pg_hba.conf entry for host "10.0.0.1", user "desk", database "office", no encryption`
	at := place{hosts: "a:1, b:2", user: "desk", database: "office"}
	plain, silent := at, at
	plain.plain, silent.silent = true, true
	expired := &tls.CertificateVerificationError{Err: x509.CertificateInvalidError{Reason: x509.Expired}}
	for i, c := range []struct {
		at   place
		err  error
		code string
		kind error
	}{
		{at, answer("28000", hba), CodeHBA, review.ErrDenied},
		{plain, answer("28000", hba), CodeHBAPlain, review.ErrDenied},
		{at, answer("28000", `没有用于主机 "10.0.0.1" 的 pg_hba.conf 记录`), CodeHBA, review.ErrDenied},
		{at, answer("28000", `role "desk" does not exist`), CodeLogin, review.ErrDenied},
		{at, answer("28P01", ""), CodePassword, review.ErrDenied},
		{silent, answer("28P01", ""), CodeNoPassword, review.ErrDenied},
		{at, answer("57P03", "the database system is starting up"), CodeStarting, review.ErrLost},
		{at, answer("57P03", "the database system is shutting down"), CodeStopping, review.ErrLost},
		{at, answer("57P01", "terminating connection"), CodeStopping, review.ErrLost},
		{at, answer("53300", ""), CodeTooMany, review.ErrLost},
		{at, answer("25006", "cannot execute UPDATE in a read-only transaction"), CodeStandby, review.ErrLost},
		{at, pgconn.ErrReadOnlyConnection, CodeStandby, review.ErrLost},
		{at, expired, CodeExpired, review.ErrLost},
		{at, &tls.CertificateVerificationError{Err: x509.UnknownAuthorityError{}}, CodeUnknownCA, review.ErrLost},
		{at, &net.OpError{Op: "dial", Err: os.NewSyscallError("connect", syscall.EHOSTUNREACH)}, CodeUnreachable, review.ErrLost},
		{at, context.DeadlineExceeded, CodeTimeout, review.ErrLost},
		{at, io.ErrUnexpectedEOF, CodeBroken, review.ErrLost},
		{at, errors.Join(syscall.ECONNREFUSED, pgconn.ErrReadOnlyConnection), CodeStandby, review.ErrLost},
		{at, errors.Join(&net.DNSError{}, answer("3D000", "")), CodeDatabase, nil},
		{at, fmt.Errorf("%w: x, not y", errOther), CodeOther, review.ErrForeign},
	} {
		err := c.at.told(c.err)
		var p *Problem
		if !errors.As(err, &p) || p.Code != c.code || c.kind != nil && !errors.Is(err, c.kind) || !errors.Is(err, c.err) {
			t.Errorf("%d: %v, want %s", i, err, c.code)
		}
		if p != nil && (p.Args["hosts"] != at.hosts || p.Args["user"] != "desk" || p.Args["database"] != "office") {
			t.Errorf("%d: arguments %v", i, p.Args)
		}
	}
}

// TestNotOfTheConnection leaves alone what is none of a connection's failures.
func TestNotOfTheConnection(t *testing.T) {
	for _, err := range []error{errors.New("x"), context.Canceled, pgx.ErrNoRows, answer("23505", ""), answer("53100", "")} {
		var p *Problem
		if told := (place{}).told(err); errors.As(told, &p) || !errors.Is(told, err) {
			t.Errorf("%v is told as %v", err, told)
		}
	}
}

func TestKinds(t *testing.T) {
	for code, want := range map[string]error{
		"23505": review.ErrExists, "23503": review.ErrNotFound, "25006": review.ErrReadOnly, "42501": review.ErrDenied,
		"53100": review.ErrFull, "40001": review.ErrBusy, "55P03": review.ErrBusy, "XX001": review.ErrDamaged, "57P02": review.ErrLost,
	} {
		if got := translate(answer(code, "")); !errors.Is(got, want) {
			t.Errorf("%s: %v, want %v", code, got, want)
		}
	}
}

// TestWhatIsAnAnswer tells the commits that did not happen from those that
// nobody knows about.
func TestWhatIsAnAnswer(t *testing.T) {
	said := func(severity, code string) error {
		return &pgconn.PgError{Severity: severity, SeverityUnlocalized: severity, Code: code}
	}
	for i, c := range []struct {
		err  error
		want bool
	}{
		{said("ERROR", "40001"), true}, {said("ERROR", "23503"), true}, {pgx.ErrTxCommitRollback, true},
		{said("FATAL", "57P01"), false}, {said("PANIC", "53100"), false}, {said("ERROR", "40003"), false},
		{said("ERROR", "08007"), false}, {io.EOF, false}, {errWarned, false}, {context.Canceled, false},
	} {
		if got := isRefusal(c.err); got != c.want {
			t.Errorf("%d: isRefusal(%v) = %v", i, c.err, got)
		}
	}
}

func TestUnprepared(t *testing.T) {
	refused := answer("42501", "permission denied for schema public")
	for code, err := range map[string]error{
		CodeEmpty:    &migration.StepError{Known: 2, Err: refused},
		CodeOutdated: &migration.StepError{Done: 1, Known: 2, Err: refused},
		CodeRights:   refused,
		CodeForeign:  answer("42703", "column number does not exist"),
	} {
		var p *Problem
		if got := (place{}).unprepared(err); !errors.As(got, &p) || p.Code != code {
			t.Errorf("%v, want %s", got, code)
		}
	}
}

func TestEngines(t *testing.T) {
	for version, c := range map[string]struct {
		proper bool
		code   string
	}{
		"PostgreSQL 15.14 (Debian 15.14-0+deb12u1) on x86_64-pc-linux-gnu":                    {true, ""},
		"PostgreSQL 17beta1 on x86_64":                                                        {true, ""},
		"PostgreSQL 11.22 on x86_64":                                                          {true, CodeTooOld},
		"PostgreSQL 9.6.24 on x86_64":                                                         {true, CodeTooOld},
		"PostgreSQL 11.2-YB-2.20.1.0-b0 on x86_64-pc-linux-gnu":                               {false, ""},
		"CockroachDB CCL v24.3.1 (x86_64-pc-linux-gnu)":                                       {false, ""},
		"(openGauss 5.0.0 build a07d57c3) compiled at 2023-03-29 on x86_64-unknown-linux-gnu": {false, ""},
		"PostgreSQL 9.2.4 (openGauss 3.0.0 build 02c14696) compiled at 2022-04-01":            {false, ""},
		"KingbaseES V008R006C007B0024 on x86_64-pc-linux-gnu":                                 {false, ""},
	} {
		e := engine{version, "UTF8"}
		code := ""
		var p *Problem
		if errors.As(e.check(place{}), &p) {
			code = p.Code
		}
		if e.proper() != c.proper || code != c.code {
			t.Errorf("%s: proper %v, %q", version, e.proper(), code)
		}
	}
}

func TestRedact(t *testing.T) {
	const secret = "12geheim"
	for dsn, want := range map[string]string{
		"postgres://desk:12geheim@host/db":                                "postgres://desk@host/db",
		"postgresql://desk:12geheim@a:1,b:2/db?sslmode=verify-full":       "postgresql://desk@a:1,b:2/db?sslmode=verify-full",
		"postgres://desk@[::1]:5433/db":                                   "postgres://desk@[::1]:5433/db",
		"postgres:///db?host=/run&password=12geheim&sslpassword=12geheim": "postgres:///db?host=/run",
		"postgres://host/db?pass%77ord=12geheim":                          "postgres://host/db",
		"postgres://desk:x/12geheim@host/db":                              "postgres://…",
		"postgres://desk:12geheim?x@host/db":                              "postgres://…",
		"postgres://desk:12geheim/db":                                     "postgres://…",
		"host=a password=12geheim":                                        "…",
		"postgres://desk:12@geheim@host/db":                               "postgres://desk@host/db",
	} {
		if got := Redact(dsn); got != want || strings.Contains(got, secret) {
			t.Errorf("Redact(%q) = %q, want %q", dsn, got, want)
		}
	}
}
