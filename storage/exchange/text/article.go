package text

import (
	"regexp"
	"strings"
)

const (
	longestTitle     = 60 // characters in the first line of a title
	longestTitleLine = 40 // characters in each further line
	mostTitleLines   = 4
	longestSource    = 40
	bodyIndent       = 4 // columns: two wide spaces
)

var (
	noteLabel     = regexp.MustCompile(`^(?:[【〔［\[（(]` + gap + `(编者按|编者的话|按语|按)` + gap + `[】〕］\]）)]` + gap + `[:：]?|(编者按|编者的话|按语|编` + gap + `者` + gap + `按|按)` + colon + `)` + gap)
	contentsLabel = regexp.MustCompile(`^[【〔［\[]?` + gap + `(?:目` + gap + `录|要` + gap + `目|本期(?:要目|目录|导读|看点|内容))` + gap + `[】〕］\]]?` + gap + `[:：]?$`)
	sourceLabel   = regexp.MustCompile(`^(?:供` + gap + `稿(?:单位|部门|处室)?|来稿单位|报送单位)` + colon)
	notSource     = regexp.MustCompile(`^(?:此件|此文|本文|完|略|附|续|注|见|接|下转|上接|详见|按|` + numeral + `$)|[。，；：:]|\d{4}年`)
	docNumber     = regexp.MustCompile(`^\p{Han}{1,12}[〔\[（(]\d{4}[〕\]）)]\d+号$`)
	chapter       = regexp.MustCompile(`^` + figure + `+(?:[.．]` + figure + `+)*[\s.．、]`)
	entryTail     = regexp.MustCompile(`[\s.…·．]*[（(]?` + figure + `*[）)]?$`)
	entryHead     = regexp.MustCompile(`^(?:[·●▲★◆■○◇*-]|` + figure + `+[.．、]|` + hanZi + `+、|[（(]` + numeral + `[）)])\s*`)
)

func isNote(l line) bool     { return noteLabel.MatchString(l.text) }
func isContents(l line) bool { return contentsLabel.MatchString(l.text) }

// region is the part of the file between masthead and imprint.
type region struct {
	lines    []line
	indented bool     // its paragraphs begin with two wide spaces
	spaced   bool     // a blank line stands between all its lines
	width    int      // characters in its longest line
	entries  []string // titles named in its contents list, squeezed
}

func newRegion(lines []line) *region {
	g := &region{lines: lines, spaced: len(lines) > 3}
	indented := 0
	for i, l := range lines {
		if l.indent == bodyIndent && (l.runes() >= 15 || finished(l.text)) {
			indented++
		}
		g.spaced = g.spaced && (i == 0 || l.apart)
		g.width = max(g.width, l.runes())
	}
	g.indented = indented > 0
	return g
}

func (g *region) isBody(l line) bool { return g.indented && l.indent == bodyIndent }

// isTitle reports whether line i can be the first line of a title.
func (g *region) isTitle(i int) bool {
	if i >= len(g.lines) {
		return false
	}
	l := g.lines[i]
	_, bracketed := l.inBrackets()
	return !l.furniture && l.runes() <= longestTitle && !g.isBody(l) && !l.isHeading() && !bracketed && !isNote(l) && !isContents(l) &&
		!strings.ContainsAny(l.text, "。；;") && !strings.ContainsRune("：:，,、！!…", lastRune(l.text)) && !docNumber.MatchString(l.text)
}

// titleEnd returns where the title beginning at line i ends.
func (g *region) titleEnd(i int) int {
	end := i + 1
	for end < len(g.lines)-1 && end-i < mostTitleLines && g.isTitle(end) && g.continues(g.lines[end]) {
		end++
	}
	return end
}

func (g *region) continues(l line) bool {
	if strings.HasPrefix(l.text, "——") {
		return true
	}
	return (!l.apart || g.spaced) && l.runes() <= longestTitleLine && !strings.ContainsAny(l.text, "，,") && !isIssuer(l)
}

// source returns the section named in line i, if the line ends an article.
func (g *region) source(i int) (string, bool) {
	l := g.lines[i]
	inner, bracketed := l.inBrackets()
	if !bracketed {
		inner = l.text
	}
	labelled := sourceLabel.FindString(inner)
	name := strings.TrimSpace(strings.TrimSuffix(inner[len(labelled):], "供稿"))
	if l.runes() > longestSource || name == "" || labelled == "" && (!bracketed || notSource.MatchString(name)) {
		return "", false
	}
	ends := i+1 == len(g.lines) || g.isTitle(i+1) || isNote(g.lines[i+1])
	return name, ends
}

// isEntry reports whether line i begins an article named in the contents list;
// the chapters of a long document are named there too, but numbered.
func (g *region) isEntry(i int) bool {
	return g.isNamed(i) && !chapter.MatchString(g.lines[i].text)
}

func (g *region) isNamed(i int) bool {
	text := squeeze(g.lines[i].text)
	if len(text) < len("一二三四") || !g.isTitle(i) {
		return false
	}
	for _, e := range g.entries {
		if strings.HasPrefix(e, text) {
			return true
		}
	}
	return false
}

// contentsEnd returns where the contents list whose label is line i ends, and
// remembers its entries.
func (g *region) contentsEnd(i int) int {
	end := i + 1
	for ; end < len(g.lines); end++ {
		l := g.lines[end]
		if isNote(l) || g.isBody(l) && finished(l.text) || lastRune(l.text) == '。' || g.isNamed(end) || end > i+1 && l.apart && !g.spaced {
			break
		}
		text := entryHead.ReplaceAllString(l.text, "")
		g.entries = append(g.entries, squeeze(entryTail.ReplaceAllString(text, "")))
	}
	return end
}
