// Package docx owns the DOCX form of a bulletin: it writes one in the layout of
// an official document, and reads the words of any. It does not decide where a
// file goes or what is done when words differ, and the reader takes nothing
// from the writer, so that what it reads back is a witness.
//
// The layout follows GB/T 9704—2012 by habit, not by duty: the standard does
// not rule bulletins. No promise is made that another program breaks lines and
// pages where ours does.
package docx

import (
	"io"
	"time"
	"unicode/utf8"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/form"
)

// Options are what a file says beside the bulletin.
type Options struct {
	Stamp   string    // on top of every page and of the text; empty for a final text
	Creator string    // the only name in the file's properties; may be empty
	Created time.Time // the zero time leaves it out
}

// Write writes b as a DOCX file. Equal bulletins and options give equal bytes.
// It returns an *Error with CodeRune for text that XML cannot hold, and
// otherwise only what w returns.
func Write(w io.Writer, b doc.Bulletin, opts Options) error {
	lines := form.Lines(b)
	if err := holdable(lines, opts); err != nil {
		return err
	}
	return writePackage(w, documentOf(lines, opts.Stamp), b.Heading(), nil, opts)
}

// writePackage writes all parts; notes may be empty.
func writePackage(w io.Writer, d document, heading string, notes []Note, opts Options) error {
	parts := []part{
		{"docProps/core.xml", typeCore, coreOf(heading, opts)},
		{"docProps/app.xml", typeProperties, extendedProperties{Application: "Jianbao"}},
		{"word/document.xml", typeDocument, d},
		{"word/styles.xml", typeStyles, documentStyles()},
		{"word/settings.xml", typeSettings, documentSettings()},
		{"word/fontTable.xml", typeFonts, documentFonts()},
		{"word/footer1.xml", typeFooter, pageFooter(styleFooterOdd)},
		{"word/footer2.xml", typeFooter, pageFooter(styleFooterEven)},
	}
	if opts.Stamp != "" {
		parts = append(parts, part{"word/header1.xml", typeHeader, pageHeader(opts.Stamp)})
	}
	if len(notes) > 0 {
		parts = append(parts, part{"word/comments.xml", typeComments, commentsOf(notes)},
			part{"word/commentsExtended.xml", typeThreads, threadsOf(notes)})
	}
	front := []part{typesOf(parts), packageRelations(), documentRelations(opts.Stamp != "", len(notes) > 0)}
	return writeParts(w, append(front, parts...))
}

// holdable refuses what encoding/xml would replace without a word.
func holdable(lines []form.Line, opts Options) error {
	texts := []string{opts.Stamp, opts.Creator}
	for _, l := range lines {
		texts = append(texts, l.String())
	}
	for _, s := range texts {
		for i, r := range s {
			if _, size := utf8.DecodeRuneInString(s[i:]); !inXML(r) || r == utf8.RuneError && size == 1 {
				return runeError(s, r)
			}
		}
	}
	return nil
}

// inXML is the Char production of XML 1.0, less the carriage return, which a
// reader of XML may turn into a line feed.
func inXML(r rune) bool {
	return r == '\t' || r == '\n' || r >= ' ' && r <= 0xD7FF || r >= 0xE000 && r <= 0xFFFD || r >= 0x10000 && r <= utf8.MaxRune
}
