package buffer

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// rewriter writes neighbouring paragraphs anew with some edits done: it copies
// what stays, puts in what is new, and takes the marks along. One pass, however
// many edits.
type rewriter struct {
	buffer *Buffer
	old    []*paragraph
	first  Paragraph // of old, in the text as the edits before have left it
	base   Paragraph // of old, in the text the edits speak of

	// What has been read: paragraph para of old up to offset, which is byte
	// at of it and comes after mark of its marks.
	para   int
	offset RuneOffset
	at     int
	mark   int

	// What has been written: whole paragraphs, and the one being built.
	out   []*paragraph
	id    ID
	text  []string
	runes RuneOffset
	marks []*mark

	kept    kept
	inverse []Edit
}

// rewrite does edits that share paragraphs. shift is how many paragraphs more
// there are before them than the edits know of.
func (b *Buffer) rewrite(edits []Edit, shift Paragraph) *rewriter {
	b.rewrites++
	base, last := edits[0].Start.Paragraph, edits[len(edits)-1].End.Paragraph
	r := &rewriter{buffer: b, base: base, first: base + shift, kept: kept{rewriting: b.rewrites}}
	r.old = b.paras.slice(int(r.first), int(last-base)+1)
	r.begin(r.old[0].id)
	for _, e := range edits {
		r.copyTo(e.Start.Offset)
		r.replace(e)
	}
	r.copyRest()
	r.finish()
	r.install()
	return r
}

// copyTo copies what has not been read up to an offset of the paragraph. Marks
// exactly there are left.
func (r *rewriter) copyTo(to RuneOffset) {
	marks := r.old[r.para].marks
	for ; r.mark < len(marks) && marks[r.mark].offset < to; r.mark++ {
		r.carry(marks[r.mark])
	}
	r.copy(to)
}

// copyRest copies what has not been read of the paragraph, marks and all.
func (r *rewriter) copyRest() {
	p := r.old[r.para]
	for ; r.mark < len(p.marks); r.mark++ {
		r.carry(p.marks[r.mark])
	}
	r.copy(p.runes)
}

func (r *rewriter) copy(to RuneOffset) {
	n := to - r.offset
	r.text = append(r.text, r.read(to))
	r.runes += n
	r.kept.runes += int(n)
}

// read returns what has not been read up to an offset of the paragraph.
func (r *rewriter) read(to RuneOffset) string {
	text, from := r.old[r.para].text, r.at
	r.at = advance(text, from, to-r.offset)
	r.offset = to
	return text[from:r.at]
}

// carry moves a mark along with the text about to be copied.
func (r *rewriter) carry(m *mark) {
	ahead := m.offset - r.offset
	m.offset = r.runes + ahead
	m.kept = kept{rewriting: r.kept.rewriting, runes: r.kept.runes + int(ahead)}
	r.marks = append(r.marks, m)
}

// next reads on to the beginning of the next paragraph.
func (r *rewriter) next() { r.para, r.offset, r.at, r.mark = r.para+1, 0, 0, 0 }

// replace does one edit at whose start the reading has arrived. What it
// deletes is read before any mark moves.
func (r *rewriter) replace(e Edit) {
	inverse := Edit{Start: r.here()}
	before, after := r.collect(e)
	inverse.New, inverse.IDs = r.drop(e.End)
	r.land(before)
	r.write(e.New, e.IDs)
	r.land(after)
	inverse.End = r.here()
	r.inverse = append(r.inverse, inverse)
}

// here is the end of what has been written.
func (r *rewriter) here() Position {
	return Position{Paragraph: r.first + Paragraph(len(r.out)), Offset: r.runes}
}

// collect returns the marks from the start of e to its end that no edit has
// taken yet, by the side of the new text on which they come to stand.
func (r *rewriter) collect(e Edit) (before, after []*mark) {
	untaken := r.mark
	for i := e.Start.Paragraph; i <= e.End.Paragraph; i++ {
		p := r.old[i-r.base]
		for _, m := range within(p.marks[untaken:], e, i) {
			if m.before(e, i) {
				before = append(before, m)
			} else {
				after = append(after, m)
			}
		}
		untaken = 0
	}
	return before, after
}

func (r *rewriter) land(marks []*mark) {
	for _, m := range marks {
		m.offset, m.kept = r.runes, r.kept
		r.marks = append(r.marks, m)
	}
}

// drop reads on to p without copying and returns what it has read: the text
// and the names of the paragraphs that began in it.
func (r *rewriter) drop(p Position) (string, []ID) {
	var ids []ID
	var text strings.Builder
	for r.para < int(p.Paragraph-r.base) {
		text.WriteString(r.read(r.old[r.para].runes))
		text.WriteByte('\n')
		r.next()
		ids = append(ids, r.old[r.para].id)
	}
	text.WriteString(r.read(p.Offset))
	marks := r.old[r.para].marks
	for r.mark < len(marks) && marks[r.mark].offset <= p.Offset {
		r.mark++
	}
	return text.String(), ids
}

// write puts in new text.
func (r *rewriter) write(text string, ids []ID) {
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			r.finish()
			r.begin(ids[i-1])
		}
		r.text = append(r.text, line)
		r.runes += RuneOffset(utf8.RuneCountInString(line))
	}
}

func (r *rewriter) begin(id ID) { r.id, r.runes, r.text, r.marks = id, 0, nil, nil }

// finish ends the paragraph being built. Its text is a copy, so that it keeps
// no larger text in memory.
func (r *rewriter) finish() {
	text := strings.Join(r.text, "")
	if len(r.text) == 1 {
		text = strings.Clone(text) // what Join does not do for a single piece
	}
	p := &paragraph{id: r.id, text: text, runes: r.runes, marks: r.marks}
	slices.SortStableFunc(p.marks, func(x, y *mark) int { return cmp.Compare(x.offset, y.offset) })
	for _, m := range p.marks {
		m.para = p
	}
	r.out = append(r.out, p)
}

// install puts what was written in the place of what was read.
func (r *rewriter) install() {
	for _, p := range r.old {
		delete(r.buffer.byID, p.id)
	}
	for _, p := range r.out {
		r.buffer.byID[p.id] = p
	}
	r.buffer.paras.replace(int(r.first), len(r.old), r.out)
	for _, p := range r.out {
		for _, m := range p.marks {
			m.anchor.widen()
		}
	}
}
