package docx

import (
	"encoding/xml"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"jianbao/storage/exchange/form"
)

// Fate says what became of a stretch of text between two versions.
type Fate int

// The fates.
const (
	Kept Fate = iota
	Added
	Removed
)

// Stretch is characters of a line that have one fate; who and when mean nothing
// for what was kept.
type Stretch struct {
	Text   string
	Fate   Fate
	Author string
	At     time.Time
}

// MarkedLine is a printed line in two versions: what was kept and added of its
// stretches is the new one, what was kept and removed the old one. Whole is
// the line itself: one that was added or removed is so in all its stretches.
type MarkedLine struct {
	form.Line
	Whole     Stretch // its fate; the text does not count
	Stretches []Stretch
}

// Note is a remark on characters of a line, counted in the new version.
type Note struct {
	Line, From, To int
	Author         string
	At             time.Time
	Text           string
	ReplyTo        int  // the note it answers, from 1; 0 for none
	Done           bool // its thread is closed
}

// WriteMarked writes two versions as one DOCX file with tracked changes and
// comments (花脸稿): accepting all gives the new version, rejecting all the old
// one. The errors are those of Write.
func WriteMarked(w io.Writer, lines []MarkedLine, notes []Note, opts Options) error {
	var display []form.Line
	heading := ""
	for _, l := range lines {
		shown := l.Line
		if l.Kind == form.ArticleTitle && heading == "" && l.Whole.Fate != Removed {
			heading = l.Text
		}
		display = append(display, shown)
		for _, s := range l.Stretches {
			if err := holdable([]form.Line{{Text: s.Text}, {Text: s.Author}}, opts); err != nil {
				return err
			}
		}
	}
	for _, n := range notes {
		if err := holdable([]form.Line{{Text: n.Text}, {Text: n.Author}}, opts); err != nil {
			return err
		}
	}
	d := documentOf(display, opts.Stamp)
	m := &marker{lines: lines, notes: notes, id: len(notes)}
	m.blocks(d.Body.Blocks)
	return writePackage(w, d, heading, notes, opts)
}

// marker puts tracked changes into paragraphs that are laid out already.
type marker struct {
	lines []MarkedLine
	notes []Note
	next  int // index of the line that the next paragraph is
	id    int // of the last tracked change or comment
}

func (m *marker) blocks(blocks []any) {
	for i, b := range blocks {
		switch b := b.(type) {
		case paragraph:
			m.paragraph(&b)
			blocks[i] = b
		case table:
			m.table(&b)
		}
	}
}

// table marks the rows that were added or removed as a whole.
func (m *marker) table(t *table) {
	single := t.Props.Float != nil // a row has one line
	for r := range t.Rows {
		row := &t.Rows[r]
		if single && m.next < len(m.lines) {
			row.Inserted, row.Deleted = m.tracked(m.lines[m.next].Whole)
		}
		for c := range row.Cells {
			for p := range row.Cells[c].Paragraphs {
				m.paragraph(&row.Cells[c].Paragraphs[p])
			}
		}
	}
}

// paragraph marks one that is a printed line; stamps and spacers are none.
func (m *marker) paragraph(p *paragraph) {
	style := styleID(p.Props.Style.Val)
	if strings.HasPrefix(string(style), "Layout") || style == styleStamp || m.next >= len(m.lines) {
		return
	}
	line := m.next
	m.next++
	if inserted, deleted := m.tracked(m.lines[line].Whole); inserted != nil || deleted != nil {
		p.Props.End = &endProps{inserted, deleted}
	}
	c := &composition{marker: m, line: line, runs: p.Runs}
	p.Marked, p.Runs = c.compose(), nil
}

// tracked says of a change who made it; both are nil for what was kept.
func (m *marker) tracked(s Stretch) (inserted, deleted *tracked) {
	if s.Fate == Kept {
		return nil, nil
	}
	m.id++
	t := &tracked{ID: m.id, Author: s.Author, Date: dateOf(s.At)}
	if s.Fate == Added {
		return t, nil
	}
	return nil, t
}

