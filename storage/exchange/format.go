package exchange

import (
	"errors"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/docx"
	"jianbao/storage/exchange/text"
)

// Format names a kind of file.
type Format string

// The formats that Export writes.
const (
	DOCX Format = "docx"
	TXT  Format = "txt"
)

// Formats lists the formats that Export writes, in the order people are offered them.
func Formats() []Format { return []Format{DOCX, TXT} }

// codec is one format: how it is written, and how it is read again by a path
// that takes nothing from the writer.
type codec struct {
	extension string
	write     func(io.Writer, doc.Bulletin, Meta) error
	read      func(path string) (words, error)
	stamp     func(stamp string) (line, header string) // how the stamp of a draft is printed
	margins   []string                                 // what may stand before a line and is not text
}

// words are what was read from a file.
type words struct {
	lines   []string
	headers []string // of pages
}

var known = map[Format]codec{
	DOCX: {
		extension: ".docx",
		write:     writeDOCX,
		read:      readDOCX,
		stamp:     func(s string) (line, header string) { return s, s },
	},
	TXT: {
		extension: ".txt",
		write:     writeTXT,
		read:      readTXT,
		stamp:     func(s string) (line, header string) { return "【" + s + "】", "" },
		margins:   []string{"　　", "　　　　"},
	},
}

func writeDOCX(w io.Writer, b doc.Bulletin, meta Meta) error {
	return docx.Write(w, b, docx.Options{Stamp: meta.Stamp, Creator: meta.Creator, Created: meta.Created})
}

func readDOCX(path string) (words, error) {
	f, err := os.Open(path)
	if err != nil {
		return words{}, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return words{}, err
	}
	printed, err := docx.ReadBack(f, info.Size())
	return words{printed.Lines, printed.Headers}, err
}

func writeTXT(w io.Writer, b doc.Bulletin, meta Meta) error {
	var opts text.WriteOptions
	if meta.Stamp != "" {
		opts.Stamp = []string{meta.Stamp}
	}
	return text.Write(w, b, opts)
}

var errNotUTF8 = errors.New("the file is not UTF-8")

// readTXT takes every line that is not empty: an empty one sets parts apart,
// and a line of text always has a margin or a label.
func readTXT(path string) (words, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return words{}, err
	}
	if !utf8.Valid(data) {
		return words{}, errNotUTF8
	}
	var found words
	for line := range strings.SplitSeq(string(data), "\n") {
		if line != "" {
			found.lines = append(found.lines, line)
		}
	}
	return found, nil
}
