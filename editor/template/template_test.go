package template

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"jianbao/editor/doc"
)

// sample is a template that uses each feature a part can have.
func sample() Template {
	return Template{
		Name: "松江工作简报",
		Parts: []Part{
			{Field: doc.FieldTitle, Required: true, Default: "松江工作简报"},
			{Field: doc.FieldLabel, Allowed: []string{"增刊", "专刊"}},
			{Field: doc.FieldDate, Required: true, Carry: true},
			{Field: doc.FieldArticleTitle, Required: true, Hint: "一句话说清做了什么"},
			{Field: doc.FieldArticleSource, Default: "综合科"},
			{Field: doc.FieldPhone, Required: true, Default: "总机", Carry: true},
			{Field: doc.FieldCopies, Default: "60"},
		},
		Chain: []string{"责编", "核稿"},
	}
}

func TestParse(t *testing.T) {
	data, err := json.Marshal(sample())
	if err != nil {
		t.Fatal(err)
	}
	got, err := Parse(data)
	if err != nil || !reflect.DeepEqual(got, sample()) {
		t.Errorf("Parse = %+v, %v, want %+v", got, err, sample())
	}
}

func TestParseRefuses(t *testing.T) {
	for name, data := range map[string]string{
		"nothing":       "",
		"not JSON":      "chain: 责编",
		"unknown key":   `{"chain":["责编"],"colour":"red"}`,
		"unknown in it": `{"chain":["责编"],"parts":[{"field":"imprint.phone","need":true}]}`,
		"nobody signs":  `{"name":"刊"}`,
	} {
		if got, err := Parse([]byte(data)); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %+v, %v, want ErrInvalid", name, got, err)
		}
	}
}

func TestValidate(t *testing.T) {
	if err := sample().Validate(); err != nil {
		t.Fatal(err)
	}
	for name, spoil := range map[string]func(*Template){
		"unknown field":          func(m *Template) { m.Parts[0].Field = "masthead.motto" },
		"field twice":            func(m *Template) { m.Parts[1].Field = m.Parts[0].Field; m.Parts[1].Allowed = nil },
		"default not allowed":    func(m *Template) { m.Parts[1].Default = "号外" },
		"default of a bad form":  func(m *Template) { m.Parts[6].Default = "六十" },
		"date that is not a day": func(m *Template) { m.Parts[2].Default = "2025-02-30" },
		"empty chain":            func(m *Template) { m.Chain = nil },
		"role without a name":    func(m *Template) { m.Chain[1] = "" },
		"role twice":             func(m *Template) { m.Chain[1] = "责编" },
	} {
		m := sample()
		spoil(&m)
		if err := m.Validate(); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
}

func TestPart(t *testing.T) {
	if p, ok := sample().Part(doc.FieldPhone); !ok || p.Default != "总机" {
		t.Errorf("Part(phone) = %+v, %v", p, ok)
	}
	if _, ok := sample().Part(doc.FieldFax); ok {
		t.Error("the sample has no fax, but Part finds it")
	}
}
