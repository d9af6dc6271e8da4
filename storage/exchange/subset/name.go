package subset

import (
	"unicode/utf16"

	"github.com/go-text/typesetting/font/opentype/tables"
)

// The entries of a name table that are used here.
const (
	nameCopyright   = 0
	nameFamily      = 1
	nameStyle       = 2
	nameUnique      = 3
	nameFull        = 4
	nameVersion     = 5
	namePostScript  = 6
	nameTrademark   = 7
	nameDescription = 10
	nameLicence     = 13
	nameLicenceURL  = 14
)

// names calls the subset by a name of our own, since some licences reserve the
// name of the font for its unchanged form, and keeps what the font says about
// its rights.
func names(from *source, tag string) []byte {
	own := "Jianbao " + tag
	entries := []struct {
		id    tables.NameID
		value string
	}{
		{nameCopyright, from.name.Name(nameCopyright)},
		{nameFamily, own},
		{nameStyle, "Regular"},
		{nameUnique, own + " subset"},
		{nameFull, own},
		{nameVersion, from.name.Name(nameVersion)},
		{namePostScript, "Jianbao-" + tag},
		{nameTrademark, from.name.Name(nameTrademark)},
		{nameDescription, "The characters that one document shows, taken from " + from.name.Name(nameFull)},
		{nameLicence, from.name.Name(nameLicence)},
		{nameLicenceURL, from.name.Name(nameLicenceURL)},
	}
	var records, values []byte
	for _, e := range entries {
		at := len(values)
		for _, unit := range utf16.Encode([]rune(e.value)) {
			values = shorts(values, int(unit))
		}
		records = shorts(records, 3, 1, 0x409, int(e.id), len(values)-at, at) // Windows, Unicode, English
	}
	b := shorts(nil, 0, len(entries), 6+len(records))
	return append(append(b, records...), values...)
}
