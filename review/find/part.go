package find

import (
	"strings"

	"jianbao/editor/doc"
)

// Part is a piece of a text within which a term must stand: a paragraph, a
// title, a line of a field.
type Part struct {
	Field Field
	Place doc.Place // zero for who wrote the text
	Text  string
}

// Parts takes a text apart, in reading order; by is the name of who wrote it.
// Nothing that prints is left out but the number, which Query.Number finds.
func Parts(b doc.Bulletin, by string) []Part {
	var l parts
	l.fields(&b, Other, doc.FieldTitle, doc.FieldLabel, doc.FieldOffice)
	l.add(Other, doc.Place{Field: doc.FieldDate}, b.Masthead.Date.Chinese())
	l.fields(&b, Other, doc.FieldSecurity, doc.FieldNotice, doc.FieldCopyNumber)
	for _, a := range b.Articles {
		l.article(a)
	}
	l.fields(&b, Person, doc.FieldEditor, doc.FieldChecker, doc.FieldCredits)
	l.fields(&b, Other, doc.FieldPhone, doc.FieldFax, doc.FieldEmail, doc.FieldReportTo, doc.FieldCopyTo, doc.FieldSendTo)
	l.add(Person, doc.Place{}, by)
	return l
}

type parts []Part

func (l *parts) add(f Field, at doc.Place, text string) {
	for line := range strings.SplitSeq(text, "\n") {
		if line != "" {
			*l = append(*l, Part{f, at, line})
		}
	}
}

func (l *parts) fields(b *doc.Bulletin, f Field, keys ...doc.FieldKey) {
	for _, key := range keys {
		text, _ := b.Get(doc.Place{Field: key})
		l.add(f, doc.Place{Field: key}, text)
	}
}

// article adds a title as one line: where its author breaks it is no end.
func (l *parts) article(a doc.Article) {
	l.add(Title, doc.Place{Field: doc.FieldArticleTitle, Article: a.ID}, a.TitleLine())
	l.add(Body, doc.Place{Field: doc.FieldArticleNote, Article: a.ID}, a.Note)
	for _, p := range a.Body {
		l.add(Body, doc.Place{Field: doc.FieldArticleBody, Article: a.ID, Paragraph: p.ID}, p.Text)
	}
	l.add(Section, doc.Place{Field: doc.FieldArticleSource, Article: a.ID}, a.Source)
}
