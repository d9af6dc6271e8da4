// Package command owns commands as values: what can be done, by which key, and
// why not now. Menu, buttons, palette and key help read the same list. It knows
// no window toolkit.
package command

import "strings"

// ID names a command for good: "compose.submit".
type ID string

// Command is something the user can do. Its title is the catalogue's sentence
// for "command.<ID>".
type Command struct {
	ID  ID
	Key Key
	// Do carries the command out. It is called only while Why is empty.
	Do func()
	// Subject is whom or what the command is about, where its title names it as
	// {subject}: the role a text goes to.
	Subject string
	// Primary marks the one next action, shown in the bar above.
	Primary bool
	// Why returns the sentence that says why the command cannot be done now, or
	// "". A nil Why means it always can.
	Why func() string
}

// Reason returns why the command cannot be done now, or "".
func (c Command) Reason() string {
	if c.Why == nil {
		return ""
	}
	return c.Why()
}

// Run carries the command out if it can be done now, and reports whether it did.
func (c Command) Run() bool {
	if c.Reason() != "" {
		return false
	}
	c.Do()
	return true
}

// Title returns the command's title as t, the catalogue's way of saying a
// sentence, has it.
func (c Command) Title(t func(key string, pairs ...any) string) string {
	return t(c.TitleKey(), "subject", c.Subject)
}

// TitleKey is the catalogue key of the command's title.
func (c Command) TitleKey() string { return "command." + string(c.ID) }

// Key is a shortcut as people read it: "Ctrl+Enter", "F1", "J". The zero Key is
// none. A key without Ctrl or Alt and not a function key works only where no
// text is being typed.
type Key string

// Plain reports whether the key is one that also types text.
func (k Key) Plain() bool {
	s := string(k)
	return s != "" && !strings.Contains(s, "Ctrl+") && !strings.Contains(s, "Alt+") && !(len(s) > 1 && s[0] == 'F')
}

// Parts splits a key into its modifiers and its last key: "Ctrl+Shift+S" gives
// [Ctrl Shift] and S.
func (k Key) Parts() (modifiers []string, name string) {
	parts := strings.Split(string(k), "+")
	return parts[:len(parts)-1], parts[len(parts)-1]
}

// List is commands in the order they are shown.
type List []Command

// Find returns the command with the given id.
func (l List) Find(id ID) (Command, bool) {
	for _, c := range l {
		if c.ID == id {
			return c, true
		}
	}
	return Command{}, false
}
