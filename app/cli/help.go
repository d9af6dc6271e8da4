package cli

import (
	"slices"
	"strings"
)

// version is the answer to --version.
type version struct {
	Version string `json:"version"`
}

func (v version) print(p *page) { p.say("cli.version", "version", v.Version) }

// overview is the answer to "help": every command with its one line.
type overview struct {
	Commands []string `json:"commands"`
}

func newOverview() overview {
	var o overview
	for _, cmd := range commands {
		o.Commands = append(o.Commands, cmd.name)
	}
	return o
}

func (overview) print(p *page) {
	p.say("cli.help.head")
	var rows [][]string
	for _, cmd := range commands {
		rows = append(rows, []string{"  " + cmd.name, p.words.T(cmd.key())})
	}
	p.columns(rows)
	p.say("cli.help.global")
	p.flags(global)
	p.say("cli.help.foot")
}

// manual is the answer to "help COMMAND": how one command is written.
type manual struct {
	Name  string `json:"name"`
	Usage string `json:"usage"`

	cmd command
}

func newManual(cmd command) manual { return manual{cmd.name, cmd.synopsis(), cmd} }

func (m manual) print(p *page) {
	p.line(m.Usage)
	p.line(p.words.T(m.cmd.key()))
	p.flags(m.cmd.flags)
}

func (cmd command) key() string { return "cli.command." + strings.ReplaceAll(cmd.name, " ", ".") }

// synopsis is the command as it is typed; what may be left out stands in [].
func (cmd command) synopsis() string {
	parts := []string{cmd.typed()}
	for _, w := range cmd.words {
		if name, ok := strings.CutSuffix(w, "?"); ok {
			w = "[" + name + "]"
		}
		parts = append(parts, w)
	}
	for _, name := range cmd.flags {
		part := "--" + name
		if o, _ := optionOf(name); o.value != "" {
			part += " " + strings.ToUpper(o.value)
		}
		if !slices.Contains(cmd.need, name) {
			part = "[" + part + "]"
		}
		parts = append(parts, part)
	}
	return strings.Join(parts, " ")
}

// flags explains flags, one a line.
func (p *page) flags(names []string) {
	var rows [][]string
	for _, name := range names {
		o, _ := optionOf(name)
		cell := "  --" + name
		if o.value != "" {
			cell += " " + strings.ToUpper(o.value)
		}
		rows = append(rows, []string{cell, p.words.T("cli.flag." + name)})
	}
	p.columns(rows)
}

func help(c *call) (result, error) {
	if len(c.in.words) == 0 {
		return newOverview(), nil
	}
	if cmd, _, ok := find(c.in.words); ok {
		return newManual(cmd), nil
	}
	return nil, usage("cli.command.unknown", "name", strings.Join(c.in.words, " "))
}
