package compose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"jianbao/app/apptest/probe"
	"jianbao/app/paper"
	jtheme "jianbao/app/theme"
	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/textview"
	"jianbao/editor/typeset"
)

// setting is how a field of the page is set, at 100 %.
type setting struct {
	face          textview.Face
	size          float32 // of a character
	leading       float64 // from line to line, in characters
	align         typeset.Align
	color         fyne.ThemeColorName
	fit           bool   // one line: the text shrinks before it breaks
	before, after string // stand beside the text and are not part of it
}

// style is how a text of the page is set.
func (p *page) style(size float32) setting {
	return setting{face: p.faces.Body, size: size, leading: 1.8, color: jtheme.ColorInk}
}

// titleStyle is that of mastheads and article titles.
func (p *page) titleStyle(size float32) setting {
	return setting{face: p.faces.Title, size: size, leading: 1.45, align: typeset.Center, color: jtheme.ColorInk}
}

// centred is text in the middle of the line.
func (p *page) centred(size float32) setting {
	s := p.style(size)
	s.align = typeset.Center
	return s
}

// look is what a field of a setting is drawn with.
func (s setting) look(text *buffer.Buffer) textview.Look {
	style := typeset.Style{Pitch: typeset.Ems(s.leading), Align: s.align, Squeeze: typeset.SqueezeEnd, KeepUnits: true}
	look := textview.Look{
		Size: s.size, Faces: []textview.Face{s.face}, Body: style, Before: s.before, After: s.after,
		Colors: colors(s.color), Marks: markStyles,
	}
	if s.fit {
		look.Style = func(buffer.ID) typeset.Style {
			fitting := style
			fitting.Size = s.fitting(text.Text())
			return fitting
		}
	}
	return look
}

// fitting is the size, up to the whole, at which a text is one line.
func (s setting) fitting(text string) typeset.Em {
	room := (sheetWidth - 2*sheetMargin) / s.size
	return typeset.Ems(float64(min(1, 0.98*room/max(1, gridWidth(text)))))
}

// width is how much room a text wants on one line, its label and frame included.
func (s setting) width(text string) float32 {
	const frame = 10
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(s.before+text+s.after, s.size, fyne.TextStyle{}, s.face('国'))
	return size.Width + frame
}

// gridWidth is how wide a text is in characters, of which Latin ones count half.
func gridWidth(text string) float32 {
	set := typeset.NewParagraph(text, typeset.Style{}, 1<<40, typeset.Grid{})
	return float32(set.X(0, set.Runes()).Float())
}

func colors(ink fyne.ThemeColorName) textview.Colors {
	return textview.Colors{Ink: ink, Hint: jtheme.ColorSoft, Caret: jtheme.ColorAction,
		Selection: theme.ColorNameSelection, Frame: jtheme.ColorActionTint}
}

// add puts the field of a place on the page. Where its text is such as could
// never have been written there, a plain field shows it unchanged.
func (p *page) add(at doc.Place, s setting) *entry {
	text, err := p.text.textAt(at)
	if err != nil {
		return p.addPlain(at, s)
	}
	look := s.look(text)
	return p.addView(at, text, look)
}

// addView puts a text on the page.
func (p *page) addView(at doc.Place, text *buffer.Buffer, look textview.Look) *entry {
	view := p.view(at, text, look)
	view.ReadOnly, view.OneLine, view.Hint = p.locked(at), !hasLines(at.Field), ""
	if part, ok := p.template.Part(at.Field); ok && !p.readOnly {
		view.Hint = part.Hint
	}
	view.SetZoom(p.zoom)
	return p.put(newEntry(at, probe.Name(view, p.nameOf(at))))
}

// hasLines reports whether a field may have several lines.
func hasLines(key doc.FieldKey) bool {
	switch key {
	case doc.FieldArticleTitle, doc.FieldArticleNote, doc.FieldArticleBody, doc.FieldCredits:
		return true
	}
	return false
}

// view returns the view of a text: the one that shows it already, with its caret
// and marks, or a new one.
func (p *page) view(at doc.Place, text *buffer.Buffer, look textview.Look) *textview.View {
	if old := p.views[at]; old != nil && old.Buffer() == text {
		return old
	}
	view := textview.New(text, look, textview.Options{Segment: p.segment, Words: p.menuWords()})
	view.OnChanged, view.OnCleaned, view.OnMark = p.writer.touched, p.writer.cleaned, p.writer.marked
	view.OnUndo, view.OnRedo = p.writer.undo, p.writer.redo
	view.OnComment = func(buffer.Span) { p.writer.askComment() }
	view.OnFocus = func(focused bool) { p.focused(at, view, focused) }
	view.OnCaret = func() { p.writer.visited(at) }
	view.OnHeight = p.fit
	view.OnReveal = func(top, bottom float32) { p.reveal(view, fyne.NewPos(0, top), bottom-top) }
	return view
}

// focused follows the focus. A field of which nothing is in sight is brought
// there, and a date is set as it prints once it is written.
func (p *page) focused(at doc.Place, view *textview.View, focused bool) {
	switch {
	case focused:
		p.focus = at
		if !p.sees(view) {
			p.reveal(view, fyne.Position{}, view.Size().Height)
		}
	case at.Field == doc.FieldDate:
		p.setDate(at, view)
	}
}

func (p *page) setDate(at doc.Place, view *textview.View) {
	printed := shown(p.text.text, at)
	if _, unfit := p.text.unfit[at]; unfit || view.Text() == printed || p.building || p.locked(at) {
		return
	}
	if err := view.Apply(buffer.Command, buffer.Replace(view.Buffer().All(), printed)); err != nil {
		fyne.LogError("compose: the date was refused", err)
	}
}

// addPlain puts a text on the page that no buffer holds.
func (p *page) addPlain(at doc.Place, s setting) *entry {
	style := paper.Style{Face: s.face, Size: s.size * p.zoom, Leading: float32(s.leading), Color: s.color}
	field := probe.Name(paper.NewField(style), p.nameOf(at))
	field.ReadOnly, field.Lines = p.locked(at), hasLines(at.Field)
	field.SetText(p.text.shown(at))
	field.OnChanged = func(typed string) { p.writer.wrote(at, typed) }
	field.OnFocus = func() { p.focus = at }
	field.OnCaret = func(topLeft fyne.Position, height float32) {
		p.writer.visited(at)
		p.reveal(field, topLeft, height)
	}
	return p.put(newEntry(at, field))
}

func (p *page) menuWords() textview.Words {
	word := func(what string) string { return p.say.t("compose.menu." + what) }
	return textview.Words{Cut: word("cut"), Copy: word("copy"), Paste: word("paste"), SelectAll: word("all"), Comment: p.say.t("command.compose.comment")}
}

// closeViews lets go of the views that the page no longer shows.
func (p *page) closeViews(shown map[doc.Place]*textview.View) {
	for at, view := range p.views {
		if shown[at] != view {
			view.Close()
		}
	}
	p.views = shown
	p.bodies = map[doc.ArticleID]*textview.View{}
	for at, view := range shown {
		if at.Field == doc.FieldArticleBody {
			p.bodies[at.Article] = view
		}
	}
}
