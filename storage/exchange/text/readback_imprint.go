package text

import (
	"strings"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/form"
)

// printed is the order in which the labelled values of an imprint stand. The
// further sign-offs stand after 核稿.
var printed = []struct {
	label string
	field doc.FieldKey
}{
	{form.EditorLabel, doc.FieldEditor},
	{form.CheckerLabel, doc.FieldChecker},
	{form.PhoneLabel, doc.FieldPhone},
	{form.FaxLabel, doc.FieldFax},
	{form.EmailLabel, doc.FieldEmail},
	{form.ReportToLabel, doc.FieldReportTo},
	{form.CopyToLabel, doc.FieldCopyTo},
	{form.SendToLabel, doc.FieldSendTo},
}

const (
	firstContact = 2 // index into printed
	firstList    = 5
)

func (p *parser) imprint(all [][]string) bool {
	if len(all) > 2 {
		return false
	}
	next := 0
	for i, block := range all {
		if i > 0 {
			next = firstList
		}
		for _, l := range block {
			var ok bool
			if next, ok = p.labelled(l, next); !ok {
				return false
			}
		}
	}
	return true
}

// labelled places a line and returns where in printed the next may stand.
func (p *parser) labelled(l string, next int) (int, bool) {
	if copies, ok := inside(l, "（共印", "份）"); ok {
		p.b.Imprint.Copies = number(copies)
		return len(printed), true
	}
	for i := next; i < len(printed); i++ {
		if value, ok := strings.CutPrefix(l, printed[i].label); ok {
			return i + 1, p.b.Set(doc.Place{Field: printed[i].field}, value) == nil
		}
	}
	label, name, ok := strings.Cut(l, "：")
	p.b.Imprint.Credits = append(p.b.Imprint.Credits, doc.Credit{Label: label, Name: name})
	return max(next, firstContact), ok && next <= firstContact
}
