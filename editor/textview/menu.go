package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Words are what the items of the context menu say. An item without a word is
// left out.
type Words struct{ Cut, Copy, Paste, SelectAll, Comment string }

// TappedSecondary implements fyne.SecondaryTappable: it shows the menu.
func (v *View) TappedSecondary(e *fyne.PointEvent) {
	v.Flush()
	c := v.canvas()
	if menu := v.menu(v.geometry.hit(e.Position)); c != nil && len(menu.Items) > 0 {
		widget.ShowPopUpMenuAtPosition(menu, c, e.AbsolutePosition)
	}
}

// menu returns what can be done at a place.
func (v *View) menu(at place) *fyne.Menu {
	clipboard := fyne.CurrentApp().Clipboard()
	selected := !v.cursor.Span().Empty()
	menu := fyne.NewMenu("")
	add := func(word string, may bool, do func()) {
		if word == "" {
			return
		}
		item := fyne.NewMenuItem(word, do)
		item.Disabled = !may
		menu.Items = append(menu.Items, item)
	}
	add(v.Words.Cut, selected && !v.ReadOnly, func() { v.cutTo(clipboard) })
	add(v.Words.Copy, selected, func() { v.copyTo(clipboard) })
	add(v.Words.Paste, !v.ReadOnly, func() { v.paste(clipboard.Content()) })
	add(v.Words.SelectAll, true, v.selectAll)
	if v.OnComment != nil {
		add(v.Words.Comment, selected, func() { v.OnComment(v.cursor.Span()) })
	}
	if v.MoreItems == nil {
		return menu
	}
	if more := v.MoreItems(at.Position); len(more) > 0 {
		menu.Items = append(append(menu.Items, fyne.NewMenuItemSeparator()), more...)
	}
	return menu
}
