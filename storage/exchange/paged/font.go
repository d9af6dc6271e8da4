package paged

import (
	"bytes"
	"fmt"

	"github.com/go-text/typesetting/font"
)

// Font is a font found in a file, read by a program that did not write it.
type Font struct{ face *font.Face }

// ParseFont reads a font file.
func ParseFont(data []byte) (*Font, error) {
	f, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("paged: font: %w", err)
	}
	return &Font{f}, nil
}

// Has tells whether the font itself says that it can draw char, and with an
// outline that can be read.
func (f *Font) Has(char rune) error {
	glyph, ok := f.face.NominalGlyph(char)
	if !ok {
		return fmt.Errorf("paged: the embedded font has no %q", char)
	}
	if _, ok := f.face.GlyphData(glyph).(font.GlyphOutline); !ok {
		return fmt.Errorf("paged: the embedded font does not draw %q", char)
	}
	return nil
}

// Draws tells whether the font itself says that glyph is char.
func (f *Font) Draws(glyph uint16, char rune) error {
	if err := f.Has(char); err != nil {
		return err
	}
	if own, _ := f.face.NominalGlyph(char); own != font.GID(glyph) {
		return fmt.Errorf("paged: glyph %d is not the one for %q, which is %d", glyph, char, own)
	}
	return nil
}