func dateOf(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return at.UTC().Format("2006-01-02T15:04:05Z")
}

// The content of a marked paragraph.
type (
	plainRun struct {
		XMLName xml.Name  `xml:"w:r"`
		Props   *runProps `xml:"w:rPr"`
		Content []any     `xml:",any"`
	}
	insertedRun struct {
		XMLName xml.Name `xml:"w:ins"`
		tracked
		Run plainRun
	}
	deletedRun struct {
		XMLName xml.Name `xml:"w:del"`
		tracked
		Run plainRun
	}
	deletedText struct {
		XMLName xml.Name `xml:"w:delText"`
		Space   string   `xml:"xml:space,attr"`
		Text    string   `xml:",chardata"`
	}
	rangeStart struct {
		XMLName xml.Name `xml:"w:commentRangeStart"`
		ID      int      `xml:"w:id,attr"`
	}
	rangeEnd struct {
		XMLName xml.Name `xml:"w:commentRangeEnd"`
		ID      int      `xml:"w:id,attr"`
	}
	commentMark struct {
		XMLName xml.Name `xml:"w:commentReference"`
		ID      int      `xml:"w:id,attr"`
	}
)

// composition is one paragraph under way.
type composition struct {
	*marker
	line int
	runs []run // as laid out: what they say is the new version, or that of a removed line
	at   int   // characters of that version so far
	out  []any
}

func (c *composition) compose() []any {
	c.ranges()
	for _, s := range c.lines[c.line].Stretches {
		counts := s.Fate != Removed || c.lines[c.line].Whole.Fate == Removed
		if !counts {
			c.put(s, s.Text)
			continue
		}
		for rest := []rune(s.Text); len(rest) > 0; {
			n := min(len(rest), c.nextCut()-c.at)
			c.put(s, string(rest[:n]))
			rest = rest[n:]
			c.at += n
			c.ranges()
		}
	}
	return c.out
}

// nextCut is where the next range begins or ends, or the next face begins.
func (c *composition) nextCut() int {
	const never = 1 << 30
	next := never
	at := 0
	for _, r := range c.runs {
		if at += runesOf(r); at > c.at {
			next = min(next, at)
		}
	}
	for _, n := range c.notes {
		for _, cut := range []int{n.From, n.To} {
			if n.Line == c.line && cut > c.at {
				next = min(next, cut)
			}
		}
	}
	return next
}

// ranges ends and begins the comments whose ranges do so here.
func (c *composition) ranges() {
	for i, n := range c.notes {
		if n.Line == c.line && n.From == c.at {
			c.out = append(c.out, rangeStart{ID: i})
		}
	}
	for i, n := range c.notes {
		if n.Line == c.line && n.To == c.at && n.From <= c.at {
			c.out = append(c.out, rangeEnd{ID: i}, plainRun{Content: []any{commentMark{ID: i}}})
		}
	}
}

func (c *composition) put(s Stretch, text string) {
	r := plainRun{Props: c.face(), Content: words(text).Content}
	inserted, deleted := c.tracked(s)
	switch {
	case inserted != nil:
		c.out = append(c.out, insertedRun{tracked: *inserted, Run: r})
	case deleted != nil:
		r.Content = deletedContent(r.Content)
		c.out = append(c.out, deletedRun{tracked: *deleted, Run: r})
	default:
		c.out = append(c.out, r)
	}
}

func deletedContent(content []any) []any {
	for i, v := range content {
		if t, ok := v.(text); ok {
			content[i] = deletedText{Space: t.Space, Text: t.Text}
		}
	}
	return content
}

// face is that of the run which stands here in the layout.
func (c *composition) face() *runProps {
	at := 0
	for _, r := range c.runs {
		if at += runesOf(r); at > c.at {
			return r.Props
		}
	}
	return words("").Props
}

func runesOf(r run) int {
	n := 0
	for _, v := range r.Content {
		if t, ok := v.(text); ok {
			n += utf8.RuneCountInString(t.Text)
		} else {
			n++
		}
	}
	return n
}
