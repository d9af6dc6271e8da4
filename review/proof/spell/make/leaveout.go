package main

import (
	"slices"
	"strings"
)

// shingle is how many characters in a row make a line too near to a sentence
// that is held back.
const shingle = 12

// leaveOut returns the lines that are none of the sentences held back and not
// near any of them.
func leaveOut(lines, held []string) []string {
	near := map[string]bool{}
	for _, h := range held {
		for sentence := range strings.SplitSeq(h, "\t") {
			runes := []rune(sentence)
			near[sentence] = true
			for i := 0; i+shingle <= len(runes); i++ {
				near[string(runes[i:i+shingle])] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(lines), func(line string) bool {
		if near[line] {
			return true
		}
		runes := []rune(line)
		for i := 0; i+shingle <= len(runes); i++ {
			if near[string(runes[i:i+shingle])] {
				return true
			}
		}
		return false
	})
}

// holdBack cuts blocks of lines, one in fifty, out of a text.
func holdBack(lines []string) (kept, held []string) {
	const block, every = 200, 50
	for i, line := range lines {
		if i/block%every == every/2 {
			held = append(held, line)
		} else {
			kept = append(kept, line)
		}
	}
	return kept, held
}
