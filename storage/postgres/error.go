package postgres

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"syscall"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"jianbao/review"
)

// States of SQL that this package looks at (PostgreSQL, appendix A).
const (
	readOnly         = "25006"
	uniqueViolation  = "23505"
	missingKey       = "23503"
	serialization    = "40001"
	completionOpen   = "40003" // whether it was done is not known
	deadlock         = "40P01"
	lockTimeout      = "55P03"
	canceled         = "57014"
	adminShutdown    = "57P01"
	crashShutdown    = "57P02"
	cannotConnectNow = "57P03"
	stalePlan        = "0A000" // also: cached plan must not change result type
	lostStatement    = "26000" // prepared for another session, behind a pooler
	sameStatement    = "42P05"
	denied           = "42501"
	unknownColumn    = "42703"
	tableExists      = "42P07"
	objectExists     = "42710"
	diskFull         = "53100"
	tooMany          = "53300"
	noLogin          = "28000"
	wrongPassword    = "28P01"
	noDatabase       = "3D000"
)

// stateOf returns the state that the server gave with an error, "" if it did
// not speak.
func stateOf(err error) string {
	var said *pgconn.PgError
	if errors.As(err, &said) {
		return said.Code
	}
	return ""
}

// isRetryable reports whether the server undid everything because of what others
// did at the same time. Two that drew one row number break a unique index; what is
// meant to be unique is asked for without an error.
func isRetryable(err error) bool {
	switch stateOf(err) {
	case serialization, deadlock, lockTimeout, stalePlan, lostStatement, sameStatement, uniqueViolation:
		return true
	}
	return false
}

// isRefusal reports whether the server said, and lives to say, that a commit did
// not happen.
func isRefusal(err error) bool {
	if errors.Is(err, pgx.ErrTxCommitRollback) {
		return true
	}
	var said *pgconn.PgError
	return errors.As(err, &said) && said.Severity != "FATAL" && said.SeverityUnlocalized != "FATAL" &&
		said.SeverityUnlocalized != "PANIC" && said.Code != completionOpen && !strings.HasPrefix(said.Code, "08")
}

// isLost reports whether an error means that there is no connection to a server
// that writes, and that there may be one a moment later.
func isLost(err error) bool {
	if errors.Is(err, context.Canceled) {
		return false // the caller's doing
	}
	var said *pgconn.PgError
	if errors.As(err, &said) {
		switch said.Code {
		case adminShutdown, crashShutdown, cannotConnectNow, tooMany, readOnly, completionOpen:
			return true
		}
		return strings.HasPrefix(said.Code, "08") || said.SeverityUnlocalized == "PANIC" ||
			said.SeverityUnlocalized == "FATAL" && strings.HasPrefix(said.Code, "57") || said.Code == "25P03"
	}
	return isNetwork(err) && !isCertificate(err) && !errors.Is(err, errOther)
}

// isNetwork reports whether an error came of the way to the server.
func isNetwork(err error) bool {
	for _, kind := range []error{io.EOF, io.ErrUnexpectedEOF, net.ErrClosed, driver.ErrBadConn, sql.ErrConnDone,
		pgconn.ErrConnClosed, pgconn.ErrReadOnlyConnection, errWarned} {
		if errors.Is(err, kind) {
			return true
		}
	}
	var failed net.Error
	var number syscall.Errno
	var connecting *pgconn.ConnectError
	return errors.As(err, &failed) || errors.As(err, &number) || errors.As(err, &connecting) || pgconn.Timeout(err)
}

// translate puts the kind of error that review knows before what the server or
// the driver said. What it does not know passes as it is.
func translate(err error) error {
	if err == nil {
		return nil
	}
	if kind := kindOf(err); kind != nil && !errors.Is(err, kind) {
		return fmt.Errorf("%w: %w", kind, err)
	}
	return err
}

func kindOf(err error) error {
	switch state := stateOf(err); state {
	case uniqueViolation:
		return review.ErrExists
	case missingKey:
		return review.ErrNotFound
	case readOnly:
		return review.ErrReadOnly
	case denied, noLogin, wrongPassword:
		return review.ErrDenied
	case diskFull:
		return review.ErrFull
	case serialization, deadlock, lockTimeout, canceled:
		return review.ErrBusy
	case "XX001", "XX002": // data or index corrupted
		return review.ErrDamaged
	}
	if isLost(err) {
		return review.ErrLost
	}
	return nil
}
