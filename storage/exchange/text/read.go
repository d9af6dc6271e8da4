// Package text owns bulletins as plain text files: it recognises the parts of
// a bulletin in text from elsewhere, writes a bulletin as text, and reads its
// own files back exactly. It does not decide whether a repair is right: each
// is listed for a person to confirm. It never drops text it cannot place.
package text

import (
	"cmp"
	"slices"

	"jianbao/editor/doc"
)

// Options say how to read. Without Repair the text of every field and
// paragraph stays as it is in the file; only blank lines, margins, labels and
// the brackets of a label are taken as structure.
type Options struct {
	Repair bool
	Keep   map[string]bool // ids of repairs not to be made
	Full   map[int]bool    // the lines that reach the right margin; nil: told by their length
}

// Result is a file read as a bulletin.
type Result struct {
	Bulletin doc.Bulletin
	Encoding Encoding
	Repairs  []Repair // in the order of the file
	Unplaced []Unplaced
}

// Unplaced is text for which no field was found. It is kept as body text at
// Place.
type Unplaced struct {
	Code  string
	Place doc.Place
	Text  string
	Line  int
}

// The codes of Unplaced.
const (
	UnplacedMasthead = "text.unplaced.masthead" // stood in the masthead
	UnplacedImprint  = "text.unplaced.imprint"  // stood in the imprint
	UnplacedContents = "text.unplaced.contents" // a contents list
	UnplacedPage     = "text.unplaced.page"     // page number, header, ruled line or stamp that was not taken out
	UnplacedLost     = "text.unplaced.lost"     // holds U+FFFD: a character was lost before this file was written
)

var unplacedCodes = []string{UnplacedMasthead, UnplacedImprint, UnplacedContents, UnplacedPage, UnplacedLost}

// Read recognises the parts of a bulletin in a text file. The errors are those
// of Decode and, for too many lines, *Error.
func Read(data []byte, opts Options) (Result, error) {
	s, encoding, err := Decode(data)
	if err != nil {
		return Result{Encoding: encoding}, err
	}
	lines, err := split(s)
	if err != nil {
		return Result{Encoding: encoding}, err
	}
	r := &reader{recorder: recorder{opts: opts, seen: map[string]int{}}}
	r.read(lines)
	slices.SortStableFunc(r.made, func(a, b Repair) int { return cmp.Compare(a.Line, b.Line) })
	return Result{r.b, encoding, r.made, r.unplaced}, nil
}

type reader struct {
	recorder
	b        doc.Bulletin
	unplaced []Unplaced
	above    []stray // for the start of the first article
	below    []stray // for the end of the last
}

// stray is a line or part of one that is kept as body text.
type stray struct {
	line
	code string
}

var nowhere doc.Place

func (r *reader) read(lines []line) {
	lines = r.tidy(lines)
	head := mastheadEnd(lines)
	foot := head + imprintStart(lines[head:])
	r.masthead(lines[:head])
	r.imprint(lines[foot:])
	r.articles(newRegion(lines[head:foot]))
}

// set puts a value into a field that is still empty.
func (r *reader) set(key doc.FieldKey, text string, l line) bool {
	at := doc.Place{Field: key}
	if held, _ := r.b.Get(at); held != "" {
		return false
	}
	return r.b.Set(at, r.clean(text, l.number, at)) == nil
}

func (r *reader) loosen(l line, code string, to *[]stray) { *to = append(*to, stray{l, code}) }
