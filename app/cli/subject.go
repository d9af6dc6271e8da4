package cli

import (
	"errors"
	"os"
	"strings"

	"jianbao/app/proofread"
	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/proof"
	"jianbao/storage/exchange/text"
)

// subject is what is proofread: lines, an issue in a file, or a revision of a
// draft.
type subject struct {
	text     proof.Text
	bulletin *doc.Bulletin // nil for lines
	file     *review.File  // of the draft; nil for a file
	revision int           // of the draft
	series   review.Series // whose registers and settings hold; zero for none
	lineEnd  string        // of lines
}

// subject reads a file as it is, line by line; an issue from a file, without
// mending anything; or a revision.
func (c *call) subject(name string) (s subject, err error) {
	info, err := os.Stat(name)
	isFile := err == nil && !info.IsDir()
	switch {
	case c.in.has("plain"):
		s.text, s.lineEnd, err = plainText(name)
	case isFile:
		var read source
		read, err = c.readIssue(name, false)
		s.bulletin, s.text = &read.Bulletin, proof.TextOf(&read.Bulletin)
	default:
		return c.draftSubject(name)
	}
	if err != nil || !c.in.has("db") && !c.in.has("sample") {
		return s, err
	}
	if err := c.openNamed(); err != nil {
		return s, err
	}
	s.series, err = c.seriesOrNone(s.bulletin)
	return s, err
}

// seriesOrNone returns the series that --series names, else the one that the
// masthead names, else the only one there is, else none.
func (c *call) seriesOrNone(b *doc.Bulletin) (review.Series, error) {
	if b == nil {
		b = &doc.Bulletin{}
	}
	s, err := c.seriesFor(*b)
	if err != nil && !c.in.has("series") {
		return review.Series{}, nil
	}
	return s, err
}

func (c *call) draftSubject(name string) (subject, error) {
	if err := c.openNamed(); err != nil {
		return subject{}, err
	}
	f, seq, err := c.file(name)
	if unknown := new(failure); errors.As(err, &unknown) && unknown.code == "cli.draft.unknown" {
		return subject{}, fail(err, "cli.diff.unknown", "name", name)
	}
	if err != nil {
		return subject{}, err
	}
	rev, err := c.desk.Revision(c.ctx, f.Draft.ID, seq)
	return subject{text: proof.TextOf(&rev.Text), bulletin: &rev.Text, file: f, revision: seq, series: f.Series}, err
}

// plainText also tells how the lines end.
func plainText(path string) (proof.Text, string, error) {
	data, err := readFile(path)
	if err != nil || len(data) == 0 {
		return proof.Text{}, "", err
	}
	s, _, err := text.Decode(data)
	end := "\n"
	if strings.Contains(s, "\r\n") {
		end = "\r\n"
	}
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	return proof.LinesOf(lines, doc.Date{}), end, err
}

// checker proofreads with the registers of the database, where one is open.
func (c *call) checker(s subject) (*proof.Checker, error) {
	if c.desk == nil {
		return setup.Checker()
	}
	items, err := c.desk.Registers(c.ctx, s.series.ID)
	if err != nil {
		return nil, err
	}
	return setup.CheckerFor(s.series, items)
}

// standing returns what is found in a text and nobody dismissed.
func (c *call) standing(s subject) ([]proof.Finding, error) {
	checker, err := c.checker(s)
	if err != nil {
		return nil, err
	}
	found, err := checker.Check(c.ctx, s.text)
	if err != nil || s.file == nil {
		return found, err
	}
	dismissed, err := c.desk.Dismissals(c.ctx, s.series.ID)
	open, _ := proofread.Sift(s.text, found, s.file.Draft.ID, dismissed)
	return open, err
}
