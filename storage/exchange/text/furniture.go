package text

import (
	"regexp"
	"strings"
)

// Furniture is what stands on a page but is not text: page numbers, headers
// repeated on each page, ruled lines, the stamp over a draft.
var (
	pageNumber = regexp.MustCompile(`^(?:[—–－―-]\s*` + figure + `{1,4}\s*[—–－―-]|[—–－―-]{2}\s*` + figure + `{1,4}\s*[—–－―-]{2}|·\s*` + figure + `{1,4}\s*·|第\s*` + figure +
		`{1,4}\s*页(?:[\s，,/]*共\s*` + figure + `{1,4}\s*页)?)$`)
	bareNumber = regexp.MustCompile(`^` + figure + `{1,3}$`)
	ruledLine  = regexp.MustCompile(`^[-—–―─━＿_=＝*＊~～﹍﹏]{3,}$`)
)

// topLines is how many lines of the first page may come back as a header.
const topLines = 6

// tidy takes the furniture out of lines. What may not be taken out, since
// repairs are off or this one is refused, stays among them.
func (r *reader) tidy(lines []line) []line {
	tops := map[string]bool{}
	for _, l := range lines[:min(topLines, len(lines))] {
		if l.runes() <= longestMasthead && !isHeadingOrNumber(l) {
			tops[squeeze(l.text)] = true
		}
	}
	var kept []line
	pageEnded, apart, stamps := false, false, stampLines(lines)
	for i, l := range lines {
		code := furniture(lines, i, pageEnded, tops)
		if i < stamps {
			code = RepairStamp
		}
		pageEnded = code == RepairPageNumber
		if code != "" && r.make(code, l.number, nowhere, l.text, "") {
			apart = apart || l.apart
			continue
		}
		l.apart = l.apart || apart
		apart, l.furniture = false, code != ""
		kept = append(kept, l)
	}
	return kept
}

func isHeadingOrNumber(l line) bool { return l.isHeading() || bareNumber.MatchString(l.text) }

// stampLines returns how many lines at the top are the stamp of a draft.
func stampLines(lines []line) int {
	n := 0
	for n < len(lines) {
		_, ok := inside(lines[n].text, stampOpen, stampClose)
		if ws := words(lines[n].text); !ok || ws[0].mark != nil || isNote(lines[n]) || isContents(lines[n]) {
			break
		}
		n++
	}
	if n < len(lines) && lines[n].apart {
		return n
	}
	return 0
}

// furniture returns the code of the repair that takes line i out, or "".
func furniture(lines []line, i int, pageEnded bool, tops map[string]bool) string {
	l := lines[i]
	pageStarts := l.newPage || pageEnded
	pageStops := i+1 == len(lines) || lines[i+1].newPage
	switch {
	case ruledLine.MatchString(l.text):
		return RepairRule
	case pageNumber.MatchString(l.text), bareNumber.MatchString(l.text) && pageStops && (i+1 < len(lines) || l.newPage):
		return RepairPageNumber
	case pageStarts && i >= topLines && tops[squeeze(l.text)] && !strings.ContainsAny(l.text, "：:"):
		return RepairPageHeader
	}
	return ""
}
