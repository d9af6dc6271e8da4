package text

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"jianbao/editor/doc"
)

// mark is a recognised part of a masthead line. Set puts what its pattern
// found into the bulletin and reports false if it does not fit there.
type mark struct {
	field doc.FieldKey
	re    *regexp.Regexp
	set   func(r *reader, found []string, l line) bool
}

const (
	gap     = `[ \t\x{a0}\x{3000}]*`
	colon   = gap + `[:：]` + gap
	opening = `[（(〔［\[【]`
	closing = `[）)〕］\]】]`
)

// marks are tried in this order at the start of every word of a masthead line.
// A mark must end at the line's end, at white space, or before an opening
// bracket or 第.
var marks = []mark{
	{doc.FieldSecurity, start(`密` + gap + `级` + colon + `(\S+)`), setText(doc.FieldSecurity)},
	{doc.FieldSecurity, start(`((?:绝密|机密|秘密)(?:` + gap + `[★☆]` + gap + `(?:长期|` + numeral + gap + `[年月日天]))?)`), setText(doc.FieldSecurity)},
	{doc.FieldNotice, start(`(` + opening + `?(?:内部(?:资料|刊物|文件|参考|材料|情况|交流|使用|发行|传阅)|注意保存|注意保密|仅供)\S*(?:` + gap + `(?:注意|妥善|请勿|不得|严禁|仅供|严格)\S*)*)`), setText(doc.FieldNotice)},
	{doc.FieldCopyNumber, start(`(?:编|份)` + gap + `号` + colon + `(\S+)`), setText(doc.FieldCopyNumber)},
	{doc.FieldCopyNumber, start(`(?:№|(?i:no)[.．]?)` + gap + `[:：]?` + gap + `(` + figure + `+)`), setText(doc.FieldCopyNumber)},
	{doc.FieldCopyNumber, start(`([0-9]{6})`), setText(doc.FieldCopyNumber)},
	{doc.FieldLabel, start(opening + gap + `([增专特]` + gap + `刊[^）)〕］\]】]{0,8})` + gap + closing), setText(doc.FieldLabel)},
	{doc.FieldLabel, start(`([增专特]` + gap + `刊(?:之` + hanZi + `{1,3}|` + opening + hanZi + `{1,3}` + closing + `)?)`), setText(doc.FieldLabel)},
	{doc.FieldIssue, start(`(?:` + opening + `?` + gap + `(` + figure + `{4})` + gap + `(?:年?` + gap + closing + `|年)` + gap + `)?第` + gap + `(` + numeral + `)` + gap + `期`), setIssue},
	{doc.FieldTotal, start(opening + `?` + gap + `总` + gap + `第?` + gap + `(` + numeral + `)` + gap + `期` + gap + closing + `?`), setTotal},
	{doc.FieldDate, start(dateLabel + `(` + figure + `{4}|[〇零○一二三四五六七八九]{4})` + gap + `年` + gap + `(` + numeral + `)` + gap + `月` + gap + `(` + numeral + `)` + gap + `日` + gap + `(?:印发|编印|印)?`), setDate},
	{doc.FieldDate, start(dateLabel + `(` + figure + `{4})[-./](` + figure + `{1,2})[-./](` + figure + `{1,2})`), setDate},
	{doc.FieldOffice, start(`(?:编印单位|编发单位|主办单位|印发单位|印发机关|主办|编印|编发)` + colon + `(\S+)`), setText(doc.FieldOffice)},
}

const dateLabel = `(?:(?:印发|编印|编发|出刊)?(?:日期|时间)` + colon + `)?`

func start(pattern string) *regexp.Regexp { return regexp.MustCompile(`^(?:` + pattern + `)`) }

func setText(key doc.FieldKey) func(*reader, []string, line) bool {
	return func(r *reader, found []string, l line) bool { return r.set(key, found[1], l) }
}

func setIssue(r *reader, found []string, _ line) bool {
	n, year := number(found[2]), 0
	if found[1] != "" {
		year = number(found[1])
	}
	if n == 0 || r.b.Masthead.Number.Issue != 0 {
		return false
	}
	r.b.Masthead.Number.Issue, r.b.Masthead.Number.Year = n, year
	return true
}

func setTotal(r *reader, found []string, _ line) bool {
	n := number(found[1])
	if n == 0 || r.b.Masthead.Number.Total != 0 {
		return false
	}
	r.b.Masthead.Number.Total = n
	return true
}

func setDate(r *reader, found []string, _ line) bool {
	d := date(found[1], found[2], found[3])
	if d.IsZero() || !d.Valid() || !r.b.Masthead.Date.IsZero() {
		return false
	}
	r.b.Masthead.Date = d
	return true
}

// word is a stretch of a masthead line: a mark, or text that no mark fits.
type word struct {
	mark     *mark
	found    []string
	from, to int
}

// words takes a line apart into marks and, between them, other text.
func words(s string) []word {
	var out []word
	for at := 0; at < len(s); {
		if r, n := utf8.DecodeRuneInString(s[at:]); isBlank(r) {
			at += n
			continue
		}
		w := nextWord(s, at)
		if last := len(out) - 1; w.mark == nil && last >= 0 && out[last].mark == nil {
			out[last].to = w.to
		} else {
			out = append(out, w)
		}
		at = w.to
	}
	return out
}

func nextWord(s string, at int) word {
	for i := range marks {
		m := marks[i].re.FindStringSubmatch(s[at:])
		if m != nil && endsMark(s[at+len(m[0]):]) {
			return word{&marks[i], m, at, at + len(m[0])}
		}
	}
	if i := strings.IndexFunc(s[at:], isBlank); i >= 0 {
		return word{from: at, to: at + i}
	}
	return word{from: at, to: len(s)}
}

func endsMark(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return rest == "" || isBlank(r) || strings.ContainsRune("（(〔［[【第总", r)
}
