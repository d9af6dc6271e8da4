package compose

import (
	"fyne.io/fyne/v2"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
	"jianbao/editor/typeset"
	"jianbao/review"
)

// expected is the number the issue bears or is expected to draw.
type expected struct {
	doc.Number
	drawn bool
}

func expectedOf(f *review.File) expected {
	return expected{f.Expected, !f.Draft.Number.IsZero()}
}

// key is the catalogue key of a form of the number: expected ones say so.
func (e expected) key(form string) string {
	if e.drawn {
		return form
	}
	return form + ".expected"
}

// buildMasthead sets what stands above the red line.
func (p *page) buildMasthead(body *fyne.Container) {
	p.buildMarks(body)
	title := p.titleStyle(42)
	title.color, title.fit = jtheme.ColorRed, true
	body.Add(p.add(doc.Place{Field: doc.FieldTitle}, title).box)
	if at := (doc.Place{Field: doc.FieldLabel}); p.uses(at) {
		body.Add(p.add(at, p.centred(15)).box)
	}
	p.buildNumber(body)
	body.Add(element.Gap(1, 6*p.zoom))
	date := p.style(15)
	date.align = typeset.Right
	body.Add(element.Shared([]float32{3, 2}, p.add(doc.Place{Field: doc.FieldOffice}, p.style(15)).box,
		p.add(doc.Place{Field: doc.FieldDate}, date).box))
	body.Add(element.Gap(1, 4*p.zoom))
	body.Add(element.NewSurface(jtheme.ColorRed, element.Gap(1, 2*p.zoom)))
}

// buildMarks sets the lines in the upper corner: copy number, 密级, notice.
func (p *page) buildMarks(body *fyne.Container) {
	for _, key := range []doc.FieldKey{doc.FieldCopyNumber, doc.FieldSecurity, doc.FieldNotice} {
		if at := (doc.Place{Field: key}); p.uses(at) {
			body.Add(p.add(at, p.style(14)).box)
		}
	}
}

// buildNumber sets the number as it will be drawn; it is not edited.
func (p *page) buildNumber(body *fyne.Container) {
	if p.number.IsZero() {
		body.Add(p.fixed(p.say.t("compose.page.nonumber")))
		return
	}
	body.Add(p.fixed(p.say.t(p.number.key("compose.page.issue"), "n", p.number.Issue)))
	if p.number.Total > 0 {
		body.Add(p.fixed(p.say.t(p.number.key("compose.page.total"), "n", p.number.Total)))
	}
	if !p.number.drawn {
		body.Add(p.note(p.say.t("compose.page.drawn"), fyne.TextAlignCenter))
	}
}
