package archive

import (
	"regexp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"jianbao/app/element"
	"jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/find"
)

// filter is what is asked, as it is typed and ticked.
type filter struct {
	say     func(key string, pairs ...any) string
	terms   *element.Entry
	number  *element.Entry
	from    *element.Entry
	to      *element.Entry
	field   *widget.Select
	state   *widget.Select
	earlier *element.Check
	wrong   *element.Text
	content fyne.CanvasObject
}

func newFilter(say func(key string, pairs ...any) string, changed func()) *filter {
	f := &filter{say: say, wrong: element.NewColoured("", theme.ColorRed)}
	entry := func(hint string) *element.Entry {
		e := element.NewEntry(say(hint))
		e.OnChanged = func(string) { changed() }
		return e
	}
	f.terms, f.number = entry("archive.terms"), entry("archive.number")
	f.from, f.to = entry("archive.from"), entry("archive.to")
	f.field = chooser(say, "archive.field.any", "archive.field.", names(find.Fields()), changed)
	f.state = chooser(say, "archive.state.any", "term.", names(review.States()), changed)
	f.earlier = element.NewCheck(say("archive.earlier"), false, func(bool) { changed() })
	f.wrong.Hide()
	f.content = element.Stack(6, f.terms,
		container.NewGridWithColumns(3, f.number, f.from, f.to),
		container.NewGridWithColumns(3, f.field, f.state, f.earlier), f.wrong)
	return f
}

func names[T ~string](values []T) []string {
	all := make([]string, len(values))
	for i, v := range values {
		all[i] = string(v)
	}
	return all
}

// chooser offers everything, or one of the values.
func chooser(say func(key string, pairs ...any) string, everything, prefix string, values []string, changed func()) *widget.Select {
	titles := []string{say(everything)}
	for _, v := range values {
		titles = append(titles, say(prefix+v))
	}
	pick := widget.NewSelect(titles, nil)
	pick.SetSelectedIndex(0)
	pick.OnChanged = func(string) { changed() }
	return pick
}

// query is what is asked; it is not ok where a day or number cannot be read,
// which is then said.
func (f *filter) query() (q find.Query, ok bool) {
	q = find.Query{Terms: find.Terms(f.terms.Text), Earlier: f.earlier.Checked}
	if i := f.field.SelectedIndex(); i > 0 {
		q.Field = find.Fields()[i-1]
	}
	if i := f.state.SelectedIndex(); i > 0 {
		q.States = review.States()[i-1 : i]
	}
	var err1, err2 error
	q.From, err1 = doc.ParseDate(strings.TrimSpace(f.from.Text))
	q.To, err2 = doc.ParseDate(strings.TrimSpace(f.to.Text))
	q.Number, ok = numberOf(f.number.Text)
	switch {
	case err1 != nil || err2 != nil:
		f.complain("archive.wrong.date")
		return q, false
	case !ok:
		f.complain("archive.wrong.number")
		return q, false
	}
	f.wrong.Hide()
	return q, true
}

func (f *filter) complain(key string) {
	f.wrong.SetText(f.say(key))
	f.wrong.Show()
}

// number is how people write one: 4, 第4期, 2026-4, 2026年第4期, 总第2196期.
var number = regexp.MustCompile(`^(?:(\d{4})(?:年|-|/| ))?\s*(?:第?(\d{1,4})期?)?\s*(?:总第?(\d+)期?)?$`)

func numberOf(typed string) (doc.Number, bool) {
	m := number.FindStringSubmatch(strings.TrimSpace(find.Fold(typed)))
	if m == nil {
		return doc.Number{}, false
	}
	var n doc.Number
	for i, to := range []*int{&n.Year, &n.Issue, &n.Total} {
		*to, _ = strconv.Atoi(m[i+1]) // digits, or nothing, which is zero
	}
	return n, true
}
