package template

import (
	"strings"

	"jianbao/editor/doc"
)

// Missing lists what b still lacks before it can be handed over, in the order
// of the form, each with the place to go to. An empty list means complete.
func (t Template) Missing(b doc.Bulletin) []doc.Problem {
	var problems []doc.Problem
	for _, part := range t.Parts {
		for _, at := range places(b, part.Field) {
			value, _ := b.Get(at)
			if p, ok := part.check(at, value); ok {
				problems = append(problems, p)
			}
		}
	}
	return problems
}

func (p Part) check(at doc.Place, value string) (doc.Problem, bool) {
	blank := strings.TrimSpace(value) == ""
	switch {
	case p.Required && blank:
		return doc.Problem{Code: CodeMissing, Place: at, Args: map[string]string{"field": string(p.Field)}}, true
	case !blank && !p.allows(value):
		return doc.Problem{Code: CodeNotAllowed, Place: at, Args: map[string]string{
			"field": string(p.Field), "value": value, "allowed": strings.Join(p.Allowed, "、")}}, true
	}
	return doc.Problem{}, false
}

// places returns where a field stands in b: once in masthead or imprint, once
// for each article.
func places(b doc.Bulletin, key doc.FieldKey) []doc.Place {
	if !strings.HasPrefix(string(key), "article.") {
		return []doc.Place{{Field: key}}
	}
	at := make([]doc.Place, len(b.Articles))
	for i, a := range b.Articles {
		at[i] = doc.Place{Field: key, Article: a.ID}
	}
	return at
}

// NewIssue returns an issue to start from: the template's defaults, and over
// them what the template carries over from the last issue, if there is one.
func (t Template) NewIssue(last *doc.Bulletin) (doc.Bulletin, error) {
	b := doc.New()
	for _, part := range t.Parts {
		value := part.Default
		from := doc.Place{Field: part.Field}
		if last != nil && part.Carry {
			if v, ok := last.Get(from); ok && v != "" {
				value = v
			}
		}
		if value == "" {
			continue
		}
		for _, at := range places(b, part.Field) {
			if err := b.Set(at, value); err != nil {
				return doc.Bulletin{}, err
			}
		}
	}
	return b, nil
}
