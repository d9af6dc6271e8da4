package desk

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"jianbao/app/overview"
	jtheme "jianbao/app/theme"
	"jianbao/review"
)

// picture is everything the middle of the desk shows, as plain data: where two are
// the same there is nothing to paint.
type picture struct {
	count   string // of what waits
	damaged bool
	waiting []face
	nothing string // what to do where nothing waits
	columns []columnPicture
}

type columnPicture struct {
	head  string
	cards []face
	more  string // where the column has no room for all; "" where it has
}

// face is everything one card shows.
type face struct {
	draft         review.DraftID
	waiting       bool // a wide card of what waits, with badge and button
	number, title string
	note          string
	others        string // who else has the draft open
	badge         badge
	verb          string
	chosen        bool
}

type badge struct {
	text      string
	fill, ink fyne.ThemeColorName
}

// look makes the picture of what is known now.
func (s *Screen) look() picture {
	p := picture{count: strconv.Itoa(len(s.state.Waiting)), damaged: s.state.Damaged}
	for i, it := range s.state.Waiting {
		p.waiting = append(p.waiting, face{draft: it.Draft.ID, waiting: true, number: s.numberOf(it.Draft), title: s.titleOf(it.Draft),
			note: s.summary(it), others: s.othersIn(it), badge: s.badge(it), verb: s.t(s.verbOf(it)), chosen: i == s.chosen})
	}
	if len(p.waiting) == 0 {
		p.nothing = s.t(s.nothing())
	}
	for _, c := range s.state.Columns {
		p.columns = append(p.columns, s.lookAt(c))
	}
	return p
}

// columnRoom is how many cards a column shows; the register lists them all.
const columnRoom = 8

func (s *Screen) lookAt(c overview.Column) columnPicture {
	name := c.Stage
	if term := "desk.column." + c.Stage; s.shell.Words().Has(term) {
		name = s.t(term)
	}
	p := columnPicture{head: name + "  " + strconv.Itoa(len(c.Items))}
	for i, it := range c.Items {
		if i == columnRoom {
			p.more = s.t("desk.more", "count", len(c.Items)-i)
			break
		}
		one := face{draft: it.Draft.ID, title: s.titleOf(it.Draft), note: s.noteOf(it), others: s.othersIn(it)}
		if n := it.Draft.Number; !n.IsZero() {
			one.title = s.t("desk.numbers", "issue", n.Issue, "total", n.Total)
		}
		p.cards = append(p.cards, one)
	}
	return p
}

// composing is the name of the screen on which one writes.
const composing = "compose"

// othersIn says who else has a draft open, and who of them writes: who holds a
// part of it, or has its page open while it is his turn.
func (s *Screen) othersIn(it overview.Item) string {
	var said []string
	for _, p := range s.shell.News().In(it.Draft.ID) {
		key := "desk.reads"
		if p.Writes || p.Screen == composing && s.state.People[p.Person].Has(it.Role) {
			key = "desk.writes"
		}
		said = append(said, s.t(key, "name", p.Name))
	}
	return strings.Join(said, s.t("desk.and"))
}

// nothing names the sentence that says what to do where nothing waits.
func (s *Screen) nothing() string {
	switch {
	case s.shell.Actor().Person().ID == "":
		return "desk.nobody"
	case len(s.state.Columns) > 0 && s.state.Counts.All == 0 && s.noDrafts():
		return "desk.first"
	}
	return "desk.nothing"
}

// badge says at one glance why the draft waits.
func (s *Screen) badge(it overview.Item) badge {
	switch {
	case it.Damaged:
		return badge{s.t("desk.badge.damaged"), jtheme.ColorRed, jtheme.ColorOnAccent}
	case it.Demands > 0:
		return badge{s.t("desk.badge.demands", "count", it.Demands), jtheme.ColorRed, jtheme.ColorOnAccent}
	case it.Nature == review.Substantive:
		return badge{s.t("term." + string(it.Nature)), jtheme.ColorRed, jtheme.ColorOnAccent}
	case it.Nature != "":
		return badge{s.t("term." + string(it.Nature)), jtheme.ColorActionTint, jtheme.ColorAction}
	case it.Signed:
		return badge{s.t("desk.badge.again"), jtheme.ColorControl, jtheme.ColorInk}
	}
	return badge{string(it.Role), jtheme.ColorActionTint, jtheme.ColorAction}
}

func (s *Screen) summary(it overview.Item) string {
	switch {
	case it.Damaged:
		return s.t("desk.summary.damaged")
	case it.Role == review.RoleDrafter && it.Missing > 0:
		return s.t("desk.summary.draft", "by", it.By, "at", clock(it.At), "runes", it.Runes, "missing", it.Missing)
	case it.Role == review.RoleDrafter:
		return s.t("desk.summary.ready", "by", it.By, "at", clock(it.At), "runes", it.Runes)
	case it.Changes > 0:
		return s.t("desk.summary.changes", "by", it.By, "at", clock(it.At), "changes", it.Changes, "answers", it.Answers) + s.ticksOf(it)
	}
	return s.t("desk.summary.review", "by", it.By, "at", clock(it.At), "runes", it.Runes) + s.ticksOf(it)
}

// ticksOf says how many critical changes wait for a tick, if any do.
func (s *Screen) ticksOf(it overview.Item) string {
	if it.Ticks == 0 {
		return ""
	}
	return s.t("desk.summary.ticks", "count", it.Ticks)
}

func (s *Screen) verbOf(it overview.Item) string {
	if it.Role == review.RoleDrafter {
		return "desk.verb.write"
	}
	return "desk.verb.review"
}

func (s *Screen) numberOf(d review.Draft) string {
	switch {
	case !d.Number.IsZero():
		return d.Label + s.t("desk.number", "issue", d.Number.Issue)
	case d.Label != "":
		return d.Label + s.t("desk.tobe")
	}
	return s.t("desk.unnumbered")
}

func (s *Screen) titleOf(d review.Draft) string {
	if d.Heading == "" {
		return s.t("desk.untitled")
	}
	if d.Foreign() {
		return s.t("packet.foreign", "title", d.Heading)
	}
	return d.Heading
}

func (s *Screen) noteOf(it overview.Item) string {
	switch {
	case it.Damaged:
		return s.t("desk.badge.damaged")
	case !it.Draft.Number.IsZero():
		return s.titleOf(it.Draft)
	case it.By == "":
		return clock(it.At)
	case it.Missing > 0:
		return s.t("desk.note.missing", "by", it.By, "runes", it.Runes, "missing", it.Missing)
	}
	return s.t("desk.note", "by", it.By, "runes", it.Runes, "at", clock(it.At))
}
