// Package worddoc owns the reading of the files that Word wrote before 2007,
// .doc, and of those that WPS writes like it, .wps: their characters, and
// nothing else of them. What a tracked change took away cannot be told from the
// text, which is why people are warned.
package worddoc

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
)

// The codes of Error.
const (
	CodeNotDoc    = "exchange.worddoc.notdoc"    // a compound file, but none of Word
	CodeDamaged   = "exchange.worddoc.damaged"   // cut off, or broken
	CodeEncrypted = "exchange.worddoc.encrypted" // protected by a password
	CodeOld       = "exchange.worddoc.old"       // older than Word 97
	CodeTooLarge  = "exchange.worddoc.toolarge"  // more than is read as one bulletin
)

// Codes lists every code of this package.
func Codes() []string {
	return []string{CodeNotDoc, CodeDamaged, CodeEncrypted, CodeOld, CodeTooLarge}
}

// Error says why a file cannot be read. Code is stable and names the sentence
// people read.
type Error struct {
	Code string
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("worddoc: %s: %v", e.Code, e.Err) }

func (e *Error) Unwrap() error { return e.Err }

// Message returns the code of the sentence people read and its arguments.
func (e *Error) Message() (string, map[string]string) { return e.Code, nil }

var errCut = errors.New("the file ends before its text does")

func damaged(err error) error { return &Error{CodeDamaged, err} }

const maxStream = 32 << 20 // bytes that are read of one stream

// Is reports whether data begins as a compound file does.
func Is(data []byte) bool { return bytes.HasPrefix(data, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) }

// Text returns the characters of the body, of its notes and of its text boxes.
// Paragraphs, rows of a table and line breaks end lines; a page break is a form
// feed, the cells of a row have a tab between them.
func Text(data []byte) (string, error) {
	streams, err := open(data)
	if err != nil {
		return "", err
	}
	if streams["EncryptedPackage"] != nil {
		return "", &Error{Code: CodeEncrypted}
	}
	main := streams["WordDocument"]
	if main == nil {
		return "", &Error{Code: CodeNotDoc}
	}
	h, err := readHead(main)
	if err != nil {
		return "", err
	}
	pieces, err := h.pieces(streams[h.table])
	if err != nil {
		return "", err
	}
	s, err := join(main, pieces)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	for _, part := range h.parts {
		out.WriteString(plain(s[min(part.from, len(s)):min(part.to, len(s))]))
	}
	return out.String(), nil
}

// wanted are the streams that are read; the others hold no text.
var wanted = map[string]bool{"WordDocument": true, "0Table": true, "1Table": true, "EncryptedPackage": true}

func open(data []byte) (streams map[string][]byte, err error) {
	defer func() {
		if broken := recover(); broken != nil { // of the library, on a file made to break it
			err = damaged(fmt.Errorf("%v", broken))
		}
	}()
	file, err := mscfb.New(bytes.NewReader(data))
	if err != nil {
		return nil, damaged(err)
	}
	streams = map[string][]byte{}
	for entry, err := file.Next(); err != io.EOF; entry, err = file.Next() {
		if err != nil {
			return nil, damaged(err)
		}
		if !wanted[entry.Name] || len(entry.Path) > 0 || streams[entry.Name] != nil {
			continue
		}
		if entry.Size > maxStream {
			return nil, &Error{Code: CodeTooLarge}
		}
		content, err := io.ReadAll(io.LimitReader(entry, maxStream))
		if err != nil {
			return nil, damaged(err)
		}
		streams[entry.Name] = content
	}
	return streams, nil
}

// span is characters of the whole text, counted in units of UTF-16.
type span struct{ from, to int }

// head is what the beginning of the main stream says.
type head struct {
	table       string // the stream with the pieces
	clx, clxLen uint32 // where in it
	parts       []span // of the text, those that people read
}

// Where the head says what, in bytes from the beginning of the main stream.
const (
	atMagic    = 0x00
	atVersion  = 0x02
	atFlags    = 0x0A
	atCounts   = 0x4C
	atClx      = 0x1A2
	headLength = 0x1AA
)

func readHead(main []byte) (head, error) {
	if len(main) < headLength {
		return head{}, damaged(errCut)
	}
	const magic, word97, encrypted, second = 0xA5EC, 0xC1, 0x0100, 0x0200
	flags := binary.LittleEndian.Uint16(main[atFlags:])
	switch {
	case binary.LittleEndian.Uint16(main[atMagic:]) != magic:
		return head{}, &Error{Code: CodeNotDoc}
	case flags&encrypted != 0:
		return head{}, &Error{Code: CodeEncrypted}
	case binary.LittleEndian.Uint16(main[atVersion:]) < word97:
		return head{}, &Error{Code: CodeOld}
	}
	h := head{table: "0Table", clx: binary.LittleEndian.Uint32(main[atClx:]), clxLen: binary.LittleEndian.Uint32(main[atClx+4:])}
	if flags&second != 0 {
		h.table = "1Table"
	}
	at := 0
	for _, seen := range []bool{true, true, false, false, false, true, true} { // body, footnotes, headers, macros, remarks, endnotes, boxes
		length := int(binary.LittleEndian.Uint32(main[atCounts+4*len(h.parts):]))
		part := span{at, at + length}
		if at += length; !seen {
			part.to = part.from
		}
		h.parts = append(h.parts, part)
	}
	return h, nil
}
