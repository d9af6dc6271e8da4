package spell

import (
	"slices"
	"strings"
)

// Beginnings and endings of syllables that many speakers do not tell apart.
var (
	beginnings = [][2]string{{"zh", "z"}, {"ch", "c"}, {"sh", "s"}, {"n", "l"}, {"f", "h"}, {"r", "l"}, {"j", "q"}, {"b", "p"}, {"d", "t"}, {"g", "k"},
		{"zh", "j"}, {"j", "x"}, {"q", "x"}, {"s", "x"}}
	endings = [][2]string{{"ang", "an"}, {"eng", "en"}, {"ing", "in"}, {"uang", "uan"}, {"ong", "eng"}, {"iang", "ian"}, {"iang", "in"},
		{"u", "v"}, {"iu", "iao"}, {"ie", "e"}}
)

// cutSyllable returns the consonant that a syllable begins with, which may be
// none, and the rest.
func cutSyllable(s string) (beginning, ending string) {
	n := strings.IndexAny(s, "aeiouv")
	if n < 0 {
		return "", s
	}
	return s[:n], s[n:]
}

// nearTo returns the syllables that sound nearly like one: with another
// beginning, another ending or both.
func nearTo(s string) []string {
	beginning, ending := cutSyllable(s)
	var near []string
	for _, b := range mates(beginnings, beginning) {
		for _, e := range mates(endings, ending) {
			near = append(near, b+e)
		}
	}
	return near[1:] // the first one is the syllable itself
}

// mates returns a sound and what stands in a group with it.
func mates(groups [][2]string, sound string) []string {
	all := []string{sound}
	for _, g := range groups {
		if i := slices.Index(g[:], sound); i >= 0 {
			all = append(all, g[1-i])
		}
	}
	return all
}
