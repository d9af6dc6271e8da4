package compose

import (
	"fyne.io/fyne/v2"

	"jianbao/editor/buffer"
	"jianbao/editor/textview"
)

// held is what one looks at while the text changes around it: the line of the
// caret where that is in sight, or the first line in sight. Selected is what is
// selected where the writer is.
type held struct {
	page     *page
	view     *textview.View
	line     *buffer.Anchor
	height   float32 // of the line in the frame
	focus    *textview.View
	selected *buffer.Anchor
	forward  bool // the caret stands at the end of what is selected
}

// hold remembers what one looks at, until release.
func (p *page) hold() held {
	h := held{page: p}
	if h.focus = p.views[p.focus]; h.focus != nil {
		s := h.focus.Selection()
		h.forward = !s.Caret.Before(s.From)
		h.selected = anchored(h.focus, s.Span())
	}
	var at buffer.Position
	if h.view, at = p.lookedAt(); h.view != nil {
		h.line = anchored(h.view, buffer.Span{From: at, To: at})
		h.height = p.heightOf(h.view, at)
	}
	return h
}

func anchored(view *textview.View, s buffer.Span) *buffer.Anchor {
	a, err := view.Buffer().Anchor(s, buffer.Left, buffer.Left)
	if err != nil {
		fyne.LogError("compose: a place is not to be held", err)
	}
	return a
}

// lookedAt returns the place one looks at, and the view it is in, if there is
// one.
func (p *page) lookedAt() (*textview.View, buffer.Position) {
	if view := p.views[p.focus]; view != nil {
		at := view.Selection().Caret
		if top := p.heightOf(view, at); top >= 0 && top < p.scroll.Size().Height {
			return view, at
		}
	}
	for _, at := range p.order {
		if view := p.views[at]; view != nil && p.sees(view) {
			return view, view.PlaceAt(-p.topOf(view))
		}
	}
	return nil, buffer.Position{}
}

// topOf is how far below the upper edge of the frame a view begins.
func (p *page) topOf(view *textview.View) float32 {
	driver := fyne.CurrentApp().Driver()
	return driver.AbsolutePositionForObject(view).Y - driver.AbsolutePositionForObject(p.scroll).Y
}

// heightOf is how far below the upper edge of the frame a place stands.
func (p *page) heightOf(view *textview.View, at buffer.Position) float32 {
	return p.topOf(view) + view.TopOf(at)
}

// release shows what one looked at where it was, and gives the writer back what
// was selected.
func (h held) release() {
	if h.selected != nil {
		s := h.selected.Span()
		h.selected.Remove()
		back := buffer.Selection{From: s.To, Caret: s.From}
		if h.forward {
			back = buffer.Selection{From: s.From, Caret: s.To}
		}
		if h.page.views[h.page.focus] == h.focus && h.focus.Selection() != back {
			h.focus.Select(back)
		}
	}
	if h.line == nil {
		return
	}
	at := h.line.Span().From
	h.line.Remove()
	if !h.page.has(h.view) {
		return
	}
	h.page.fit()
	if by := h.page.heightOf(h.view, at) - h.height; by != 0 {
		h.page.scroll.ScrollToOffset(h.page.scroll.Offset.AddXY(0, by))
		h.page.look()
	}
}

// has reports whether a view stands on the page.
func (p *page) has(view *textview.View) bool {
	for _, v := range p.views {
		if v == view {
			return true
		}
	}
	return false
}
