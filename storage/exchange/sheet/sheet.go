// Package sheet owns the way of a bulletin onto pages: its printed lines as the
// blocks that the page engine lays, and the properties of the document made of
// them. How a page looks is the affair of the engine and its profile.
package sheet

import (
	"jianbao/editor/doc"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/form"
)

// kinds says what a printed line is for the page.
var kinds = map[form.Kind]page.Kind{
	form.Security:     page.Security,
	form.Notice:       page.Advice,
	form.CopyNumber:   page.CopyNumber,
	form.SeriesTitle:  page.Name,
	form.Label:        page.Label,
	form.Number:       page.Number,
	form.Total:        page.Total,
	form.Office:       page.Office,
	form.Date:         page.Date,
	form.Note:         page.Note,
	form.ArticleTitle: page.Title,
	form.Paragraph:    page.Body,
	form.Source:       page.Source,
	form.Credit:       page.Credit,
	form.Contact:      page.Contact,
	form.Distribution: page.Distribution,
	form.Copies:       page.Copies,
}

// Blocks returns the printed lines as blocks, one for one and in their order, so
// that the block of a run numbers a line of form.Lines.
func Blocks(lines []form.Line) []page.Block {
	blocks := make([]page.Block, len(lines))
	for i, l := range lines {
		blocks[i] = page.Block{Kind: kinds[l.Kind], Level: int(l.Level), Label: l.Label, Text: l.Text, End: l.End}
	}
	return blocks
}

// Options returns the properties of a bulletin's document: its name and number,
// and its office.
func Options(b doc.Bulletin) page.Options {
	title := b.Masthead.Title
	for _, l := range form.Lines(b) {
		if l.Kind == form.Number || l.Kind == form.Total {
			title += l.String()
		}
	}
	return page.Options{Title: title, Author: b.Masthead.Office}
}
