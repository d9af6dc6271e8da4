package exchange

import (
	"bytes"
	"io"
	"slices"
	"strings"
	"time"

	"jianbao/editor/doc"
	"jianbao/review/diff"
	"jianbao/storage/exchange/docx"
	"jianbao/storage/exchange/form"
)

// Marking is what a marked-up copy (花脸稿) shows beside the newest text: what it
// was made from, by whom, and what was remarked.
type Marking struct {
	From     doc.Bulletin // the text that is compared with
	Steps    []Step       // what led from it to the newest text, which comes last
	Comments []Comment    // on the newest text
	Comparer diff.Comparer
}

// Step is one version, by who made it.
type Step struct {
	Text   doc.Bulletin
	Author string
	At     time.Time
}

// Comment is a remark on the newest text.
type Comment struct {
	Anchor  doc.Anchor
	Author  string
	At      time.Time
	Text    string
	ReplyTo int  // the comment it answers, from 1; 0 for none
	Closed  bool // its thread is
}

func writeMarked(w io.Writer, j *job) error {
	m := j.meta.Marked
	lines := m.lines(j.bulletin)
	return docx.WriteMarked(w, lines, m.notes(j.bulletin, lines), docx.Options{Stamp: j.meta.Stamp, Creator: j.meta.Creator, Created: j.meta.Created})
}

// readMarked reads both versions: all accepted, then all rejected.
func readMarked(data []byte, _ Meta) (words, error) {
	r, err := docx.Review(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return words{}, err
	}
	return words{lines: append(r.Printed(true), r.Printed(false)...)}, nil
}

func expectMarked(j *job) words {
	var lines []string
	for _, b := range []doc.Bulletin{j.bulletin, j.meta.Marked.From} {
		if j.meta.Stamp != "" {
			lines = append(lines, j.meta.Stamp)
		}
		lines = append(lines, printed(b)...)
	}
	return words{lines: lines}
}

// lineKey tells which line of one text a line of another is: the nth of the same
// place.
type lineKey struct {
	place doc.Place
	kind  form.Kind
	label string
	nth   int
}

func keysOf(lines []form.Line) []lineKey {
	seen, keys := map[lineKey]int{}, make([]lineKey, len(lines))
	for i, l := range lines {
		k := lineKey{place: l.Place, kind: l.Kind}
		if l.Kind == form.Credit {
			k.label = l.Label
		}
		k.nth = seen[k]
		seen[k]++
		keys[i] = k
	}
	return keys
}

// lines sets the lines of both texts one after the other: those that are the
// same line once, with what changed in them.
func (m *Marking) lines(to doc.Bulletin) []docx.MarkedLine {
	old, fresh := form.Lines(m.From), form.Lines(to)
	var out []docx.MarkedLine
	var at linePair
	for _, pair := range inOrder(keysOf(old), keysOf(fresh)) {
		var between []docx.MarkedLine
		for _, l := range old[at.old:pair.old] {
			between = append(between, m.whole(l, docx.Removed))
		}
		for _, l := range fresh[at.fresh:pair.fresh] {
			between = append(between, m.whole(l, docx.Added))
		}
		slices.SortStableFunc(between, func(a, b docx.MarkedLine) int { return rank(a.Kind) - rank(b.Kind) })
		out = append(out, between...)
		if pair.fresh < len(fresh) {
			out = append(out, docx.MarkedLine{Line: fresh[pair.fresh], Stretches: m.stretches(old[pair.old], fresh[pair.fresh])})
		}
		at = linePair{pair.old + 1, pair.fresh + 1}
	}
	return out
}

// rank keeps what stands above and below the articles there, and in its order.
func rank(k form.Kind) int {
	if k > form.Date && k < form.Credit {
		return int(form.Note)
	}
	return int(k)
}

func (m *Marking) whole(l form.Line, fate docx.Fate) docx.MarkedLine {
	s := m.sign(docx.Stretch{Text: l.String(), Fate: fate}, l.Place)
	marked := docx.MarkedLine{Line: l, Whole: s}
	if s.Text != "" {
		marked.Stretches = []docx.Stretch{s}
	}
	return marked
}

// linePair is a line that stands in both texts.
type linePair struct{ old, fresh int }

