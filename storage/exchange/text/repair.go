package text

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"jianbao/editor/doc"
)

// Repair is one change made to the text of the file. ID is the same each time
// the same file is read, so that a repair can be refused (Options.Keep).
// Before and After are the value of the field or paragraph piece that changed;
// of lines put together, the words on both sides of the cut; After is empty
// for a line left out, which has no Place.
type Repair struct {
	ID     string
	Code   string
	Place  doc.Place
	Before string
	After  string
	Line   int // in the file, 1-based
}

// The codes of Repair.
const (
	RepairDigitSpace = "text.repair.digitspace" // spaces between figures and Han taken out
	RepairHanSpace   = "text.repair.hanspace"   // spaces inside a title or name taken out
	RepairHalfWidth  = "text.repair.halfwidth"  // half-width marks beside Han made full-width
	RepairTitle      = "text.repair.title"      // lines of a title put together
	RepairPageCut    = "text.repair.pagecut"    // a paragraph cut by a page end put together
	RepairLineCut    = "text.repair.linecut"    // lines of a paragraph or list put together
	RepairPageNumber = "text.repair.pagenumber" // a page number left out
	RepairPageHeader = "text.repair.pageheader" // a page header left out
	RepairRule       = "text.repair.rule"       // a ruled line left out
	RepairStamp      = "text.repair.stamp"      // the stamp of a draft left out
	RepairLabel      = "text.repair.label"      // a label replaced by the one this program prints
)

var repairCodes = []string{RepairDigitSpace, RepairHanSpace, RepairHalfWidth, RepairTitle, RepairPageCut,
	RepairLineCut, RepairPageNumber, RepairPageHeader, RepairRule, RepairStamp, RepairLabel}

// recorder decides which repairs are made, and remembers those.
type recorder struct {
	opts Options
	seen map[string]int
	made []Repair
}

// make records a repair and reports whether it is to be made.
func (r *recorder) make(code string, number int, at doc.Place, before, after string) bool {
	if !r.opts.Repair {
		return false
	}
	id := strings.TrimPrefix(code, "text.repair.") + "@" + strconv.Itoa(number)
	if r.seen[id]++; r.seen[id] > 1 {
		id += "." + strconv.Itoa(r.seen[id])
	}
	if r.opts.Keep[id] {
		return false
	}
	r.made = append(r.made, Repair{id, code, at, before, after, number})
	return true
}

// cleaners are the repairs inside one value, in the order they are made.
var cleaners = []struct {
	code string
	fix  func(string) string
	in   func(doc.FieldKey) bool
}{
	{RepairDigitSpace, closeDigits, func(doc.FieldKey) bool { return true }},
	{RepairHanSpace, closeHan, isName},
	{RepairHalfWidth, widen, func(doc.FieldKey) bool { return true }},
}

// isName reports whether a field holds a title or name, in which a space
// between two Han is an accident or mere layout.
func isName(key doc.FieldKey) bool {
	switch key {
	case doc.FieldTitle, doc.FieldArticleTitle, doc.FieldEditor, doc.FieldChecker, doc.FieldArticleSource:
		return true
	}
	return false
}

// clean returns the value repaired.
func (r *recorder) clean(value string, number int, at doc.Place) string {
	for _, c := range cleaners {
		if !c.in(at.Field) {
			continue
		}
		if fixed := c.fix(value); fixed != value && r.make(c.code, number, at, value, fixed) {
			value = fixed
		}
	}
	return value
}

// aroundCut is what people are shown of a cut: some words on either side.
const aroundCut = 16

// join records that two pieces are put together, and reports whether they are.
func (r *recorder) join(code string, number int, at doc.Place, left, right string) bool {
	left, right = tail(left), head(right)
	return r.make(code, number, at, left+"\n"+right, left+right)
}

func head(s string) string {
	n := 0
	for i := range s {
		if n++; n > aroundCut {
			return s[:i]
		}
	}
	return s
}

func tail(s string) string {
	i := len(s)
	for n := 0; n < aroundCut && i > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:]
}

// OfPages reports whether the repair only undoes what pages did to the text.
func (r Repair) OfPages() bool {
	switch r.Code {
	case RepairTitle, RepairPageCut, RepairLineCut, RepairPageNumber, RepairPageHeader, RepairRule, RepairStamp:
		return true
	}
	return false
}
