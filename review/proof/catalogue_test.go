package proof

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// The catalogue of checks, which the office's work began with, has this many.
const (
	cataloguePatterns = 101
	catalogueCoded    = 54
)

// TestTheCatalogueIsAnswered holds the packs to the catalogue: every check of it
// is a rule, or is named with the reason why not.
func TestTheCatalogueIsAnswered(t *testing.T) {
	packs, err := Load(os.DirFS("../../assets/rules"))
	if err != nil {
		t.Fatal(err)
	}
	built, reasons := map[string]bool{}, map[string]string{}
	for _, p := range packs {
		for _, r := range p.Rules {
			built[r.ID] = true
		}
		for _, o := range p.Omitted {
			if built[o.ID] || reasons[o.ID] != "" || o.Reason == "" {
				t.Errorf("%s is omitted twice, without a reason, or though it is built", o.ID)
			}
			reasons[o.ID] = o.Reason
		}
	}
	for name, c := range map[string]struct {
		ids  []string
		want int
	}{"patterns": {patternsOfCatalogue(t), cataloguePatterns}, "coded": {codedOfCatalogue(t), catalogueCoded}} {
		if len(c.ids) != c.want {
			t.Errorf("%d %s in the catalogue, want %d", len(c.ids), name, c.want)
		}
		done := 0
		for _, id := range c.ids {
			switch {
			case built[id]:
				done++
			case reasons[id] == "":
				t.Errorf("%s is neither built nor said why not", id)
			}
		}
		t.Logf("%s: %d of %d built, the others with a reason", name, done, len(c.ids))
	}
}

// patternsOfCatalogue are the ids in the first column of the table of patterns.
func patternsOfCatalogue(t *testing.T) []string {
	var ids []string
	for _, line := range linesOf(t, shared(t, "proof/rules.tsv"))[1:] {
		id, _, _ := strings.Cut(line, "\t")
		ids = append(ids, id)
	}
	return ids
}

var codedRow = regexp.MustCompile(`^\| ([A-Z][0-9]{2}) \|`)

// codedOfCatalogue are the ids of the page's table of rules that need code.
func codedOfCatalogue(t *testing.T) []string {
	var ids []string
	in := false
	for _, line := range linesOf(t, shared(t, filepath.Join("..", "design", "standards.md"))) {
		if strings.HasPrefix(line, "## ") {
			in = strings.HasPrefix(line, "## 7.2 ")
		}
		if m := codedRow.FindStringSubmatch(line); in && m != nil {
			ids = append(ids, m[1])
		}
	}
	return ids
}
