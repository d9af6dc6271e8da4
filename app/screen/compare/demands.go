package compare

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/diff"
)

// paintAnswers shows the demands of the last send-back, and older ones that are
// still open, each with what stood there and what stands there now.
func (s *Screen) paintAnswers() []fyne.CanvasObject {
	var cards []fyne.CanvasObject
	for _, d := range s.state.file.Demands {
		if d.Round+1 == s.state.file.Draft.Round || d.Answer == review.AnswerOpen {
			cards = append(cards, element.NewCard(s.paintDemand(d), func() { s.goTo(d.Anchor) }))
		}
	}
	return cards
}

func (s *Screen) paintDemand(d review.Demand) fyne.CanvasObject {
	f := s.state.file
	head := element.NewNote(s.t("compare.demand.title", "n", circled(d.N), "text", d.Text), theme.ColorInk)
	where := element.NewSoft(s.t("compare.demand.where", "by", f.Name(d.By), "at", s.clock(d.At), "place", s.place(d.Anchor, s.state.view.New)))
	where.Cut = true
	lines := []fyne.CanvasObject{head, where, element.NewNote(s.t("compare.demand.reason", "reason", d.Reason), theme.ColorSoft)}
	if d.Anchor.Quote != "" {
		lines = append(lines, element.NewNote(s.wasAndIs(d), theme.ColorInk))
	}
	word, ink := s.answerWord(d)
	if d.Note != "" {
		word = s.t("compare.answer.note", "answer", word, "note", d.Note)
	}
	if d.Answer != review.AnswerOpen {
		word += "（" + f.Name(d.Answerer) + "）"
	}
	return element.Stack(3, append(lines, element.NewNote(word, ink))...)
}

// wasAndIs is the text a demand speaks of, then and now.
func (s *Screen) wasAndIs(d review.Demand) string {
	old := s.state.spokenOf[d.Revision]
	now, stands := standsNow(d.Anchor, old, s.state.file.Head.Text)
	switch {
	case !stands:
		return s.t("compare.demand.gone", "old", d.Anchor.Quote)
	case now == "":
		return s.t("compare.demand.deleted", "old", d.Anchor.Quote)
	case now == d.Anchor.Quote:
		return s.t("compare.demand.same", "old", d.Anchor.Quote)
	}
	return s.t("compare.demand.now", "old", d.Anchor.Quote, "new", now)
}

// standsNow returns what stands in the new bulletin where the anchor pointed in
// the old one, and whether its place is still there.
func standsNow(a doc.Anchor, old, new doc.Bulletin) (string, bool) {
	was, ok := old.Text(a.Place)
	is, still := new.Text(a.Place)
	if !ok || !still {
		return "", false
	}
	return carried(diff.Texts(was, is), int(a.From), int(a.To)), true
}

// carried follows the characters from..to of the old text into the new one:
// equal text as far as it overlaps, changes that touch it whole.
func carried(script diff.Script, from, to int) string {
	var now strings.Builder
	at := 0
	for _, h := range script.Hunks {
		start, end := at, at+utf8.RuneCountInString(h.Old)
		at = end
		switch {
		case end < from || start > to:
		case h.Kind == diff.Equal:
			runes := []rune(h.Old)
			now.WriteString(string(runes[max(from, start)-start : min(to, end)-start]))
		case end > from && start < to || start == end && start > from && start < to:
			now.WriteString(h.New)
		}
	}
	return now.String()
}

func (s *Screen) answerWord(d review.Demand) (string, fyne.ThemeColorName) {
	switch d.Answer {
	case review.AnswerDone:
		return s.t("compare.answer.done"), theme.ColorOK
	case review.AnswerDeclined:
		return s.t("compare.answer.declined"), theme.ColorWarn
	}
	return s.t("compare.answer.open"), theme.ColorRed
}

// circled is ① to ⑳, then plain numbers.
func circled(n int) string {
	if n >= 1 && n <= 20 {
		return string(rune('①' + n - 1))
	}
	return strconv.Itoa(n)
}
