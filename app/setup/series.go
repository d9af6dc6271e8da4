package setup

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"

	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
	"jianbao/review/proof"
)

// The form in which a series travels as a file.
const (
	seriesFormat  = "jianbao.series"
	seriesVersion = 1
)

type seriesFile struct {
	Format           string          `json:"format"`
	Version          int             `json:"version"`
	ID               review.SeriesID `json:"id,omitempty"`
	Name             string          `json:"name"`
	SupplementsCount bool            `json:"supplementscount"`
	SameHandReason   string          `json:"samehandreason,omitempty"`
	AllowOverride    bool            `json:"allowoverride"`
	SubstantiveShare int             `json:"substantiveshare,omitempty"`
	Suite            review.Suite    `json:"suite,omitempty"`

	Rules map[string]review.RuleSetting `json:"rules,omitempty"`

	Template template.Template `json:"template"`
}

// ParseSeries reads the file form of a series. What it does not know, and a
// template that cannot be used, is a *Problem.
func ParseSeries(data []byte) (review.Series, error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.DisallowUnknownFields()
	var f seriesFile
	err := dec.Decode(&f)
	if err == nil && (f.Format != seriesFormat || f.Version != seriesVersion || f.Name == "") {
		err = fmt.Errorf("format %q, version %d, name %q", f.Format, f.Version, f.Name)
	}
	if err == nil && (f.SubstantiveShare < 0 || f.SubstantiveShare > 100) {
		err = fmt.Errorf("substantiveshare %d is no share in %%", f.SubstantiveShare)
	}
	if err == nil && f.Suite != "" && !slices.Contains(review.Suites(), f.Suite) {
		err = fmt.Errorf("suite %q is none of %q", f.Suite, review.Suites())
	}
	if err == nil {
		err = checkRules(f.Rules)
	}
	if err == nil {
		err = f.Template.Validate()
	}
	if err == nil {
		f.Template.Page, err = parsePage(f.Template.Page)
	}
	if err != nil {
		return review.Series{}, problem(CodeSeries, err, "detail", err.Error())
	}
	return review.Series{ID: f.ID, Name: f.Name, Template: f.Template, SupplementsCount: f.SupplementsCount,
		SameHandReason: f.SameHandReason, AllowOverride: f.AllowOverride, SubstantiveShare: f.SubstantiveShare,
		Rules: f.Rules, Suite: f.Suite}, nil
}

// checkRules refuses a level that is none. A rule that is not known changes
// nothing: it may be one of a later version.
func checkRules(rules map[string]review.RuleSetting) error {
	for id, r := range rules {
		if r.Level != "" && !slices.Contains(proof.Levels(), proof.Level(r.Level)) {
			return fmt.Errorf("rules: %s: level %q", id, r.Level)
		}
	}
	return nil
}

// FormatSeries writes the form that ParseSeries reads.
func FormatSeries(s review.Series) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(seriesFile{Format: seriesFormat, Version: seriesVersion, ID: s.ID, Name: s.Name,
		SupplementsCount: s.SupplementsCount, SameHandReason: s.SameHandReason, AllowOverride: s.AllowOverride,
		SubstantiveShare: s.SubstantiveShare, Suite: s.Suite, Rules: s.Rules, Template: s.Template})
	return out.Bytes(), err
}

// FitSeries makes a series out of one issue of it: pattern's parts and chain,
// with the issue's own masthead, contacts and lists as what a new issue starts
// from. A part that the issue leaves empty is not required. The result has no
// id: it is a series of its own.
func FitSeries(pattern review.Series, issue doc.Bulletin) review.Series {
	s := pattern
	s.ID, s.Name = "", issue.Masthead.Title
	s.Template.Name = issue.Masthead.Title
	s.Template.Parts = make([]template.Part, len(pattern.Template.Parts))
	for i, part := range pattern.Template.Parts {
		s.Template.Parts[i] = fitPart(part, issue)
	}
	return s
}

func fitPart(part template.Part, issue doc.Bulletin) template.Part {
	if value, ok := issue.Get(doc.Place{Field: part.Field}); ok {
		part.Required = part.Required && value != ""
		if part.Carry {
			part.Default = value
		}
		return part
	}
	for _, a := range issue.Articles {
		value, _ := issue.Get(doc.Place{Field: part.Field, Article: a.ID})
		part.Required = part.Required && value != ""
	}
	return part
}
