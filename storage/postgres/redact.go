package postgres

import "strings"

// hidden stands for what must not be shown.
const hidden = "…"

// Redact returns an address without its password, for screens and logs. Of an
// address that can be read in two ways, in one of which a part of a password
// would be shown, only the scheme is left.
func Redact(dsn string) string {
	scheme, rest, ok := strings.Cut(dsn, "://")
	if !ok || scheme != "postgres" && scheme != "postgresql" {
		return hidden
	}
	authority, tail := rest, ""
	if i := strings.IndexAny(rest, "/?"); i >= 0 {
		authority, tail = rest[:i], rest[i:]
	}
	user, hosts := "", authority
	if i := strings.LastIndex(authority, "@"); i >= 0 {
		user, hosts = authority[:i], authority[i+1:]
		user, _, _ = strings.Cut(user, ":")
		user += "@"
	}
	if strings.Contains(tail, "@") || !portsAreNumbers(hosts) {
		return scheme + "://" + hidden
	}
	path, query, asked := strings.Cut(tail, "?")
	if asked {
		query = "?" + withoutPasswords(query)
	}
	return scheme + "://" + user + hosts + path + strings.TrimSuffix(query, "?")
}

// portsAreNumbers reports whether what stands behind the colons of hosts can
// only be ports.
func portsAreNumbers(hosts string) bool {
	for host := range strings.SplitSeq(hosts, ",") {
		if i := strings.LastIndex(host, "]"); i >= 0 { // an IPv6 address
			host = host[i+1:]
		}
		if _, port, ok := strings.Cut(host, ":"); ok && strings.Trim(port, "0123456789") != "" {
			return false
		}
	}
	return true
}

// withoutPasswords leaves out every setting whose name, however it is written,
// is not one that is known to be harmless.
func withoutPasswords(query string) string {
	var kept []string
	for pair := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(pair, "=")
		if harmless[name] {
			kept = append(kept, pair)
		}
	}
	return strings.Join(kept, "&")
}

var harmless = map[string]bool{
	"host": true, "port": true, "user": true, "dbname": true, "sslmode": true, "sslrootcert": true, "sslcert": true, "sslkey": true,
	"target_session_attrs": true, "connect_timeout": true, "application_name": true, "service": true, "servicefile": true,
	"passfile": true, "search_path": true, "channel_binding": true, "default_query_exec_mode": true,
}
