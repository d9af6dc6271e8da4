package typeset

import "jianbao/editor/doc"

// Ending is why a line ends where it does.
type Ending uint8

// The endings of a line, from the best to the worst. CutsWord: a word or
// number longer than the line was cut where no mark is torn off. CutsMarks: a
// run of marks longer than the line was cut, so that this line may end or the
// next begin with a mark that must not stand there.
const (
	EndsParagraph Ending = iota
	EndsByBreak          // at a line end within the paragraph's text
	Wraps
	CutsWord
	CutsMarks
)

// Turns reports whether the text runs on in the next line, so that one offset
// is both the end of this line and the start of the next.
func (e Ending) Turns() bool { return e >= Wraps }

// Line is one line of a paragraph. The lines of a paragraph cover its text
// without gap or overlap.
type Line struct {
	From, To doc.RuneOffset // To includes blanks and a line end that follow the last character

	Indent Em // from the left edge to the first character, alignment included
	Width  Em // of what is seen, without blanks at the end

	// Gap is added between neighbours of which one is full-width (and after
	// blanks) to fill a justified line.
	Gap Em
	// EndSqueeze is taken from the blank half of the mark that ends the line,
	// Squeeze from that of every other full-width mark.
	EndSqueeze, Squeeze Em

	Ending   Ending
	Overfull bool // a single character is wider than the line has room

	start, end int // the same in bytes; end leaves out a line end
	last       doc.RuneOffset
}

// End returns the offset after the line's last character or blank: To, unless
// the line ends with a line end.
func (l Line) End() doc.RuneOffset { return l.last }

// filled reports whether the line was stretched or squeezed to its full width.
func (l Line) filled() bool { return l.Gap+l.Squeeze+l.EndSqueeze > 0 }

// Cell is where one cluster stands on its line. The caret stands at Left before
// the cluster and at Right after it. The glyph is drawn with its origin at
// Origin, which differs from Left for an opening mark that gave up its blank. On
// a justified line the next cell may begin the line's Gap further right. All are
// distances from the left edge of the text.
type Cell struct {
	From, To            doc.RuneOffset
	Text                string
	Left, Right, Origin Em
}
