package proof

import (
	"regexp"
	"strconv"

	"jianbao/editor/doc"
)

// disorder is what can be wrong with the numbers of headings.
type disorder int

const (
	broken  disorder = iota // a number is missing or stands twice
	skipped                 // a level is missing
	single                  // a first one without a second
)

// numbering follows the numbers before headings: 一、（一）1.（1）.
type numbering struct{ want disorder }

// headingNumber also reads the first of a list of attachments, 附件：1.
var headingNumber = regexp.MustCompile(`^[\s　]*(?:附件[：:][\s　]*)?([（(]?([0-9]{1,3}|[一二三四五六七八九十]{1,3})[）)、.．].?)`)

// heading is a numbered heading and where it stands.
type heading struct {
	passage, to int // to: the rune after the number's mark
	level       doc.Level
	n           int
	written     string
}

// outline is where the numbers of one article have come to.
type outline struct {
	last  [doc.Level4 + 1]heading // of each level under the present parent
	used  [doc.Level4 + 1]bool    // anywhere in the article
	found map[disorder][]placed
}

func (f numbering) survey(s *sheet) []placed {
	var found []placed
	for _, run := range articles(s) {
		found = append(found, outlineOf(run)[f.want]...)
	}
	return found
}

// articles parts the headings of a text by article.
func articles(s *sheet) [][]heading {
	var all [][]heading
	var run []heading
	for i, p := range s.passages {
		if p.Part == Title {
			all, run = append(all, run), nil
		}
		if h, ok := headingAt(i, p); ok {
			run = append(run, h)
		}
	}
	return append(all, run)
}

func headingAt(i int, p *passage) (heading, bool) {
	m := headingNumber.FindStringSubmatchIndex(p.Text)
	if m == nil {
		return heading{}, false
	}
	level := doc.LevelOf(p.Text[m[2]:m[3]])
	written := p.Text[m[4]:m[5]]
	n := numeral(written)
	return heading{i, p.rune(m[5]) + 1, level, n, written}, level != doc.BodyText && n > 0
}

func outlineOf(run []heading) map[disorder][]placed {
	o := &outline{found: map[disorder][]placed{}}
	for _, h := range run {
		o.used[h.level] = true
	}
	for _, h := range run {
		o.step(h)
	}
	o.leave(doc.Level1)
	return o.found
}

func (o *outline) step(h heading) {
	o.leave(h.level + 1)
	last := o.last[h.level]
	if h.n == 1 {
		o.alone(last)
		o.skip(h)
	} else if last.n != 0 && h.n != last.n+1 {
		args := map[string]string{"number": h.written, "expected": sameScript(h.written, last.n+1), "last": last.written}
		o.add(broken, h, args)
	} else if last.n == 0 && h.n == 2 {
		o.add(broken, h, map[string]string{"number": h.written, "expected": sameScript(h.written, 1), "last": "—"})
	}
	o.last[h.level] = h
}

// leave ends the levels from one on.
func (o *outline) leave(from doc.Level) {
	for l := from; l <= doc.Level4; l++ {
		o.alone(o.last[l])
		o.last[l] = heading{}
	}
}

func (o *outline) alone(h heading) {
	if h.n == 1 && h.level != doc.BodyText {
		o.add(single, h, map[string]string{"number": h.written})
	}
}

// skip reports a heading two levels below the one it stands under, where the
// level between is used elsewhere in the article. 一、 then 1. alone is a usual
// way of writing two levels.
func (o *outline) skip(h heading) {
	if h.level < doc.Level3 || o.last[h.level-1].n != 0 || !o.used[h.level-1] {
		return
	}
	for l := h.level - 2; l >= doc.Level1; l-- {
		if o.last[l].n != 0 {
			o.add(skipped, h, map[string]string{"number": h.written})
			return
		}
	}
}

func (o *outline) add(d disorder, h heading, args map[string]string) {
	o.found[d] = append(o.found[d], placed{h.passage, hit{from: 0, to: h.to, args: args}})
}

func sameScript(like string, n int) string {
	if isDigit(firstRune(like)) {
		return strconv.Itoa(n)
	}
	return ordinal(n)
}
