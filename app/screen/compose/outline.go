package compose

import (
	"strings"

	"jianbao/editor/doc"
	"jianbao/editor/template"
)

// standing tells how a part of the issue stands.
type standing string

const (
	ready    standing = "✓"
	wanting  standing = "!"
	optional standing = "○"
)

// part is one line of the structure of an issue.
type part struct {
	standing standing
	title    string
	note     string
	to       doc.Place
}

// groups are the lines of the structure above and below the articles, each with
// the fields it stands for.
var headGroups = []group{
	{"masthead", []doc.FieldKey{doc.FieldTitle, doc.FieldLabel, doc.FieldSecurity, doc.FieldNotice, doc.FieldCopyNumber, doc.FieldOffice}},
	{"number", []doc.FieldKey{doc.FieldDate}},
}

var footGroups = []group{
	{"signers", []doc.FieldKey{doc.FieldEditor, doc.FieldChecker, doc.FieldCredits}},
	{"contacts", []doc.FieldKey{doc.FieldPhone, doc.FieldFax, doc.FieldEmail}},
	{"lists", []doc.FieldKey{doc.FieldReportTo, doc.FieldCopyTo, doc.FieldSendTo}},
	{"copies", []doc.FieldKey{doc.FieldCopies}},
}

type group struct {
	name   string
	fields []doc.FieldKey
}

// structure lists the parts of an issue in reading order.
func structure(say speech, b doc.Bulletin, t template.Template, problems []doc.Problem) []part {
	var parts []part
	add := func(g group) {
		if p, used := g.part(say, b, t, problems); used {
			parts = append(parts, p)
		}
	}
	for _, g := range headGroups {
		add(g)
	}
	for i, a := range b.Articles {
		parts = append(parts, articlePart(say, i, a, problems))
		parts = append(parts, headingParts(a)...)
	}
	for _, g := range footGroups {
		add(g)
	}
	return parts
}

// part tells how a group stands, and whether the issue has it at all.
func (g group) part(say speech, b doc.Bulletin, t template.Template, problems []doc.Problem) (part, bool) {
	p := part{standing: optional, title: say.t("compose.outline." + g.name)}
	used := false
	for _, key := range g.fields {
		at := doc.Place{Field: key}
		_, asked := t.Part(key)
		value := shown(b, at)
		if !asked && value == "" {
			continue
		}
		if !used {
			p.to, used = at, true
		}
		switch {
		case wants(problems, at):
			if p.standing != wanting {
				p.to = at
			}
			p.standing = wanting
		case value != "" && p.standing == optional:
			p.standing = ready
		}
	}
	if p.standing == optional {
		p.note = say.t("compose.outline.optional")
	} else if g.name == "number" {
		p.note = say.t("compose.outline.drawn")
	}
	return p, used
}

func articlePart(say speech, index int, a doc.Article, problems []doc.Problem) part {
	p := part{standing: ready, title: strings.TrimSpace(say.ordinal(index) + "  " + a.TitleLine()),
		note: thousands(a.Runes()), to: doc.Place{Field: doc.FieldArticleTitle, Article: a.ID}}
	for _, problem := range problems {
		if problem.Place.Article == a.ID {
			p.standing, p.to = wanting, problem.Place
			break
		}
	}
	return p
}

// headingParts lists the headings of the first level in an article.
func headingParts(a doc.Article) []part {
	var parts []part
	for _, p := range a.Body {
		if p.Level == doc.Level1 {
			parts = append(parts, part{title: "　" + clause(p.Text), to: doc.Place{Article: a.ID, Paragraph: p.ID}})
		}
	}
	return parts
}

func wants(problems []doc.Problem, at doc.Place) bool {
	for _, p := range problems {
		if p.Place == at {
			return true
		}
	}
	return false
}
