package setup

import (
	"encoding/json"
	"errors"
	"testing"

	"jianbao/editor/typeset/page"
	"jianbao/review"
)

func TestProfileOfASeries(t *testing.T) {
	all, err := BuiltinSeries()
	if err != nil || len(all) == 0 {
		t.Fatalf("%d series, %v", len(all), err)
	}
	s := all[0]
	s.Template.Page = json.RawMessage(`{"masthead":{"joined":true},"imprint":{"columns":2}}`)
	file, err := FormatSeries(s)
	if err != nil {
		t.Fatal(err)
	}
	read, err := ParseSeries(file)
	if err != nil {
		t.Fatal(err)
	}
	l, err := LayoutOf(read)
	if err != nil {
		t.Fatal(err)
	}
	if p := l.Profile; !p.Masthead.Joined || p.Imprint.Columns != 2 || p.Sheet != page.Default().Sheet {
		t.Errorf("profile is %+v", p)
	}
	read.Template.Page = nil
	if l, err = LayoutOf(read); err != nil || l.Profile != page.Default() {
		t.Errorf("a series that states nothing has %+v, %v", l, err)
	}
}

func TestProfileThatCannotBe(t *testing.T) {
	s := review.Series{Name: "简报"}
	s.Template.Chain, s.Template.Page = []string{"责编"}, json.RawMessage(`{"sheet":{"lines":0}}`)
	file, err := FormatSeries(s)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ParseSeries(file); err == nil {
		t.Error("a page without lines was taken")
	}
	if _, err := LayoutOf(s); !errors.Is(err, page.ErrProfile) {
		t.Errorf("error = %v, want ErrProfile", err)
	}
}
