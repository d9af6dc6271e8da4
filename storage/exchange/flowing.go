package exchange

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"jianbao/storage/exchange/docx"
	"jianbao/storage/exchange/text"
)

// The formats that leave the breaking of lines to the program that opens them.

func writeDOCX(w io.Writer, j *job) error {
	return docx.Write(w, j.bulletin, docx.Options{Stamp: j.meta.Stamp, Creator: j.meta.Creator, Created: j.meta.Created})
}

func readDOCX(data []byte, _ Meta) (words, error) {
	printed, err := docx.ReadBack(bytes.NewReader(data), int64(len(data)))
	return words{printed.Lines, printed.Headers}, err
}

func expectDOCX(j *job) words {
	if j.meta.Stamp == "" {
		return words{lines: printed(j.bulletin)}
	}
	return words{append([]string{j.meta.Stamp}, printed(j.bulletin)...), []string{j.meta.Stamp}}
}

// TextStyle says how a TXT is written; the zero value is UTF-8 without a byte
// order mark and with line feeds.
type TextStyle struct {
	Encoding text.Encoding // text.UTF8 or text.GB18030; empty means UTF-8
	BOM      bool          // before UTF-8, for old Windows programs
	CRLF     bool
}

const byteOrderMark = "\ufeff"

func writeTXT(w io.Writer, j *job) error {
	style := j.meta.Text
	opts := text.WriteOptions{Encoding: style.Encoding, BOM: style.BOM, CRLF: style.CRLF}
	if j.meta.Stamp != "" {
		opts.Stamp = []string{j.meta.Stamp}
	}
	return text.Write(w, j.bulletin, opts)
}

var (
	errEncoding = errors.New("the file is not in the encoding it was to be written in")
	errMark     = errors.New("the byte order mark is not as asked for")
	errLineEnd  = errors.New("a line does not end as asked for")
)

// readTXT takes every line that is not empty: an empty one sets parts apart,
// and a line of text always has a margin or a label.
func readTXT(data []byte, meta Meta) (words, error) {
	s, err := decoded(data, meta.Text)
	if err != nil {
		return words{}, err
	}
	end := "\n"
	if meta.Text.CRLF {
		end = "\r\n"
	}
	var found words
	for line := range strings.SplitSeq(s, end) {
		if strings.ContainsAny(line, "\r\n") {
			return words{}, errLineEnd
		}
		if line != "" {
			found.lines = append(found.lines, line)
		}
	}
	return found, nil
}

func decoded(data []byte, style TextStyle) (string, error) {
	if style.Encoding == text.GB18030 {
		s, err := simplifiedchinese.GB18030.NewDecoder().String(string(data))
		return s, err
	}
	if !utf8.Valid(data) {
		return "", errEncoding
	}
	s, marked := strings.CutPrefix(string(data), byteOrderMark)
	if marked != style.BOM {
		return "", errMark
	}
	return s, nil
}

func expectTXT(j *job) words {
	if j.meta.Stamp == "" {
		return words{lines: printed(j.bulletin)}
	}
	return words{lines: append([]string{"【" + j.meta.Stamp + "】"}, printed(j.bulletin)...)}
}
