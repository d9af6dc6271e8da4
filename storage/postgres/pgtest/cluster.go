package pgtest

import (
	"errors"
	"fmt"
	"maps"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"sync"
	"testing"
)

// Options say how a cluster is.
type Options struct {
	Passwords bool              // everybody must give one (SCRAM), also the administrator
	TLS       bool              // connections may be encrypted, with a certificate for this cluster
	Settings  map[string]string // PostgreSQL's own, beyond the usual
}

// Cluster is one PostgreSQL server on loopback with its databases. Its methods
// must not be called at the same time, but DSNs may be taken at any time.
type Cluster struct {
	folder   string
	port     int
	options  Options
	password string // the administrator's, "" without Passwords
	follows  *Cluster
	lasting  bool // until the process ends

	mu    sync.Mutex
	cmd   *exec.Cmd
	ended chan struct{} // closed when the server ended
}

// admin is the superuser of every cluster.
const admin = "postgres"

// NewCluster returns a running cluster for one test that keeps what it
// acknowledged as an office's would (fsync). The test is skipped where
// PostgreSQL is not installed.
func NewCluster(tb testing.TB, o Options) *Cluster {
	tb.Helper()
	needPrograms(tb)
	c, err := create(o)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { c.remove(tb) })
	if err := c.Start(); err != nil {
		tb.Fatal(err)
	}
	return c
}

// create makes the files of a cluster.
func create(o Options) (*Cluster, error) {
	c, err := empty(o)
	if err != nil {
		return nil, err
	}
	args := []string{"--no-sync", "--encoding=UTF8", "--locale=C.UTF-8", "--username=" + admin, "--pgdata=" + c.folder, "--auth=trust"}
	if o.Passwords {
		c.password = "Verwalter-密码"
		file := c.folder + ".password"
		if err := c.write(file, []byte(c.password+"\n")); err != nil {
			return nil, err
		}
		args = append(args[:len(args)-1], "--auth=scram-sha-256", "--pwfile="+file)
	}
	if err := run(filepath.Dir(c.folder), "initdb", args...); err != nil {
		return nil, err
	}
	if o.TLS {
		return c, c.certify()
	}
	return c, nil
}

// empty is a cluster that has a place and a port, and no files.
func empty(o Options) (*Cluster, error) {
	folder, err := guarded.newFolder()
	if err != nil {
		return nil, err
	}
	port, err := freePort()
	return &Cluster{folder: folder, port: port, options: o}, err
}

// write puts a file where the server may read it and nobody else.
func (c *Cluster) write(path string, data []byte) error {
	who, err := owner()
	if err != nil {
		return err
	}
	return errors.Join(os.WriteFile(path, data, 0o600), who.give(path))
}

// arguments are what the server is started with. They stand on its command line
// rather than in its files, because a standby takes over its primary's files.
func (c *Cluster) arguments() []string {
	settings := map[string]string{
		"listen_addresses": "127.0.0.1", "port": strconv.Itoa(c.port), "unix_socket_directories": "",
		"max_connections": "300", "dynamic_shared_memory_type": "mmap", "timezone": "UTC",
	}
	if c.options.TLS {
		settings["ssl"] = "on"
	}
	if c.follows != nil {
		settings["primary_conninfo"] = c.follows.conninfo() + " application_name=" + filepath.Base(c.folder)
	}
	maps.Copy(settings, c.options.Settings)
	args := []string{"-D", c.folder}
	for _, name := range slices.Sorted(maps.Keys(settings)) {
		args = append(args, "-c", name+"="+settings[name])
	}
	return args
}

// conninfo is how one server finds another.
func (c *Cluster) conninfo() string {
	s := fmt.Sprintf("host=127.0.0.1 port=%d user=%s sslmode=disable", c.port, admin)
	if c.password != "" {
		s += " password=" + c.password
	}
	return s
}

// Address is host and port of the server, for a Proxy.
func (c *Cluster) Address() string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(c.port)) }

// DSN names a database of the cluster for its administrator.
func (c *Cluster) DSN(database string) string {
	return c.DSNAs(admin, c.password, database)
}

// DSNAs names a database for one login; "" for no password.
func (c *Cluster) DSNAs(login, password, database string) string {
	return dsn(login, password, database, c.Address())
}

// ManyDSN names a database that is on one of several servers, the one that may
// be written.
func ManyDSN(database string, servers ...*Cluster) string {
	var all string
	for i, c := range servers {
		if i > 0 {
			all += ","
		}
		all += c.Address()
	}
	return dsn(admin, servers[0].password, database, all)
}

func dsn(login, password, database, addresses string) string {
	who := url.User(login)
	if password != "" {
		who = url.UserPassword(login, password)
	}
	u := url.URL{Scheme: "postgres", User: who, Host: addresses, Path: "/" + database}
	return u.String()
}
