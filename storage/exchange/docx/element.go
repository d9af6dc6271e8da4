package docx

import "encoding/xml"

// The elements of WordprocessingML that a bulletin needs. The order of the
// fields is the order the schema demands; a reader may refuse any other.

const (
	namespaceMain          = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	namespaceRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
)

type value struct {
	Val string `xml:"w:val,attr"`
}

// off turns a property off that is on by default.
var off = &value{"0"}

// present is a property that is on by being there.
type present struct{}

type paragraph struct {
	XMLName xml.Name  `xml:"w:p"`
	Props   paraProps `xml:"w:pPr"`
	Runs    []run     `xml:"w:r"`
	Marked  []any     `xml:",any"` // in the place of Runs: runs, tracked changes, ends of ranges
}

type paraProps struct {
	Style        *value      `xml:"w:pStyle"`
	KeepNext     *present    `xml:"w:keepNext"`
	KeepLines    *present    `xml:"w:keepLines"`
	WidowControl *value      `xml:"w:widowControl"`
	Borders      *paraBorder `xml:"w:pBdr"`
	AutoSpaceDE  *value      `xml:"w:autoSpaceDE"`
	AutoSpaceDN  *value      `xml:"w:autoSpaceDN"`
	SnapToGrid   *value      `xml:"w:snapToGrid"`
	Spacing      *spacing    `xml:"w:spacing"`
	Indent       *indent     `xml:"w:ind"`
	Align        *value      `xml:"w:jc"`
	OutlineLevel *value      `xml:"w:outlineLvl"`
	End          *endProps   `xml:"w:rPr"`
}

// endProps are the properties of the mark that ends a paragraph.
type endProps struct {
	Inserted *tracked `xml:"w:ins"`
	Deleted  *tracked `xml:"w:del"`
}

// tracked says who made a tracked change, and when.
type tracked struct {
	ID     int    `xml:"w:id,attr"`
	Author string `xml:"w:author,attr"`
	Date   string `xml:"w:date,attr,omitempty"`
}

type paraBorder struct {
	Bottom *border `xml:"w:bottom"`
}

// border is a rule; Size is in eighths of a point.
type border struct {
	Val   string `xml:"w:val,attr"`
	Size  int    `xml:"w:sz,attr"`
	Space int    `xml:"w:space,attr"`
	Color string `xml:"w:color,attr"`
}

// spacing is in twips; Rule "exact" makes Line the distance of base lines.
type spacing struct {
	Before int    `xml:"w:before,attr,omitempty"`
	After  int    `xml:"w:after,attr,omitempty"`
	Line   int    `xml:"w:line,attr,omitempty"`
	Rule   string `xml:"w:lineRule,attr,omitempty"`
}

// indent is in twips, and where a reader knows characters, in hundredths of one.
type indent struct {
	LeftChars      int `xml:"w:leftChars,attr,omitempty"`
	Left           int `xml:"w:left,attr,omitempty"`
	RightChars     int `xml:"w:rightChars,attr,omitempty"`
	Right          int `xml:"w:right,attr,omitempty"`
	HangingChars   int `xml:"w:hangingChars,attr,omitempty"`
	Hanging        int `xml:"w:hanging,attr,omitempty"`
	FirstLineChars int `xml:"w:firstLineChars,attr,omitempty"`
	FirstLine      int `xml:"w:firstLine,attr,omitempty"`
}

type run struct {
	Props   *runProps `xml:"w:rPr"`
	Content []any     `xml:",any"`
}

type runProps struct {
	Fonts      *fonts    `xml:"w:rFonts"`
	Color      *value    `xml:"w:color"`
	Spacing    *value    `xml:"w:spacing"`
	Kern       *value    `xml:"w:kern"`
	Size       *value    `xml:"w:sz"`
	SizeScript *value    `xml:"w:szCs"`
	Language   *language `xml:"w:lang"`
}

type fonts struct {
	Hint     string `xml:"w:hint,attr,omitempty"`
	ASCII    string `xml:"w:ascii,attr,omitempty"`
	HighANSI string `xml:"w:hAnsi,attr,omitempty"`
	EastAsia string `xml:"w:eastAsia,attr,omitempty"`
	Complex  string `xml:"w:cs,attr,omitempty"`
}

type language struct {
	Val      string `xml:"w:val,attr"`
	EastAsia string `xml:"w:eastAsia,attr"`
}

// The content of a run.
type (
	text struct {
		XMLName xml.Name `xml:"w:t"`
		Space   string   `xml:"xml:space,attr"`
		Text    string   `xml:",chardata"`
	}
	tab struct {
		XMLName xml.Name `xml:"w:tab"`
	}
	lineBreak struct {
		XMLName xml.Name `xml:"w:br"`
	}
	fieldMark struct {
		XMLName xml.Name `xml:"w:fldChar"`
		Type    string   `xml:"w:fldCharType,attr"`
	}
	fieldCode struct {
		XMLName xml.Name `xml:"w:instrText"`
		Space   string   `xml:"xml:space,attr"`
		Text    string   `xml:",chardata"`
	}
)

type table struct {
	XMLName xml.Name   `xml:"w:tbl"`
	Props   tableProps `xml:"w:tblPr"`
	Columns []width    `xml:"w:tblGrid>w:gridCol"`
	Rows    []row      `xml:"w:tr"`
}

type tableProps struct {
	Float   *float        `xml:"w:tblpPr"`
	Overlap *value        `xml:"w:tblOverlap"`
	Width   cellWidth     `xml:"w:tblW"`
	Borders *tableBorders `xml:"w:tblBorders"`
	Layout  tableLayout   `xml:"w:tblLayout"`
	Margins cellMargins   `xml:"w:tblCellMar"`
}

// float pins a table to a place of the page that text does not move.
type float struct {
	LeftFromText  int    `xml:"w:leftFromText,attr"`
	RightFromText int    `xml:"w:rightFromText,attr"`
	VertAnchor    string `xml:"w:vertAnchor,attr"`
	HorzAnchor    string `xml:"w:horzAnchor,attr"`
	XSpec         string `xml:"w:tblpXSpec,attr"`
	YSpec         string `xml:"w:tblpYSpec,attr"`
}

type width struct {
	W int `xml:"w:w,attr"`
}

type cellWidth struct {
	W    int    `xml:"w:w,attr"`
	Type string `xml:"w:type,attr"`
}

type tableBorders struct {
	Top     *border `xml:"w:top"`
	Bottom  *border `xml:"w:bottom"`
	InsideH *border `xml:"w:insideH"`
}

type tableLayout struct {
	Type string `xml:"w:type,attr"`
}

type cellMargins struct {
	Left  cellWidth `xml:"w:left"`
	Right cellWidth `xml:"w:right"`
}

type row struct {
	CantSplit present  `xml:"w:trPr>w:cantSplit"`
	Inserted  *tracked `xml:"w:trPr>w:ins"`
	Deleted   *tracked `xml:"w:trPr>w:del"`
	Cells     []cell   `xml:"w:tc"`
}

type cell struct {
	Width      cellWidth   `xml:"w:tcPr>w:tcW"`
	Paragraphs []paragraph `xml:"w:p"`
}
