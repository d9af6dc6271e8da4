package storage

import (
	"fmt"
	"net/url"
	"os"
	"os/user"
	"regexp"
	"strings"

	"jianbao/storage/postgres"
)

// The codes of an AddressError.
const (
	CodeAddress  = "database.address"  // address: it is not the address of a server
	CodePassword = "database.password" // address: there is a password in it
)

// AddressError says what is wrong with the address of a server. It holds the
// address as it may be shown.
type AddressError struct{ Code, Address string }

func (e *AddressError) Error() string { return fmt.Sprintf("storage: %s %s", e.Code, e.Address) }

// Message returns the code of the sentence people read and its arguments.
func (e *AddressError) Message() (string, map[string]string) {
	return e.Code, map[string]string{"address": e.Address}
}

// Server is what the address of a server says: postgres://user@host:port/database,
// with several hosts joined by commas.
type Server struct {
	Hosts    []string // with their ports where the address names them
	Database string
	User     string // of the address, else as the server will be told: PGUSER, or who is logged in

	password bool // the address holds one
}

// keywords is the other way to write an address, host=db1 dbname=jianbao, which
// works where it is named but is not remembered.
var keywords = regexp.MustCompile(`(^|\s)(host|hostaddr|dbname|user|password|service)=`)

// IsServer reports whether a name is the address of a database server, or is
// meant to be one: then no file of that name, which may hold a password, is made.
func IsServer(name string) bool {
	scheme, _, ok := strings.Cut(strings.TrimSpace(name), ":")
	return ok && (strings.EqualFold(scheme, "postgres") || strings.EqualFold(scheme, "postgresql")) || keywords.MatchString(name)
}

// ParseServer takes an address apart without reaching for the server. It
// returns an *AddressError with CodeAddress.
func ParseServer(address string) (Server, error) {
	address = strings.TrimSpace(address)
	_, rest, _ := strings.Cut(address, "://")
	before, query, _ := strings.Cut(rest, "?")
	asked, err := url.ParseQuery(query)
	wrong := &AddressError{CodeAddress, Shown(address)}
	if err != nil || !IsServer(address) || strings.ContainsAny(address, " \t\r\n") {
		return Server{}, wrong
	}
	login, hosts, named := cutLast(before, "@")
	if !named {
		login, hosts = "", before
	}
	hosts, database, _ := strings.Cut(hosts, "/")
	name, password, _ := strings.Cut(login, ":")
	s := Server{Database: unescaped(database), User: unescaped(name),
		password: password != "" || asked.Has("password") || asked.Has("sslpassword")}
	if s.Hosts = hostsOf(hosts, asked.Get("host")); len(s.Hosts) == 0 || s.Database == "" && asked.Get("dbname") == "" {
		return Server{}, wrong
	}
	return s.completed(asked), nil
}

func hostsOf(written, asked string) []string {
	if written == "" {
		written = asked
	}
	var hosts []string
	for host := range strings.SplitSeq(written, ",") {
		if host != "" {
			hosts = append(hosts, unescaped(host))
		}
	}
	return hosts
}

// completed fills in what the address leaves to its query and to the
// surroundings.
func (s Server) completed(asked url.Values) Server {
	if s.Database == "" {
		s.Database = asked.Get("dbname")
	}
	if s.User == "" {
		s.User = asked.Get("user")
	}
	if s.User == "" {
		s.User = os.Getenv("PGUSER")
	}
	if s.User == "" {
		if who, err := user.Current(); err == nil {
			s.User = who.Username
		}
	}
	return s
}

// Names are the hosts without their ports, as passwords are kept for them.
func (s Server) Names() []string {
	names := make([]string, len(s.Hosts))
	for i, host := range s.Hosts {
		names[i] = withoutPort(host)
	}
	return names
}

// withoutPort is a host alone; an IPv6 address with a port stands in brackets.
func withoutPort(host string) string {
	if inner, ok := strings.CutPrefix(host, "["); ok {
		name, _, _ := strings.Cut(inner, "]")
		return name
	}
	name, _, _ := strings.Cut(host, ":")
	return name
}

// CheckAddress says whether an address may be remembered: it must be one of a
// server, and without a password. It returns an *AddressError.
func CheckAddress(address string) error {
	s, err := ParseServer(address)
	if err != nil {
		return err
	}
	if s.password {
		return &AddressError{CodePassword, Shown(address)}
	}
	return nil
}

// Shown is a name as screens and messages may show it: that of a file as it is,
// an address without any password. An address that can be read in several ways
// loses rather too much.
func Shown(name string) string {
	name = strings.TrimSpace(name)
	scheme, _, ok := strings.Cut(name, "://")
	switch {
	case IsServer(name) && ok:
		return postgres.Redact(strings.ToLower(scheme) + name[len(scheme):])
	case IsServer(name):
		return postgres.Redact(name)
	case ok:
		return scheme + "://…"
	}
	return name
}

var (
	credentials = regexp.MustCompile(`(://[^\s:@/]*):\S*@`)
	setting     = regexp.MustCompile(`(?i)(password=)[^\s&]*`)
)

// Scrub takes the passwords out of addresses that stand in a text.
func Scrub(text string) string {
	return setting.ReplaceAllString(credentials.ReplaceAllString(text, "$1@"), "$1…")
}

// cutLast is strings.Cut at the last place.
func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// unescaped decodes %XX; what is none stays as it is.
func unescaped(s string) string {
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}
