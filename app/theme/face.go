package theme

import (
	"bytes"
	"fmt"

	"fyne.io/fyne/v2"
	"github.com/go-text/typesetting/font"
)

// Face is one font file that can be drawn with, and that can say which
// characters it has. It may be used by several goroutines.
type Face struct {
	resource fyne.Resource
	font     *font.Font
}

// ParseFace checks that content is one font that Fyne can draw: a TrueType or
// OpenType file, not a collection. Its error names the file.
func ParseFace(name string, content []byte) (*Face, error) {
	parsed, err := font.ParseTTF(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	return &Face{fyne.NewStaticResource(name, content), parsed.Font}, nil
}

// Resource returns the file, for canvas.Text.FontSource.
func (f *Face) Resource() fyne.Resource { return f.resource }

// Covers reports whether the face has a glyph for r.
func (f *Face) Covers(r rune) bool {
	_, ok := f.font.NominalGlyph(r)
	return ok
}
