package cli

import (
	"strings"

	"golang.org/x/text/width"

	"jianbao/app/i18n"
)

// result is what a command found: it is the value that --json writes, and it
// can print itself in words.
type result interface{ print(*page) }

// page collects what a result prints.
type page struct {
	words *i18n.Catalogue
	strings.Builder
}

// say prints the sentence for key on a line of its own.
func (p *page) say(key string, pairs ...any) { p.line(p.words.T(key, pairs...)) }

func (p *page) line(s string) {
	p.WriteString(s)
	p.WriteByte('\n')
}

// item prints one line of a list.
func (p *page) item(s string) { p.line("  - " + s) }

// columns prints rows with each column as wide as its widest cell; a Chinese
// character takes two cells.
func (p *page) columns(rows [][]string) {
	widths := map[int]int{}
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], cells(cell))
		}
	}
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString(cell + strings.Repeat(" ", widths[i]-cells(cell)+2))
		}
		p.line(strings.TrimRight(line.String(), " "))
	}
}

func cells(s string) int {
	n := 0
	for _, r := range s {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
