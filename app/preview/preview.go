// Package preview owns the pages of a bulletin on the screen, as they print: they
// are laid away from the UI goroutine, only those in sight are drawn, and of
// those only what changed. It decides nothing about a page and exports nothing.
package preview

import (
	"jianbao/editor/doc"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/form"
	"jianbao/storage/exchange/sheet"
)

// Run does work on another goroutine and then done on the UI goroutine.
type Run func(work, done func())

// Press lays the pages of one text again and again, as it is written. Its
// methods belong to the UI goroutine.
type Press struct {
	run    Run
	load   func() (*exchange.Layout, error)
	laid   func(*page.Document)
	failed func(error)

	layout *exchange.Layout
	setter *page.Setter
	busy   bool
	next   *work
}

// work is one laying that is asked for.
type work struct {
	text doc.Bulletin
	meta exchange.Meta
}

// NewPress returns a press that tells laid of every document it makes, on the UI
// goroutine. How pages look is loaded once, when it is first needed.
func NewPress(run Run, load func() (*exchange.Layout, error), laid func(*page.Document), failed func(error)) *Press {
	return &Press{run: run, load: load, laid: laid, failed: failed}
}

// Lay makes the pages that an export of the text with these marks has; the
// layout in meta is not looked at but for what a draft asks of it. While one
// laying is under way only the last that was asked for waits.
func (p *Press) Lay(text doc.Bulletin, meta exchange.Meta) {
	p.next = &work{text, meta}
	p.feed()
}

// feed begins what waits, unless something is under way: the setter belongs to
// one goroutine at a time.
func (p *Press) feed() {
	if p.busy || p.next == nil {
		return
	}
	w := *p.next
	p.next, p.busy = nil, true
	var d *page.Document
	var err error
	p.run(func() { d, err = p.press(w) }, func() {
		p.busy = false
		if err != nil {
			p.failed(err)
		} else {
			p.laid(d)
		}
		p.feed()
	})
}

func (p *Press) press(w work) (*page.Document, error) {
	if p.setter == nil {
		layout, err := p.load()
		if err != nil {
			return nil, err
		}
		p.layout, p.setter = layout, page.NewSetter(layout.Profile, layout.Faces, layout.Words)
	}
	return p.setter.Lay(sheet.Blocks(form.Lines(w.text)), exchange.PageOptions(w.text, w.meta)), nil
}
