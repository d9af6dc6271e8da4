package proof

import (
	"regexp"
	"strings"
)

// noProse are addresses and paths, in which no rule of prose holds.
var noProse = regexp.MustCompile(`(?i)\b(?:https?|ftp)://[!-~]+|\bwww\.[!-~]+|[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|cn|net|org|gov|edu|example)\b(?:/[!-~]*)?|\b[a-z]:\\[^\s，。；]+`)

func masksIn(s string) [][2]int {
	if !strings.ContainsAny(s, ".:@") {
		return nil
	}
	var masks [][2]int
	for _, m := range noProse.FindAllStringIndex(s, -1) {
		masks = append(masks, [2]int{m[0], m[1]})
	}
	return masks
}
