package subset

import (
	"crypto/sha256"
	"encoding/binary"
)

// Tag returns the six capitals that PDF puts before the name of a subset. They
// depend on the font and its glyphs alone.
func (s *Set) Tag() string {
	sum := sha256.New()
	sum.Write([]byte(s.font.Name))
	for _, g := range s.shown {
		var key [8]byte
		binary.BigEndian.PutUint32(key[:], uint32(g.id))
		binary.BigEndian.PutUint32(key[4:], uint32(g.char))
		sum.Write(key[:])
	}
	tag := sum.Sum(nil)[:6]
	for i := range tag {
		tag[i] = 'A' + tag[i]%26
	}
	return string(tag)
}

// PostScriptName returns the name by which formats call the font: ASCII
// without spaces, never empty.
func (s *Set) PostScriptName() string {
	source, err := openSource(s.font)
	if err != nil {
		return fallbackName
	}
	return source.postScriptName()
}

const fallbackName = "Font"
