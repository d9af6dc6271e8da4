package text

import (
	"encoding/json"
	"os"
	"testing"
)

// TestCatalogue checks that every code has a sentence in both languages, and
// that no sentence is left over.
func TestCatalogue(t *testing.T) {
	for _, file := range []string{"text.zh.json", "text.en.json"} {
		data, err := os.ReadFile("../../../assets/translations/" + file)
		if err != nil {
			t.Fatal(err)
		}
		sentences := map[string]string{}
		if err := json.Unmarshal(data, &sentences); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, code := range Codes() {
			if sentences[code] == "" {
				t.Errorf("%s: no sentence for %s", file, code)
			}
			delete(sentences, code)
		}
		if len(sentences) > 0 {
			t.Errorf("%s: sentences without a code: %v", file, sentences)
		}
	}
}
