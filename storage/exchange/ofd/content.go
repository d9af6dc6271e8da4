package ofd

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strconv"
	"strings"

	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/plate"
)

// A text object has a name that tells which printed line it is part of, or that
// it belongs to the page alone.
const (
	blockName     = "block-"
	furnitureName = "page-"
)

// Above and below the baseline, in ems, is the room that a line of type gets.
const (
	above = 1.0
	below = 0.4
)

// content is a page.
func (b *book) content(p plate.Page) string {
	var s strings.Builder
	fmt.Fprintf(&s, `<ofd:Page %s>%s<ofd:Content><ofd:Layer ID="%d" Type="Body">`, namespace, sheet("Area", p.Width, p.Height), b.number())
	for _, r := range p.Rules {
		s.WriteString(b.rule(r))
	}
	for i, block := range p.Blocks {
		name := blockName + strconv.Itoa(block.Number)
		if block.Number < 0 {
			name = furnitureName + strconv.Itoa(i)
		}
		for _, strip := range block.Strips {
			if len(strip.Chars) > 0 {
				s.WriteString(b.text(name, strip))
			}
		}
	}
	s.WriteString(`</ofd:Layer></ofd:Content></ofd:Page>`)
	return s.String()
}

func (b *book) rule(r page.Rule) string {
	return fmt.Sprintf(`<ofd:PathObject ID="%d" Boundary="%s %s %s %s" LineWidth="%s">%s<ofd:AbbreviatedData>M 0 %s L %s %s</ofd:AbbreviatedData></ofd:PathObject>`,
		b.number(), number(r.X), number(r.Y-r.Thickness), number(r.Width), number(2*r.Thickness), number(r.Thickness),
		color("StrokeColor", r.Color), number(r.Thickness), number(r.Width), number(r.Thickness))
}

func (b *book) text(name string, s plate.Strip) string {
	em := s.Size.MM()
	first, last := s.Chars[0].X, s.Chars[len(s.Chars)-1].X
	return fmt.Sprintf(`<ofd:TextObject ID="%d" Name="%s" Boundary="%s %s %s %s" Font="%d" Size="%s">%s<ofd:TextCode X="0" Y="%s"%s>%s</ofd:TextCode></ofd:TextObject>`,
		b.number(), name, number(first), number(s.Baseline-above*em), number(last-first+em), number((above+below)*em),
		b.fonts[s.Font], number(em), color("FillColor", s.Color), number(above*em), steps(s.Chars), escaped(s.String()))
}

func color(element string, c page.Color) string {
	return fmt.Sprintf(`<ofd:%s Value="%d %d %d" ColorSpace="%d"/>`, element, c.R, c.G, c.B, colorSpace)
}

// steps are the distances between characters; "g 5 2.1" is five of 2.1. Each is
// taken from where rounding has put the character before.
func steps(chars []plate.Char) string {
	if len(chars) < 2 {
		return ""
	}
	var words []string
	at, same, value := chars[0].X, 0, ""
	flush := func() {
		if same > 2 {
			words = append(words, "g", strconv.Itoa(same), value)
		} else {
			for range same {
				words = append(words, value)
			}
		}
		same = 0
	}
	for _, c := range chars[1:] {
		step := round(c.X - at)
		at += step
		if s := number(step); s != value {
			flush()
			value = s
		}
		same++
	}
	flush()
	return ` DeltaX="` + strings.Join(words, " ") + `"`
}

func round(l page.MM) page.MM {
	const parts = 1000
	if l < 0 {
		return -round(-l)
	}
	return page.MM(int(l*parts+0.5)) / parts
}

func number(l page.MM) string {
	s := strings.TrimRight(strconv.FormatFloat(float64(l), 'f', 3, 64), "0")
	return strings.TrimSuffix(s, ".")
}

func escaped(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s)) // a bytes.Buffer takes everything
	return b.String()
}
