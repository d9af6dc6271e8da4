package text

import (
	"regexp"
	"slices"
	"strings"

	"jianbao/editor/doc"
)

// label is the label of an imprint value: the one this program prints first,
// then others in use.
type label struct {
	field doc.FieldKey
	names []string
}

var labels = []label{
	{doc.FieldEditor, []string{"责编", "责任编辑", "本期责编"}},
	{doc.FieldChecker, []string{"核稿"}},
	{doc.FieldPhone, []string{"电话", "联系电话", "值班电话"}},
	{doc.FieldFax, []string{"传真", "传真电话"}},
	{doc.FieldEmail, []string{"邮箱", "电子邮箱", "电子邮件", "电子信箱", "E-mail", "Email"}},
	{doc.FieldReportTo, []string{"报", "抄报", "呈报", "报送"}},
	{doc.FieldCopyTo, []string{"送", "抄送", "分送"}},
	{doc.FieldSendTo, []string{"发", "下发", "发至", "分发"}},
	{doc.FieldCredits, []string{"签发", "审签", "审核", "审定", "审稿", "初审", "复审", "终审", "复核", "校对", "校核", "主编", "副主编",
		"总编", "编审", "编辑", "统稿", "拟稿", "撰稿", "签发人", "值班", "联系人", "地址", "邮编", "网址", "排版", "打印"}},
}

// labelAt finds every label with its colon that stands at the start of a line,
// after white space, or after the end of another value.
var labelAt = regexp.MustCompile(`(?:^|[\s\x{3000}\x{a0}。；;|｜])` + gap + `(` + labelNames() + `)` + colon)

// otherLabel is a label of an imprint that is in no table, at a line's start.
var otherLabel = regexp.MustCompile(`^(\p{Han}{2,6})` + colon)

var copies = regexp.MustCompile(`[（(]?` + gap + `(?:共?` + gap + `印` + gap + `(?:数|制|发)?)` + gap + `[:：]?` + gap + `(` + numeral + `)` + gap + `份` + gap + `[）)]?$`)

func labelNames() string {
	var names []string
	for _, l := range labels {
		names = append(names, l.names...)
	}
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	for i, name := range names {
		names[i] = strings.Join(strings.Split(name, ""), gap)
	}
	return strings.Join(names, "|")
}

// value is a label found in a line and what stands after it.
type value struct {
	name string // as in the file, without spaces
	text string
}

// labelsIn takes apart a line that begins with a label; nil if it does not.
func labelsIn(s string) []value {
	at := labelAt.FindAllStringSubmatchIndex(s, -1)
	if len(at) == 0 || at[0][2] != 0 {
		return nil
	}
	values := make([]value, len(at))
	for i, m := range at {
		end := len(s)
		if i+1 < len(at) {
			end = at[i+1][2]
		}
		values[i] = value{squeeze(s[m[2]:m[3]]), strings.Trim(s[m[1]:end], " \t\u00a0\u3000|｜")}
	}
	return values
}

func fieldOf(name string) (key doc.FieldKey, printed string) {
	for _, l := range labels {
		if slices.Contains(l.names, name) {
			return l.field, l.names[0]
		}
	}
	return doc.FieldCredits, name
}

func isList(key doc.FieldKey) bool {
	return key == doc.FieldReportTo || key == doc.FieldCopyTo || key == doc.FieldSendTo
}

// longestLabelled bounds a line of people or contacts; lists may be long.
const longestLabelled = 80

// imprintStart returns where the imprint begins: at the topmost line with a
// label below which nothing stands but more of the kind.
func imprintStart(lines []line) int {
	start := len(lines)
	var strangers []line
	for i := len(lines) - 1; i >= 0; i-- {
		values := labelsIn(lines[i].text)
		switch {
		case len(values) == 0 && copies.FindString(lines[i].text) == lines[i].text:
			start = i
		case len(values) == 0 && (lines[i].furniture || isLoneLabel(lines[i]) || isIssuer(lines[i])):
			// belongs to an imprint only if a known label stands above
		case len(values) == 0:
			strangers = append(strangers, lines[i])
		case !belongs(values, lines[i], strangers):
			return start
		default:
			start, strangers = i, nil
		}
		if len(strangers) > mostTurned {
			break
		}
	}
	return start
}

// mostTurned is how many lines a list of recipients may run on.
const mostTurned = 8

func isLoneLabel(l line) bool { return l.runes() <= longestLabelled && otherLabel.MatchString(l.text) }

