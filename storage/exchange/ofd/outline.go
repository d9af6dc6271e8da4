package ofd

import (
	"fmt"
	"strings"

	"jianbao/editor/typeset/page"
)

// outline lists the headings, each inside the one above it.
func (b *book) outline() string {
	if len(b.plate.Outline) == 0 {
		return ""
	}
	var s strings.Builder
	var open []int // the levels of the elements that are not closed yet
	closeFrom := func(level int) {
		for len(open) > 0 && open[len(open)-1] >= level {
			s.WriteString("</ofd:OutlineElem>")
			open = open[:len(open)-1]
		}
	}
	s.WriteString("<ofd:Outlines>")
	for _, h := range b.plate.Outline {
		if h.Page < 0 || h.Page >= len(b.pages) {
			continue
		}
		closeFrom(h.Level)
		s.WriteString(b.heading(h))
		open = append(open, h.Level)
	}
	closeFrom(0)
	s.WriteString("</ofd:Outlines>")
	return s.String()
}

// heading is an element that is left open.
func (b *book) heading(h page.Heading) string {
	return fmt.Sprintf(`<ofd:OutlineElem Title="%s"><ofd:Actions><ofd:Action Event="CLICK"><ofd:Goto><ofd:Dest Type="XYZ" PageID="%d" Left="0" Top="%s" Zoom="1"/></ofd:Goto></ofd:Action></ofd:Actions>`,
		escaped(h.Text), b.pages[h.Page], number(h.Y))
}
