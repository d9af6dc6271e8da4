package proof

import (
	"regexp"
	"strings"

	"jianbao/editor/doc"
)

// proseLength is how many characters a line has at least that a page end cut.
const proseLength = 30

var (
	opening = regexp.MustCompile(`^(?:会议|近日|日前|同时|此外|下一步|今年|去年|目前|为|第[一二三四五六七八九十]|[一二三四五六七八九十]是|首先|其次|再次|最后|截至|[0-9]{4}年)`)
	label   = regexp.MustCompile(`^[（(]|^\p{Han}{1,6}[：:]`)
)

// cuts finds paragraphs that a page end cut in two: prose that breaks off
// within a sentence, and prose that goes on with it.
func cuts(s *sheet) []placed {
	var found []placed
	for i, p := range s.passages {
		if j := s.next(i); j >= 0 && brokenOff(p) && continues(p, s.passages[j]) {
			n := len([]rune(strings.TrimRight(p.Text, " \u3000")))
			found = append(found, placed{i, hit{from: n, to: len(p.runes), joins: true}})
		}
	}
	return found
}

// brokenOff reports whether the passage is prose that ends within a sentence.
func brokenOff(p *passage) bool {
	text := strings.TrimRight(p.Text, " \u3000")
	if len(p.runes) < proseLength || !strings.ContainsAny(text, "，,。") || p.isHeading() {
		return false
	}
	r := lastRune(text)
	return isHan(r) || r == '，' || r == '、' || r == ',' || isDigit(r)
}

func continues(p, next *passage) bool {
	text := next.Text
	indented := firstRune(text) == '\u3000'
	if next.Part != p.Part || indented || !isHan(firstRune(text)) || doc.LevelOf(text) != doc.BodyText {
		return false
	}
	return strings.ContainsAny(text, "，,。") && !opening.MatchString(text) && !label.MatchString(text)
}

// around is how many characters on either side of a blank must stand together
// elsewhere for the blank to be a mistake beyond doubt.
const around = 3

// splits finds blanks between Chinese characters, left by a line end, where
// the same words stand without the blank elsewhere in the text.
func splits(s *sheet) []placed {
	var text strings.Builder
	for _, p := range s.passages {
		text.WriteString(p.Text + "\n")
	}
	all := text.String()
	var found []placed
	for i, p := range s.passages {
		for at := around; at < len(p.runes)-around; at++ {
			if r := p.runes[at]; r != ' ' && r != '\n' || r == '\n' && p.Part == Title {
				continue
			}
			left, right := p.between(at-around, at), p.between(at+1, at+1+around)
			if allHan(left) && allHan(right) && strings.Contains(all, left+right) {
				found = append(found, placed{i, hit{from: at, to: at + 1, fixes: []string{""}}})
			}
		}
	}
	return found
}

// unended finds prose of more than a sentence that ends without a mark and
// does not go on in the next passage.
func unended(s *sheet) []placed {
	var found []placed
	for i, p := range s.passages {
		text := strings.TrimRight(p.Text, " \u3000")
		if !brokenOff(p) || !isHan(lastRune(text)) || !strings.Contains(text, "。") || label.MatchString(text) {
			continue
		}
		if j := s.next(i); j >= 0 && continues(p, s.passages[j]) {
			continue
		}
		n := len([]rune(text))
		found = append(found, placed{i, hit{from: n - 1, to: n, fixes: []string{text[len(text)-len(string(lastRune(text))):] + "。"}}})
	}
	return found
}
