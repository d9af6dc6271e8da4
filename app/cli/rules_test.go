package cli

import (
	"os"
	"testing"
)

// TestRulesOfTheDocuments keeps docs/rules.md what "rules" prints.
func TestRulesOfTheDocuments(t *testing.T) {
	const path = "../../docs/rules.md"
	status, out, errs := try("rules")
	if status != exitDone {
		t.Fatalf("rules ends with %d: %s", status, errs)
	}
	if *update {
		write(t, path, out)
	}
	if page, err := os.ReadFile(path); err != nil || string(page) != out {
		t.Errorf("%s is not what jianbao rules prints (%v); run this test with -update", path, err)
	}
}
