package text

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// Encoding is how the characters of a file are written in bytes.
type Encoding string

// The encodings that are read. Only UTF8 and GB18030 are written.
const (
	UTF8    Encoding = "UTF-8"
	UTF16LE Encoding = "UTF-16LE"
	UTF16BE Encoding = "UTF-16BE"
	GB18030 Encoding = "GB18030"
)

// Limits of what is read as one bulletin. A book of 400 pages has 0.6 MB.
const (
	MaxSize  = 16 << 20 // bytes
	MaxLines = 200_000
)

var byteOrderMarks = []struct {
	mark     string
	encoding Encoding
}{
	{"\xef\xbb\xbf", UTF8},
	{"\xff\xfe", UTF16LE},
	{"\xfe\xff", UTF16BE},
}

var otherFormats = []struct{ start, format string }{
	{"PK\x03\x04", "DOCX/WPS/ZIP"},
	{"%PDF-", "PDF"},
	{"\xd0\xcf\x11\xe0", "DOC/WPS"},
	{"{\\rtf", "RTF"},
	{"\x89PNG", "PNG"},
	{"\xff\xd8\xff", "JPEG"},
}

// Decode returns the characters of a text file and the encoding they were
// found in: by its byte order mark, else UTF-8, else UTF-16, else GB18030. It
// never puts a replacement character for what it cannot read: it returns an
// *Error that counts the bad bytes and names the first line that has one.
func Decode(data []byte) (string, Encoding, error) {
	if err := acceptable(data); err != nil {
		return "", "", err
	}
	encoding, data := detect(data)
	if encoding == "" {
		return "", "", fail(CodeBinary)
	}
	s, bad := decodeAs(encoding, data)
	if bad.count > 0 {
		return "", encoding, fail(CodeBadBytes, "encoding", encoding, "count", bad.count, "line", bad.line)
	}
	if err := readable(s); err != nil {
		return "", encoding, err
	}
	return s, encoding, nil
}

func acceptable(data []byte) error {
	const megabyte = 1 << 20
	if len(data) > MaxSize {
		return fail(CodeTooLarge, "size", (len(data)+megabyte-1)/megabyte, "limit", MaxSize/megabyte)
	}
	for _, f := range otherFormats {
		if bytes.HasPrefix(data, []byte(f.start)) {
			return fail(CodeOtherFormat, "format", f.format)
		}
	}
	return nil
}

// detect names the encoding, or "" where no rule fits, and cuts off the byte
// order mark.
func detect(data []byte) (Encoding, []byte) {
	for _, b := range byteOrderMarks {
		if rest, ok := bytes.CutPrefix(data, []byte(b.mark)); ok {
			return b.encoding, rest
		}
	}
	if order := utf16Order(data); order != "" {
		return order, data
	}
	if utf8.Valid(data) || damagedUTF8(data) {
		return UTF8, data
	}
	if plausibleGB18030(data) {
		return GB18030, data
	}
	return "", data
}

// damagedUTF8 reports whether data is UTF-8 in which some bytes are broken:
// for each bad byte there are ten good characters of more than one byte, which
// text in another encoding does not have by chance.
func damagedUTF8(data []byte) bool {
	good, bad := 0, 0
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		switch {
		case r == utf8.RuneError && n == 1:
			bad++
		case n > 1:
			good++
		}
		data = data[n:]
	}
	return good >= 10*bad
}

// damage counts what could not be decoded. Line is 1-based, of the first.
type damage struct{ count, line int }

func (d *damage) add(before string, n int) {
	if d.count == 0 {
		d.line = 1 + strings.Count(before, "\n")
	}
	d.count += n
}

func decodeAs(encoding Encoding, data []byte) (string, damage) {
	switch encoding {
	case UTF8:
		return decodeUTF8(data)
	case GB18030:
		return decodeGB18030(data)
	}
	return decodeUTF16(data, encoding)
}

func decodeUTF8(data []byte) (string, damage) {
	s := string(data)
	var bad damage
	for i, r := range s {
		if r != utf8.RuneError {
			continue
		}
		if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
			bad.add(s[:i], 1)
		}
	}
	return s, bad
}

// readable refuses characters that no bulletin holds. Tab, line feed, vertical
// tab, form feed and carriage return are layout.
func readable(s string) error {
	if strings.TrimSpace(s) == "" {
		return fail(CodeEmpty)
	}
	var nul, control damage
	first := rune(0)
	for i, r := range s {
		switch {
		case r == 0:
			nul.add(s[:i], 1)
		case r < '\t' || r > '\r' && r < ' ' || r == 0x7f:
			if control.count == 0 {
				first = r
			}
			control.add(s[:i], 1)
		}
	}
	switch {
	case (nul.count+control.count)*50 > utf8.RuneCountInString(s):
		return fail(CodeBinary)
	case nul.count > 0:
		return fail(CodeNUL, "count", nul.count, "line", nul.line)
	case control.count > 0:
		return fail(CodeControl, "count", control.count, "line", control.line, "rune", codePoint(first))
	}
	return nil
}
