package app

import (
	"fyne.io/fyne/v2"

	"jianbao/app/command"
	"jianbao/app/element"
	"jianbao/app/theme"
)

// nav is the column at the left of the screens that are places; a screen that
// works on one text has the whole width.
type nav struct {
	window  *window
	rows    *fyne.Container
	content fyne.CanvasObject
}

// whole is a screen that wants the width of the column too.
type whole interface{ WholeWidth() }

// navWidth is the width of the column.
const navWidth = 132

// places are the commands the column offers, top down.
var places = []command.ID{"window.home", "window.register", "window.roster", "window.archive", "window.health", "window.prefs", "window.help"}

func newNav(w *window) *nav {
	n := &nav{window: w, rows: element.Stack(2)}
	surface := element.NewSurface(theme.ColorPaper, element.Stack(0, element.Gap(1, 10), n.rows))
	n.content = element.Frame(nil, nil, nil, element.Rule(), element.Wide(navWidth, surface))
	return n
}

func (n *nav) paint() {
	if _, ok := n.window.current.(whole); ok {
		n.content.Hide()
		return
	}
	n.rows.RemoveAll()
	here := n.window.place
	for _, id := range places {
		c, _ := n.window.everywhere().Find(id)
		title := element.NewText(n.window.Words().T("nav." + string(id)))
		row := element.NewRow(title, func() { n.window.run(c) })
		if id == here {
			title.Bold, title.Color = true, theme.ColorAction
			row.Choose(true)
		}
		n.rows.Add(row)
	}
	n.content.Show()
}
