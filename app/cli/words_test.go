package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jianbao/app/setup"
)

var keyInSource = regexp.MustCompile(`"(cli\.[a-z.-]+)"`)

// TestEverySentenceIsThereAndUsed compares the keys in the source with the
// catalogue. A key that ends with "." is the beginning of keys made up at run
// time.
func TestEverySentenceIsThereAndUsed(t *testing.T) {
	words, err := setup.Words("")
	if err != nil {
		t.Fatal(err)
	}
	used := keysInSource(t)
	for _, cmd := range commands {
		used[cmd.key()] = true
	}
	for _, o := range options {
		if o.name != "version" {
			used["cli.flag."+o.name] = true
		}
	}
	for key := range used {
		if !strings.HasSuffix(key, ".") && !words.Has(key) {
			t.Errorf("%s has no sentence", key)
		}
	}
	for _, key := range words.Keys() {
		if strings.HasPrefix(key, "cli.") && !used[key] && !beginsKnown(used, key) {
			t.Errorf("%s is used nowhere", key)
		}
	}
}

func keysInSource(t *testing.T) map[string]bool {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range keyInSource.FindAllStringSubmatch(string(source), -1) {
			used[m[1]] = true
		}
	}
	return used
}

// beginsKnown reports whether key is one of those made up at run time.
func beginsKnown(used map[string]bool, key string) bool {
	prefix := key[:strings.LastIndex(key, ".")+1]
	return prefix != "cli." && used[prefix]
}

// TestEveryFlagOfTheTableIsKnown keeps the two tables together.
func TestEveryFlagOfTheTableIsKnown(t *testing.T) {
	for _, cmd := range commands {
		for _, flag := range append(cmd.flags, cmd.need...) {
			if _, ok := optionOf(flag); !ok {
				t.Errorf("%s takes --%s, which is not in the list of options", cmd.name, flag)
			}
		}
	}
}
