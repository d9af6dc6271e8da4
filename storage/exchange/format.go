package exchange

import "io"

// Format names a kind of file.
type Format string

// The formats that Export writes.
const (
	DOCX Format = "docx"
	TXT  Format = "txt"
	PDF  Format = "pdf"
	OFD  Format = "ofd"
	HTML Format = "html"

	// MarkedDOCX is the newest text as changes of an earlier one; it needs
	// Meta.Marked and is not among Formats.
	MarkedDOCX Format = "marked-docx"
)

// Formats lists the formats that Export writes, in the order people are offered them.
func Formats() []Format { return []Format{PDF, OFD, DOCX, HTML, TXT} }

// Paged tells whether a format has the pages that a Layout makes.
func (f Format) Paged() bool { return known[f].paged }

// codec is one format: how it is written, and how it is read again by a path
// that takes nothing from the writer.
type codec struct {
	extension string
	paged     bool
	marked    bool
	write     func(io.Writer, *job) error
	read      func([]byte, Meta) (words, error)
	expect    func(*job) words
	margins   []string // what may stand before a line and is not text
}

// words are what was read from a file, or is to be read from it.
type words struct {
	lines   []string
	headers []string // what belongs to the pages and not to the text
}

var known = map[Format]codec{
	DOCX:       {extension: ".docx", write: writeDOCX, read: readDOCX, expect: expectDOCX},
	TXT:        {extension: ".txt", write: writeTXT, read: readTXT, expect: expectTXT, margins: []string{"　　", "　　　　"}},
	PDF:        {extension: ".pdf", paged: true, write: writePDF, read: readPDF, expect: expectPaged},
	OFD:        {extension: ".ofd", paged: true, write: writeOFD, read: readOFD, expect: expectPaged},
	MarkedDOCX: {extension: "（花脸稿）.docx", marked: true, write: writeMarked, read: readMarked, expect: expectMarked},

	HTML: {extension: ".html", paged: true, write: writeHTML, read: readHTML, expect: expectPaged},
}
