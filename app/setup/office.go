package setup

import (
	"context"
	"strings"

	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
)

// Office is what a first start asks: what the bulletin and its office are
// called, and who has which hand. Only Title is required.
type Office struct {
	Title, Name     string
	Drafter         string
	Editor, Checker string
}

// Found sets an office up on a database that has only the built-in series: the
// series gets the office's names in place of the invented ones, and the people
// are entered, without PINs. It returns what review.Desk returns.
func (p *Program) Found(ctx context.Context, o Office) error {
	all, err := p.Desk.AllSeries(ctx)
	if err != nil {
		return err
	}
	if len(all) == 0 {
		return review.ErrNotFound
	}
	if _, err := p.Desk.PutSeries(ctx, review.Actor{}, o.series(all[0])); err != nil {
		return err
	}
	hands := append([]review.Role{review.RoleDrafter}, all[0].Chain()...)
	for i, name := range []string{o.Drafter, o.Editor, o.Checker} {
		if strings.TrimSpace(name) == "" || i >= len(hands) {
			continue
		}
		if _, err := p.Desk.AddPerson(ctx, name, []review.Role{hands[i]}, ""); err != nil {
			return err
		}
	}
	return nil
}

// series puts the office's names into pattern and takes every invented value
// out of it.
func (o Office) series(pattern review.Series) review.Series {
	names := map[doc.FieldKey]string{doc.FieldTitle: o.Title, doc.FieldOffice: o.Name, doc.FieldEditor: o.Editor, doc.FieldChecker: o.Checker}
	s := pattern
	s.Name = strings.TrimSpace(o.Title)
	s.Template.Parts = make([]template.Part, len(pattern.Template.Parts))
	for i, part := range pattern.Template.Parts {
		part.Default = strings.TrimSpace(names[part.Field])
		s.Template.Parts[i] = part
	}
	return s
}
