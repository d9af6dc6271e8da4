package face

import (
	"encoding/binary"
	"slices"
	"unicode/utf16"

	"github.com/go-text/typesetting/font/opentype"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// What the name table calls the names we look for, and whose letters they are.
const (
	nameFamily     = 1
	nameFull       = 4
	namePostScript = 6
	nameTypoFamily = 16

	platformUnicode   = 0
	platformMacintosh = 1
	platformMicrosoft = 3

	encodingPRC     = 3 // on Microsoft's platform
	languageChinese = 0x04
)

// record is one entry of a name table.
type record struct {
	platform, encoding, language, id uint16
	text                             []byte
}

// names returns what a font is called, in all languages: full names before
// families, Chinese before others. A damaged table has none.
func names(loader *opentype.Loader) []string {
	table, err := loader.RawTable(opentype.MustNewTag("name"))
	if err != nil {
		return nil
	}
	var chinese, others []string
	for _, id := range []uint16{nameFull, nameTypoFamily, nameFamily, namePostScript} {
		for _, r := range records(table) {
			name, ok := r.string()
			switch {
			case r.id != id || !ok || name == "":
			case r.platform == platformMicrosoft && r.language&0xFF == languageChinese || hasHan(name):
				chinese = appendNew(chinese, name)
			default:
				others = appendNew(others, name)
			}
		}
	}
	return append(chinese, others...)
}

func appendNew(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

func hasHan(s string) bool {
	for _, r := range s {
		if r >= 0x4E00 && r < 0xA000 {
			return true
		}
	}
	return false
}

// records reads a name table as far as it is whole.
func records(table []byte) []record {
	if len(table) < 6 {
		return nil
	}
	count, storage := int(binary.BigEndian.Uint16(table[2:])), int(binary.BigEndian.Uint16(table[4:]))
	var list []record
	for i := range count {
		at := 6 + 12*i
		if at+12 > len(table) {
			break
		}
		field := func(n int) uint16 { return binary.BigEndian.Uint16(table[at+2*n:]) }
		from := storage + int(field(5))
		to := from + int(field(4))
		if to > len(table) {
			continue
		}
		list = append(list, record{field(0), field(1), field(2), field(3), table[from:to]})
	}
	return list
}

// string decodes the name; ok is false where its letters are of a kind that no
// Chinese font uses.
func (r record) string() (name string, ok bool) {
	switch {
	case r.platform == platformMicrosoft && r.encoding == encodingPRC:
		text, err := simplifiedchinese.GBK.NewDecoder().Bytes(r.text)
		return string(text), err == nil
	case r.platform == platformMicrosoft || r.platform == platformUnicode:
		return utf16Text(r.text), true
	case r.platform == platformMacintosh && r.encoding == 0:
		return string(r.text), isASCII(r.text)
	}
	return "", false
}

func utf16Text(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.BigEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

func isASCII(b []byte) bool {
	return !slices.ContainsFunc(b, func(c byte) bool { return c >= 0x80 })
}
