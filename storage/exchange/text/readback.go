package text

import (
	"fmt"
	"strings"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/form"
)

// ReadBack reads a file that Write made, by its layout alone and without any
// repair: what it returns has the TextHash of the bulletin written (see
// Carried), and its numbers as far as printed. The stamp of a draft is left
// out. It returns an *Error: CodeBadBytes, or CodeNotOurs for a file that does
// not have the layout.
func ReadBack(data []byte) (doc.Bulletin, error) {
	encoding, data := detect(data)
	if encoding == "" {
		encoding = GB18030
	}
	s, bad := decodeAs(encoding, data)
	if bad.count > 0 {
		return doc.Bulletin{}, fail(CodeBadBytes, "encoding", encoding, "count", bad.count, "line", bad.line)
	}
	return parse(s)
}

func parse(s string) (doc.Bulletin, error) {
	s = strings.TrimSuffix(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	parts := strings.Split(s, betweenParts)
	if isStamp(parts[0]) {
		parts = parts[1:]
	}
	if len(parts) == 0 {
		return doc.Bulletin{}, fail(CodeNotOurs)
	}
	p := &parser{}
	ok := p.masthead(blocks(parts[0]))
	for i, part := range parts[1:] {
		switch {
		case strings.HasPrefix(part, paragraphMargin):
			ok = ok && p.article(blocks(part))
		case i == len(parts)-2:
			ok = ok && p.imprint(blocks(part))
		default:
			ok = false
		}
	}
	if !ok {
		return doc.Bulletin{}, fail(CodeNotOurs)
	}
	return p.b, nil
}

func isStamp(part string) bool {
	for l := range strings.SplitSeq(part, "\n") {
		if !strings.HasPrefix(l, stampOpen) || !strings.HasSuffix(l, stampClose) {
			return false
		}
	}
	return true
}

// blocks splits a part into its blocks of lines.
func blocks(part string) [][]string {
	var all [][]string
	for b := range strings.SplitSeq(part, betweenBlocks) {
		all = append(all, strings.Split(b, "\n"))
	}
	return all
}

// parser fills a bulletin; its methods report whether the layout is ours.
type parser struct{ b doc.Bulletin }

func (p *parser) masthead(all [][]string) bool {
	if !strings.HasPrefix(all[0][0], titleMargin) {
		p.marks(all[0])
		all = all[1:]
	}
	if len(all) == 0 || len(all) > 2 || !p.series(all[0]) {
		return false
	}
	return len(all) == 1 || p.office(all[1])
}

func (p *parser) marks(lines []string) {
	m := &p.b.Masthead
	for _, l := range lines {
		grade, labelled := strings.CutPrefix(l, form.SecurityLabel)
		copyNumber, copied := strings.CutPrefix(l, form.CopyNumberLabel)
		switch {
		case labelled || startsWithAny(l, form.Grades):
			m.Security = grade
		case copied:
			m.CopyNumber = copyNumber
		default:
			m.Notice = l
		}
	}
}

func startsWithAny(s string, starts []string) bool {
	for _, start := range starts {
		if strings.HasPrefix(s, start) {
			return true
		}
	}
	return false
}

func (p *parser) series(lines []string) bool {
	lines, ok := strip(lines, titleMargin)
	if !ok {
		return false
	}
	m := &p.b.Masthead
	m.Title = lines[0]
	for _, l := range lines[1:] {
		if total, ok := inside(l, "（总第", "期）"); ok {
			m.Number.Total = number(total)
		} else if label, ok := inside(l, "（", "）"); ok {
			m.Label = label
		} else if year, issue, ok := strings.Cut(l, "第"); ok {
			m.Number.Year = number(strings.TrimSuffix(year, "年"))
			m.Number.Issue = number(strings.TrimSuffix(issue, "期"))
		} else {
			return false
		}
	}
	return true
}

func (p *parser) office(lines []string) bool {
	m := &p.b.Masthead
	last := len(lines) - 1
	var d doc.Date
	if _, err := fmt.Sscanf(lines[last], "%d年%d月%d日", &d.Year, &d.Month, &d.Day); err == nil && d.Chinese() == lines[last] {
		m.Date, lines = d, lines[:last]
	}
	if len(lines) == 1 {
		m.Office = lines[0]
	}
	return len(lines) <= 1
}

func (p *parser) article(all [][]string) bool {
	a := doc.NewArticle()
	a.Body = nil
	if _, ok := strings.CutPrefix(all[0][0], paragraphMargin+form.NoteLabel); ok {
		lines, ok := strip(all[0], paragraphMargin)
		a.Note = strings.TrimPrefix(strings.Join(lines, "\n"), form.NoteLabel)
		if all = all[1:]; !ok || len(all) == 0 {
			return false
		}
	}
	title, ok := strip(all[0], titleMargin)
	a.Title = strings.Join(title, "\n")
	for _, block := range all[1:] {
		if source, isSource := inside(block[0], "（", "）"); isSource {
			a.Source = source
			continue
		}
		texts, isBody := strip(block, paragraphMargin)
		for _, text := range texts {
			a.Body = append(a.Body, doc.NewParagraph(text))
		}
		ok = ok && isBody
	}
	p.b.Articles = append(p.b.Articles, a)
	return ok
}

// strip takes the margin off each line, and reports whether each has it.
func strip(lines []string, margin string) ([]string, bool) {
	out := make([]string, len(lines))
	for i, l := range lines {
		var ok bool
		if out[i], ok = strings.CutPrefix(l, margin); !ok {
			return nil, false
		}
	}
	return out, true
}

// inside returns what stands between open and close, if s is just that.
func inside(s, open, close string) (string, bool) {
	s, opened := strings.CutPrefix(s, open)
	s, closed := strings.CutSuffix(s, close)
	return s, opened && closed
}
