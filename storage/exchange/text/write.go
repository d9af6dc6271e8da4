package text

import (
	"fmt"
	"io"
	"strings"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/form"
)

// WriteOptions say how to write. The zero value is UTF-8 without a byte order
// mark, lines ended by a line feed, no stamp.
type WriteOptions struct {
	Encoding Encoding // UTF8 or GB18030; empty means UTF8
	BOM      bool     // a byte order mark before UTF-8, for old Windows programs
	CRLF     bool
	Stamp    []string // lines that mark a draft, above the masthead
}

// Write writes b as plain text, so that ReadBack returns exactly what Carried
// says of b. What it cannot write so is an *Error, and nothing is written:
// CodeInvalid for a bulletin that does not validate, CodeRune for a character
// that the encoding cannot carry, CodeNotExact for a value that would be read
// back as something else, such as an office named 2024年7月9日.
func Write(w io.Writer, b doc.Bulletin, opts WriteOptions) error {
	if problems := b.Validate(); len(problems) > 0 {
		return fail(CodeInvalid, "problem", problems[0].Code)
	}
	data, err := encode(render(b, opts), opts)
	if err != nil {
		return err
	}
	if err := check(data, b); err != nil {
		return err
	}
	_, err = w.Write(data)
	return err
}

func render(b doc.Bulletin, opts WriteOptions) string {
	var s strings.Builder
	for i, stamp := range opts.Stamp {
		s.WriteString(stampOpen + stamp + stampClose + "\n")
		if i == len(opts.Stamp)-1 {
			s.WriteString("\n\n")
		}
	}
	lines := form.Lines(b)
	for i, l := range lines {
		if i > 0 {
			s.WriteString(gapBetween(lines[i-1], l))
		}
		s.WriteString(layout[l.Kind].margin + l.String())
	}
	s.WriteString("\n")
	return s.String()
}

func encode(s string, opts WriteOptions) ([]byte, error) {
	if opts.CRLF {
		s = strings.ReplaceAll(s, "\n", "\r\n")
	}
	switch opts.Encoding {
	case UTF8, "":
		if opts.BOM {
			s = byteOrderMarks[0].mark + s
		}
		return []byte(s), nil
	case GB18030:
		return encodeGB18030(s)
	}
	return nil, fmt.Errorf("text: cannot write %s", opts.Encoding)
}

// check reads the bytes back and compares them with b.
func check(data []byte, b doc.Bulletin) error {
	back, err := ReadBack(data)
	if err != nil {
		return fail(CodeNotExact, "field", doc.FieldCredits)
	}
	if field := firstDifference(Carried(b), back); field != "" {
		return fail(CodeNotExact, "field", field)
	}
	return nil
}

// Carried returns b as plain text can carry it: a paragraph has the level that
// its numbering shows, since nothing else in a text file tells it. The TextHash
// of what ReadBack returns is that of Carried.
func Carried(b doc.Bulletin) doc.Bulletin {
	c := b.Clone()
	for i := range c.Articles {
		for j := range c.Articles[i].Body {
			p := &c.Articles[i].Body[j]
			p.Level = doc.LevelOf(p.Text)
		}
	}
	return c
}

// firstDifference names the first field in which two bulletins differ, ids and
// the year of the number set aside; "" if there is none.
func firstDifference(a, b doc.Bulletin) doc.FieldKey {
	for _, key := range doc.Fields() {
		left, _ := a.Get(doc.Place{Field: key})
		right, _ := b.Get(doc.Place{Field: key})
		if left != right {
			return key
		}
	}
	if len(a.Articles) != len(b.Articles) {
		return doc.FieldArticleTitle
	}
	for i := range a.Articles {
		for _, key := range doc.ArticleFields() {
			left, _ := a.Get(doc.Place{Field: key, Article: a.Articles[i].ID})
			right, _ := b.Get(doc.Place{Field: key, Article: b.Articles[i].ID})
			if left != right || len(a.Articles[i].Body) != len(b.Articles[i].Body) {
				return key
			}
		}
	}
	return firstHidden(a, b)
}

// firstHidden finds a difference that the values do not show: credits that
// print alike, or a year of the number.
func firstHidden(a, b doc.Bulletin) doc.FieldKey {
	left, errA := doc.TextHash(a)
	right, errB := doc.TextHash(b)
	switch {
	case errA != nil || errB != nil || left != right:
		return doc.FieldCredits
	case !a.Masthead.Number.Same(b.Masthead.Number):
		return doc.FieldIssue
	}
	return ""
}
