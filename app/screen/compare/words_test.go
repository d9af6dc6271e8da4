package compare

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jianbao/app/i18n"
	"jianbao/app/setup"
	"jianbao/review/diff"
)

var keyPattern = regexp.MustCompile(`"((?:compare|command\.compare|diff\.class)\.[a-z0-9.]+)"`)

// TestEveryKeyHasASentence reads the package's own source for the keys it asks
// the catalogue for.
func TestEveryKeyHasASentence(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, language := range []i18n.Language{i18n.Chinese, i18n.English} {
		words, err := setup.Words(language)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range keysIn(t, files) {
			if !words.Has(key) && !words.Has("command."+key) {
				t.Errorf("%s: no sentence for %s", language, key)
			}
		}
		for _, class := range strings.Fields("negation commitment date number person organisation quotation field article move paragraph punctuation wording level") {
			if !words.Has("diff.class." + class) {
				t.Errorf("%s: no word for %s", language, class)
			}
		}
		for _, err := range []error{diff.ErrMovedOn, diff.ErrNoChange} {
			if said := words.Error(err); strings.Contains(said, err.Error()) {
				t.Errorf("%s: %v has no sentence of its own", language, err)
			}
		}
	}
}

// keysIn leaves out names given to the probe and keys put together at run time.
func keysIn(t *testing.T, files []string) []string {
	var keys []string
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(source)) {
			if strings.Contains(line, "probe.Name") || strings.Contains(name, "_test") {
				continue
			}
			for _, m := range keyPattern.FindAllStringSubmatch(line, -1) {
				if !strings.HasSuffix(m[1], ".") {
					keys = append(keys, m[1])
				}
			}
		}
	}
	return keys
}
