package compare

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	fynetheme "fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	"jianbao/review"
)

// paintRight shows what is to be decided about the draft.
func (s *Screen) paintRight() {
	objects := []fyne.CanvasObject{}
	if cards := s.paintAnswers(); len(cards) > 0 {
		objects = append(objects, element.Group(s.t("compare.answers"), element.Padded(cards...)))
	}
	if cards := s.paintThreads(); len(cards) > 0 {
		objects = append(objects, element.Group(s.t("compare.comments"), element.Padded(cards...)))
	}
	objects = append(objects,
		element.Group(s.t("compare.signing"), element.Padded(element.NewCard(s.paintSigning(), nil))),
		element.Group(s.t("compare.versions"), element.Padded(element.NewCard(s.paintVersions(), nil))),
		element.Gap(1, 16))
	s.right.Objects = objects
	s.right.Refresh()
}

// paintVersions lists the revisions, newest first, with the code by which paper
// and screen are told apart.
func (s *Screen) paintVersions() fyne.CanvasObject {
	f := s.state.file
	list := element.Stack(3)
	for i := len(f.Revisions) - 1; i >= 0 && len(list.Objects) < versionRoom; i-- {
		r := f.Revisions[i]
		line := s.t("compare.version", "seq", r.Seq, "stage", r.Stage, "hash", r.TextHash.Short(), "runes", r.Runes)
		switch {
		case r.Cause == review.CauseAside:
			line += "  " + s.t("term.aside")
		case r.Seq == s.state.from.Seq:
			line += "  " + s.t("compare.version.base")
		}
		text := element.NewSoft(line)
		text.Cut = true
		list.Add(text)
	}
	if hidden := len(f.Revisions) - versionRoom; hidden > 0 {
		list.Add(element.NewSoft(s.t("compare.version.more", "count", hidden)))
	}
	return list
}

// versionRoom is how many revisions are listed; the chooser has them all.
const versionRoom = 8

// wrapped is a sentence in as many lines as it needs, in a colour of the theme.
func (s *Screen) wrapped(text string, ink fyne.ThemeColorName) fyne.CanvasObject {
	style := widget.RichTextStyle{ColorName: ink, SizeName: fynetheme.SizeNameCaptionText}
	r := widget.NewRichText(&widget.TextSegment{Text: text, Style: style})
	r.Wrapping = fyne.TextWrapBreak
	return container.NewThemeOverride(r, snug{s.shell})
}

// snug is the look in use without the padding that text has of its own: cards
// have theirs.
type snug struct{ shell Shell }

func (l snug) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	return l.shell.Theme().Color(n, v)
}

func (l snug) Font(style fyne.TextStyle) fyne.Resource    { return l.shell.Theme().Font(style) }
func (l snug) Icon(name fyne.ThemeIconName) fyne.Resource { return l.shell.Theme().Icon(name) }

func (l snug) Size(name fyne.ThemeSizeName) float32 {
	if name == fynetheme.SizeNameInnerPadding {
		return 0
	}
	return l.shell.Theme().Size(name)
}

// small is a button of a card.
func (s *Screen) small(key, name string, do func(), enabled bool) fyne.CanvasObject {
	b := widget.NewButton(s.t(key), do)
	if !enabled {
		b.Disable()
	}
	return probe.Name(b, name)
}
