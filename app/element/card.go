package element

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	jtheme "jianbao/app/theme"
)

// Card is a surface that can be chosen by a click. It shows when the pointer is
// over it and when it is the chosen one.
type Card struct {
	Surface
	OnTapped func()
	chosen   bool
}

var (
	_ fyne.Tappable      = (*Card)(nil)
	_ desktop.Hoverable  = (*Card)(nil)
	_ desktop.Cursorable = (*Card)(nil)
)

// NewCard returns a card; a nil tapped makes it a plain framed surface.
func NewCard(content fyne.CanvasObject, tapped func()) *Card {
	c := &Card{OnTapped: tapped}
	c.Content, c.Radius, c.Inset = content, 5, fyne.NewSize(12, 9)
	c.paint(false)
	c.ExtendBaseWidget(c)
	return c
}

// Choose marks the card as the chosen one or not.
func (c *Card) Choose(chosen bool) {
	if c.chosen != chosen {
		c.chosen = chosen
		c.paint(false)
		c.Refresh()
	}
}

func (c *Card) paint(over bool) {
	c.Fill, c.Stroke = jtheme.ColorPaper, jtheme.ColorLine
	if over || c.chosen {
		c.Stroke = jtheme.ColorAction
	}
	if c.chosen {
		c.Fill = jtheme.ColorActionTint
	}
}

// Tapped implements fyne.Tappable.
func (c *Card) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// MouseIn implements desktop.Hoverable.
func (c *Card) MouseIn(*desktop.MouseEvent) { c.hover(true) }

// MouseMoved implements desktop.Hoverable.
func (c *Card) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *Card) MouseOut() { c.hover(false) }

func (c *Card) hover(over bool) {
	if c.OnTapped != nil {
		c.paint(over)
		c.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (c *Card) Cursor() desktop.Cursor {
	if c.OnTapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// NewChip returns a small label on a tint.
func NewChip(text string, fill, ink fyne.ThemeColorName) *Surface {
	t := NewSoft(text)
	t.Color = ink
	s := NewSurface(fill, t)
	s.Radius, s.Inset = 3, fyne.NewSize(6, 1)
	return s
}
