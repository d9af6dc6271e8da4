package issue

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/storage/exchange/form"
)

// paintPage shows the lines that every export prints, in the page's faces.
func (s *Screen) paintPage() []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	if stamp := s.meta().Stamp; stamp != "" {
		t := element.NewColoured(stamp, theme.ColorRed)
		t.Align = fyne.TextAlignCenter
		objects = append(objects, t)
	}
	lines := form.Lines(s.file.Head.Text)
	for i := 0; i < len(lines); i++ {
		if i+1 < len(lines) && lines[i].Kind == form.Office && lines[i+1].Kind == form.Date {
			objects = append(objects, pair(lines[i].String(), lines[i+1].String()), redRule())
			i++
			continue
		}
		objects = append(objects, s.paintLine(lines[i]))
	}
	return []fyne.CanvasObject{container.NewThemeOverride(element.Stack(8, objects...), theme.Page(s.shell.Theme(), 1))}
}

func pair(left, right string) fyne.CanvasObject {
	return container.NewBorder(nil, nil, page(left), page(right))
}

func page(text string) *element.Text {
	t := element.NewText(text)
	return t
}

func redRule() fyne.CanvasObject {
	return element.NewSurface(theme.ColorRed, element.Gap(1, 2))
}

// paintLine sets one printed line by its kind.
func (s *Screen) paintLine(l form.Line) fyne.CanvasObject {
	switch l.Kind {
	case form.SeriesTitle:
		return s.masthead(l.String())
	case form.Label, form.Number, form.Total:
		return aligned(l.String(), fyne.TextAlignCenter)
	case form.Date, form.Source, form.Copies:
		return aligned(l.String(), fyne.TextAlignTrailing)
	case form.ArticleTitle:
		title := widget.NewLabelWithStyle(l.String(), fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
		title.Wrapping, title.SizeName = fyne.TextWrapBreak, fynetheme.SizeNameHeadingText
		return title
	case form.Paragraph:
		return paragraph(l)
	case form.Note:
		return wrapped("　　" + l.String())
	}
	return wrapped(l.String())
}

// masthead fits the series' name to the page's width.
func (s *Screen) masthead(name string) fyne.CanvasObject {
	t := element.NewColoured(name, theme.ColorRed)
	t.Face, t.Align = s.shell.Theme().Masthead(), fyne.TextAlignCenter
	t.Px = min(42, (pageWidth-140)/float32(max(1, len([]rune(name)))))
	return t
}

func aligned(text string, to fyne.TextAlign) *widget.Label {
	l := widget.NewLabelWithStyle(text, to, fyne.TextStyle{})
	l.Wrapping = fyne.TextWrapBreak
	return l
}

func paragraph(l form.Line) fyne.CanvasObject {
	p := wrapped("　　" + l.String())
	p.TextStyle.Bold = l.Level == doc.Level1
	return p
}
