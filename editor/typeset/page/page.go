// Package page owns the model of laid-out pages: which glyph of which face
// stands where on which sheet. Preview, PDF, OFD and HTML only draw it, so they
// agree by construction. It makes pages from the printed lines of a bulletin and
// a Profile; it does not know where those lines come from, reads no files and
// draws nothing.
package page

import "jianbao/editor/typeset/face"

// MM is a length on paper in millimetres. Places are counted from the upper
// left corner of the sheet, downwards and to the right.
type MM float64

// Pt is a size of type in points of 1/72 inch.
type Pt float64

// MM returns the size as a length on paper.
func (p Pt) MM() MM { return MM(p) * 25.4 / 72 }

// Color is an opaque colour of ink, by 8-bit sRGB parts. The zero Color is black.
type Color struct{ R, G, B uint8 }

// Document is a bulletin on its sheets.
type Document struct {
	Title   string // for the properties of a file
	Author  string // the issuing office
	Pages   []Page
	Outline []Heading
	Notices []Notice

	// Spare is how many lines of body size are free on the last page, above
	// its imprint.
	Spare int
}

// Page is one side of a sheet.
type Page struct {
	Width, Height MM
	Number        int // as printed at its foot; 0 where none is printed
	Rules         []Rule
	Runs          []Run
}

// Rule is a straight horizontal line of ink; Y is its middle.
type Rule struct {
	X, Y, Width, Thickness MM
	Color                  Color
}

// Run is a stretch of one line of type in one face, size and colour. Runs stand
// in reading order.
type Run struct {
	Font     *face.Font
	Size     Pt
	Color    Color
	Baseline MM
	Glyphs   []Glyph

	// Block numbers the printed line (a title, a paragraph, a field) that the
	// run is part of, from 0 in reading order; -1 for what only the page has:
	// page number, stamp, numbers in the margin. Line numbers the line of type
	// within the block. A reader that joins the lines of a block gets its text.
	Block int
	Line  int
}

// Glyph is one drawn character. X is its origin. Text is what a reader of the
// file gets for it: a cluster, or empty if the glyph before stands for it too.
type Glyph struct {
	ID   face.GID
	X    MM
	Text string
}

// Heading is an entry of the outline: a title and where it stands.
type Heading struct {
	Text  string
	Level int // 0 for the title of an article, 1 and up below it
	Page  int // index into Pages
	Y     MM  // top of the line
}

// Notice says what the pages could not do as the profile asks: a face that was
// replaced, a text that has no room. Code names the sentence people read.
type Notice struct {
	Code string
	Args map[string]string
	Page int // index into Pages; -1 where it concerns the whole document
}
