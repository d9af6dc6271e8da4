package find

import "strings"

// What ends a sentence, and what may still belong to it.
const (
	ends    = "。！？；!?;"
	closing = "”’」』）)》】〉\"'"
)

// Sentences cuts a paragraph after every end of a sentence. Joined they are the
// paragraph.
func Sentences(paragraph string) []string {
	var all []string
	for paragraph != "" {
		end := len(paragraph)
		if i := strings.IndexAny(paragraph, ends); i >= 0 {
			rest := strings.TrimLeft(paragraph[i:], ends+closing)
			end = len(paragraph) - len(rest)
		}
		all = append(all, paragraph[:end])
		paragraph = paragraph[end:]
	}
	return all
}

// alike tells how much two sentences have in common, from 0 to 1: the share of
// pairs of neighbouring characters that both have.
func alike(a, b string) float64 {
	pairs, common, total := map[[2]rune]int{}, 0, 0
	eachPair(a, func(p [2]rune) { pairs[p]++; total++ })
	eachPair(b, func(p [2]rune) {
		total++
		if pairs[p] > 0 {
			pairs[p]--
			common++
		}
	})
	if total == 0 {
		return 0
	}
	return 2 * float64(common) / float64(total)
}

func eachPair(s string, f func([2]rune)) {
	runes := []rune(Fold(s))
	for i := 1; i < len(runes); i++ {
		f([2]rune{runes[i-1], runes[i]})
	}
}
