package compose

import (
	"fyne.io/fyne/v2"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	jtheme "jianbao/app/theme"
)

// whereBar is the bar above the page that asks where to go.
type whereBar struct {
	entry   *searchEntry
	page    *page
	content *fyne.Container
}

// newWhereBar returns a bar that is shut. Enter calls goTo, which reports whether
// it went there; Esc goes back to the text.
func newWhereBar(say speech, p *page, goTo func(said string) bool) *whereBar {
	b := &whereBar{page: p}
	b.entry = probe.Name(newSearchEntry(say.t("compose.goto.hint"), b.shut), "goto")
	b.entry.OnSubmitted = func(said string) {
		if goTo(said) {
			b.content.Hide()
		}
	}
	bar := element.NewSurface(jtheme.ColorPanel, b.entry)
	bar.Inset = fyne.NewSize(12, 6)
	b.content = element.Flow(0, bar, element.Rule())
	b.content.Hide()
	return b
}

// open shows the bar and sets the caret into it.
func (b *whereBar) open() {
	b.entry.SetText("")
	b.content.Show()
	if c := fyne.CurrentApp().Driver().CanvasForObject(b.page.scroll); c != nil {
		c.Focus(b.entry)
	}
}

// shut takes the bar away and goes back to the text.
func (b *whereBar) shut() {
	b.content.Hide()
	b.page.goTo(b.page.focus)
}
