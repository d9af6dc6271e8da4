package compose

import (
	"fyne.io/fyne/v2"

	"jianbao/app/element"
	jtheme "jianbao/app/theme"
	"jianbao/editor/doc"
)

// buildImprint sets the foot of the last page.
func (p *page) buildImprint(body *fyne.Container) {
	body.Add(element.Gap(1, 28*p.zoom))
	p.addLine(body, doc.FieldEditor, doc.FieldChecker)
	p.addLine(body, doc.FieldCredits)
	p.addLine(body, doc.FieldPhone, doc.FieldFax, doc.FieldEmail)
	body.Add(p.rule())
	for _, key := range []doc.FieldKey{doc.FieldReportTo, doc.FieldCopyTo, doc.FieldSendTo} {
		p.addLine(body, key)
	}
	body.Add(p.rule())
	p.addLine(body, doc.FieldCopies)
}

// shortest is the room that a field beside others has at least.
const shortest = 80

// addLine sets fields beside one another, each after its name and with room for
// what it says now. What the series does not use is left out.
func (p *page) addLine(body *fyne.Container, keys ...doc.FieldKey) {
	var shares []float32
	var cells []fyne.CanvasObject
	for _, key := range keys {
		at := doc.Place{Field: key}
		if !p.uses(at) {
			continue
		}
		style := p.style(14)
		style.before = p.say.t("compose.page.label", "field", p.say.words.Field(key))
		if key == doc.FieldCredits {
			style.before = "" // each line brings its own name
		}
		shares = append(shares, max(shortest, style.width(p.text.shown(at))))
		cells = append(cells, p.add(at, style).box)
	}
	if len(cells) > 0 {
		body.Add(element.Shared(shares, cells...))
	}
}

func (p *page) rule() fyne.CanvasObject {
	return element.Flow(0, element.Gap(1, 5*p.zoom), element.NewSurface(jtheme.ColorInk, element.Gap(1, 1)), element.Gap(1, 5*p.zoom))
}
