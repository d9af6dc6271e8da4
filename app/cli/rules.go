package cli

import (
	"strings"

	"jianbao/app/setup"
	"jianbao/review/proof"
)

// ruleList is the answer to "rules": the catalogue of proofreading rules, as
// Markdown or, with --json, as the packs themselves.
type ruleList []proof.Pack

func rules(*call) (result, error) {
	packs, err := setup.Packs()
	return ruleList(packs), err
}

func (list ruleList) print(p *page) {
	total := 0
	for _, pack := range list {
		total += len(pack.Rules)
	}
	p.say("cli.rules.head", "count", total)
	for _, pack := range list {
		p.line("\n## " + pack.Title + "\n")
		p.say("cli.rules.columns")
		p.line("|---|---|---|---|---|---|---|")
		for _, r := range pack.Rules {
			p.rule(r)
		}
	}
	p.omissions(list)
}

func (p *page) rule(r *proof.Rule) {
	fix := ""
	if r.Mechanical {
		fix = p.words.T("cli.rules.mechanical")
	}
	p.row(r.ID, r.Name, p.words.T("term.proof."+string(r.Level)), r.Clause+since(r), r.Wrong[0].Text, r.Right[0].Text, fix)
}

// since adds the days between which a rule holds.
func since(r *proof.Rule) string {
	if r.From == "" && r.To == "" {
		return ""
	}
	return "，" + r.From + "—" + r.To
}

func (p *page) omissions(list ruleList) {
	p.say("cli.rules.omitted")
	p.line("|---|---|---|")
	for _, pack := range list {
		for _, o := range pack.Omitted {
			p.row(o.ID, o.Name, o.Reason)
		}
	}
}

var inCell = strings.NewReplacer("|", `\|`, "\n", "↵", "\u200b", "U+200B", "\ufeff", "U+FEFF", "\u00ad", "U+00AD", "\u00a0", "U+00A0",
	"<", "&lt;", "&", "&amp;", "\ufffd", "U+FFFD", "*", `\*`, "_", `\_`)

// row writes a row of a Markdown table; what cannot be seen is named.
func (p *page) row(cells ...string) {
	for _, c := range cells {
		p.WriteString("| " + inCell.Replace(shortened(c)) + " ")
	}
	p.line("|")
}

const cellLength = 60

func shortened(s string) string {
	if runes := []rune(s); len(runes) > cellLength {
		return string(runes[:cellLength]) + "…"
	}
	return s
}
