package buffer

// displaced is an anchor that stood where an edit was made, and how it stood
// before: going back over the edit would not by itself bring it there again.
type displaced struct {
	anchor    *Anchor
	span      Span
	collapsed bool
}

// touched returns the anchors with an end in or at the edge of what the edits
// replace.
func (b *Buffer) touched(edits []Edit) []displaced {
	b.steps++
	var all []displaced
	for _, e := range edits {
		i := e.Start.Paragraph
		for p := range b.paras.from(int(i)) {
			for _, m := range within(p.marks, e, i) {
				if m.anchor.seen != b.steps {
					m.anchor.seen = b.steps
					all = append(all, displaced{anchor: m.anchor, span: m.anchor.Span(), collapsed: m.anchor.collapsed})
				}
			}
			if i++; i > e.End.Paragraph {
				break
			}
		}
	}
	return all
}

// settle collapses those of the anchors that have lost their text.
func settle(all []displaced) {
	for _, d := range all {
		a := d.anchor
		if a.from.kept != a.to.kept {
			continue
		}
		a.collapsed = a.collapsed || !d.span.Empty()
		if s := a.Span(); a.collapsed && !s.Empty() || s.To.Before(s.From) {
			a.to.lift()
			a.to.put(s.From)
			a.widen()
		}
	}
}

// restore puts the anchors back where they stood.
func restore(all []displaced) {
	for _, d := range all {
		a := d.anchor
		if a.removed || a.collapsed == d.collapsed && a.Span() == d.span {
			continue
		}
		a.lift()
		a.collapsed = d.collapsed
		a.put(d.span)
	}
}
