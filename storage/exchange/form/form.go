// Package form owns the words of a bulletin as they are printed: which line
// follows which, and the labels and brackets that stand round a value. It does
// not know how a line looks on a page or in a file; every writer that prints
// these lines prints the same words.
package form

import (
	"strconv"
	"strings"

	"jianbao/editor/doc"
)

// Kind tells what a line is, and so how a writer sets it.
type Kind int

// The kinds, in reading order.
const (
	Security     Kind = iota // 秘密★1年
	Notice                   // 内部资料，注意保存
	CopyNumber               // 编号：000012
	SeriesTitle              // always present, perhaps empty
	Label                    // （增刊）
	Number                   // 第4期
	Total                    // （总第2196期）
	Office                   // 编印单位
	Date                     // 2022年3月3日
	Note                     // 编者按：…, one line for each of its paragraphs
	ArticleTitle             // one line for each line of the title; always present, perhaps empty
	Paragraph                // body text, its rank in Level
	Source                   // （供稿处室）
	Credit                   // 责编：, 核稿：, then the further sign-offs
	Contact                  // 电话：, 传真：, 邮箱：
	Distribution             // 报：, 送：, 发：
	Copies                   // （共印50份）
)

// Line is one printed line before it is broken to a page's width: Label, Text
// and End stand in this order with nothing between them. Text is the value as
// the bulletin holds it.
type Line struct {
	Kind  Kind
	Level doc.Level // of a Paragraph
	Label string    // printed before the value: "责编：", "（总第"
	Text  string
	End   string // printed after the value: "期）"
	Place doc.Place
}

// String is the line as printed.
func (l Line) String() string { return l.Label + l.Text + l.End }

// Lines returns everything that b prints, in reading order. Fields without a
// value have no line, except the titles, which mark where a part begins.
func Lines(b doc.Bulletin) []Line {
	lines := masthead(b.Masthead)
	for _, a := range b.Articles {
		lines = append(lines, article(a)...)
	}
	return append(lines, imprint(b.Imprint)...)
}

func masthead(m doc.Masthead) []Line {
	lines := []Line{
		{Kind: Security, Label: securityLabel(m.Security), Text: m.Security, Place: at(doc.FieldSecurity)},
		{Kind: Notice, Text: m.Notice, Place: at(doc.FieldNotice)},
		{Kind: CopyNumber, Label: CopyNumberLabel, Text: m.CopyNumber, Place: at(doc.FieldCopyNumber)},
		{Kind: SeriesTitle, Text: m.Title, Place: at(doc.FieldTitle)},
		{Kind: Label, Label: "（", Text: m.Label, End: "）", Place: at(doc.FieldLabel)},
		{Kind: Number, Label: numberLabel(m), Text: count(m.Number.Issue), End: "期", Place: at(doc.FieldIssue)},
		{Kind: Total, Label: "（总第", Text: count(m.Number.Total), End: "期）", Place: at(doc.FieldTotal)},
		{Kind: Office, Text: m.Office, Place: at(doc.FieldOffice)},
		{Kind: Date, Text: m.Date.Chinese(), Place: at(doc.FieldDate)},
	}
	return filled(lines)
}

func article(a doc.Article) []Line {
	lines := split(Note, a.Note, doc.Place{Field: doc.FieldArticleNote, Article: a.ID})
	lines[0].Label = NoteLabel
	if a.Note == "" {
		lines = nil
	}
	lines = append(lines, split(ArticleTitle, a.Title, doc.Place{Field: doc.FieldArticleTitle, Article: a.ID})...)
	for _, p := range a.Body {
		lines = append(lines, Line{Kind: Paragraph, Level: p.Level, Text: p.Text,
			Place: doc.Place{Article: a.ID, Paragraph: p.ID}})
	}
	if a.Source != "" {
		lines = append(lines, Line{Kind: Source, Label: "（", Text: a.Source, End: "）",
			Place: doc.Place{Field: doc.FieldArticleSource, Article: a.ID}})
	}
	return lines
}

func imprint(m doc.Imprint) []Line {
	lines := filled([]Line{
		{Kind: Credit, Label: EditorLabel, Text: m.Editor, Place: at(doc.FieldEditor)},
		{Kind: Credit, Label: CheckerLabel, Text: m.Checker, Place: at(doc.FieldChecker)},
	})
	for _, c := range m.Credits {
		lines = append(lines, Line{Kind: Credit, Label: c.Label + "：", Text: c.Name, Place: at(doc.FieldCredits)})
	}
	return append(lines, filled([]Line{
		{Kind: Contact, Label: PhoneLabel, Text: m.Phone, Place: at(doc.FieldPhone)},
		{Kind: Contact, Label: FaxLabel, Text: m.Fax, Place: at(doc.FieldFax)},
		{Kind: Contact, Label: EmailLabel, Text: m.Email, Place: at(doc.FieldEmail)},
		{Kind: Distribution, Label: ReportToLabel, Text: m.ReportTo, Place: at(doc.FieldReportTo)},
		{Kind: Distribution, Label: CopyToLabel, Text: m.CopyTo, Place: at(doc.FieldCopyTo)},
		{Kind: Distribution, Label: SendToLabel, Text: m.SendTo, Place: at(doc.FieldSendTo)},
		{Kind: Copies, Label: "（共印", Text: count(m.Copies), End: "份）", Place: at(doc.FieldCopies)},
	})...)
}

// filled leaves out the lines without a value, but never the series title.
func filled(lines []Line) []Line {
	var kept []Line
	for _, l := range lines {
		if l.Text != "" || l.Kind == SeriesTitle {
			kept = append(kept, l)
		}
	}
	return kept
}

func split(kind Kind, text string, place doc.Place) []Line {
	var lines []Line
	for part := range strings.SplitSeq(text, "\n") {
		lines = append(lines, Line{Kind: kind, Text: part, Place: place})
	}
	return lines
}

func at(key doc.FieldKey) doc.Place { return doc.Place{Field: key} }

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
