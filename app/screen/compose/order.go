package compose

import (
	"slices"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
)

// order is the order in which the thoughts of a page came, whichever of its
// texts they are in: undo takes the last one back, wherever it was. What a text
// did is kept by its buffer; the order knows only that it was its turn.
type order struct {
	done, undone []thought
	counted      map[doc.Place]int // how many thoughts each buffer has
	joint        *thought          // that all goes into, while one is being made of many
	traveling    bool
}

// thought is what one undo takes back: the newest group of some texts, or a
// change of the articles that no text holds.
type thought struct {
	texts         []doc.Place // in the order in which they were written on
	at            doc.Place   // where to show it
	before, after []doc.Article
	parts         []thought // of a joint one, in the order in which they came
}

// rearranges reports whether the page must be set anew after the thought.
func (t thought) rearranges() bool {
	return t.before != nil || slices.ContainsFunc(t.parts, thought.rearranges)
}

// watch counts the thoughts of a text among those of the page.
func (m *manuscript) watch(at doc.Place, text *buffer.Buffer) {
	if m.order.counted == nil {
		m.order.counted = map[doc.Place]int{}
	}
	m.order.counted[at] = text.Thoughts()
	text.Observe(func(buffer.Change) {
		if m.written(at) == text {
			m.count(at, text.Thoughts())
		}
	})
}

// count hears how many thoughts a text has now. What a text takes back by itself,
// as the help of a mark, it took from the end of the order.
func (m *manuscript) count(at doc.Place, now int) {
	o := &m.order
	was := o.counted[at]
	o.counted[at] = now
	last := len(o.done) - 1
	switch {
	case o.traveling || now == was:
	case now > was:
		m.endOthers(at)
		o.push(thought{texts: []doc.Place{at}, at: at})
	case last >= 0 && slices.Equal(o.done[last].texts, []doc.Place{at}):
		o.undone, o.done = append(o.undone, o.done[last]), o.done[:last]
	}
}

// endOthers lets no later edit of another text join the thought before this one.
func (m *manuscript) endOthers(at doc.Place) {
	o := &m.order
	if n := len(o.done); n > 0 {
		for _, other := range o.done[n-1].texts {
			if text := m.written(other); other != at && text != nil {
				text.EndGroup()
			}
		}
	}
}

func (o *order) push(t thought) {
	if o.joint != nil {
		o.joint.at = t.at
		o.joint.texts = append(o.joint.texts, t.texts...)
		o.joint.parts = append(o.joint.parts, t)
		return
	}
	o.done, o.undone = append(o.done, t), nil
}

// together makes one thought of all that is written meanwhile, in many texts.
func (m *manuscript) together(write func()) {
	joint := &thought{}
	m.order.joint = joint
	write()
	m.order.joint = nil
	if len(joint.parts) > 0 {
		m.order.push(*joint)
	}
}

// rearrange changes the articles in a way that is not written into a text, as
// one thought.
func (m *manuscript) rearrange(at doc.Place, change func([]doc.Article) []doc.Article) thought {
	t := thought{at: at, before: m.text.Clone().Articles}
	m.text.Articles = change(slices.Clone(m.text.Articles))
	t.after = m.text.Clone().Articles
	m.endOthers(at)
	m.order.push(t)
	m.edits++
	return t
}

// near is the place of a thought or, where its article is gone, the one that
// stands there now.
func (m *manuscript) near(t thought) doc.Place {
	if t.at.Article == "" || m.text.Article(t.at.Article) != nil {
		return t.at
	}
	stood := func(a doc.Article) bool { return a.ID == t.at.Article }
	i := max(slices.IndexFunc(t.before, stood), slices.IndexFunc(t.after, stood), 0)
	return titleOf(m.text.Articles[min(i, len(m.text.Articles)-1)])
}

// undo takes the last thought back. A text is undone by who shows it, which
// reports whether there was anything to undo.
func (m *manuscript) undo(text func(doc.Place) bool) (thought, bool) {
	return m.travel(&m.order.done, &m.order.undone, func(t thought) bool { return m.takeBack(t, text) })
}

func (m *manuscript) takeBack(t thought, text func(doc.Place) bool) bool {
	switch {
	case t.before != nil:
		m.arrange(t.before)
		return true
	case t.parts == nil:
		return text(t.at)
	}
	done := false
	for _, part := range slices.Backward(t.parts) {
		done = m.takeBack(part, text) || done
	}
	return done
}

// redo does again what the last undo took back.
func (m *manuscript) redo(text func(doc.Place) bool) (thought, bool) {
	return m.travel(&m.order.undone, &m.order.done, func(t thought) bool { return m.doAgain(t, text) })
}

func (m *manuscript) doAgain(t thought, text func(doc.Place) bool) bool {
	switch {
	case t.after != nil:
		m.arrange(t.after)
		return true
	case t.parts == nil:
		return text(t.at)
	}
	done := false
	for _, part := range t.parts {
		done = m.doAgain(part, text) || done
	}
	return done
}

// travel moves the newest thought that a text still knows from one list to the
// other.
func (m *manuscript) travel(from, to *[]thought, do func(thought) bool) (thought, bool) {
	m.order.traveling = true
	defer func() { m.order.traveling = false }()
	for n := len(*from); n > 0; n = len(*from) {
		t := (*from)[n-1]
		*from = (*from)[:n-1]
		if do(t) {
			*to = append(*to, t)
			return t, true
		}
	}
	return thought{}, false
}

func (m *manuscript) arrange(articles []doc.Article) {
	m.text.Articles = doc.Bulletin{Articles: articles}.Clone().Articles
	m.edits++
}
