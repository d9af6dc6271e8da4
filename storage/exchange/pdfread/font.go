package pdfread

import (
	"encoding/binary"
	"unicode/utf16"
	"unicode/utf8"

	"jianbao/storage/exchange/paged"
)

// textFont tells what the codes of a font mean, and that its glyphs agree.
type textFont struct {
	chars    map[uint16]rune
	embedded *paged.Font
	checked  map[uint16]bool
}

func (f *file) openFont(d dict) (*textFont, error) {
	descendants := f.list(d["DescendantFonts"])
	if d["Subtype"] != name("Type0") || d["Encoding"] != name("Identity-H") || len(descendants) != 1 {
		return nil, foreign("a font %v", d["BaseFont"])
	}
	descendant := f.dict(descendants[0])
	if descendant["CIDToGIDMap"] != name("Identity") {
		return nil, foreign("the glyphs of %v", d["BaseFont"])
	}
	program, err := f.stream(f.dict(descendant["FontDescriptor"])["FontFile2"])
	if err != nil {
		return nil, err
	}
	unicode, err := f.stream(d["ToUnicode"])
	if err != nil {
		return nil, err
	}
	t := &textFont{checked: map[uint16]bool{}}
	if t.embedded, err = paged.ParseFont(program); err != nil {
		return nil, err
	}
	t.chars, err = readUnicode(unicode)
	return t, err
}

// readUnicode reads the pairs of a ToUnicode map.
func readUnicode(data []byte) (map[uint16]rune, error) {
	chars := map[uint16]rune{}
	l := &lexer{data: data}
	inside := false
	for l.more() {
		v, err := l.value(0)
		if err != nil {
			return nil, err
		}
		switch v {
		case operator("beginbfchar"):
			inside = true
			continue
		case operator("endbfchar"):
			inside = false
		case operator("beginbfrange"):
			return nil, foreign("ranges of characters")
		}
		if !inside {
			continue
		}
		to, err := l.value(0)
		if err != nil {
			return nil, err
		}
		code, char, ok := pair(v, to)
		if _, twice := chars[code]; !ok || twice {
			return nil, foreign("a character for %v", v)
		}
		chars[code] = char
	}
	return chars, nil
}

func pair(from, to any) (code uint16, char rune, ok bool) {
	f, isF := from.(text)
	t, isT := to.(text)
	if !isF || !isT || len(f) != 2 || len(t)%2 != 0 {
		return 0, 0, false
	}
	var units []uint16
	for i := 0; i < len(t); i += 2 {
		units = append(units, binary.BigEndian.Uint16([]byte(t[i:])))
	}
	chars := utf16.Decode(units)
	if len(chars) != 1 || chars[0] == utf8.RuneError && units[0] != utf8.RuneError {
		return 0, 0, false
	}
	return binary.BigEndian.Uint16([]byte(f)), chars[0], true
}

// decode returns the characters that the codes of s stand for.
func (t *textFont) decode(s text) (string, error) {
	if len(s)%2 != 0 {
		return "", foreign("half a code")
	}
	chars := make([]rune, 0, len(s)/2)
	for ; len(s) > 0; s = s[2:] {
		code := uint16(s[0])<<8 | uint16(s[1])
		char, ok := t.chars[code]
		if !ok {
			return "", foreign("code %d has no character", code)
		}
		if !t.checked[code] {
			if err := t.embedded.Draws(code, char); err != nil {
				return "", err
			}
			t.checked[code] = true
		}
		chars = append(chars, char)
	}
	return string(chars), nil
}
