// Package face owns typefaces: which file a role of the page is set in, what
// characters it has, how wide they are and what they look like. It does not
// know pages, and it is given the files; it does not know where the program
// keeps its own.
//
// Fonts and sets may be used by several goroutines at once.
package face

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// GID numbers a glyph within its font.
type GID = font.GID

// Font is one typeface that can be measured and drawn. It is shared and must
// not be changed; equal fonts are one pointer.
type Font struct {
	Name   string // as the name table calls it, the Chinese name if there is one
	File   string // the file it came from, for the export report; never printed
	Index  int    // of the face within a collection
	Face   *font.Face
	Source []byte // the whole file

	names []string // in all languages
	em    float64  // units of the font in one em
}

// ErrBroken says that a file is no font that can be used.
var ErrBroken = errors.New("face: not a usable font file")

// Parse reads the faces of a TrueType, OpenType or collection file, at least
// one. The file is named for reports only; source must not be changed later.
// The error is ErrBroken.
func Parse(file string, source []byte) (fonts []*Font, err error) {
	defer func() {
		if p := recover(); p != nil { // a damaged table can trip the parser
			fonts, err = nil, fmt.Errorf("%w: %s: %v", ErrBroken, file, p)
		}
	}()
	loaders, err := opentype.NewLoaders(bytes.NewReader(source))
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %v", ErrBroken, file, err)
	}
	for i, loader := range loaders {
		f, err := load(loader)
		if err != nil {
			return nil, fmt.Errorf("%w: %s: %v", ErrBroken, file, err)
		}
		f.File, f.Index, f.Source = file, i, source
		fonts = append(fonts, f)
	}
	return fonts, nil
}

func load(loader *opentype.Loader) (*Font, error) {
	parsed, err := font.NewFont(loader)
	if err != nil {
		return nil, err
	}
	f := &Font{Face: font.NewFace(parsed), names: names(loader), em: float64(parsed.Upem())}
	if len(f.names) > 0 {
		f.Name = f.names[0]
	}
	for _, r := range "一a" {
		if g, has := f.Glyph(r); has {
			if _, drawn := f.Outline(g); drawn {
				return f, nil
			}
		}
	}
	return nil, errors.New("no outlines of 一 or a")
}

// Names returns the full names and families of the font in all languages, the
// Chinese ones first.
func (f *Font) Names() []string { return f.names }

// Glyph returns the glyph of a character and whether the font has it.
func (f *Font) Glyph(r rune) (GID, bool) { return f.Face.Cmap.Lookup(r) } // NominalGlyph would share a cache

// Advance returns the width of a glyph in ems.
func (f *Font) Advance(g GID) float64 { return float64(f.Face.HorizontalAdvance(g)) / f.em }

// Em returns how many units of its outlines make one em.
func (f *Font) Em() float64 { return f.em }

// Outline returns the shape of a glyph in units of the font, upwards from the
// baseline; ok is false if it has none, as a blank.
func (f *Font) Outline(g GID) (outline []font.Segment, ok bool) {
	data, ok := f.Face.GlyphDataOutline(tables.GlyphID(g))
	return data.Segments, ok && len(data.Segments) > 0
}
