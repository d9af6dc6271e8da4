package diff

import "strings"

// Class says what a change means to the person who answers for the text. An
// equal hunk has none.
type Class string

// The classes, those that a reader must not miss first.
const (
	ClassNegation     Class = "negation"
	ClassCommitment   Class = "commitment" // how firmly something is promised, ordered or said to be done
	ClassDate         Class = "date"       // date, weekday, time of day
	ClassNumber       Class = "number"     // number, unit, how exact a number is, which way it goes
	ClassPerson       Class = "person"     // a name or a post
	ClassOrganisation Class = "organisation"
	ClassQuotation    Class = "quotation" // what is quoted, a title, the marks of a quotation
	ClassField        Class = "field"     // a field of the masthead, the imprint or an article
	ClassArticle      Class = "article"   // an article added or taken out

	ClassMove        Class = "move"
	ClassParagraph   Class = "paragraph"   // paragraphs split or joined, nothing else
	ClassPunctuation Class = "punctuation" // marks, spaces or the width of characters, nothing else
	ClassWording     Class = "wording"
	ClassLevel       Class = "level" // the heading level of a paragraph, its text apart
)

// IsCritical reports whether every change of the class must be looked at by
// itself. A move may be critical although its class is not: see Hunk.
func (c Class) IsCritical() bool {
	switch c {
	case ClassNegation, ClassCommitment, ClassDate, ClassNumber, ClassPerson, ClassOrganisation, ClassQuotation, ClassField, ClassArticle:
		return true
	}
	return false
}

// passage is a change and the equal text beside it, as far as it helps to
// understand it.
type passage struct {
	before, old, new, after string
	quoted                  bool // stands inside quotation marks
}

// classify says what a change means.
func (r *reader) classify(p passage) Class {
	if strings.Trim(p.old+p.new, "\r\n") == "" {
		return ClassParagraph
	}
	if bareWords(p.old) == bareWords(p.new) {
		return classOfMarks(p.old, p.new)
	}
	if class := r.firstDifference(p); class != "" {
		return class
	}
	if p.quoted || countQuotes(p.old) != countQuotes(p.new) {
		return ClassQuotation
	}
	return ClassWording
}

// classOfMarks tells apart changes that leave every word as it was.
func classOfMarks(old, new string) Class {
	switch {
	case countQuotes(old) != countQuotes(new):
		return ClassQuotation
	case strings.Count(old, "\n") != strings.Count(new, "\n"):
		return ClassParagraph
	}
	return ClassPunctuation
}

const (
	openQuotes  = "“‘「『《〈"
	closeQuotes = "”’」』》〉"
)

func countQuotes(s string) int {
	n := 0
	for _, r := range s {
		if strings.ContainsRune(openQuotes+closeQuotes+`"＂`, r) {
			n++
		}
	}
	return n
}

// quoteReach is how far back, in bytes, an opening quotation mark is looked for.
const quoteReach = 600

// isQuoted reports whether the place at the end of before stands inside
// quotation marks that were opened in the same paragraph.
func isQuoted(before string) bool {
	if len(before) > quoteReach {
		before = before[len(before)-quoteReach:]
	}
	before = before[strings.LastIndexByte(before, '\n')+1:]
	depth := 0
	for _, r := range before {
		switch {
		case strings.ContainsRune(openQuotes, r):
			depth++
		case strings.ContainsRune(closeQuotes, r):
			depth = max(0, depth-1)
		}
	}
	return depth > 0
}
