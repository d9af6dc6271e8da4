//go:build e2e

package apptest

import (
	"path/filepath"
	"strings"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

// page is a person before the page of one issue, as journeys about writing begin.
type page struct {
	*Journey
	database string
	draft    review.DraftID
}

// openPage opens an office whose drafter sits before an issue with so many characters in its body, the caret
// in the middle of it.
func openPage(t *testing.T, characters int) page {
	t.Helper()
	home := t.TempDir()
	p := page{database: filepath.Join(home, "office.db")}
	p.draft = draftOf(t, p.database, characters)
	program := jianbao(p.database)
	program.Env = []string{"HOME=" + home}
	p.Journey = Start(t, program)
	p.sit("李知远")
	p.ClickNamed("article.1.body")
	return p
}

// draftOf makes the one draft that waits for the drafter.
func draftOf(t *testing.T, path string, characters int) review.DraftID {
	o, program := openOffice(t, path)
	defer program.Close()
	drafts, err := o.desk.List(o.ctx, review.DraftFilter{})
	o.must(err)
	rev, err := o.desk.Revision(o.ctx, drafts[0].ID, 1)
	o.must(err)
	_, err = o.desk.Withdraw(o.ctx, o.actors[0], drafts[0].ID, "另起一份")
	o.must(err)
	text := rev.Text.Clone()
	text.Masthead.Number = doc.Number{}
	text.Articles = text.Articles[:1]
	text.Articles[0].Body = essay(characters)
	f, err := o.desk.Create(o.ctx, o.actors[0], drafts[0].Series, text, review.CauseNew, "")
	o.must(err)
	return f.Draft.ID
}

// essay is a body of so many characters in paragraphs of 300.
func essay(characters int) []doc.Paragraph {
	const long = 300
	sentence := []rune("今年以来聚焦群众反映的突出问题，全面梳理堵点难点，")
	var body []doc.Paragraph
	for left := characters; left > 0; left -= long {
		text := strings.Repeat(string(sentence), long/len(sentence)+1)
		body = append(body, doc.NewParagraph(string([]rune(text)[:min(left, long)])))
	}
	return body
}

// kept returns the body that the store holds as the drafter's unsaved copy.
func (p page) kept(t *testing.T) string {
	t.Helper()
	o, program := openOffice(t, p.database)
	defer program.Close()
	f, err := o.desk.Open(o.ctx, o.actors[0], p.draft)
	o.must(err)
	mine := f.Working(o.actors[0].Person().ID)
	if mine == nil {
		return ""
	}
	return bodyOf(mine.Text)
}

// bodyOf returns the body of the first article, "\n" between paragraphs.
func bodyOf(b doc.Bulletin) string {
	var lines []string
	for _, p := range b.Articles[0].Body {
		lines = append(lines, p.Text)
	}
	return strings.Join(lines, "\n")
}
