package diffview

import (
	"jianbao/editor/doc"
)

// cell is one character as it is shown.
type cell struct {
	r      rune
	mark   mark
	inner  bool
	noted  bool  // a comment is tied to it
	label  bool  // ours: not part of any text
	change int32 // index of its change, or noChange
	at     int32 // offset in runes in the new text of its block's place, -1 if not there
}

// shape is how a block is set.
type shape uint8

const (
	bodyShape shape = iota
	headingShape
	titleShape
	mastheadShape
	fieldShape
	sourceShape
	captionShape
)

// block is a paragraph, or one line of a title or field.
type block struct {
	shape shape
	place doc.Place // of the new text that stands in it
	cells []cell
}

// passage is what stands side by side: one column, or the old and the new one.
// A part begins with its first passage and ends with its last.
type passage struct {
	columns     [2][]block
	shape       shape // of the part
	first, last bool
}

// part is a field or a body about to be woven.
type part struct {
	shape         shape
	place         doc.Place
	body          []doc.Paragraph // of the new text; nil for a field
	strokes       []stroke
	before, after string // printed around it
}

// weaver writes parts into the columns of a view.
type weaver struct {
	mode   Mode
	notes  map[doc.Place][]doc.Anchor
	levels map[doc.ParagraphID]stroke // shown before a paragraph whose level changed

	part      part
	paragraph int // index into part.body
	at        int // offset in the new text of the paragraph or field
	open      [2][]cell
	closed    [2][]block
	passages  []passage
}

// columns returns which columns a stroke stands in.
func (w *weaver) columns(s stroke) []int {
	switch {
	case w.mode == Inline, w.mode == Clean && s.new && !s.sign:
		return []int{0}
	case w.mode == Clean:
		return nil
	case s.old && s.new:
		return []int{0, 1}
	case s.old:
		return []int{0}
	case s.new:
		return []int{1}
	}
	return nil
}

// both is every column of the view.
func (w *weaver) both() []int {
	if w.mode == SideBySide {
		return []int{0, 1}
	}
	return []int{0}
}

// weave writes one part as one or more passages.
func (w *weaver) weave(p part) {
	w.part, w.paragraph, w.at = p, 0, 0
	start := len(w.passages)
	w.label(p.before)
	for _, s := range p.strokes {
		columns := w.columns(s)
		w.align(s)
		for _, r := range s.text {
			w.write(r, s, columns)
		}
	}
	w.label(p.after)
	w.finish()
	w.passages[start].first, w.passages[len(w.passages)-1].last = true, true
}

// align begins a new passage where text that both sides have follows paragraphs
// that only one of them has.
func (w *weaver) align(s stroke) {
	if w.mode == SideBySide && s.old && s.new && len(w.open[0])+len(w.open[1]) == 0 && len(w.closed[0])+len(w.closed[1]) > 0 {
		w.flush()
	}
}

func (w *weaver) label(text string) {
	for _, r := range text {
		for _, c := range w.both() {
			w.open[c] = append(w.open[c], cell{r: r, label: true, change: noChange, at: -1})
		}
	}
}

func (w *weaver) write(r rune, s stroke, columns []int) {
	if r == '\n' {
		w.lineEnd(s, columns)
		return
	}
	for _, c := range columns {
		w.open[c] = append(w.open[c], w.cell(r, s))
	}
	if s.new && !s.sign {
		w.at++
	}
}

func (w *weaver) cell(r rune, s stroke) cell {
	c := cell{r: r, mark: s.mark, inner: s.inner, label: s.sign, change: int32(s.change), at: -1}
	if w.mode == Clean {
		c.mark, c.inner, c.change = plain, false, noChange
	}
	if s.new && !s.sign {
		c.at = int32(w.at)
	}
	return c
}

// lineEnd ends a block. A line end that was put in or taken out shows as ¶; one
// taken out alone joins two paragraphs, which the marked-up text shows as one.
func (w *weaver) lineEnd(s stroke, columns []int) {
	for _, c := range columns {
		if s.mark != plain && w.mode != Clean {
			pilcrow := w.cell('¶', s)
			pilcrow.label, pilcrow.at = true, -1
			w.open[c] = append(w.open[c], pilcrow)
		}
		if !s.joins || w.mode == SideBySide {
			w.close(c)
		}
	}
	if w.mode != SideBySide && len(columns) > 0 && !s.joins || s.old && s.new {
		w.flush()
	}
	if s.new {
		w.nextPlace()
	}
}

// nextPlace moves on in the new text: to the next paragraph of a body, or by
// one character in a field of several lines.
func (w *weaver) nextPlace() {
	if w.part.body == nil {
		w.at++
		return
	}
	w.paragraph, w.at = w.paragraph+1, 0
}

// close ends the open block of a column.
func (w *weaver) close(c int) {
	b := block{shape: w.part.shape, place: w.part.place, cells: w.open[c]}
	w.open[c] = nil
	if w.part.body != nil {
		w.placeInBody(&b, c)
	}
	w.note(b)
	w.closed[c] = append(w.closed[c], b)
}

// placeInBody ties a block to the paragraph of the new text that stands in it,
// and gives it the shape of its level.
func (w *weaver) placeInBody(b *block, column int) {
	level := doc.LevelOf(textOf(b.cells))
	if i := min(w.paragraph, len(w.part.body)-1); i >= 0 {
		p := w.part.body[i]
		b.place.Paragraph = p.ID
		if stands(b.cells) {
			level = p.Level
			w.showLevel(b, column)
		}
	}
	if level == doc.Level1 {
		b.shape = headingShape
	}
}

// stands reports whether some of the new text is among the cells.
func stands(cells []cell) bool {
	for _, c := range cells {
		if c.at >= 0 {
			return true
		}
	}
	return false
}

func (w *weaver) showLevel(b *block, column int) {
	s, ok := w.levels[b.place.Paragraph]
	if !ok || w.mode == Clean || w.mode == SideBySide && column == 0 {
		return
	}
	var sign []cell
	for _, r := range s.text {
		sign = append(sign, w.cell(r, s))
	}
	b.cells = append(sign, b.cells...)
}

// note marks the cells that a comment is tied to.
func (w *weaver) note(b block) {
	for _, a := range w.notes[b.place] {
		for i := range b.cells {
			if at := doc.RuneOffset(b.cells[i].at); at >= a.From && at < a.To {
				b.cells[i].noted = true
			}
		}
	}
}

// finish ends the part: what is open becomes its last passage.
func (w *weaver) finish() {
	for _, c := range w.both() {
		w.close(c)
	}
	w.flush()
}

func (w *weaver) flush() {
	w.passages = append(w.passages, passage{columns: w.closed, shape: w.part.shape})
	w.closed = [2][]block{}
}

func textOf(cells []cell) string {
	runes := make([]rune, 0, len(cells))
	for _, c := range cells {
		if !c.label {
			runes = append(runes, c.r)
		}
	}
	return string(runes)
}
