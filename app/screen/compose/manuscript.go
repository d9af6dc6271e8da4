package compose

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/editor/template"
)

// manuscript is the text under the writer's hands. What is typed into a field
// that cannot hold it stands beside the text until it is mended.
type manuscript struct {
	text  doc.Bulletin
	base  int // the revision it was made from
	edits int // counts changes; never goes back
	unfit map[doc.Place]string
	// bodies and fields are those that are written on since begin, with what can be
	// undone in each; order is in which order.
	bodies map[doc.ArticleID]*buffer.Buffer
	fields map[doc.Place]*buffer.Buffer
	order  order
	levels map[doc.ParagraphID]doc.Level // of paragraphs that may be gone
	fresh  []doc.ArticleID               // where something was changed since takeWritten
}

// begin takes up another text.
func (m *manuscript) begin(text doc.Bulletin, base int) {
	m.text, m.base, m.unfit = text.Clone(), base, nil
	m.bodies, m.fields, m.order, m.levels = nil, nil, order{}, nil
	m.fresh = nil
	m.edits++
}

// write puts what was typed into a field.
func (m *manuscript) write(at doc.Place, typed string) {
	m.edits++
	m.wroteIn(at.Article)
	value := typed
	if at.Field == doc.FieldDate {
		value = isoDay(typed)
	}
	if err := m.text.Set(at, value); err == nil {
		delete(m.unfit, at)
		return
	}
	if m.unfit == nil {
		m.unfit = map[doc.Place]string{}
	}
	m.unfit[at] = typed
}

// shown is what the field of a place shows, whether it fits or not.
func (m *manuscript) shown(at doc.Place) string {
	if typed, ok := m.unfit[at]; ok {
		return typed
	}
	return shown(m.text, at)
}

// shown is what a text has at a place: a date as it prints.
func shown(b doc.Bulletin, at doc.Place) string {
	if at.Field == doc.FieldDate {
		return b.Masthead.Date.Chinese()
	}
	value, _ := b.Get(at)
	return value
}

var chineseDay = regexp.MustCompile(`^\s*(\d{4})\s*[-年./]\s*(\d{1,2})\s*[-月./]\s*(\d{1,2})\s*日?\s*$`)

// isoDay turns the ways people write a day into yyyy-mm-dd; what is no day is
// returned as it was.
func isoDay(typed string) string {
	m := chineseDay.FindStringSubmatch(typed)
	if m == nil {
		return typed
	}
	var d doc.Date
	for i, part := range []*int{&d.Year, &d.Month, &d.Day} {
		*part, _ = strconv.Atoi(m[i+1]) // the pattern lets only digits through
	}
	return d.String()
}

// The codes of what was typed and fits no field.
const (
	codeUnfitDate    = "compose.unfit.date"
	codeUnfitNumber  = "compose.unfit.number"
	codeUnfitCredits = "compose.unfit.credits"
)

func codeOf(key doc.FieldKey) string {
	switch key {
	case doc.FieldDate:
		return codeUnfitDate
	case doc.FieldCredits:
		return codeUnfitCredits
	}
	return codeUnfitNumber
}

// problems lists what is wrong with the text as it is now, in the order of the
// form: what fits no field, what cannot be stored, what is missing.
func (m *manuscript) problems(t template.Template) []doc.Problem {
	var list []doc.Problem
	for _, key := range doc.Fields() {
		at := doc.Place{Field: key}
		if typed, ok := m.unfit[at]; ok {
			list = append(list, doc.Problem{Code: codeOf(key), Place: at, Args: map[string]string{"value": typed}})
		}
	}
	rest := append(m.text.Validate(), t.Missing(m.text)...)
	list = append(list, slices.DeleteFunc(rest, func(p doc.Problem) bool {
		_, mended := m.unfit[p.Place]
		return mended
	})...)
	slices.SortStableFunc(list, func(a, b doc.Problem) int { return m.rank(a.Place) - m.rank(b.Place) })
	return list
}

// rank orders places as they are read: masthead, articles, imprint.
func (m *manuscript) rank(at doc.Place) int {
	if strings.HasPrefix(string(at.Field), "imprint.") {
		return len(m.text.Articles)
	}
	return slices.IndexFunc(m.text.Articles, func(a doc.Article) bool { return a.ID == at.Article })
}

// unkeepable returns an error if something was typed that no copy can hold.
func (m *manuscript) unkeepable() error {
	for at, typed := range m.unfit {
		return unkeepable{at.Field, typed}
	}
	return nil
}

type unkeepable struct {
	field doc.FieldKey
	typed string
}

func (u unkeepable) Error() string { return "compose: " + string(u.field) + " cannot hold " + u.typed }

// Message implements i18n.Messenger.
func (u unkeepable) Message() (string, map[string]string) {
	return "compose.unkeepable", map[string]string{"field": string(u.field), "value": u.typed}
}

// sameText reports whether two texts read the same and bear the same number.
func sameText(a, b doc.Bulletin) bool {
	x, errX := doc.TextHash(a)
	y, errY := doc.TextHash(b)
	return errX == nil && errY == nil && x == y && a.Masthead.Number == b.Masthead.Number
}

// snapshot is the manuscript at one moment, for work on another goroutine.
type snapshot struct {
	text doc.Bulletin
	base int
	edit int
}

func (m *manuscript) snapshot() snapshot { return snapshot{m.text.Clone(), m.base, m.edits} }
