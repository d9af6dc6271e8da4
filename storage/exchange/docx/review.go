package docx

import (
	"io"
	"slices"
	"strings"
)

// Reviewed is a DOCX file as it comes back from people who changed and remarked
// on it.
type Reviewed struct {
	found    []passage
	stamps   []passage
	missing  map[string]bool
	comments []comment
}

// Review reads the body of a DOCX file with its tracked changes and comments.
// The errors are those of Text.
func Review(r io.ReaderAt, size int64) (Reviewed, error) {
	f, err := openFile(r, size)
	if err != nil {
		return Reviewed{}, err
	}
	s, err := f.tracked(f.document)
	if err != nil {
		return Reviewed{}, err
	}
	reviewed := Reviewed{missing: s.missing}
	for _, p := range s.found {
		if p.style == stampStyle {
			reviewed.stamps = append(reviewed.stamps, p)
		} else {
			reviewed.found = append(reviewed.found, p)
		}
	}
	reviewed.comments, err = f.comments()
	return reviewed, err
}

// stampStyle is the style of the stamp that our drafts bear; like a page number
// it is no text.
const stampStyle = "DraftStamp"

// Accepted returns the lines with every change accepted, Rejected those with
// every change rejected.
func (r Reviewed) Accepted() []string { return r.lines(all) }

// Rejected returns the lines as they were before any tracked change.
func (r Reviewed) Rejected() []string { return r.lines(none) }

// Printed returns the printed lines of a file that this program wrote, in one of
// its versions: those that are not rules and spacers of the layout. The stamp of
// a draft is among them.
func (r Reviewed) Printed(accepted bool) []string {
	which := none
	if accepted {
		which = all
	}
	return append(printedOf(viewOf(r.stamps, which).lines), printedOf(viewOf(r.found, which).lines)...)
}

// Changed reports whether there are tracked changes.
func (r Reviewed) Changed() bool { return len(r.Authors()) > 0 }

// With returns the lines with the changes of the named people accepted and
// those of all others rejected.
func (r Reviewed) With(authors ...string) []string {
	return r.lines(func(m *Mark) bool { return slices.Contains(authors, m.Author) })
}

func (r Reviewed) lines(accepted func(*Mark) bool) []string {
	var lines []string
	for _, p := range viewOf(r.found, accepted).lines {
		lines = append(lines, p.Text)
	}
	return lines
}

// Authors names who made tracked changes: who began first comes first.
func (r Reviewed) Authors() []string {
	var marks []*Mark
	for _, p := range r.found {
		for _, c := range append([]change{p.end}, changesOf(p.pieces)...) {
			for _, m := range []*Mark{c.inserted, c.deleted} {
				if m != nil {
					marks = append(marks, m)
				}
			}
		}
	}
	slices.SortStableFunc(marks, func(a, b *Mark) int { return a.At.Compare(b.At) })
	var names []string
	for _, m := range marks {
		if !slices.Contains(names, m.Author) {
			names = append(names, m.Author)
		}
	}
	return names
}

func changesOf(pieces []piece) []change {
	var list []change
	for _, p := range pieces {
		if p.text != "" {
			list = append(list, p.change)
		}
	}
	return list
}

// The codes of what a file holds and Review does not read.
const (
	MissingNumbers  = "exchange.docx.missing.numbers"  // numbers that the program puts before paragraphs by itself
	MissingNotes    = "exchange.docx.missing.notes"    // footnotes and endnotes
	MissingPictures = "exchange.docx.missing.pictures" // pictures
)

// Missing returns the codes of what the file holds beside its words.
func (r Reviewed) Missing() []string {
	var codes []string
	for _, code := range []string{MissingNumbers, MissingNotes, MissingPictures} {
		if r.missing[code] {
			codes = append(codes, code)
		}
	}
	return codes
}

// Remark is a comment in the file.
type Remark struct {
	ID     string
	Parent string // the remark it answers; "" for the first of a thread
	Mark
	Text string
	Done bool // the thread is resolved
	Line int  // in Accepted
	From int  // characters of that line
	To   int
}

// Remarks returns the comments in the order of the file. One that stands on
// several lines is said to stand on the rest of the first.
func (r Reviewed) Remarks() []Remark {
	v := viewOf(r.found, all)
	var list []Remark
	for _, c := range r.comments {
		from, begun := v.opens[c.id]
		to, ended := v.closes[c.id]
		if !begun || from.line >= len(v.lines) {
			from = spot{}
		}
		length := 0
		if len(v.lines) > 0 {
			length = len([]rune(v.lines[from.line].Text))
		}
		if !begun || !ended || to.line != from.line {
			to.rune = length
		}
		list = append(list, Remark{c.id, c.parent, c.Mark, strings.TrimSpace(c.text), c.done, from.line, min(from.rune, length), min(to.rune, length)})
	}
	return list
}
