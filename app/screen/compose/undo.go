package compose

import (
	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
)

// direction is a way through what was written: back or forth again.
type direction struct {
	page func(*manuscript, func(doc.Place) bool) (thought, bool)
	view func(*textview.View) bool
	text func(*buffer.Buffer) (buffer.Selection, bool)
	list func(*order) *[]thought
}

var (
	backward = direction{(*manuscript).undo, (*textview.View).Undo, (*buffer.Buffer).Undo, func(o *order) *[]thought { return &o.done }}
	forward  = direction{(*manuscript).redo, (*textview.View).Redo, (*buffer.Buffer).Redo, func(o *order) *[]thought { return &o.undone }}
)

// undo implements writer: it takes the last thought back, wherever it was, and
// shows it.
func (s *Screen) undo() { s.travel(backward) }

// redo implements writer: it does again what the last undo took back.
func (s *Screen) redo() { s.travel(forward) }

func (s *Screen) travel(d direction) {
	if s.page.readOnly {
		return
	}
	s.page.flush()
	if !raise(d.list(&s.text.order), s.page.held) {
		return
	}
	t, done := d.page(s.text, func(at doc.Place) bool { return s.page.step(d, at) })
	if !done {
		return
	}
	at := s.text.near(t)
	if t.rearranges() || !s.page.shows(t.texts) {
		s.page.build()
	}
	s.page.goTo(at)
	s.touched()
}

// flush puts what was typed a moment ago into its text.
func (p *page) flush() {
	if view := p.views[p.focus]; view != nil {
		view.Flush()
	}
}

// step goes one thought back or forth in a text.
func (p *page) step(d direction, at doc.Place) bool {
	if view := p.views[at]; view != nil {
		return d.view(view)
	}
	text := p.text.written(at)
	if text == nil {
		return false
	}
	_, done := d.text(text)
	return done
}

// shows reports whether all of some texts stand on the page.
func (p *page) shows(texts []doc.Place) bool {
	for _, at := range texts {
		if p.views[at] == nil {
			return false
		}
	}
	return true
}

// wholesale makes one thought of a replacement all over the page. A text that
// was handed over once gets a revision of what was written before, and one of
// what the replacement made of it.
func (s *Screen) wholesale(replace func() error) {
	once := func() {
		s.text.together(func() {
			if err := replace(); err != nil {
				s.shell.Fail(err)
			}
		})
	}
	if s.since.base == nil {
		once()
		return
	}
	s.saveThen(func() {
		once()
		s.save()
	})
}

func (s *Screen) whyNotUndo() string { return s.whyNoThought(s.text.order.done) }

func (s *Screen) whyNotRedo() string { return s.whyNoThought(s.text.order.undone) }

func (s *Screen) whyNoThought(list []thought) string {
	if why := s.whyNotEdit(); why != "" {
		return why
	}
	s.page.flush()
	if len(list) == 0 {
		return s.shell.Words().T("compose.why.nothought")
	}
	if reached(list, s.page.held) < 0 {
		return s.shell.Words().T("lease.why.undo")
	}
	return ""
}
