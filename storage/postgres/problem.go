package postgres

import (
	"fmt"
	"maps"
	"slices"

	"jianbao/review"
)

// The codes of a Problem. Every one has the arguments hosts, user and database.
const (
	CodeAddress     = "postgres.address"          // the address cannot be read: setting
	CodeHost        = "postgres.host"             // no machine has this name
	CodeUnreachable = "postgres.unreachable"      // no way leads to the machine
	CodeRefused     = "postgres.refused"          // nothing listens there
	CodeTimeout     = "postgres.timeout"          // no answer in time
	CodeBroken      = "postgres.broken"           // the connection broke: detail
	CodeNoTLS       = "postgres.tls"              // encryption was asked for and is not offered
	CodeUnknownCA   = "postgres.certificate"      // nobody trusted vouches for the certificate: detail
	CodeOtherName   = "postgres.certificate.name" // the certificate is another machine's: detail
	CodeExpired     = "postgres.certificate.date" // the certificate is not valid now: detail
	CodeNoPassword  = "postgres.password.none"
	CodePassword    = "postgres.password.wrong"
	CodeHBA         = "postgres.hba"       // the server admits nobody from here so
	CodeHBAPlain    = "postgres.hba.plain" // the same, and the connection was not encrypted
	CodeLogin       = "postgres.login"     // no such login, or it may not log in
	CodeDatabase    = "postgres.database"  // no such database
	CodeRights      = "postgres.rights"    // not with this login: detail
	CodeTooMany     = "postgres.connections"
	CodeStarting    = "postgres.starting"
	CodeStopping    = "postgres.stopping"
	CodeStandby     = "postgres.standby"  // nobody there takes what is written
	CodeEncoding    = "postgres.encoding" // not UTF-8: encoding
	CodeTooOld      = "postgres.old"      // version
	CodeForeign     = "postgres.foreign"  // tables of another program
	CodeNewer       = "postgres.newer"    // made by a newer program
	CodeOutdated    = "postgres.outdated" // made by an older program, and no right to upgrade it
	CodeEmpty       = "postgres.empty"    // nothing in it, and no right to make anything
	CodeOther       = "postgres.other"    // not the database that was open before
	CodeSchema      = "postgres.schema"   // found by Check: name
)

// kinds says which error of review a problem is; one without is none of them.
var kinds = map[string]error{
	CodeHost: review.ErrLost, CodeUnreachable: review.ErrLost, CodeRefused: review.ErrLost, CodeTimeout: review.ErrLost,
	CodeBroken: review.ErrLost, CodeTooMany: review.ErrLost, CodeStarting: review.ErrLost, CodeStopping: review.ErrLost,
	CodeStandby: review.ErrLost, CodeNoTLS: review.ErrLost, CodeUnknownCA: review.ErrLost, CodeOtherName: review.ErrLost, CodeExpired: review.ErrLost,
	CodeNoPassword: review.ErrDenied, CodePassword: review.ErrDenied, CodeHBA: review.ErrDenied, CodeHBAPlain: review.ErrDenied,
	CodeLogin: review.ErrDenied, CodeRights: review.ErrDenied, CodeOutdated: review.ErrDenied, CodeEmpty: review.ErrDenied,
	CodeForeign: review.ErrForeign, CodeOther: review.ErrForeign, CodeNewer: review.ErrNewer,
	CodeAddress: nil, CodeDatabase: nil, CodeEncoding: nil, CodeTooOld: nil,
}

// Codes lists every code of this package that reaches people.
func Codes() []string { return append(slices.Sorted(maps.Keys(kinds)), CodeSchema) }

// Problem says why the database cannot be used, or not now. It holds no
// password.
type Problem struct {
	Code  string
	Args  map[string]string
	cause error
}

func (p *Problem) Error() string {
	if p.cause == nil {
		return fmt.Sprintf("postgres: %s %v", p.Code, p.Args)
	}
	return fmt.Sprintf("postgres: %s: %v", p.Code, p.cause)
}

// Message returns the code of the sentence people read and its arguments.
func (p *Problem) Message() (string, map[string]string) { return p.Code, p.Args }

// Unwrap makes errors.Is true for the error of review that this is.
func (p *Problem) Unwrap() []error {
	var all []error
	for _, err := range []error{kinds[p.Code], p.cause} {
		if err != nil {
			all = append(all, err)
		}
	}
	return all
}

// place is where a store is, for sentences.
type place struct {
	hosts, user, database string
	plain                 bool // connections are not encrypted
	silent                bool // no password is known
}

// fail makes a problem of this place; more are further arguments by name.
func (p place) fail(code string, cause error, more ...string) *Problem {
	args := map[string]string{"hosts": p.hosts, "user": p.user, "database": p.database}
	for i := 0; i+1 < len(more); i += 2 {
		args[more[i]] = more[i+1]
	}
	return &Problem{Code: code, Args: args, cause: cause}
}
