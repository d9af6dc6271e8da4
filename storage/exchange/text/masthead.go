package text

import (
	"regexp"

	"jianbao/editor/doc"
)

const (
	longestMasthead = 60 // characters in a line of a masthead
	mostMasthead    = 24 // lines in a masthead
	longestOffice   = 24 // characters in the name of an office that nothing else marks
	shortestName    = 6  // characters up to which the last line of a name needs the line above
)

var (
	seriesName = regexp.MustCompile(`(?:简报|快报|信息|动态|通讯|专报|参考|月报|周报|日报|季报|内参|要情|摘报|通报|简讯|交流|导刊)$`)
	officeName = regexp.MustCompile(`(?:办|室|[委协商学工总]会|委员会|理事会|联合会|常委会|委|局|处|科|厅|部|院|社|馆|中心|政府|组|队|站|所|大学|学校|公司|集团|联|街道|镇|乡|区|县|专班)$`)
)

// anchors are the marks that only a masthead has on a line of their own.
func anchors(key doc.FieldKey) bool {
	return key == doc.FieldIssue || key == doc.FieldTotal || key == doc.FieldLabel
}

// mastheadEnd returns how many of the first lines make up the masthead: those
// to the last number or, after one, the last date or office; 0 without one.
func mastheadEnd(lines []line) int {
	end, numbered, dated := 0, false, false
	for i, l := range lines[:min(mostMasthead, len(lines))] {
		if l.runes() > longestMasthead || lastRune(l.text) == '。' || isNote(l) || isContents(l) || numbered && i-end > between(dated) {
			break
		}
		number, day := carries(l)
		switch {
		case l.furniture && numbered && i == end:
			end = i + 1
		case number:
			numbered, end = true, i+1
		case day && (numbered && short(lines[end:i]) || namedAbove(lines[:i+1])):
			numbered, dated, end = true, true, i+1
		case numbered && len(labelsIn(l.text)) > 0:
			end = i + 1
		case numbered && !dated && i == end && isOffice(l) && i+1 < len(lines):
			end = i + 1
		}
		dated = dated || day && end == i+1
	}
	return end
}

// between is how many lines may stand between two marks of a masthead: none
// once number and date are known, for there the first title begins.
func between(dated bool) int {
	if dated {
		return 0
	}
	return 1
}

// short reports whether every line can be the name of an office.
func short(lines []line) bool {
	for _, l := range lines {
		if l.runes() > longestOffice {
			return false
		}
	}
	return true
}

// carries reports whether the line holds a number, and whether it is or ends
// with a date or the name of the office with its label.
func carries(l line) (number, day bool) {
	for _, w := range words(l.text) {
		day = false
		if w.mark == nil {
			continue
		}
		number = number || anchors(w.mark.field)
		day = w.mark.field == doc.FieldDate || w.mark.field == doc.FieldOffice
	}
	return number, day
}

// namedAbove reports whether a line near the top is the name of a series.
func namedAbove(lines []line) bool {
	for _, l := range lines[:min(3, len(lines))] {
		if seriesName.MatchString(l.text) && l.runes() <= longestOffice {
			return true
		}
	}
	return false
}

func isOffice(l line) bool { return l.runes() <= longestOffice && officeName.MatchString(l.text) }

// masthead places the lines of the masthead.
func (r *reader) masthead(lines []line) {
	var above []line // what stands over the number: the name of the series
	numbered := false
	for _, l := range lines {
		if l.furniture {
			r.loosen(l, UnplacedPage, &r.above)
			continue
		}
		if r.labelled(l) {
			continue
		}
		number, day := carries(l)
		numbered = numbered || number
		for _, w := range words(l.text) {
			part := l
			part.text = l.text[w.from:w.to]
			switch {
			case w.mark != nil && w.mark.set(r, w.found, l):
			case w.mark == nil && !day && (!numbered || number):
				above = append(above, part)
			case w.mark == nil && r.set(doc.FieldOffice, part.text, part):
			default:
				r.loosen(part, UnplacedMasthead, &r.above)
			}
		}
	}
	r.seriesTitle(above)
}

// seriesTitle places the lines over the number: the last that ends as names of
// bulletins do is the title, an office in the line above it, or in a draft without
// number below it, is the office, and the rest of a title over two lines is put before it.
func (r *reader) seriesTitle(above []line) {
	at := len(above) - 1
	for i, l := range above {
		if seriesName.MatchString(l.text) {
			at = i
		}
	}
	place := doc.Place{Field: doc.FieldTitle}
	for i, l := range above {
		switch {
		case i == at:
			r.set(doc.FieldTitle, l.text, l)
		case (i == at-1 || i == at+1) && isOffice(l) && r.b.Masthead.Office == "" && r.set(doc.FieldOffice, l.text, l):
		case i == at-1 && !isOffice(l) && above[at].runes() <= shortestName && r.join(RepairTitle, above[at].number, place, l.text, above[at].text):
			above[at].text = l.text + above[at].text
		default:
			r.loosen(l, UnplacedMasthead, &r.above)
		}
	}
}
