package exchange

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// Every code has a sentence in both languages, with the same placeholders.
func TestSentences(t *testing.T) {
	placeholder := regexp.MustCompile(`\{\w+\}`)
	zh, en := sentences(t, "zh"), sentences(t, "en")
	for _, code := range Codes() {
		a, b := placeholder.FindAllString(zh[code], -1), placeholder.FindAllString(en[code], -1)
		slices.Sort(a)
		slices.Sort(b)
		if zh[code] == "" || en[code] == "" || !slices.Equal(a, b) {
			t.Errorf("%s: %q and %q", code, zh[code], en[code])
		}
	}
	if len(zh) != len(Codes()) || len(en) != len(Codes()) {
		t.Errorf("%d codes, %d and %d sentences", len(Codes()), len(zh), len(en))
	}
}

func sentences(t *testing.T, language string) map[string]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "translations", "exchange."+language+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var all map[string]string
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}
