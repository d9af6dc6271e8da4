package element

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/command"
	"jianbao/app/i18n"
	jtheme "jianbao/app/theme"
)

// CommandButton offers a command: its title, its key, and, while it cannot be
// done, the reason in place below.
type CommandButton struct {
	widget.BaseWidget
	command command.Command
	button  *widget.Button
	reason  *fyne.Container // empty, or one sentence
	words   *i18n.Catalogue
	Terse   bool // leaves the reason away, where another place says it
}

// NewCommandButton returns a button for c; a main one is filled.
func NewCommandButton(words *i18n.Catalogue, c command.Command, main bool) *CommandButton {
	b := &CommandButton{command: c, words: words}
	b.button = widget.NewButton(Caption(words, c), func() { b.command.Run() })
	if main {
		b.button.Importance = widget.HighImportance
	}
	b.reason = Flow(0)
	b.ExtendBaseWidget(b)
	b.Update()
	return b
}

// Caption is a command's title with its key, as buttons and menus show it.
func Caption(words *i18n.Catalogue, c command.Command) string {
	title := c.Title(words.T)
	if c.Key != "" {
		title += "  " + string(c.Key)
	}
	return title
}

// Update asks the command anew whether it can be done.
func (b *CommandButton) Update() {
	why := b.command.Reason()
	if why == "" {
		b.button.Enable()
	} else {
		b.button.Disable()
	}
	b.reason.Objects = nil
	if why != "" && !b.Terse {
		b.reason.Objects = []fyne.CanvasObject{NewNote(why, jtheme.ColorWarn)}
	}
	b.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *CommandButton) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(Stack(2, b.button, b.reason))
}

// StageBar shows the stages of the way: done with a tick, the present one
// underlined in red, those to come soft.
func StageBar(names []string, present int) fyne.CanvasObject {
	line := Line(22)
	for i, name := range names {
		t := NewSoft(name)
		switch {
		case i < present:
			t = NewColoured("✓ "+name, jtheme.ColorOK)
		case i == present:
			t = NewStrong(name)
		}
		bar := NewSurface(jtheme.ColorRed, Gap(1, 2))
		bar.Hidden = i != present
		line.Add(Middle(Stack(3, t, bar)))
	}
	return line
}
