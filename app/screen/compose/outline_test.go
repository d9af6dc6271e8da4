package compose

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"jianbao/app/i18n"
	"jianbao/app/setup"
	"jianbao/editor/doc"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestStructureOfAnIssue(t *testing.T) {
	o := newOffice(t)
	s := o.open(o.begin())
	s.fill(t, article(s, 0, doc.FieldArticleTitle), "街巷整治动员会召开")
	o.Run(s, "compose.add")
	var b strings.Builder
	for _, p := range structure(speech{o.Words()}, s.text.text, o.Bureau().Template, s.outline.missing) {
		fmt.Fprintf(&b, "%s %s | %s | %s\n", p.standing, p.title, p.note, p.to.Field)
	}
	for i, sentence := range s.outline.said {
		fmt.Fprintf(&b, "%d %s\n", i+1, sentence)
	}
	const golden = "testdata/structure.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := string(must(os.ReadFile(golden))); b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestSentencesStandInBothLanguages(t *testing.T) {
	keys := map[i18n.Language]map[string]string{}
	for _, l := range []i18n.Language{i18n.Chinese, i18n.English} {
		words := must(setup.Words(l))
		for _, code := range []string{codeUnfitDate, codeUnfitNumber, codeUnfitCredits, "compose.unkeepable"} {
			if !words.Has(code) {
				t.Errorf("%s: no sentence for %s", l, code)
			}
		}
		data := must(os.ReadFile("../../../assets/translations/compose." + string(l) + ".json"))
		var part map[string]string
		if err := json.Unmarshal(data, &part); err != nil {
			t.Fatal(err)
		}
		keys[l] = part
	}
	for key := range keys[i18n.Chinese] {
		if keys[i18n.English][key] == "" {
			t.Errorf("no English for %s", key)
		}
	}
	s := newOffice(t).open("x")
	for _, c := range append(s.Commands(), s.wayCommands()...) {
		if keys[i18n.Chinese][c.TitleKey()] == "" {
			t.Errorf("no title for %s", c.ID)
		}
	}
}
