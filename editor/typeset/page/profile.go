package page

// Profile is how the pages of a series look. Lengths are millimetres, sizes
// points. Default gives one; what a series states of its own replaces parts of
// it.
type Profile struct {
	Sheet    Sheet    `json:"sheet"`
	Masthead Masthead `json:"masthead"`
	Article  Article  `json:"article"`
	Imprint  Imprint  `json:"imprint"`
	Folio    Folio    `json:"folio"`
}

// Sheet is the paper and the grid of lines and characters on it (版心).
type Sheet struct {
	Width    MM  `json:"width"`
	Height   MM  `json:"height"`
	Left     MM  `json:"left"` // of the text from the edge of the paper
	Top      MM  `json:"top"`
	TextWide MM  `json:"textwidth"`
	TextHigh MM  `json:"textheight"`
	Lines    int `json:"lines"`
	Columns  int `json:"columns"` // characters of body size on a line
	Size     Pt  `json:"size"`    // of the body
}

// pitch is the distance from line to line.
func (s Sheet) pitch() MM { return s.TextHigh / MM(s.Lines) }

// cell is what one character of the body takes on a line.
func (s Sheet) cell() MM { return s.TextWide / MM(s.Columns) }

// bottom is the lower edge of the text.
func (s Sheet) bottom() MM { return s.Top + s.TextHigh }

// Masthead (报头) is what stands above the red rule of the first page.
type Masthead struct {
	Red      Color `json:"red"`
	Top      MM    `json:"top"`      // of the name, below the top of the text
	Largest  Pt    `json:"largest"`  // size of the name; it is fitted to the width
	Smallest Pt    `json:"smallest"` // below which it takes two lines
	Space    MM    `json:"space"`    // between name and number
	Joined   bool  `json:"joined"`   // number and total on one line
	Rule     MM    `json:"rule"`     // thickness of the red rule
	RuleGap  MM    `json:"rulegap"`  // above it
}

// Article is how titles and texts follow each other.
type Article struct {
	TitleSize   Pt     `json:"titlesize"`
	Before      int    `json:"before"` // lines from the rule or the text before to a title or note
	After       int    `json:"after"`  // blank lines after a title
	NewPage     bool   `json:"newpage"`
	Contents    string `json:"contents"`    // heading of a list of titles; none if empty
	SourceRight int    `json:"sourceright"` // characters that 供稿 keeps from the right
}

// Imprint (报尾) is what stands at the foot of the last page.
type Imprint struct {
	Size       Pt   `json:"size"`
	Pitch      MM   `json:"pitch"`
	Columns    int  `json:"columns"` // of credits and contacts on a line
	Outer      MM   `json:"outer"`   // thickness of first and last rule
	Inner      MM   `json:"inner"`
	InnerRules bool `json:"innerrules"` // between the lines of who receives it
}

// Folio is the page number.
type Folio struct {
	Size Pt `json:"size"`
	Drop MM `json:"drop"` // from the foot of the text to the dashes
}

// Default returns the usual form: GB/T 9704—2012 for sheet, body and page
// number, and what most offices do for the rest.
func Default() Profile {
	return Profile{
		Sheet: Sheet{Width: 210, Height: 297, Left: 28, Top: 37, TextWide: 156, TextHigh: 225, Lines: 22, Columns: 28, Size: 16},
		Masthead: Masthead{Red: Color{R: 0xE6, G: 0x1E, B: 0x19}, Top: 20, Largest: 60, Smallest: 32,
			Space: 8, Rule: 0.7, RuleGap: 4},
		Article: Article{TitleSize: 22, Before: 2, After: 1, SourceRight: 2},
		Imprint: Imprint{Size: 14, Pitch: 8, Columns: 1, Outer: 0.35, Inner: 0.25},
		Folio:   Folio{Size: 14, Drop: 7},
	}
}
