// Package html owns laid-out pages as one HTML file: every line of type is an
// element with text that can be searched and copied, drawn glyph by glyph where
// the page has it, in fonts that lie in the file. It writes such a file and
// reads it again to see what it says. It does not lay out pages, and does not
// read the HTML of other programs.
package html

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"html"
	"io"
	"math"
	"strconv"
	"strings"
	"time"

	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/plate"
)

// Options are the properties of the file that the pages do not say.
type Options struct {
	Created time.Time // zero leaves it out
}

// style is what all pages look like; the fonts and the size of the sheet follow.
const style = `
body{margin:0;background:#808080}
svg{display:block;margin:5mm auto;background:#fff}
text{white-space:pre;font-kerning:none;font-variant-ligatures:none}
@media print{body{background:none}svg{margin:0;break-after:page}}
`

// Write writes d as HTML. Equal documents and options are equal bytes.
func Write(w io.Writer, d page.Document, opts Options) error {
	p, err := plate.Make(d)
	if err != nil {
		return err
	}
	b := &book{plate: p, out: bufio.NewWriter(w)}
	b.printf("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<title>%s</title>\n", html.EscapeString(p.Title))
	b.meta("author", p.Author)
	b.meta("generator", "Jianbao")
	if !opts.Created.IsZero() {
		b.meta("date", opts.Created.UTC().Format(time.RFC3339))
	}
	if err := b.style(); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	b.printf("</head>\n<body>\n")
	for _, p := range p.Pages {
		b.page(p)
	}
	b.printf("</body>\n</html>\n")
	return b.out.Flush()
}

// book is a document on its way into a file.
type book struct {
	plate *plate.Plate
	out   *bufio.Writer // keeps the first error until Flush
}

func (b *book) printf(format string, args ...any) { fmt.Fprintf(b.out, format, args...) }

func (b *book) meta(name, content string) {
	if content != "" {
		b.printf("<meta name=\"%s\" content=\"%s\">\n", name, html.EscapeString(content))
	}
}

func (b *book) style() error {
	b.printf("<style>%s", style)
	if len(b.plate.Pages) > 0 {
		b.printf("@page{size:%smm %smm;margin:0}\n", number(b.plate.Pages[0].Width), number(b.plate.Pages[0].Height))
	}
	for i, s := range b.plate.Fonts {
		data, err := s.File()
		if err != nil {
			return err
		}
		b.printf(".f%d{font-family:f%d}\n@font-face{font-family:f%d;src:url(data:font/ttf;base64,%s)}\n",
			i, i, i, base64.StdEncoding.EncodeToString(data))
	}
	b.printf("</style>\n")
	return nil
}

// page draws in hundredths of a millimetre: whole numbers are exact enough.
func (b *book) page(p plate.Page) {
	b.printf("<svg width=\"%smm\" height=\"%smm\" viewBox=\"0 0 %d %d\">\n", number(p.Width), number(p.Height), units(p.Width), units(p.Height))
	for _, r := range p.Rules {
		b.printf("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\"/>\n",
			units(r.X), units(r.Y-r.Thickness/2), units(r.Width), units(r.Thickness), color(r.Color))
	}
	for _, block := range p.Blocks {
		b.block(block)
	}
	b.printf("</svg>\n")
}

// block writes an element for each line of type.
func (b *book) block(block plate.Block) {
	for i, s := range block.Strips {
		if i == 0 || s.Baseline != block.Strips[i-1].Baseline {
			if i > 0 {
				b.printf("</text>\n")
			}
			b.printf("<text%s y=\"%d\">", attribute(block.Number), units(s.Baseline))
		}
		b.strip(s)
	}
	b.printf("</text>\n")
}

func attribute(block int) string {
	if block < 0 {
		return ""
	}
	return fmt.Sprintf(" data-block=\"%d\"", block)
}

// strip places every character. Programs differ on how many places a character
// beyond U+FFFF takes in the list, so such a one ends its element.
func (b *book) strip(s plate.Strip) {
	const lastNarrow = 0xFFFF
	from := 0
	for i, c := range s.Chars {
		if c.Rune > lastNarrow || i == len(s.Chars)-1 {
			b.span(s, s.Chars[from:i+1])
			from = i + 1
		}
	}
}

func (b *book) span(s plate.Strip, chars []plate.Char) {
	places := make([]string, len(chars))
	for i, c := range chars {
		places[i] = strconv.Itoa(units(c.X))
	}
	b.printf("<tspan class=\"f%d\" font-size=\"%d\" fill=\"%s\" x=\"%s\">%s</tspan>",
		s.Font, units(s.Size.MM()), color(s.Color), strings.Join(places, " "), html.EscapeString(plate.Strip{Chars: chars}.String()))
}

func units(l page.MM) int { return int(math.Round(float64(l) * 100)) }

func number(l page.MM) string { return strconv.FormatFloat(float64(l), 'f', -1, 64) }

func color(c page.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
