// Package assets owns the files compiled into the program: fonts, icons,
// translations, series templates, samples, proofreading rules, the lexicon and
// the model of the speller. It does not interpret them: the
// app package hands each set down to whoever reads it.
package assets

import (
	"embed"
	"io/fs"
)

//go:embed fonts/*.ttf fonts/*.txt
//go:embed icons/*.svg icons/*.png
//go:embed translations/*.json
//go:embed all:series
//go:embed all:samples
//go:embed lexicon/*.txt
//go:embed rules/*.json
//go:embed spell/*.bin spell/*.txt
var files embed.FS

// Fonts returns the Noto subsets and their licences, by file name. 仿宋 is not
// among them: its licence asks that it stay a file of its own.
func Fonts() fs.FS { return folder("fonts") }

// Icons returns the monochrome SVG icons of the screens and the program's own
// icon, by file name.
func Icons() fs.FS { return folder("icons") }

// Translations returns the catalogues of sentences, AREA.LANGUAGE.json.
func Translations() fs.FS { return folder("translations") }

// Series returns the built-in series templates, one JSON file each.
func Series() fs.FS { return folder("series") }

// Samples returns the sample issues that ship with the program.
func Samples() fs.FS { return folder("samples") }

// Lexicon returns the list of Chinese words, words.txt, and its licences.
func Lexicon() fs.FS { return folder("lexicon") }

// Rules returns the packs of proofreading rules, one JSON file each.
func Rules() fs.FS { return folder("rules") }

// Spell returns the model of the speller, its table of characters, its judge,
// and their licences.
func Spell() fs.FS { return folder("spell") }

// Icon returns the program's own icon, a PNG of 512×512 pixels.
func Icon() []byte {
	png, err := files.ReadFile("icons/jianbao.png")
	if err != nil {
		panic(err) // the embed pattern above makes this impossible
	}
	return png
}

func folder(name string) fs.FS {
	sub, err := fs.Sub(files, name)
	if err != nil {
		panic(err) // only a malformed name fails
	}
	return sub
}
