package setup

import (
	"jianbao/assets"
	"jianbao/review/diff"
)

var lexicon = diff.NewLexicon(assets.Lexicon(), "words.txt")

// Comparer compares texts with the lexicon that ships with the program, which
// is read when it is first needed. Everything that shows or decides about the
// same change must use it: without the lexicon the changes are cut otherwise.
func Comparer() diff.Comparer { return diff.Comparer{Lexicon: lexicon} }
