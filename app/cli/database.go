package cli

import (
	"strings"

	"jianbao/app/setup"
	"jianbao/review"
	"jianbao/storage"
)

// databaseInfo is the answer to "database check".
type databaseInfo struct {
	Place    string `json:"place"`
	Server   bool   `json:"server"`
	Host     string `json:"host,omitempty"` // that of several which answered
	Database string `json:"database,omitempty"`
	User     string `json:"user,omitempty"`
	Product  string `json:"product,omitempty"`
	TLS      bool   `json:"tls"`
	Verified bool   `json:"verified"`
	Protocol string `json:"protocol,omitempty"`
	Rights   string `json:"rights,omitempty"` // owner, desk, less
	Schema   int    `json:"schema,omitempty"` // none where the login may not look
	Newest   int    `json:"newest_schema,omitempty"`
	Desks    *int   `json:"desks,omitempty"` // at work now; none where that could not be asked

	told []string
}

// checkDatabase looks at the database without changing anything there; it ends
// with 1 where a desk could not work on it.
func checkDatabase(c *call) (result, error) {
	o, name, err := c.place()
	if err != nil {
		return nil, err
	}
	found, err := storage.Inspect(c.ctx, name, o.Reach()...)
	if err != nil {
		return nil, err
	}
	info := databaseInfo{Place: found.Place, Server: found.Server, Host: found.Host, Database: found.Database, User: found.User,
		Product: found.Product, TLS: found.TLS, Verified: found.Verified, Protocol: found.Protocol, Rights: string(found.Rights),
		Schema: max(found.Schema, 0), Newest: found.Newest, told: setup.Told(c.words, found)}
	if !found.Server {
		return info, nil
	}
	if !found.Fit() {
		return info, errSaid
	}
	info.Desks, err = c.desks(o, name)
	return info, err
}

// desks counts who is at work on a database. It puts nothing there, not even the
// built-in series.
func (c *call) desks(o setup.Options, name string) (*int, error) {
	store, err := storage.Open(c.ctx, name, o.Reach()...)
	if err != nil {
		return nil, err
	}
	defer store.Close() // nothing was written
	now, err := review.NewDesk(store).Pulse(c.ctx)
	if err != nil {
		return nil, err
	}
	count := len(now.Sessions)
	return &count, nil
}

func (i databaseInfo) print(p *page) {
	for _, line := range i.told {
		p.line(line)
	}
	if i.Desks != nil {
		p.say("cli.database.desks", "count", *i.Desks)
	}
}

// place is what would be opened, and its name.
func (c *call) place() (setup.Options, string, error) {
	o, err := c.options()
	if err != nil {
		return o, "", err
	}
	name, err := o.Database()
	return o, name, err
}

// server is place where that is a server.
func (c *call) server() (setup.Options, string, error) {
	o, name, err := c.place()
	if err == nil && !storage.IsServer(name) {
		err = fail(nil, "cli.database.local", "place", storage.Shown(name))
	}
	return o, name, err
}

// upgraded is the answer to "database upgrade".
type upgraded struct {
	Place string `json:"place"`
	From  int    `json:"from"`
	To    int    `json:"to"`
}

// upgradeDatabase brings a server's schema to what this program wants.
func upgradeDatabase(c *call) (result, error) {
	o, name, err := c.server()
	if err != nil {
		return nil, err
	}
	u := upgraded{Place: storage.Shown(name)}
	u.From, u.To, err = storage.Upgrade(c.ctx, name, o.Reach()...)
	if err != nil {
		return nil, err
	}
	return u, nil
}

func (u upgraded) print(p *page) {
	if u.From == u.To {
		p.say("cli.database.upgraded.none", "to", u.To)
		return
	}
	p.say("cli.database.upgraded", "from", u.From, "to", u.To)
}

// passwordKept is the answer to "database password". It does not hold one.
type passwordKept struct {
	Place     string `json:"place"`
	User      string `json:"user"`
	Forgotten bool   `json:"forgotten,omitempty"`
}

// databasePassword puts a login's password into the keyring, or takes it out.
func databasePassword(c *call) (result, error) {
	_, name, err := c.server()
	if err != nil {
		return nil, err
	}
	login, err := storage.ParseServer(name)
	if err != nil {
		return nil, err
	}
	servers := setup.Servers{Words: c.words, Passwords: c.shell.Passwords}
	kept := passwordKept{Place: storage.Shown(name), User: login.User, Forgotten: c.in.has("forget")}
	if kept.Forgotten {
		return kept.unless(servers.ForgetPassword(name))
	}
	password, err := c.pins.line(c.words.T("cli.database.password", "user", login.User, "host", strings.Join(login.Names(), "、")))
	switch {
	case err != nil:
		return nil, err
	case password == "":
		return nil, usage("cli.database.empty")
	}
	return kept.unless(servers.KeepPassword(name, password))
}

func (k passwordKept) unless(err error) (result, error) {
	if err != nil {
		return nil, err
	}
	return k, nil
}

func (k passwordKept) print(p *page) {
	if k.Forgotten {
		p.say("cli.database.forgotten", "place", k.Place)
		return
	}
	p.say("cli.database.kept", "place", k.Place)
}
