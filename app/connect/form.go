// Package connect owns the form in which the address of a database server is
// entered, tried and chosen. It does not connect to anything itself, and it
// remembers no password.
package connect

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/app/i18n"
	"jianbao/app/theme"
)

// Program is what the form asks of the program. Its methods may take a while;
// none but Choose is called on the goroutine of the window.
type Program interface {
	// Try connects to the server at an address and says in a sentence what it
	// found there. The password may be "": then it is looked for in the usual
	// places.
	Try(ctx context.Context, address, password string) (string, error)
	// CanKeep reports whether there is a keyring that can keep a password.
	CanKeep() bool
	// KeepPassword puts the password of an address's login into the keyring.
	KeepPassword(address, password string) error
	// Check says why an address cannot be remembered, nil where it can.
	Check(address string) error
	// Choose remembers the address; "" stands for the file of one's own.
	Choose(address string) error
}

// Place is where the work is kept, for screens that show it.
type Place struct {
	Now    []string // sentences about the present place
	Named  bool     // it was named for this time: on the command line or by the environment
	Chosen string   // the address with which the next start begins; "" for the file of one's own
}

// Form is an address, a password where one can be kept, and what can be done
// with them.
type Form struct {
	// Use is what the main button says; Used is called once the address was
	// chosen.
	Use  string
	Used func(address string)

	program  Program
	words    *i18n.Catalogue
	do       func(work, done func())
	address  *element.Entry
	password *element.Entry
	said     *element.Prose
	content  *fyne.Container
}

// New returns a form that begins with an address. do carries work out beside
// the window's goroutine, and done on it.
func New(program Program, words *i18n.Catalogue, do func(work, done func()), address string) *Form {
	f := &Form{program: program, words: words, do: do, Use: words.T("database.use"), Used: func(string) {},
		address:  probe.Name(element.NewEntry(words.T("database.hint")), "database.address"),
		password: probe.Name(element.NewPINEntry(words.T("database.password.hint")), "database.password"),
		said:     element.NewNote("", theme.ColorSoft), content: element.Flow(8)}
	f.address.SetText(address)
	f.address.OnSubmitted = func(string) { f.try() }
	f.password.OnSubmitted = func(string) { f.try() }
	return f
}

// Content is the form. What it says of passwords stands there once it is known
// whether there is a keyring.
func (f *Form) Content() fyne.CanvasObject {
	if len(f.content.Objects) > 0 {
		return f.content
	}
	f.paint(false)
	var keeps bool
	f.do(func() { keeps = f.program.CanKeep() }, func() { f.paint(keeps) })
	return f.content
}

func (f *Form) paint(keeps bool) {
	try := probe.Name(widget.NewButton(f.words.T("database.try"), f.try), "database.try")
	use := probe.Name(widget.NewButton(f.Use, f.use), "database.use")
	use.Importance = widget.HighImportance
	objects := []fyne.CanvasObject{element.NewSoft(f.words.T("database.address.label")), f.address}
	if keeps {
		objects = append(objects, element.NewSoft(f.words.T("database.password.label")), f.password)
	} else {
		objects = append(objects, element.NewNote(f.words.T("database.password.where"), theme.ColorSoft))
	}
	f.content.Objects = append(objects, element.Line(8, try, use), f.said)
	f.content.Refresh()
}

// written is the address without what stands around it.
func (f *Form) written() string { return strings.TrimSpace(f.address.Text) }

// say shows a sentence below the form.
func (f *Form) say(sentence string, ink fyne.ThemeColorName) {
	f.said.Text, f.said.Ink = sentence, ink
	f.said.Refresh()
	f.content.Refresh() // it may be higher now
}

func (f *Form) fail(err error) { f.say(f.words.Error(err), theme.ColorRed) }

// try connects and says what came of it. What was typed meanwhile is not what
// was tried, so it says which address it speaks of.
func (f *Form) try() {
	address, password := f.written(), f.password.Text
	f.say(f.words.T("database.trying"), theme.ColorSoft)
	var found string
	var err error
	f.do(func() { found, err = f.program.Try(context.Background(), address, password) }, func() {
		if err != nil {
			f.fail(err)
			return
		}
		f.say(found, theme.ColorOK)
	})
}

// use remembers the address, and the password in the keyring.
func (f *Form) use() {
	address, password := f.written(), f.password.Text
	if err := f.program.Check(address); err != nil {
		f.fail(err)
		return
	}
	var err error
	f.do(func() {
		if password != "" {
			err = f.program.KeepPassword(address, password)
		}
	}, func() {
		if err == nil {
			err = f.program.Choose(address)
		}
		if err != nil {
			f.fail(err)
			return
		}
		f.password.SetText("")
		f.say(f.words.T("database.used"), theme.ColorOK)
		f.Used(address)
	})
}
