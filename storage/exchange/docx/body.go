package docx

import (
	"encoding/xml"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/form"
)

type document struct {
	XMLName       xml.Name `xml:"w:document"`
	Main          string   `xml:"xmlns:w,attr"`
	Relationships string   `xml:"xmlns:r,attr"`
	Body          body     `xml:"w:body"`
}

type body struct {
	Blocks  []any   `xml:",any"`
	Section section `xml:"w:sectPr"`
}

func documentOf(lines []form.Line, stamp string) document {
	return document{
		Main:          namespaceMain,
		Relationships: namespaceRelationships,
		Body:          body{blocks(lines, stamp), pageSection(stamp != "")},
	}
}

// blocks sets the printed lines: each becomes one paragraph, and where two
// stand side by side or within rules, a paragraph in a table.
func blocks(lines []form.Line, stamp string) []any {
	var out []any
	if stamp != "" {
		out = append(out, line(styleStamp, stamp))
	}
	head, rest := cut(lines, func(k form.Kind) bool { return k <= form.Date })
	middle, foot := cut(rest, func(k form.Kind) bool { return k < form.Distribution })
	out = append(out, masthead(head)...)
	for i, l := range middle {
		out = append(out, set(l, i == 0 || middle[i-1].Kind != l.Kind, i+1 == len(middle) || middle[i+1].Kind != l.Kind))
	}
	if len(foot) > 0 {
		out = append(out, imprint(foot), line(styleEmpty, ""))
	}
	return out
}

// cut splits off the lines at the start whose kind belongs.
func cut(lines []form.Line, belongs func(form.Kind) bool) (head, rest []form.Line) {
	i := slices.IndexFunc(lines, func(l form.Line) bool { return !belongs(l.Kind) })
	if i < 0 {
		i = len(lines)
	}
	return lines[:i], lines[i:]
}

// set is one line between masthead and foot; first and last say where it
// stands among its neighbours of the same kind.
func set(l form.Line, first, last bool) paragraph {
	p := line(styleOf(l), l.String())
	switch {
	case l.Kind == form.ArticleTitle:
		gap := spacing{Line: 660, Rule: "exact"}
		if first {
			gap.Before = 2 * linePitch
		}
		if last {
			gap.After = linePitch
		}
		p.Props.Spacing = &gap
	case l.Kind == form.Credit && first:
		p.Props.Spacing = &spacing{Before: linePitch}
	case l.Kind == form.Paragraph && (l.Level == doc.Level1 || l.Level == doc.Level2):
		runIn(&p, l)
	}
	return p
}

// runIn sets a heading that its paragraph continues in the face of its level,
// and the sentences after it as body text.
func runIn(p *paragraph, l form.Line) {
	at := strings.Index(l.Text, "。") + len("。")
	if at < len("。") || at == len(l.Text) {
		return
	}
	font := fontHei
	if l.Level == doc.Level2 {
		font = fontKai
	}
	head, tail := words(l.Text[:at]), words(l.Text[at:])
	head.Props.Fonts.EastAsia = font
	p.Props.Style = &value{string(styleBody)}
	p.Runs = []run{head, tail}
}

// Sizes of the series' title in points: as wide as the type area if it can.
const (
	minSeries = 26
	maxSeries = 62
)

func masthead(lines []form.Line) []any {
	var out []any
	var office, date []paragraph
	for _, l := range lines {
		p := line(styleOf(l), l.String())
		switch l.Kind {
		case form.SeriesTitle:
			fitSeries(&p, l.Text)
			out = append(out, p)
		case form.Office:
			office = append(office, p)
		case form.Date:
			date = append(date, p)
		default:
			out = append(out, p)
		}
	}
	if len(office)+len(date) > 0 {
		out = append(out, sideBySide(office, date))
	}
	return append(out, line(styleRule, ""))
}

func fitSeries(p *paragraph, title string) {
	const twipsPerPoint = 20
	points := min(maxSeries, max(minSeries, textWidth/twipsPerPoint/max(1, utf8.RuneCountInString(title))))
	size := &value{strconv.Itoa(2 * points)}
	p.Props.Spacing = &spacing{Line: points * twipsPerPoint * 5 / 4, Rule: "exact"}
	for i := range p.Runs {
		p.Runs[i].Props.Size, p.Runs[i].Props.SizeScript = size, size
	}
}

// sideBySide is the line above the red rule: the office left, the day right.
func sideBySide(left, right []paragraph) table {
	const rightWidth = 3400
	return table{
		Props:   fixedTable(cellMargins{cellWidth{0, "dxa"}, cellWidth{0, "dxa"}}),
		Columns: []width{{textWidth - rightWidth}, {rightWidth}},
		Rows:    []row{{Cells: []cell{cellOf(textWidth-rightWidth, left), cellOf(rightWidth, right)}}},
	}
}

// imprint is the table of 报, 送 and 发, which stands at the foot of the page
// on which the text ends: thick rules outside, thin ones within.
func imprint(lines []form.Line) table {
	const thick, thin = 8, 6 // 0.35 mm and 0.25 mm in eighths of a point
	rule := func(size int) *border { return &border{Val: "single", Size: size, Color: "000000"} }
	side := cellWidth{smallCharacter, "dxa"}
	t := table{Props: fixedTable(cellMargins{side, side}), Columns: []width{{textWidth}}}
	t.Props.Float = &float{LeftFromText: 180, RightFromText: 180, VertAnchor: "margin", HorzAnchor: "margin", XSpec: "left", YSpec: "bottom"}
	t.Props.Overlap = &value{"never"}
	t.Props.Borders = &tableBorders{Top: rule(thick), Bottom: rule(thick), InsideH: rule(thin)}
	for _, l := range lines {
		t.Rows = append(t.Rows, row{Cells: []cell{cellOf(textWidth, []paragraph{line(styleOf(l), l.String())})}})
	}
	return t
}

func fixedTable(margins cellMargins) tableProps {
	return tableProps{Width: cellWidth{textWidth, "dxa"}, Layout: tableLayout{"fixed"}, Margins: margins}
}

// cellOf holds the paragraphs, or the empty one that a cell must have.
func cellOf(w int, paragraphs []paragraph) cell {
	if len(paragraphs) == 0 {
		paragraphs = []paragraph{line(styleEmpty, "")}
	}
	return cell{Width: cellWidth{w, "dxa"}, Paragraphs: paragraphs}
}

// line is a paragraph of one run in a style.
func line(style styleID, s string) paragraph {
	p := paragraph{Props: paraProps{Style: &value{string(style)}}}
	if s != "" {
		p.Runs = []run{words(s)}
	}
	return p
}

// words is a run of text. The hint makes readers take the marks that Chinese
// and Latin share, “ ” … —, from the Chinese face.
func words(s string) run {
	r := run{Props: &runProps{Fonts: &fonts{Hint: "eastAsia"}}}
	for s != "" {
		at := strings.IndexAny(s, "\t\n")
		if at < 0 {
			at = len(s)
		}
		if at > 0 {
			r.Content = append(r.Content, text{Space: "preserve", Text: s[:at]})
			s = s[at:]
			continue
		}
		if s[0] == '\t' {
			r.Content = append(r.Content, tab{})
		} else {
			r.Content = append(r.Content, lineBreak{})
		}
		s = s[1:]
	}
	return r
}
