package proof

import (
	"slices"

	"jianbao/editor/doc"
)

// Apply returns text with fix instead of what f found in it. A text that is no
// longer the one f was found in is returned as it is.
func Apply(text string, f Finding, fix string) string {
	runes := []rune(text)
	from, to := int(f.From), int(f.To)
	if from < 0 || to < from || to > len(runes) || string(runes[from:to]) != f.Text {
		return text
	}
	return string(runes[:from]) + fix + string(runes[to:])
}

// Write puts changes that Normalise made of TextOf(b) into a copy of b. A
// paragraph taken into another one goes; every other keeps its id. It returns
// the error of doc.Bulletin.Set for a field that does not take its new value.
func Write(b doc.Bulletin, changes []Change) (doc.Bulletin, error) {
	out := b.Clone()
	for _, c := range changes {
		if c.Place.Paragraph == "" {
			if err := out.Set(c.Place, c.New); err != nil {
				return b, err
			}
			continue
		}
		writeParagraph(&out, c)
	}
	return out, nil
}

func writeParagraph(b *doc.Bulletin, c Change) {
	p, a := b.Paragraph(c.Place.Paragraph)
	switch {
	case p == nil:
	case c.Gone:
		a.Body = slices.DeleteFunc(a.Body, func(p doc.Paragraph) bool { return p.ID == c.Place.Paragraph })
	default:
		if level := doc.LevelOf(c.New); level != doc.LevelOf(p.Text) {
			p.Level = level
		}
		p.Text = c.New
	}
}
