package docx

import "encoding/xml"

// The page, in twips (1/1440 inch): A4 with the type area of GB/T 9704—2012,
// 5.2: 156 mm × 225 mm, 22 lines of 28 characters. The nominal line of 30 pt
// would not fit 22 times, so the pitch is 225 mm / 22 rounded down.
const (
	pageWidth      = 11906
	pageHeight     = 16838
	marginTop      = 2098 // 37 mm
	marginLeft     = 1587 // 28 mm
	marginRight    = pageWidth - marginLeft - textWidth
	marginBottom   = pageHeight - marginTop - textHeight
	textWidth      = 8848  // 156 mm and a hair, so that 28 characters fit
	textHeight     = 12756 // 225 mm
	headerDistance = 851   // 15 mm
	footerDistance = 1236  // 21.8 mm: the page number stands 7 mm below the type area
	linePitch      = 579
	characterWidth = 316 // of body type, 16 pt less its tracking
	smallCharacter = 280 // of 14 pt type
)

type section struct {
	Header     []reference `xml:"w:headerReference"`
	Footer     []reference `xml:"w:footerReference"`
	Size       pageSize    `xml:"w:pgSz"`
	Margins    pageMargins `xml:"w:pgMar"`
	PageNumber pageNumber  `xml:"w:pgNumType"`
	Columns    columns     `xml:"w:cols"`
	Grid       grid        `xml:"w:docGrid"`
}

type reference struct {
	Type string `xml:"w:type,attr"`
	ID   string `xml:"r:id,attr"`
}

type pageSize struct {
	W int `xml:"w:w,attr"`
	H int `xml:"w:h,attr"`
}

type pageMargins struct {
	Top    int `xml:"w:top,attr"`
	Right  int `xml:"w:right,attr"`
	Bottom int `xml:"w:bottom,attr"`
	Left   int `xml:"w:left,attr"`
	Header int `xml:"w:header,attr"`
	Footer int `xml:"w:footer,attr"`
	Gutter int `xml:"w:gutter,attr"`
}

type pageNumber struct {
	Start int `xml:"w:start,attr"`
}

type columns struct {
	Space int `xml:"w:space,attr"`
}

// grid keeps lines, not characters: with a character grid some programs set
// far fewer characters a line than the standard asks for.
type grid struct {
	Type      string `xml:"w:type,attr"`
	LinePitch int    `xml:"w:linePitch,attr"`
}

func pageSection(stamped bool) section {
	s := section{
		Footer: []reference{{"default", idFooterOdd}, {"even", idFooterEven}},
		Size:   pageSize{pageWidth, pageHeight},
		Margins: pageMargins{Top: marginTop, Right: marginRight, Bottom: marginBottom, Left: marginLeft,
			Header: headerDistance, Footer: footerDistance},
		PageNumber: pageNumber{1},
		Grid:       grid{"lines", linePitch},
	}
	if stamped {
		s.Header = []reference{{"default", idHeader}, {"even", idHeader}}
	}
	return s
}

type header struct {
	XMLName    xml.Name    `xml:"w:hdr"`
	Main       string      `xml:"xmlns:w,attr"`
	Paragraphs []paragraph `xml:"w:p"`
}

type footer struct {
	XMLName    xml.Name    `xml:"w:ftr"`
	Main       string      `xml:"xmlns:w,attr"`
	Paragraphs []paragraph `xml:"w:p"`
}

// pageFooter holds "— 1 —", one character in from the outer edge.
func pageFooter(style styleID) footer {
	plain := func(content ...any) run { return run{Content: content} }
	return footer{Main: namespaceMain, Paragraphs: []paragraph{{
		Props: paraProps{Style: &value{string(style)}},
		Runs: []run{
			plain(text{Space: "preserve", Text: "— "}),
			plain(fieldMark{Type: "begin"}),
			plain(fieldCode{Space: "preserve", Text: " PAGE "}),
			plain(fieldMark{Type: "separate"}),
			plain(text{Space: "preserve", Text: "1"}),
			plain(fieldMark{Type: "end"}),
			plain(text{Space: "preserve", Text: " —"}),
		},
	}}}
}

func pageHeader(stamp string) header {
	return header{Main: namespaceMain, Paragraphs: []paragraph{line(styleHeader, stamp)}}
}
