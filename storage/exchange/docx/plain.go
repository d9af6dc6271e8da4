package docx

import (
	"bytes"
	"strings"
)

// Is reports whether data begins as a DOCX file does, so that it is no text.
func Is(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// Plain returns the text of a DOCX file, each paragraph on a line of its own.
// The errors are those of Text.
func Plain(data []byte) (string, error) {
	paragraphs, err := Text(bytes.NewReader(data), int64(len(data)))
	lines := make([]string, len(paragraphs))
	for i, p := range paragraphs {
		lines[i] = p.Text
	}
	return strings.Join(lines, "\n"), err
}
