package typeset

import "jianbao/editor/doc"

// Turns returns the offsets within text, in order, at which a line may turn
// without breaking a rule: neither its beginning nor its end is among them. It
// serves titles, whose lines are not filled but balanced.
func Turns(text string, style Style, m Measurer) []doc.RuneOffset {
	b := newBreaker(m)
	b.style = style
	b.clusters = b.scan(text, style)
	b.count = len(b.clusters) - 1
	for _, c := range b.clusters {
		b.width += c.advance
	}
	var turns []doc.RuneOffset
	for at := b.pieceAt(0).to; at < b.count; at = b.pieceAt(at).to {
		turns = append(turns, b.clusters[at].offset)
	}
	return turns
}
