package doc

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// FieldKey names a field of a bulletin in templates, diffs, forms and files.
type FieldKey string

// The fields of masthead and imprint, then those each article has.
const (
	FieldTitle      FieldKey = "masthead.title"
	FieldLabel      FieldKey = "masthead.label"
	FieldIssue      FieldKey = "masthead.issue"
	FieldTotal      FieldKey = "masthead.total"
	FieldOffice     FieldKey = "masthead.office"
	FieldDate       FieldKey = "masthead.date"
	FieldSecurity   FieldKey = "masthead.security"
	FieldNotice     FieldKey = "masthead.notice"
	FieldCopyNumber FieldKey = "masthead.copynumber"

	FieldEditor   FieldKey = "imprint.editor"
	FieldChecker  FieldKey = "imprint.checker"
	FieldCredits  FieldKey = "imprint.credits"
	FieldPhone    FieldKey = "imprint.phone"
	FieldFax      FieldKey = "imprint.fax"
	FieldEmail    FieldKey = "imprint.email"
	FieldReportTo FieldKey = "imprint.reportto"
	FieldCopyTo   FieldKey = "imprint.copyto"
	FieldSendTo   FieldKey = "imprint.sendto"
	FieldCopies   FieldKey = "imprint.copies"

	FieldArticleTitle  FieldKey = "article.title"
	FieldArticleNote   FieldKey = "article.note"
	FieldArticleBody   FieldKey = "article.body"
	FieldArticleSource FieldKey = "article.source"
)

// ErrNoField says that a key or an article does not exist.
var ErrNoField = errors.New("doc: no such field")

// ErrFieldValue says that a value does not fit its field.
var ErrFieldValue = errors.New("doc: value does not fit the field")

type field struct {
	key FieldKey
	get func(*Bulletin) string
	set func(*Bulletin, string) error
}

// fields is the one list of what masthead and imprint hold, in reading order.
var fields = []field{
	text(FieldTitle, func(b *Bulletin) *string { return &b.Masthead.Title }),
	text(FieldLabel, func(b *Bulletin) *string { return &b.Masthead.Label }),
	count(FieldIssue, func(b *Bulletin) *int { return &b.Masthead.Number.Issue }),
	count(FieldTotal, func(b *Bulletin) *int { return &b.Masthead.Number.Total }),
	text(FieldOffice, func(b *Bulletin) *string { return &b.Masthead.Office }),
	{FieldDate, func(b *Bulletin) string { return b.Masthead.Date.String() }, setDate},
	text(FieldSecurity, func(b *Bulletin) *string { return &b.Masthead.Security }),
	text(FieldNotice, func(b *Bulletin) *string { return &b.Masthead.Notice }),
	text(FieldCopyNumber, func(b *Bulletin) *string { return &b.Masthead.CopyNumber }),
	text(FieldEditor, func(b *Bulletin) *string { return &b.Imprint.Editor }),
	text(FieldChecker, func(b *Bulletin) *string { return &b.Imprint.Checker }),
	{FieldCredits, creditLines, setCredits},
	text(FieldPhone, func(b *Bulletin) *string { return &b.Imprint.Phone }),
	text(FieldFax, func(b *Bulletin) *string { return &b.Imprint.Fax }),
	text(FieldEmail, func(b *Bulletin) *string { return &b.Imprint.Email }),
	text(FieldReportTo, func(b *Bulletin) *string { return &b.Imprint.ReportTo }),
	text(FieldCopyTo, func(b *Bulletin) *string { return &b.Imprint.CopyTo }),
	text(FieldSendTo, func(b *Bulletin) *string { return &b.Imprint.SendTo }),
	count(FieldCopies, func(b *Bulletin) *int { return &b.Imprint.Copies }),
}

// Fields lists the keys of masthead and imprint in reading order.
func Fields() []FieldKey {
	keys := make([]FieldKey, len(fields))
	for i, f := range fields {
		keys[i] = f.key
	}
	return keys
}

// ArticleFields lists the keys that each article has, in reading order.
func ArticleFields() []FieldKey {
	return []FieldKey{FieldArticleTitle, FieldArticleNote, FieldArticleBody, FieldArticleSource}
}

// Get returns the value at a field place as text, and whether it exists. A
// number that is not stated is "". The body of an article is its paragraphs
// joined by line ends.
func (b *Bulletin) Get(p Place) (string, bool) {
	if f := lookup(p.Field); f != nil {
		return f.get(b), true
	}
	a := b.Article(p.Article)
	if a == nil {
		return "", false
	}
	switch p.Field {
	case FieldArticleTitle:
		return a.Title, true
	case FieldArticleNote:
		return a.Note, true
	case FieldArticleSource:
		return a.Source, true
	case FieldArticleBody:
		return strings.Join(a.Texts(), "\n"), true
	}
	return "", false
}

// Set writes the value at a field place. It returns ErrNoField or
// ErrFieldValue and then leaves b as it was. Setting a body keeps the ids of
// paragraphs that can be recognised (see Reconcile).
func (b *Bulletin) Set(p Place, value string) error {
	if f := lookup(p.Field); f != nil {
		return f.set(b, value)
	}
	a := b.Article(p.Article)
	if a == nil {
		return fmt.Errorf("%w: article %q", ErrNoField, p.Article)
	}
	switch p.Field {
	case FieldArticleTitle:
		a.Title = value
	case FieldArticleNote:
		a.Note = value
	case FieldArticleSource:
		a.Source = value
	case FieldArticleBody:
		a.Body = Reconcile(a.Body, strings.Split(value, "\n"))
	default:
		return fmt.Errorf("%w: %s", ErrNoField, p.Field)
	}
	return nil
}

func lookup(key FieldKey) *field {
	for i := range fields {
		if fields[i].key == key {
			return &fields[i]
		}
	}
	return nil
}

func text(key FieldKey, at func(*Bulletin) *string) field {
	return field{key,
		func(b *Bulletin) string { return *at(b) },
		func(b *Bulletin, v string) error { *at(b) = v; return nil }}
}

func count(key FieldKey, at func(*Bulletin) *int) field {
	get := func(b *Bulletin) string {
		if *at(b) == 0 {
			return ""
		}
		return strconv.Itoa(*at(b))
	}
	set := func(b *Bulletin, v string) error {
		if v == "" {
			*at(b) = 0
			return nil
		}
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 {
			return fmt.Errorf("%w: %s takes a whole number from 1, not %q", ErrFieldValue, key, v)
		}
		*at(b) = n
		return nil
	}
	return field{key, get, set}
}

func setDate(b *Bulletin, v string) error {
	d, err := ParseDate(v)
	if err != nil {
		return fmt.Errorf("%w: %v", ErrFieldValue, err)
	}
	b.Masthead.Date = d
	return nil
}

// creditLines writes one "label：name" a line.
func creditLines(b *Bulletin) string {
	lines := make([]string, len(b.Imprint.Credits))
	for i, c := range b.Imprint.Credits {
		lines[i] = c.Label + "：" + c.Name
	}
	return strings.Join(lines, "\n")
}

func setCredits(b *Bulletin, v string) error {
	var credits []Credit
	for line := range strings.Lines(v) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" {
			continue
		}
		label, name, ok := strings.Cut(line, "：")
		if !ok {
			return fmt.Errorf("%w: %s takes lines of the form 签发：姓名, not %q", ErrFieldValue, FieldCredits, line)
		}
		credits = append(credits, Credit{label, name})
	}
	b.Imprint.Credits = credits
	return nil
}
