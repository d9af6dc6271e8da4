package page

import (
	"sort"
	"strings"
	"unicode/utf8"

	"jianbao/editor/typeset/face"
)

// The codes of notices. CodeSubstituted: a role is set in another font than
// those it asks for. CodeFallback: its font lacks characters, which are set in
// another. CodeMissing: no font has them. CodeShrunk and CodeBroken: the name of
// the series is too long for one line in its smallest size, and was set smaller
// or in several lines. CodeOverfull: a character is wider than its column.
// CodeImprint: the imprint is longer than a page and runs on to the next.
const (
	CodeSubstituted = "page.face.substituted"
	CodeFallback    = "page.face.fallback"
	CodeMissing     = "page.face.missing"
	CodeBadFile     = "page.face.badfile"
	CodeShrunk      = "page.name.shrunk"
	CodeBroken      = "page.name.broken"
	CodeOverfull    = "page.line.overfull"
	CodeImprint     = "page.imprint.long"
)

// Codes lists every code of this package.
func Codes() []string {
	return []string{CodeSubstituted, CodeFallback, CodeMissing, CodeBadFile, CodeShrunk, CodeBroken, CodeOverfull, CodeImprint}
}

// shownOfText is how many characters of a text a notice quotes.
const shownOfText = 12

// notices collects what one laying has to say. Characters are gathered, so that
// each font is named once.
type notices struct {
	list  []Notice
	chars map[source][]string
}

// source is where characters come from that a role's first font lacks.
type source struct {
	role face.Role
	used string // empty if no font has them
}

// say adds a notice about the page being filled.
func (f *flow) say(code string, args map[string]string) {
	f.notices.list = append(f.notices.list, Notice{Code: code, Args: args, Page: len(f.document.Pages) - 1})
}

// note takes over what was found when a block was set.
func (f *flow) note(s *setting, text string) {
	if s.overfull {
		f.say(CodeOverfull, map[string]string{"text": begin(text)})
	}
	for _, t := range s.strays {
		from := source{role: t.role, used: t.used.Name}
		if t.missing {
			from.used = ""
		}
		if f.notices.chars == nil {
			f.notices.chars = map[source][]string{}
		}
		f.notices.chars[from] = append(f.notices.chars[from], t.cluster)
	}
}

// begin returns the first characters of a text.
func begin(text string) string {
	if utf8.RuneCountInString(text) <= shownOfText {
		return text
	}
	return string([]rune(text)[:shownOfText]) + "…"
}

// report writes all notices into the document, those on fonts first.
func (f *flow) report() {
	list := f.ofFonts()
	for from, clusters := range f.notices.chars {
		args := map[string]string{"role": term(from.role), "characters": unique(clusters)}
		code := CodeMissing
		if from.used != "" {
			code, args["used"] = CodeFallback, from.used
		}
		list = append(list, Notice{Code: code, Args: args, Page: -1})
	}
	sort.SliceStable(list, func(i, j int) bool { return rank(list[i]) < rank(list[j]) })
	f.document.Notices = append(list, f.notices.list...)
}

// term is how a notice names a role, for the catalogue to say in words.
func term(r face.Role) string { return "face." + string(r) }

func rank(n Notice) string { return n.Code + "\x00" + n.Args["role"] + "\x00" + n.Args["used"] }

// ofFonts says which fonts stand for others and which files are broken.
func (f *flow) ofFonts() []Notice {
	var list []Notice
	for _, s := range f.faces.Substitutes() {
		list = append(list, Notice{Code: CodeSubstituted, Page: -1,
			Args: map[string]string{"role": term(s.Role), "wanted": s.Wanted, "used": s.Used}})
	}
	for _, file := range f.faces.Broken() {
		list = append(list, Notice{Code: CodeBadFile, Page: -1, Args: map[string]string{"file": file}})
	}
	return list
}

// unique joins clusters, each once, in order.
func unique(clusters []string) string {
	sort.Strings(clusters)
	var b strings.Builder
	last := ""
	for _, c := range clusters {
		if c != last {
			b.WriteString(c)
		}
		last = c
	}
	return b.String()
}
