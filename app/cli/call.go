package cli

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"jianbao/app/i18n"
	"jianbao/app/setup"
	"jianbao/review"
)

// call is one command line at work.
type call struct {
	ctx      context.Context
	in       input
	shell    Shell
	words    *i18n.Catalogue
	pins     *pins
	language i18n.Language  // as asked for; "" where it was not
	program  *setup.Program // nil until the database is open
	desk     *review.Desk
}

// surroundings says what the command line and the environment name. --sample
// never means the database that the environment names: that one is the user's
// own.
func (c *call) surroundings() setup.Options {
	dsn := c.in.first("db")
	if dsn == "" && !c.in.has("sample") {
		dsn = c.shell.Getenv("JIANBAO_DB")
	}
	return setup.Options{DSN: dsn, Sample: c.in.has("sample"), Language: c.language, Passwords: c.shell.Passwords, Desk: c.shell.Desk}
}

// options says what a command opens: where nothing else is named, what the
// settings name. Settings that cannot be read are no reason to work on another
// database than the one chosen.
func (c *call) options() (setup.Options, error) {
	o := c.surroundings()
	if o.DSN != "" || o.Sample {
		return o, nil
	}
	remembered, err := c.shell.Settings.Load()
	if err != nil {
		return o, fail(err, "cli.settings.unreadable")
	}
	o.Chosen = remembered.Database
	return o, nil
}

func (c *call) prepare(cmd command) error {
	if cmd.apart {
		return nil
	}
	return c.openNamed()
}

// openNamed opens what options says.
func (c *call) openNamed() error {
	o, err := c.options()
	if err != nil {
		return err
	}
	return c.open(o)
}

func (c *call) open(o setup.Options) error {
	open := setup.Open
	if c.shell.open != nil {
		open = c.shell.open
	}
	program, err := open(c.ctx, o)
	if err != nil {
		return err
	}
	c.program, c.desk = program, program.Desk
	return nil
}

func (c *call) close() {
	if c.program != nil {
		c.program.Close() // what was acknowledged is on disk already
	}
}

// word returns the nth word after the command, or "".
func (c *call) word(n int) string {
	if n < len(c.in.words) {
		return c.in.words[n]
	}
	return ""
}

// number reads a whole number from 1.
func number(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 {
		return 0, usage("cli.number", "value", s)
	}
	return n, nil
}

// count reads the number that a flag gives; 0 if it is not given.
func (c *call) count(flag string) (int, error) {
	if !c.in.has(flag) {
		return 0, nil
	}
	return number(c.in.first(flag))
}

// reference splits ID@REV; the revision is 0 where none is named.
func reference(s string) (id string, seq int, err error) {
	id, rev, named := strings.Cut(s, "@")
	if named {
		seq, err = number(rev)
	}
	return id, seq, err
}

// file opens the file of the draft that ID or ID@REV names, and tells the
// revision: the newest where none is named.
func (c *call) file(s string) (*review.File, int, error) {
	id, seq, err := reference(s)
	if err != nil {
		return nil, 0, err
	}
	draft, err := c.desk.Find(c.ctx, id)
	if errors.Is(err, review.ErrNotFound) {
		return nil, 0, fail(err, "cli.draft.unknown", "id", id)
	}
	if err != nil {
		return nil, 0, err
	}
	f, err := c.desk.Open(c.ctx, review.Actor{}, draft.ID)
	if err != nil {
		return nil, 0, err
	}
	if seq > len(f.Revisions) {
		return nil, 0, fail(nil, "cli.revision.unknown", "id", id, "rev", strconv.Itoa(seq), "head", strconv.Itoa(f.Head.Seq))
	}
	if seq == 0 {
		seq = f.Head.Seq
	}
	return f, seq, nil
}

// series returns the series with the given name or id.
func (c *call) series(name string) (review.Series, error) {
	all, err := c.desk.AllSeries(c.ctx)
	if err != nil {
		return review.Series{}, err
	}
	var names []string
	for _, s := range all {
		if s.Name == name || string(s.ID) == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return review.Series{}, fail(nil, "cli.series.unknown", "name", name, "names", strings.Join(names, "、"))
}
