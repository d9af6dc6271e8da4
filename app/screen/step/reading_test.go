package step

import (
	"strings"
	"testing"
)

func TestNumbersStayWhole(t *testing.T) {
	for text, want := range map[string]string{
		"提升1,703条街巷，": "提|升|[1,703]|条|街|巷|，",
		"增长8.5%。":     "增|长|[8.5%]|。",
		"共12,其中3个":    "共|[12]|,|其|中|[3]|个",
		"":            "",
		"第3.":         "第|[3]|.",
	} {
		var got []string
		for _, p := range pieces(text) {
			if p.figure {
				p.text = "[" + p.text + "]"
			}
			got = append(got, p.text)
		}
		if joined := strings.Join(got, "|"); joined != want {
			t.Errorf("%s: %s, want %s", text, joined, want)
		}
	}
}
