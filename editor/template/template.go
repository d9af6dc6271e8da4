// Package template owns what a series (刊) asks of each of its issues: which
// parts there are, which must be filled, what may stand in them, what is taken
// over from the last issue, and who signs in which order. It does not know any
// particular series, nor who the people are: a template is data, handed in.
package template

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"jianbao/editor/doc"
)

// Template describes the issues of one series.
type Template struct {
	// Name is what people call the template.
	Name string `json:"name"`
	// Parts lists the fields the series uses, in the order of the form.
	Parts []Part `json:"parts"`
	// Chain lists the roles that sign, first to last, by the office's own names.
	Chain []string `json:"chain"`
	// Page is how the pages of the series look, where they differ from the usual
	// form; the page engine reads it, a template does not.
	Page json.RawMessage `json:"page,omitempty"`
}

// Part is one field of the form.
type Part struct {
	Field    doc.FieldKey `json:"field"`
	Required bool         `json:"required,omitempty"`
	Allowed  []string     `json:"allowed,omitempty"` // values that may stand here; none means any
	Hint     string       `json:"hint,omitempty"`    // guidance shown in the empty field, in the office's words
	Default  string       `json:"default,omitempty"` // stands in a new issue
	Carry    bool         `json:"carry,omitempty"`   // taken over from the last issue
}

// The codes of the problems a template finds.
const (
	CodeMissing    = "template.part.missing"
	CodeNotAllowed = "template.part.notallowed"
)

// Codes lists every code of this package.
func Codes() []string { return []string{CodeMissing, CodeNotAllowed} }

// ErrInvalid says that a template contradicts itself or names what is not there.
var ErrInvalid = errors.New("template: not a usable template")

// Parse reads a template from JSON and returns ErrInvalid if it is not one.
func Parse(data []byte) (Template, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var t Template
	if err := dec.Decode(&t); err != nil {
		return Template{}, fmt.Errorf("%w: %v", ErrInvalid, err)
	}
	return t, t.Validate()
}

// Validate returns ErrInvalid if a part names an unknown field, a field stands
// twice, a default is not allowed or does not fit its field, or the chain is
// empty or repeats a role.
func (t Template) Validate() error {
	known := append(doc.Fields(), doc.ArticleFields()...)
	var seen []doc.FieldKey
	for _, p := range t.Parts {
		switch {
		case !slices.Contains(known, p.Field):
			return fmt.Errorf("%w: unknown field %q", ErrInvalid, p.Field)
		case slices.Contains(seen, p.Field):
			return fmt.Errorf("%w: field %q stands twice", ErrInvalid, p.Field)
		case p.Default != "" && !p.allows(p.Default):
			return fmt.Errorf("%w: default %q of %q is not an allowed value", ErrInvalid, p.Default, p.Field)
		}
		if err := p.fits(); err != nil {
			return fmt.Errorf("%w: default of %q: %v", ErrInvalid, p.Field, err)
		}
		seen = append(seen, p.Field)
	}
	if len(t.Chain) == 0 {
		return fmt.Errorf("%w: nobody signs", ErrInvalid)
	}
	for i, role := range t.Chain {
		if role == "" || slices.Contains(t.Chain[:i], role) {
			return fmt.Errorf("%w: role %q in the chain is empty or repeated", ErrInvalid, role)
		}
	}
	return nil
}

// Part returns the part for a field, and whether the series uses it.
func (t Template) Part(key doc.FieldKey) (Part, bool) {
	i := slices.IndexFunc(t.Parts, func(p Part) bool { return p.Field == key })
	if i < 0 {
		return Part{}, false
	}
	return t.Parts[i], true
}

// fits returns an error if the default cannot be written into its field.
func (p Part) fits() error {
	b := doc.New()
	return b.Set(places(b, p.Field)[0], p.Default)
}

func (p Part) allows(value string) bool {
	return len(p.Allowed) == 0 || slices.Contains(p.Allowed, value)
}
