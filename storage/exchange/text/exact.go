package text

import (
	"strings"

	"jianbao/editor/doc"
)

// Exact reads a text file with every character as it stands there: by the
// layout of this program where Write would write the file again as it is, so
// that nothing has to be recognised, and else as Read does without repairs. The
// errors are those of Read.
func Exact(data []byte) (Result, error) {
	if b, ok := ownLayout(data); ok {
		return Result{Bulletin: b, Encoding: UTF8}, nil
	}
	return Read(data, Options{})
}

func ownLayout(data []byte) (doc.Bulletin, bool) {
	b, err := ReadBack(data)
	if err != nil {
		return b, false
	}
	s, _, err := Decode(data)
	var again strings.Builder
	if err != nil || Write(&again, b, WriteOptions{}) != nil {
		return b, false
	}
	return b, strings.TrimSpace(strings.ReplaceAll(s, "\r\n", "\n")) == strings.TrimSpace(again.String())
}
