package textview

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Pane is a view in a scroller of its own. It takes the view's OnReveal and
// OnHeight.
type Pane struct {
	widget.BaseWidget
	View   *View
	scroll *container.Scroll
}

// NewPane puts a view into a scroller.
func NewPane(v *View) *Pane {
	p := &Pane{View: v, scroll: container.NewVScroll(v)}
	v.OnHeight = p.fit
	v.OnReveal = p.reveal
	p.scroll.OnScrolled = func(fyne.Position) { p.look() }
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer implements fyne.Widget.
func (p *Pane) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.scroll) }

// Resize implements fyne.CanvasObject.
func (p *Pane) Resize(size fyne.Size) {
	p.BaseWidget.Resize(size)
	p.fit()
}

// ScrollTo shows the text from a height on.
func (p *Pane) ScrollTo(top float32) {
	p.scroll.ScrollToOffset(fyne.NewPos(0, top))
	p.look()
}

// fit gives the view the height it wants.
func (p *Pane) fit() {
	size := p.scroll.Size()
	p.View.Resize(fyne.NewSize(size.Width, size.Height))
	p.View.Resize(fyne.NewSize(size.Width, max(size.Height, p.View.MinSize().Height)))
	p.look()
}

// look tells the view what of it is in sight.
func (p *Pane) look() {
	p.View.SetVisible(p.scroll.Offset.Y, p.scroll.Offset.Y+p.scroll.Size().Height)
}

// reveal scrolls as little as brings a part of the view into sight; of a part
// higher than the scroller, its top.
func (p *Pane) reveal(top, bottom float32) {
	offset, height := p.scroll.Offset.Y, p.scroll.Size().Height
	switch {
	case top < offset || bottom-top > height:
		p.ScrollTo(max(0, top-inset))
	case bottom > offset+height:
		p.ScrollTo(bottom - height + inset)
	}
}
