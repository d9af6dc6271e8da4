package page

import "strings"

// ends are the marks that end a sentence, closers those that may follow them.
const (
	ends    = "。！？!?…"
	closers = "”’）》」』】〕"
)

// sentenceStarts returns the rune offsets at which the sentences of a paragraph
// begin.
func sentenceStarts(text string) []int {
	var starts []int
	n, open := 0, true // open: the next visible character begins a sentence
	ended := false
	for _, r := range text {
		switch {
		case strings.ContainsRune(ends, r):
			ended = true
		case ended && strings.ContainsRune(closers, r):
		case ended:
			ended, open = false, true
		}
		if open && r > ' ' && r != '\u3000' {
			starts, open = append(starts, n), false
		}
		n++
	}
	return starts
}

// headEnd returns how many runes of a heading with text behind it on the same
// line (一、加强领导。各单位要…) are set in the heading's face: its first
// sentence, or all of it.
func headEnd(text string, l look) int {
	if l.head == "" {
		return 0
	}
	n := 0
	for _, r := range text {
		n++
		if strings.ContainsRune("。！？", r) {
			break
		}
	}
	return n
}