// belongs reports whether a line with labels can stand in an imprint that has
// these lines without one below it: the turned lines of a list, or one short
// remark of the office.
func belongs(values []value, l line, strangers []line) bool {
	last, _ := fieldOf(values[len(values)-1].name)
	turned := isList(last) && lastRune(l.text) != '。'
	remark := len(strangers) == 1 && strangers[0].runes() <= longestOffice && lastRune(strangers[0].text) != '。'
	if len(strangers) > 0 && !turned && !remark {
		return false
	}
	first, _ := fieldOf(values[0].name)
	return isList(first) || l.runes() <= longestLabelled
}

// imprint places the lines of the imprint.
func (r *reader) imprint(lines []line) {
	list := doc.FieldKey("") // the list that a line without a label continues
	for _, l := range lines {
		if l.furniture {
			r.loosen(l, UnplacedPage, &r.below)
			continue
		}
		if r.copies(&l) && l.text == "" {
			continue
		}
		values := labelsIn(l.text)
		switch {
		case len(values) > 0:
			r.labelled(l)
			list = r.openList(values[len(values)-1].name)
		case list != "" && r.turned(list, l):
		case r.otherLabel(l) || r.issuer(l):
			list = ""
		default:
			r.loosen(l, UnplacedImprint, &r.below)
		}
	}
}

// openList returns the list that a line after the label may continue: none if
// the label is of another kind, or was kept among the further sign-offs.
func (r *reader) openList(name string) doc.FieldKey {
	key, _ := fieldOf(name)
	kept := slices.ContainsFunc(r.b.Imprint.Credits, func(c doc.Credit) bool { return c.Label == name })
	if !isList(key) || kept {
		return ""
	}
	return key
}

// copies takes the number of copies off the end of a line.
func (r *reader) copies(l *line) bool {
	m := copies.FindStringSubmatchIndex(l.text)
	if m == nil || r.b.Imprint.Copies != 0 || number(l.text[m[2]:m[3]]) == 0 {
		return false
	}
	before := strings.TrimSpace(l.text[:m[0]])
	if before != "" && len(labelsIn(before)) == 0 && lastRune(before) != '。' {
		return false
	}
	r.b.Imprint.Copies = number(l.text[m[2]:m[3]])
	l.text = before
	return true
}

// labelled places a line that begins with a label and reports whether it does.
func (r *reader) labelled(l line) bool {
	values := labelsIn(l.text)
	for _, v := range values {
		r.credit(v, l)
	}
	return len(values) > 0
}

// credit places one labelled value: in its field, which prints its own label;
// or, where that is refused, among the further sign-offs under its old label.
func (r *reader) credit(v value, l line) {
	key, printed := fieldOf(v.name)
	if held, _ := r.b.Get(doc.Place{Field: key}); key != doc.FieldCredits && held == "" {
		if v.name == printed || !r.opts.Repair || r.make(RepairLabel, l.number, doc.Place{Field: key}, v.name, printed) {
			r.set(key, v.text, l)
			return
		}
	}
	r.b.Imprint.Credits = append(r.b.Imprint.Credits, doc.Credit{Label: v.name,
		Name: r.clean(v.text, l.number, doc.Place{Field: doc.FieldCredits})})
}

func (r *reader) otherLabel(l line) bool {
	m := otherLabel.FindStringSubmatch(l.text)
	if m == nil {
		return false
	}
	r.credit(value{m[1], l.text[len(m[0]):]}, l)
	return true
}

// turned puts a line that continues a list at its end.
func (r *reader) turned(list doc.FieldKey, l line) bool {
	at := doc.Place{Field: list}
	held, _ := r.b.Get(at)
	if lastRune(held) == '。' || !r.join(RepairLineCut, l.number, at, held, l.text) {
		return false
	}
	return r.b.Set(at, held+r.clean(l.text, l.number, at)) == nil
}

// isIssuer reports whether the line is a date, or an office and a date.
func isIssuer(l line) bool {
	_, day := carries(l)
	return day && len(words(l.text)) <= 2 && l.runes() <= longestMasthead
}

// issuer takes the date of a line at the foot, where the masthead has none, and
// reports whether the rest of the line found its place too.
func (r *reader) issuer(l line) bool {
	ws := words(l.text)
	last := ws[len(ws)-1]
	if !isIssuer(l) || last.mark.field != doc.FieldDate || !last.mark.set(r, last.found, l) {
		return false
	}
	return len(ws) == 1 || ws[0].mark == nil && r.set(doc.FieldOffice, l.text[ws[0].from:ws[0].to], l)
}
