// Package printed owns a bulletin as it prints, on the screen: every line that a
// file would hold, to be read and copied. It changes nothing and knows no file.
package printed

import (
	"fyne.io/fyne/v2"

	"jianbao/app/element"
	"jianbao/app/paper"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/storage/exchange/form"
)

// The sheet, in Fyne's units.
const (
	textWidth = 532 // 33 characters of the body
	side      = 60
	above     = 52
	below     = 60
)

// Most is how many lines a page shows: more than any bulletin has, and no more
// than can be set in a moment.
const Most = 600

// Left returns how many lines of b a page does not show.
func Left(b doc.Bulletin) int { return max(0, len(form.Lines(b))-Most) }

// Page shows a bulletin, up to Most lines; a stamp, if there is one, stands above
// it in red.
func Page(faces paper.Faces, b doc.Bulletin, stamp string) fyne.CanvasObject {
	s := setter{faces: faces, body: element.FlowWide(textWidth, 0)}
	if stamp != "" {
		t := element.NewColoured(stamp, theme.ColorRed)
		t.Align = fyne.TextAlignCenter
		s.body.Add(t)
	}
	lines := form.Lines(b)
	lines = lines[:min(Most, len(lines))]
	for len(lines) > 0 {
		lines = s.set(lines)
	}
	s.rule(form.Copies)
	return paper.Sheet(side, above, below, s.body)
}

// setter puts printed lines on a page, top down.
type setter struct {
	faces paper.Faces
	body  *fyne.Container
	last  form.Kind
}

// set puts the first line on the page, office and date as one, and returns those
// that are left.
func (s *setter) set(lines []form.Line) []form.Line {
	first := lines[0]
	s.rule(first.Kind)
	s.body.Add(element.Gap(1, s.air(first.Kind)))
	s.last = first.Kind
	if len(lines) > 1 && first.Kind == form.Office && lines[1].Kind == form.Date {
		s.body.Add(element.Shared([]float32{3, 2}, s.field(first), s.field(lines[1])))
		s.last = form.Date
		return lines[2:]
	}
	s.body.Add(s.field(first))
	return lines[1:]
}

// rule draws the line that stands before a kind: red below the masthead, thin
// round the lists of who receives the issue.
func (s *setter) rule(next form.Kind) {
	switch {
	case s.last < form.Note && next >= form.Note:
		s.line(4, theme.ColorRed, 2)
	case s.last != form.Distribution && next == form.Distribution, s.last == form.Distribution && next > form.Distribution:
		s.line(5, theme.ColorInk, 1)
	}
}

func (s *setter) line(air float32, ink fyne.ThemeColorName, weight float32) {
	s.body.Add(element.Gap(1, air))
	s.body.Add(element.NewSurface(ink, element.Gap(1, weight)))
	s.body.Add(element.Gap(1, air))
}

// air is the space above a line of this kind.
func (s *setter) air(next form.Kind) float32 {
	switch {
	case next == s.last:
		return 0
	case next == form.ArticleTitle:
		return 18
	case next == form.Credit:
		return 28
	case s.last == form.ArticleTitle:
		return 8
	}
	return 0
}

// field sets one line. A label before a list or a name stays off the text's
// other lines.
func (s *setter) field(l form.Line) fyne.CanvasObject {
	style, text := s.style(l.Kind), l.String()
	if l.Kind >= form.Credit && l.Kind <= form.Distribution {
		style.Before, text = l.Label, l.Text
	}
	if l.Level == doc.Level1 {
		style.Face = s.faces.Title
	}
	f := paper.NewField(style)
	f.ReadOnly = true
	f.SetText(text)
	return f
}

func (s *setter) style(k form.Kind) paper.Style {
	style := paper.Style{Face: s.faces.Body, Size: 16, Leading: 1.8, Color: theme.ColorInk}
	switch k {
	case form.SeriesTitle:
		style.Face, style.Size, style.Leading, style.Fit = s.faces.Title, 42, 1.45, true
		style.Align, style.Color = fyne.TextAlignCenter, theme.ColorRed
	case form.ArticleTitle:
		style.Face, style.Size, style.Leading, style.Align = s.faces.Title, 22, 1.45, fyne.TextAlignCenter
	case form.Label, form.Number, form.Total:
		style.Size, style.Align = 15, fyne.TextAlignCenter
	case form.Office:
		style.Size = 15
	case form.Date:
		style.Size, style.Align = 15, fyne.TextAlignTrailing
	case form.Paragraph, form.Note:
		style.Indent = 2
	case form.Source, form.Copies:
		style.Align = fyne.TextAlignTrailing
	case form.Security, form.Notice, form.CopyNumber, form.Credit, form.Contact, form.Distribution:
		style.Size = 14
	}
	return style
}