// inOrder pairs as many lines as can be without crossing, and ends with the ends
// of both.
func inOrder(old, fresh []lineKey) []linePair {
	where := map[lineKey]int{}
	for i, k := range old {
		where[k] = i
	}
	var positions []int
	for _, k := range fresh {
		if at, known := where[k]; known {
			positions = append(positions, at)
		}
	}
	kept := rising(positions)
	var pairs []linePair
	for i, k := range fresh {
		if pos, known := where[k]; known && len(kept) > 0 && kept[0] == pos {
			pairs, kept = append(pairs, linePair{pos, i}), kept[1:]
		}
	}
	return append(pairs, linePair{len(old), len(fresh)})
}

// rising returns a longest rising part of the numbers, which differ.
func rising(numbers []int) []int {
	var ends []int // index of the smallest end of a rising part of each length
	before := make([]int, len(numbers))
	for i, n := range numbers {
		at, _ := slices.BinarySearchFunc(ends, n, func(end, n int) int { return numbers[end] - n })
		if before[i] = -1; at > 0 {
			before[i] = ends[at-1]
		}
		ends = append(ends[:at:at], append([]int{i}, ends[min(at+1, len(ends)):]...)...)
	}
	var part []int
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			part = append(part, numbers[i])
		}
	}
	slices.Reverse(part)
	return part
}

// stretches says what changed in a line.
func (m *Marking) stretches(old, fresh form.Line) []docx.Stretch {
	var out []docx.Stretch
	add := func(text string, fate docx.Fate) {
		if text != "" {
			out = append(out, m.sign(docx.Stretch{Text: text, Fate: fate}, fresh.Place))
		}
	}
	for _, h := range m.Comparer.Texts(old.String(), fresh.String()).Hunks {
		switch {
		case h.Kind == diff.Equal:
			add(h.New, docx.Kept)
		case h.Kind == diff.MoveFrom || h.Kind == diff.MoveTo || len(h.Inner) == 0:
			add(h.Old, docx.Removed)
			add(h.New, docx.Added)
		default:
			for _, p := range h.Inner {
				if p.Kind == diff.Equal {
					add(p.New, docx.Kept)
					continue
				}
				add(p.Old, docx.Removed)
				add(p.New, docx.Added)
			}
		}
	}
	return out
}

// sign says who made a change: the first whose version has the text where it was
// put in, or no longer has it where it was taken out.
func (m *Marking) sign(s docx.Stretch, at doc.Place) docx.Stretch {
	if s.Fate == docx.Kept || len(m.Steps) == 0 {
		return s
	}
	by := m.Steps[len(m.Steps)-1]
	for _, step := range m.Steps {
		text, _ := step.Text.Text(at)
		if strings.Contains(text, s.Text) == (s.Fate == docx.Added) {
			by = step
			break
		}
	}
	s.Author, s.At = by.Author, by.At
	return s
}

// notes puts the comments on their lines. One whose words are gone stands on the
// first line.
func (m *Marking) notes(to doc.Bulletin, lines []docx.MarkedLine) []docx.Note {
	notes := make([]docx.Note, len(m.Comments))
	for i, c := range m.Comments {
		n := docx.Note{Author: c.Author, At: c.At, Text: c.Text, ReplyTo: c.ReplyTo, Done: c.Closed}
		anchor := c.Anchor
		if c.ReplyTo > 0 && c.ReplyTo <= i {
			n.Line, n.From, n.To = notes[c.ReplyTo-1].Line, notes[c.ReplyTo-1].From, notes[c.ReplyTo-1].To
		} else if found, ok := to.Locate(anchor); ok {
			n.Line, n.From, n.To = onLine(to, found, lines)
		}
		notes[i] = n
	}
	return notes
}

// onLine finds the printed line that an anchor begins on, and its characters
// there.
func onLine(b doc.Bulletin, a doc.Anchor, lines []docx.MarkedLine) (line, from, to int) {
	start := 0 // characters of the value before the line
	for i, l := range lines {
		if l.Place != a.Place || l.Whole.Fate == docx.Removed {
			continue
		}
		label, length := len([]rune(l.Label)), len([]rune(l.Text))
		if int(a.From) <= start+length {
			from = label + int(a.From) - start
			return i, from, max(from, min(label+length, label+int(a.To)-start))
		}
		start += length + 1
	}
	return 0, 0, 0
}
