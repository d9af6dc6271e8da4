package subset

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"

	"jianbao/editor/typeset/face"
)

// source gives the tables of the file that a font came from, and its names.
type source struct {
	loader *opentype.Loader
	name   tables.Name
}

func openSource(f *face.Font) (*source, error) {
	loaders, err := opentype.NewLoaders(bytes.NewReader(f.Source))
	if err != nil {
		return nil, err
	}
	if f.Index < 0 || f.Index >= len(loaders) {
		return nil, fmt.Errorf("no face %d in a file of %d", f.Index, len(loaders))
	}
	s := &source{loader: loaders[f.Index]}
	if raw := s.table("name"); raw != nil {
		s.name, _, err = tables.ParseName(raw)
	}
	return s, err
}

// table returns nil for a table that is not there.
func (s *source) table(tag string) []byte {
	raw, err := s.loader.RawTable(opentype.MustNewTag(tag))
	if err != nil {
		return nil
	}
	return raw
}

func (s *source) postScriptName() string {
	clean := strings.Map(func(r rune) rune {
		if r <= ' ' || r > '~' || strings.ContainsRune("[](){}<>/%#", r) {
			return -1
		}
		return r
	}, s.name.Name(6))
	if clean == "" {
		return fallbackName
	}
	return clean
}
