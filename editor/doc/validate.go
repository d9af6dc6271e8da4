package doc

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Problem is something wrong with a bulletin, and where. Code is stable and
// names the sentence people read; Args fill its placeholders.
type Problem struct {
	Code  string            `json:"code"`
	Place Place             `json:"place"`
	Args  map[string]string `json:"args,omitempty"`
}

// The codes of Validate.
const (
	CodeInvalidUTF8   = "doc.text.utf8"
	CodeControl       = "doc.text.control"
	CodeLineEnd       = "doc.paragraph.lineend"
	CodeNoSuchDay     = "doc.date.nosuchday"
	CodeNegative      = "doc.number.negative"
	CodeNoArticle     = "doc.article.none"
	CodeDuplicateID   = "doc.id.duplicate"
	CodeUnknownLevel  = "doc.paragraph.level"
	CodeCreditNoLabel = "doc.credit.nolabel"
)

// Codes lists every code of this package, so that the message catalogue can be
// checked for completeness.
func Codes() []string {
	return []string{CodeInvalidUTF8, CodeControl, CodeLineEnd, CodeNoSuchDay, CodeNegative,
		CodeNoArticle, CodeDuplicateID, CodeUnknownLevel, CodeCreditNoLabel}
}

// Validate returns what keeps b from being stored and signed: text that no
// file could carry unchanged, days that do not exist, ids used twice. An empty
// field is not a problem here; what a series requires is its template's say.
func (b Bulletin) Validate() []Problem {
	v := validator{seen: map[string]bool{}}
	for _, key := range Fields() {
		p := Place{Field: key}
		value, _ := b.Get(p)
		v.text(p, value, key == FieldCredits)
	}
	v.numbers(b)
	if len(b.Articles) == 0 {
		v.add(CodeNoArticle, Place{})
	}
	for _, a := range b.Articles {
		v.article(a)
	}
	for _, c := range b.Imprint.Credits {
		if c.Label == "" || strings.ContainsAny(c.Label+c.Name, "\n") || strings.Contains(c.Label, "：") {
			v.add(CodeCreditNoLabel, Place{Field: FieldCredits}, "name", c.Name)
		}
	}
	return v.problems
}

type validator struct {
	problems []Problem
	seen     map[string]bool
}

func (v *validator) add(code string, p Place, args ...string) {
	problem := Problem{Code: code, Place: p}
	for i := 0; i+1 < len(args); i += 2 {
		if problem.Args == nil {
			problem.Args = map[string]string{}
		}
		problem.Args[args[i]] = args[i+1]
	}
	v.problems = append(v.problems, problem)
}

func (v *validator) numbers(b Bulletin) {
	if !b.Masthead.Date.Valid() {
		v.add(CodeNoSuchDay, Place{Field: FieldDate}, "date", b.Masthead.Date.String())
	}
	n := b.Masthead.Number
	v.count(FieldIssue, min(n.Issue, n.Year))
	v.count(FieldTotal, n.Total)
	v.count(FieldCopies, b.Imprint.Copies)
}

func (v *validator) count(key FieldKey, value int) {
	if value < 0 {
		v.add(CodeNegative, Place{Field: key}, "value", strconv.Itoa(value))
	}
}

func (v *validator) article(a Article) {
	v.id(string(a.ID), Place{Article: a.ID})
	v.text(Place{Field: FieldArticleTitle, Article: a.ID}, a.Title, true)
	v.text(Place{Field: FieldArticleNote, Article: a.ID}, a.Note, true)
	v.text(Place{Field: FieldArticleSource, Article: a.ID}, a.Source, false)
	for _, p := range a.Body {
		at := Place{Article: a.ID, Paragraph: p.ID}
		v.id(string(p.ID), at)
		v.text(at, p.Text, false)
		if p.Level < BodyText || p.Level > Level4 {
			v.add(CodeUnknownLevel, at, "level", strconv.Itoa(int(p.Level)))
		}
	}
}

func (v *validator) id(id string, at Place) {
	if !utf8.ValidString(id) {
		v.add(CodeInvalidUTF8, at)
	}
	if id == "" || v.seen[id] {
		v.add(CodeDuplicateID, at, "id", id)
	}
	v.seen[id] = true
}

func (v *validator) text(at Place, s string, lines bool) {
	if !utf8.ValidString(s) {
		v.add(CodeInvalidUTF8, at)
		return
	}
	for i, r := range s {
		switch {
		case r == '\n' && lines:
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			v.add(CodeLineEnd, at)
			return
		case r < ' ' && r != '\t' || r == 0x7f:
			v.add(CodeControl, at, "rune", strconv.QuoteRuneToASCII(r), "at", strconv.Itoa(utf8.RuneCountInString(s[:i])))
			return
		}
	}
}
