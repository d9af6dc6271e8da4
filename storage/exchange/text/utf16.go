package text

import (
	"fmt"
	"strings"
	"unicode/utf16"
)

// utf16Order tells the byte order of UTF-16 text without a byte order mark, or
// "" if data is not such text. Line ends, spaces and figures make every second
// byte zero; other encodings have no zero bytes at all.
func utf16Order(data []byte) Encoding {
	if len(data)%2 != 0 {
		return ""
	}
	var zeros [2]int
	for i, b := range data {
		if b == 0 {
			zeros[i%2]++
		}
	}
	order := UTF16LE
	if zeros[0] > zeros[1] {
		order = UTF16BE
	}
	if zeros[0]+zeros[1] == 0 || min(zeros[0], zeros[1])*4 > max(zeros[0], zeros[1]) {
		return ""
	}
	s, bad := decodeUTF16(data, order)
	if bad.count > 0 || !mostlyText(s) {
		return ""
	}
	return order
}

func decodeUTF16(data []byte, order Encoding) (string, damage) {
	var b strings.Builder
	var bad damage
	unit := func(i int) rune {
		if order == UTF16BE {
			return rune(data[i])<<8 | rune(data[i+1])
		}
		return rune(data[i+1])<<8 | rune(data[i])
	}
	for i := 0; i+1 < len(data); i += 2 {
		r := unit(i)
		if !utf16.IsSurrogate(r) {
			b.WriteRune(r)
			continue
		}
		if i+3 < len(data) {
			if pair := utf16.DecodeRune(r, unit(i+2)); pair != '\ufffd' {
				b.WriteRune(pair)
				i += 2
				continue
			}
		}
		bad.add(b.String(), 2)
	}
	if len(data)%2 != 0 {
		bad.add(b.String(), 1)
	}
	return b.String(), bad
}

// mostlyText reports whether four in five characters are such as Chinese text
// has: Han, its punctuation, ASCII, line ends.
func mostlyText(s string) bool {
	known, all := 0, 0
	for _, r := range s {
		all++
		if isHan(r) || isWideMark(r) || r >= ' ' && r < 0x7f || r >= '\t' && r <= '\r' {
			known++
		}
	}
	return known*5 >= all*4
}

func codePoint(r rune) string { return fmt.Sprintf("U+%04X", r) }
