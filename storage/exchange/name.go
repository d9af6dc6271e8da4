package exchange

import (
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"jianbao/editor/doc"
)

// maxName is what common file systems take for one name, in bytes.
const maxName = 255

// atNoEnd are characters that some systems drop at the ends of a name.
const atNoEnd = " .\u3000"

// BaseName is the name, without extension, that a bulletin is filed under: its
// title, label and numbers, and for a draft its stamp. A bulletin without a
// number goes by its heading.
func BaseName(b doc.Bulletin, stamp string) string {
	parts := []string{oneLine(b.Masthead.Title), oneLine(b.Masthead.Label)}
	n := b.Masthead.Number
	switch {
	case n.Issue > 0 && n.Total > 0:
		parts = append(parts, fmt.Sprintf("第%d期（总第%d期）", n.Issue, n.Total))
	case n.Issue > 0:
		parts = append(parts, fmt.Sprintf("第%d期", n.Issue))
	case n.Total > 0:
		parts = append(parts, fmt.Sprintf("总第%d期", n.Total))
	default:
		parts = append(parts, oneLine(b.Heading()))
	}
	parts = append(parts, strings.ReplaceAll(strings.Join(strings.Fields(stamp), "-"), "·", ""))
	return strings.Join(parts, "")
}

func oneLine(s string) string { return strings.ReplaceAll(s, "\n", "") }

// SafeName makes one file name of any text: what some system takes for a
// separator, a drive, a wildcard or a command becomes "_", characters that
// cannot be seen or that turn the writing direction go, dots and spaces at the
// ends too, and what is longer than a file system takes is cut between two
// characters, before the extension. It is never empty.
func SafeName(name string) string {
	name = strings.ToValidUTF8(name, "_")
	name = strings.Map(safeRune, name)
	name = strings.Trim(name, atNoEnd)
	if name == "" || reserved(name) {
		name = "_" + name
	}
	return fit(name, "")
}

func safeRune(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\u00a0':
		return ' '
	case strings.ContainsRune(`/\:*?"<>|`, r):
		return '_'
	case r == utf8.RuneError, unicode.IsControl(r), unicode.In(r, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Cs):
		return -1
	}
	return r
}

// reserved are the names that are devices on Windows, with any extension.
func reserved(name string) bool {
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	return len(stem) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT")) && stem[3] >= '0' && stem[3] <= '9'
}

// numbered is the nth name tried for a file: "a.txt", "a (2).txt", …
func numbered(name string, n int) string {
	if n == 1 {
		return name
	}
	return fit(name, fmt.Sprintf(" (%d)", n))
}

// fit puts insert before the extension and shortens the stem to make room.
func fit(name, insert string) string {
	ext := filepath.Ext(name)
	if len(ext) > 16 || ext == name {
		ext = ""
	}
	stem := strings.TrimSuffix(name, ext)
	for len(stem)+len(insert)+len(ext) > maxName {
		_, size := utf8.DecodeLastRuneInString(stem)
		stem = strings.TrimRight(stem[:len(stem)-size], atNoEnd)
	}
	return stem + insert + ext
}
