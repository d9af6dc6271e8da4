package record

import (
	"encoding/json"
	"testing"

	"jianbao/editor/template"
	"jianbao/review"
)

// TestPagesOfASeriesAreKept also reads a series stored before there were any.
func TestPagesOfASeriesAreKept(t *testing.T) {
	s := review.Series{ID: "a", Name: "简报", Template: template.Template{Chain: []string{"责编"}}}
	for _, page := range []string{"", `{"masthead":{"joined":true}}`} {
		if page != "" {
			s.Template.Page = json.RawMessage(page)
		}
		data, err := Series.Encode(s)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Series.Decode(data)
		if err != nil || string(again.Template.Page) != page {
			t.Errorf("%q comes back as %q, %v", page, again.Template.Page, err)
		}
	}
}
