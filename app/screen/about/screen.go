// Package about owns the help screen: every key of the program, made from the
// same command list as menus and buttons, and what the program promises.
package about

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/screen"
	"jianbao/app/theme"
)

// Shell is what help wants from the window.
type Shell interface {
	screen.Shell
	// AllCommands lists the commands of every screen, by screen.
	AllCommands() []Group
}

// Group is the commands of one screen. Its title is the catalogue's sentence for
// "help.group.<Name>".
type Group struct {
	Name     string
	Commands command.List
}

// Screen is help.
type Screen struct {
	shell   Shell
	content fyne.CanvasObject
}

// New returns help on everything the shell offers.
func New(shell Shell) *Screen {
	s := &Screen{shell: shell}
	columns := [2]*fyne.Container{element.Stack(14), element.Stack(14)}
	for _, g := range shell.AllCommands() {
		shorter := columns[0]
		if columns[1].MinSize().Height < shorter.MinSize().Height {
			shorter = columns[1]
		}
		shorter.Add(element.NewCard(s.group(g), nil))
	}
	page := element.Flow(14, s.promise(), element.Split(14, columns[0], columns[1]))
	s.content = element.Columns(nil, 0, container.NewVScroll(element.Margins(40, 22, 22, page)), nil, 0)
	return s
}

func (s *Screen) t(key string) string { return s.shell.Words().T(key) }

func (s *Screen) promise() fyne.CanvasObject {
	return element.Flow(6, element.NewHeading(s.t("app.name")), element.NewProse(s.t("help.promise"), theme.ColorInk))
}

func (s *Screen) group(g Group) fyne.CanvasObject {
	lines := element.Stack(5, element.NewStrong(s.t("help.group."+g.Name)))
	for _, c := range g.Commands {
		key := element.NewSoft(string(c.Key))
		lines.Add(container.NewBorder(nil, nil, nil, key, element.NewText(c.Title(s.shell.Words().T))))
	}
	return lines
}

// Header implements screen.Screen.
func (s *Screen) Header() fyne.CanvasObject {
	return element.Middle(element.NewText(s.t("command.window.help")))
}

// Content implements screen.Screen.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// Footer implements screen.Screen.
func (s *Screen) Footer() fyne.CanvasObject { return element.NewSoft(s.t("help.footer")) }

// Commands implements screen.Screen.
func (s *Screen) Commands() command.List { return nil }

// Show implements screen.Screen.
func (s *Screen) Show() {}

// Leave implements screen.Screen.
func (s *Screen) Leave() error { return nil }
