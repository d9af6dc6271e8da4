package compose

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/editor/template"
)

// outline is the left panel: the structure of the issue and what it lacks. A
// click goes to the place.
type outline struct {
	say      speech
	goTo     func(doc.Place)
	add      func()
	writer   func(doc.ArticleID) string // who else writes an article
	rows     *fyne.Container
	content  fyne.CanvasObject
	readOnly bool
	lines    []*partLine
	missing  []doc.Problem
	said     []string
	next     int
}

func newOutline(say speech, goTo func(doc.Place), add func()) *outline {
	o := &outline{say: say, goTo: goTo, add: add, rows: element.Flow(0), writer: func(doc.ArticleID) string { return "" }}
	o.content = container.NewVScroll(o.rows)
	return o
}

// show paints the structure of a text and what is wrong with it. While lines
// come and go the panel is built anew; otherwise the lines change in place,
// since this happens with every character typed.
func (o *outline) show(b doc.Bulletin, t template.Template, problems []doc.Problem, readOnly bool) {
	parts := structure(o.say, b, t, problems)
	said := make([]string, len(problems))
	for i, p := range problems {
		said[i] = o.say.problem(b, p)
	}
	o.missing = problems
	if len(parts) != len(o.lines) || !slices.Equal(said, o.said) || readOnly != o.readOnly {
		o.said, o.readOnly = said, readOnly
		o.build(parts)
	}
	for i, p := range parts {
		if name := o.writer(p.to.Article); name != "" {
			p.note = o.say.t("lease.outline", "name", name)
		}
		o.lines[i].show(p)
	}
}

func (o *outline) build(parts []part) {
	o.lines = nil
	rows := []fyne.CanvasObject{element.Group(o.say.t("compose.outline"))}
	for i, p := range parts {
		l := newPartLine(o.goTo)
		o.lines = append(o.lines, l)
		rows = append(rows, probe.Name(l.row, "outline."+strconv.Itoa(i+1)))
		last := i+1 == len(parts) || parts[i+1].to.Article == ""
		if p.to.Article != "" && last && !o.readOnly {
			rows = append(rows, element.NewRow(element.NewColoured("＋ "+o.say.t("command.compose.add"), jtheme.ColorAction), o.add))
		}
	}
	if len(o.said) > 0 {
		rows = append(rows, element.Group(o.say.t("compose.outline.missing", "count", len(o.said))))
	}
	for i, sentence := range o.said {
		rows = append(rows, o.problem(i, sentence))
	}
	o.rows.Objects = rows
	o.rows.Refresh()
}

// problem is one sentence with its number.
func (o *outline) problem(i int, sentence string) fyne.CanvasObject {
	n := strconv.Itoa(i + 1)
	content := element.Shared([]float32{0, 1}, element.Wide(20, element.NewColoured(n, jtheme.ColorRed)), element.NewNote(sentence, jtheme.ColorInk))
	return probe.Name(element.NewRow(content, func() { o.goTo(o.missing[i].Place) }), "missing."+n)
}

// toNext goes to one missing part after the other.
func (o *outline) toNext() {
	if len(o.missing) > 0 {
		o.next %= len(o.missing)
		o.goTo(o.missing[o.next].Place)
		o.next++
	}
}

// partLine shows one part.
type partLine struct {
	row               *element.Row
	mark, title, note *element.Text
	to                doc.Place
}

func newPartLine(goTo func(doc.Place)) *partLine {
	l := &partLine{mark: element.NewText(""), title: element.NewText(""), note: element.NewSoft("")}
	l.title.Cut = true
	content := container.NewBorder(nil, nil, element.Wide(20, l.mark), l.note, l.title)
	l.row = element.NewRow(content, func() { goTo(l.to) })
	return l
}

var standingColours = map[standing]fyne.ThemeColorName{
	ready: jtheme.ColorOK, wanting: jtheme.ColorRed, optional: jtheme.ColorSoft,
}

func (l *partLine) show(p part) {
	l.to = p.to
	if l.mark.Text != string(p.standing) {
		l.mark.SetColoured(string(p.standing), standingColours[p.standing])
	}
	l.title.SetText(p.title)
	if l.note.Text != p.note {
		l.note.SetText(p.note)
		l.row.Content.Refresh()
	}
}
