package postgres

import (
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// connectTimeout is how long one server may take to let us in, unless the
// address says otherwise.
const connectTimeout = 5 * time.Second

// application is the name by which the server's administrator sees a desk.
const application = "jianbao"

// configure reads an address, the environment and the files that PostgreSQL's
// own programs read. It returns a *Problem that says nothing of the address but
// which setting is wrong, as the rest may be a password.
func configure(dsn string, o options) (*pgx.ConnConfig, place, error) {
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		return nil, place{}, place{}.fail(CodeAddress, nil, "setting", settingOf(err))
	}
	if config.ConnectTimeout == 0 {
		config.ConnectTimeout = connectTimeout
	}
	if config.RuntimeParams["application_name"] == "" {
		config.RuntimeParams["application_name"] = application
	}
	hosts := hostsOf(config)
	if len(hosts) > 1 && config.ValidateConnect == nil && !says(dsn, "target_session_attrs", "PGTARGETSESSIONATTRS") {
		config.ValidateConnect = pgconn.ValidateConnectTargetSessionAttrsReadWrite
	}
	config.OnNotice = heed
	config.DialFunc = pgconn.DialFunc(attentively(o.dial, o.silence))
	if config.Password == "" && o.password != nil {
		config.Password = ask(o.password, hosts, config.User)
	}
	return config, place{hosts: strings.Join(hosts, ", "), user: config.User, database: config.Database,
		plain: isPlain(config), silent: config.Password == ""}, nil
}

// says reports whether a setting is made, in an address or in the environment.
func says(dsn, name, variable string) bool {
	return strings.Contains(dsn, name) || os.Getenv(variable) != ""
}

// hostsOf lists the servers that are tried, in order, each once.
func hostsOf(config *pgx.ConnConfig) []string {
	hosts := []string{address(config.Host, config.Port)}
	for _, f := range config.Fallbacks {
		if next := address(f.Host, f.Port); next != hosts[len(hosts)-1] {
			hosts = append(hosts, next)
		}
	}
	return hosts
}

func address(host string, port uint16) string { return host + ":" + strconv.Itoa(int(port)) }

// isPlain reports whether no connection will be encrypted.
func isPlain(config *pgx.ConnConfig) bool {
	for _, f := range config.Fallbacks {
		if f.TLSConfig != nil {
			return false
		}
	}
	return config.TLSConfig == nil
}

// ask returns the first password that is known for one of the hosts.
func ask(password func(host, user string) (string, bool), hosts []string, user string) string {
	for _, host := range hosts {
		name := host[:strings.LastIndex(host, ":")]
		if found, ok := password(name, user); ok {
			return found
		}
	}
	return ""
}

// settings are the names that an error about an address may be about.
var settings = []string{"sslrootcert", "sslcert", "sslkey", "sslmode", "sslpassword", "connect_timeout", "target_session_attrs",
	"channel_binding", "passfile", "service", "port", "host"}

// settingOf returns the name of the setting that is wrong, "" if it is not
// known. Nothing else of the error is looked at: it may hold a password.
func settingOf(err error) string {
	text := err.Error()
	if end := strings.LastIndex(text, "`: "); end >= 0 {
		text = text[end:]
	}
	if strings.Contains(text, "CA file") || strings.Contains(text, "CA certificate") {
		return "sslrootcert"
	}
	for _, name := range settings {
		if strings.Contains(text, name) {
			return name
		}
	}
	return ""
}
