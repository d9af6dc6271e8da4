package text

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

const passage = "云州简报\n第3期\n2月21日，会议召开，陈𬀩、王喆出席。\n"

func utf16Bytes(s string, order binary.ByteOrder, bom bool) []byte {
	units := utf16.Encode([]rune(s))
	if bom {
		units = append([]uint16{0xfeff}, units...)
	}
	data := make([]byte, 2*len(units))
	for i, u := range units {
		order.PutUint16(data[2*i:], u)
	}
	return data
}

func gb(t testing.TB, s string) []byte {
	t.Helper()
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestDecode(t *testing.T) {
	tests := []struct {
		name string
		data []byte
		want Encoding
	}{
		{"UTF-8", []byte(passage), UTF8},
		{"UTF-8 with mark", []byte("\xef\xbb\xbf" + passage), UTF8},
		{"UTF-16LE with mark", utf16Bytes(passage, binary.LittleEndian, true), UTF16LE},
		{"UTF-16BE with mark", utf16Bytes(passage, binary.BigEndian, true), UTF16BE},
		{"UTF-16LE", utf16Bytes(passage, binary.LittleEndian, false), UTF16LE},
		{"UTF-16BE", utf16Bytes(passage, binary.BigEndian, false), UTF16BE},
		{"GB18030", gb(t, passage), GB18030},
	}
	for _, test := range tests {
		got, encoding, err := Decode(test.data)
		if err != nil || encoding != test.want || got != passage {
			t.Errorf("%s: %s %q %v", test.name, encoding, got, err)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	text := strings.Repeat(passage, 20)
	noise := make([]byte, 4096)
	for i := range noise {
		noise[i] = byte(i * i >> 3)
	}
	tests := []struct {
		name string
		data []byte
		code string
		args map[string]string
	}{
		{"nothing", nil, CodeEmpty, nil},
		{"only white space", []byte("\xef\xbb\xbf \n　\r\n"), CodeEmpty, nil},
		{"too large", bytes.Repeat([]byte("云"), MaxSize/3+1), CodeTooLarge, map[string]string{"size": "17", "limit": "16"}},
		{"50 MB", make([]byte, 50<<20), CodeTooLarge, map[string]string{"size": "50"}},
		{"noise", noise, CodeBinary, nil},
		{"docx", []byte("PK\x03\x04....."), CodeOtherFormat, map[string]string{"format": "DOCX/WPS/ZIP"}},
		{"pdf", []byte("%PDF-1.7\n"), CodeOtherFormat, map[string]string{"format": "PDF"}},
		{"one NUL", []byte(text + "\x00"), CodeNUL, map[string]string{"count": "1", "line": "61"}},
		{"many NUL", make([]byte, 100), CodeBinary, nil},
		{"a control character", []byte(text + "a\x1bb"), CodeControl, map[string]string{"line": "61", "rune": "U+001B"}},
		{"bad UTF-8", []byte("云州市委召开全市会议\n云\xff州市\n" + text), CodeBadBytes, map[string]string{"encoding": "UTF-8", "count": "1", "line": "2"}},
		{"bad GB18030", append(gb(t, text), 0xff, '\n'), CodeBadBytes, map[string]string{"encoding": "GB18030", "count": "1", "line": "61"}},
		{"lone surrogate", append(utf16Bytes(passage, binary.LittleEndian, true), 0x00, 0xd8), CodeBadBytes, map[string]string{"encoding": "UTF-16LE", "count": "2", "line": "4"}},
		{"odd UTF-16", append(utf16Bytes(passage, binary.BigEndian, true), 0x4e), CodeBadBytes, map[string]string{"count": "1"}},
	}
	for _, test := range tests {
		_, _, err := Decode(test.data)
		e := new(Error)
		if !errors.As(err, &e) || e.Code != test.code {
			t.Errorf("%s: %v", test.name, err)
			continue
		}
		for k, v := range test.args {
			if e.Args[k] != v {
				t.Errorf("%s: %v, want %s=%s", test.name, err, k, v)
			}
		}
	}
}

func TestTooManyLines(t *testing.T) {
	_, err := Read([]byte(strings.Repeat("a\n", MaxLines+1)), Options{})
	if e := new(Error); !errors.As(err, &e) || e.Code != CodeTooLong {
		t.Errorf("%v", err)
	}
}

// TestGB18030CarriesAll takes every code point there and back. Some of private
// use, which have no agreed meaning, are refused.
func TestGB18030CarriesAll(t *testing.T) {
	refused := 0
	for r := rune(1); r <= 0x10ffff; r++ {
		if r >= 0xd800 && r <= 0xdfff {
			continue
		}
		data, err := encodeGB18030(string(r))
		if err != nil && isPrivate(r) {
			refused++
			continue
		}
		if s, bad := decodeGB18030(data); err != nil || bad.count > 0 || s != string(r) {
			t.Fatalf("%U comes back as %q: %v", r, s, err)
		}
	}
	t.Logf("%d characters of private use refused", refused)
}

// FuzzDecode: whatever the bytes, text comes out only if no byte was guessed:
// as many replacement characters as the file itself has.
func FuzzDecode(f *testing.F) {
	f.Add([]byte(passage))
	f.Add(gb(f, passage))
	f.Add(utf16Bytes(passage, binary.LittleEndian, false))
	f.Fuzz(func(t *testing.T, data []byte) {
		s, encoding, err := Decode(data)
		if err != nil {
			return
		}
		own := map[Encoding]string{UTF8: "\xef\xbf\xbd", UTF16LE: "\xfd\xff", UTF16BE: "\xff\xfd", GB18030: replacement}[encoding]
		if n := strings.Count(s, "\ufffd"); n > bytes.Count(data, []byte(own)) {
			t.Errorf("%d replacement characters made up in %q", n, s)
		}
	})
}
