package compose

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/apptest/probe"
	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
)

// The tabs of the right panel.
const (
	tabDemands = iota
	tabComments
	tabHistory
	tabProofs
)

var tabNames = []string{"demands", "comments", "history", "proofs"}

// critic is whom the right panel tells what is decided there.
type critic interface {
	goTo(doc.Place)
	answer(n int, a review.Answer)
	reply(review.CommentID)
	closeThread(review.CommentID, review.CommentStatus)
	askComment()
	askRestore(seq int)
	compareRevisions()
	showFinding(at int)
	fix(at, which int)
	ignore(at int, scope review.Scope)
	heed(review.DismissalID)
	normalise()
}

// side is the right panel: what is asked of the text, said about it and was
// done to it.
type side struct {
	say     speech
	critic  critic
	file    *review.File
	text    doc.Bulletin
	who     review.Actor
	proofs  *proofs
	digest  string // of the findings as they were last shown
	tab     int
	chosen  bool // the user chose the tab
	tabs    *fyne.Container
	list    *fyne.Container
	scroll  *container.Scroll
	content fyne.CanvasObject
}

func newSide(say speech, c critic, found *proofs) *side {
	p := &side{say: say, critic: c, proofs: found, tabs: element.Line(0), list: element.Flow(8)}
	p.scroll = container.NewVScroll(element.Margins(12, 10, 12, p.list))
	p.content = container.NewBorder(container.NewVBox(p.tabs, element.Rule()), nil, nil, nil, p.scroll)
	return p
}

// show paints a file; until the user chooses, it opens where something is open.
func (p *side) show(f *review.File, text doc.Bulletin, who review.Actor) {
	p.file, p.text, p.who = f, text, who
	if !p.chosen {
		switch {
		case len(f.Demands) > 0:
			p.tab = tabDemands
		case len(f.OpenComments()) > 0:
			p.tab = tabComments
		default:
			p.tab = tabHistory
		}
	}
	p.paint()
}

// turn goes to a tab.
func (p *side) turn(tab int) {
	p.tab, p.chosen, p.digest = tab, true, ""
	p.scroll.ScrollToTop()
	p.paint()
}

func (p *side) paint() {
	if p.file == nil {
		return
	}
	p.paintTabs()
	p.list.Objects = [](func() []fyne.CanvasObject){p.demands, p.comments, p.history, p.findings}[p.tab]()
	p.list.Refresh()
}

func (p *side) paintTabs() {
	counts := []int{len(p.file.OpenDemands()), len(p.file.OpenComments()), len(p.file.Revisions), len(p.proofs.open)}
	p.tabs.Objects = nil
	for i, name := range tabNames {
		p.tabs.Add(p.tabButton(i, p.say.t("compose.side."+name), counts[i]))
	}
	p.tabs.Refresh()
}

// tabButton is the name of a tab with its count; the open one is underlined.
func (p *side) tabButton(i int, title string, count int) fyne.CanvasObject {
	if count > 0 {
		title += " " + strconv.Itoa(count)
	}
	text, bar := element.NewSoft(title), element.NewSurface(jtheme.ColorAction, element.Gap(1, 2))
	text.Px = 13
	if i == p.tab {
		text = element.NewStrong(title)
	} else {
		bar.Hidden = true
	}
	row := element.NewRow(element.Stack(4, text, bar), func() { p.turn(i) })
	const closer = -11 // four names with their counts stand in one line
	return element.Margins(closer, 0, 0, probe.Name(row, "side."+tabNames[i]))
}

// empty says what would stand here.
func (p *side) empty(key string) []fyne.CanvasObject {
	return []fyne.CanvasObject{element.NewNote(p.say.t(key), jtheme.ColorSoft)}
}

// button is a small command on a card.
func (p *side) button(key string, main bool, do func()) fyne.CanvasObject {
	b := widget.NewButton(p.say.t(key), do)
	if main {
		b.Importance = widget.HighImportance
	}
	return b
}

// card is a framed column; a click on it goes to a place.
func (p *side) card(to doc.Place, objects ...fyne.CanvasObject) fyne.CanvasObject {
	var tapped func()
	if to != (doc.Place{}) {
		tapped = func() { p.critic.goTo(to) }
	}
	return element.NewCard(element.Flow(5, objects...), tapped)
}

// quote is text of the bulletin that is spoken of.
func (p *side) quote(key, text string) fyne.CanvasObject {
	return tinted(p.say, p.say.t(key, "text", clip(text)), jtheme.ColorNoteTint)
}

// clip shortens a text for a card; the page has the whole.
func clip(text string) string {
	const most = 120
	if runes := []rune(text); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return text
}
