package exchange

import (
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/form"
)

// readBack reads a file anew and compares its words with those of b. It asks
// twice: are the lines those that are to be printed, and is everything that b
// holds among them? The second question does not trust the list of lines.
func readBack(c codec, path string, j *job) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return failure(CodeUnread, err)
	}
	got, err := c.read(data, j.meta)
	if err != nil {
		return failure(CodeUnread, err)
	}
	want := c.expect(j)
	lines := withoutMargins(got.lines, want.lines, c.margins)
	if d, ok := firstDifference(want.lines, lines); ok {
		return d.failure()
	}
	if d, ok := firstDifference(want.headers, got.headers); ok {
		return difference{wanted: d.wanted, found: d.found}.failure()
	}
	if missing, ok := unprinted(j.bulletin, lines); ok {
		return difference{wanted: missing}.failure()
	}
	return nil
}

// printed are the lines of b as they must stand in a file.
func printed(b doc.Bulletin) []string {
	var lines []string
	for _, l := range form.Lines(b) {
		lines = append(lines, l.String())
	}
	return lines
}

// withoutMargins takes a margin off each line that is the wanted one with a
// margin before it. Other lines stay: a text may begin with spaces of its own.
func withoutMargins(lines, want, margins []string) []string {
	plain := slices.Clone(lines)
	for i := range min(len(plain), len(want)) {
		for _, margin := range margins {
			if plain[i] == margin+want[i] {
				plain[i] = want[i]
			}
		}
	}
	return plain
}

// difference is the first place where two texts part; line and column count
// from 1, the column in characters. Both are 0 if the place is not in the body.
type difference struct {
	line, column  int
	wanted, found string
}

func firstDifference(want, got []string) (difference, bool) {
	for i := range max(len(want), len(got)) {
		var d difference
		if i < len(want) {
			d.wanted = want[i]
		}
		if i < len(got) {
			d.found = got[i]
		}
		if d.wanted != d.found || i >= min(len(want), len(got)) {
			d.line, d.column = i+1, common([]rune(d.wanted), []rune(d.found))+1
			return d, true
		}
	}
	return difference{}, false
}

// common counts the characters that a and b share at their start.
func common(a, b []rune) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// failure quotes a few characters from the place on.
func (d difference) failure() error {
	from := max(0, d.column-1)
	return failure(CodeReadBack, nil, "line", strconv.Itoa(d.line), "column", strconv.Itoa(d.column),
		"wanted", excerpt(d.wanted, from), "found", excerpt(d.found, from))
}

func excerpt(s string, from int) string {
	const length = 12
	r := []rune(s)
	from = min(from, len(r))
	return string(r[from:min(len(r), from+length)])
}

// unprinted looks for a text of b that does not stand in the lines.
func unprinted(b doc.Bulletin, lines []string) (string, bool) {
	all := dense("\n" + strings.Join(lines, "\n") + "\n")
	for _, value := range values(b) {
		if !strings.Contains(all, dense(value)) {
			return value, true
		}
	}
	return "", false
}

var lineEnds = regexp.MustCompile(`\n+`)

// dense leaves out empty lines, which not every format can show.
func dense(s string) string { return lineEnds.ReplaceAllString(s, "\n") }

// counted is what a bare number must at least stand between, for its figures
// alone may stand in any telephone number.
var counted = map[doc.FieldKey][2]string{
	doc.FieldIssue: {"第", "期"}, doc.FieldTotal: {"第", "期"}, doc.FieldCopies: {"", "份"},
}

// values is every text that b holds; what has a line to itself with its ends.
func values(b doc.Bulletin) []string {
	list := []string{b.Masthead.Date.Chinese()}
	for _, key := range doc.Fields() {
		value, _ := b.Get(doc.Place{Field: key})
		if key != doc.FieldDate && value != "" {
			list = append(list, counted[key][0]+value+counted[key][1])
		}
	}
	for _, a := range b.Articles {
		list = append(list, "\n"+a.Title+"\n", a.Note, a.Source)
		for _, p := range a.Body {
			list = append(list, "\n"+p.Text+"\n")
		}
	}
	return list
}
