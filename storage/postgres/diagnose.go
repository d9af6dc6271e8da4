package postgres

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5/pgconn"
)

// told is translate, with a problem where the connection is what failed.
func (p place) told(err error) error {
	if code, _ := p.clue(err); code != "" {
		return p.problem(err)
	}
	return translate(err)
}

// problem says how a connection failed. Of several servers that were tried, the
// one counts that got furthest.
func (p place) problem(err error) *Problem {
	code, cause := p.clue(err)
	if code == "" {
		code, cause = CodeBroken, err
	}
	return p.fail(code, err, "detail", cause.Error())
}

// order ranks what is learnt of a server, the most telling first.
var order = []string{CodeOther, CodeNoPassword, CodePassword, CodeHBA, CodeHBAPlain, CodeLogin, CodeDatabase, CodeRights,
	CodeUnknownCA, CodeOtherName, CodeExpired, CodeTooMany, CodeStarting, CodeStopping, CodeStandby, CodeNoTLS,
	CodeRefused, CodeTimeout, CodeUnreachable, CodeHost, CodeBroken}

// clue returns the most telling code among the attempts that an error is made
// of, and that attempt; "" if it is not about a connection.
func (p place) clue(err error) (code string, cause error) {
	best := len(order)
	for _, attempt := range attempts(err) {
		found := p.codeOf(attempt)
		for rank, known := range order[:best] {
			if found == known {
				best, code, cause = rank, found, attempt
				break
			}
		}
	}
	return code, cause
}

// attempts takes an error apart where it joins several.
func attempts(err error) []error {
	for inner := err; inner != nil; inner = errors.Unwrap(inner) {
		joined, ok := inner.(interface{ Unwrap() []error })
		if !ok {
			continue
		}
		var all []error
		for _, one := range joined.Unwrap() {
			all = append(all, attempts(one)...)
		}
		return all
	}
	return []error{err}
}

// codeOf names what went wrong in one attempt.
func (p place) codeOf(err error) string {
	var said *pgconn.PgError
	if errors.As(err, &said) {
		return p.codeOfAnswer(said)
	}
	if errors.Is(err, errOther) {
		return CodeOther
	}
	if code := codeOfTLS(err); code != "" {
		return code
	}
	var name *net.DNSError
	var timed interface{ Timeout() bool }
	switch {
	case errors.Is(err, context.Canceled): // the caller's doing
		return ""
	case errors.Is(err, pgconn.ErrReadOnlyConnection):
		return CodeStandby
	case errors.As(err, &name):
		return CodeHost
	case errors.Is(err, syscall.ECONNREFUSED), errors.Is(err, syscall.ENOENT): // the latter of a socket's file
		return CodeRefused
	case errors.Is(err, syscall.EHOSTUNREACH), errors.Is(err, syscall.ENETUNREACH):
		return CodeUnreachable
	case errors.Is(err, context.DeadlineExceeded), pgconn.Timeout(err), errors.As(err, &timed) && timed.Timeout():
		return CodeTimeout
	case isNetwork(err):
		return CodeBroken
	}
	return ""
}

func (p place) codeOfAnswer(said *pgconn.PgError) string {
	switch said.Code {
	case wrongPassword:
		if p.silent {
			return CodeNoPassword
		}
		return CodePassword
	case noLogin:
		return p.codeOfDoor(said)
	case noDatabase:
		return CodeDatabase
	case tooMany:
		return CodeTooMany
	case cannotConnectNow:
		if strings.Contains(said.Message, "shutting down") {
			return CodeStopping
		}
		return CodeStarting
	case adminShutdown, crashShutdown:
		return CodeStopping
	case readOnly:
		return CodeStandby
	}
	if isLost(said) {
		return CodeBroken
	}
	return ""
}

// codeOfDoor tells the reasons apart for which a server lets nobody in. The name
// of its file stands in the message whatever language that is in.
func (p place) codeOfDoor(said *pgconn.PgError) string {
	switch {
	case !strings.Contains(said.Message, "pg_hba.conf"):
		return CodeLogin
	case p.plain:
		return CodeHBAPlain
	}
	return CodeHBA
}

// refusedTLS is how the driver says that the server offers no encryption; it has
// no other mark.
const refusedTLS = "server refused TLS connection"

func codeOfTLS(err error) string {
	var name x509.HostnameError
	var invalid x509.CertificateInvalidError
	var unknown x509.UnknownAuthorityError
	switch {
	case errors.As(err, &name):
		return CodeOtherName
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return CodeExpired
	case errors.As(err, &unknown), isCertificate(err):
		return CodeUnknownCA
	case strings.Contains(err.Error(), refusedTLS):
		return CodeNoTLS
	}
	return ""
}

// isCertificate reports whether a certificate was not what was asked for.
func isCertificate(err error) bool {
	var failed *tls.CertificateVerificationError
	return errors.As(err, &failed)
}
