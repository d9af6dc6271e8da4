package i18n_test

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"jianbao/app/handover"
	"jianbao/app/i18n"
	"jianbao/app/secret"
	"jianbao/app/setup"
	"jianbao/assets"
	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/review"
	"jianbao/review/proof"
	"jianbao/storage"
	"jianbao/storage/backup"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/ledger"
	"jianbao/storage/exchange/packet"
	"jianbao/storage/exchange/register"
	"jianbao/storage/exchange/text"
	"jianbao/storage/move"
)

func catalogue(t *testing.T, language i18n.Language) *i18n.Catalogue {
	t.Helper()
	c, err := i18n.Load(assets.Translations(), language)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// codes are all that may reach people from the packages below the window.
func codes() []string {
	return slices.Concat(doc.Codes(), template.Codes(), review.Codes(), text.Codes(), exchange.Codes(), register.Codes(), packet.Codes(), ledger.Codes(), storage.Codes(), move.Codes(), backup.Codes(), secret.Codes(), setup.Codes(), page.Codes(), handover.Codes(), proof.Codes())
}

// ruleCodes are the sentences of the proofreading rules that ship.
func ruleCodes(t *testing.T) []string {
	t.Helper()
	packs, err := setup.Packs()
	if err != nil {
		t.Fatal(err)
	}
	var codes []string
	for _, r := range proof.RulesOf(packs) {
		codes = append(codes, proof.CodePrefix+r.ID)
	}
	return codes
}

// TestFindingsAreToldInFull looks for placeholders that nothing filled.
func TestFindingsAreToldInFull(t *testing.T) {
	checker, err := setup.Checker()
	if err != nil {
		t.Fatal(err)
	}
	packs, _ := setup.Packs() // the same as in Checker
	words := catalogue(t, i18n.Chinese)
	for _, r := range proof.RulesOf(packs) {
		for _, e := range r.Wrong {
			text := proof.LinesOf(strings.Split(e.Text, "\n"), doc.Date{Year: 2026, Month: 6, Day: 18})
			if r.Registers != nil {
				checker = proof.NewChecker([]*proof.Rule{r}, nil, proof.WithRegisters(*r.Registers))
			}
			found, err := checker.Check(t.Context(), text)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range found {
				if said := words.Finding(f); placeholder.MatchString(said) || !strings.Contains(said, f.Clause) {
					t.Errorf("%s: %q", f.Rule, said)
				}
			}
		}
	}
}

// terms are the values that sentences have words for.
func terms() []string {
	var keys []string
	for _, f := range append(doc.Fields(), doc.ArticleFields()...) {
		keys = append(keys, string(f))
	}
	for _, s := range review.States() {
		keys = append(keys, string(s))
	}
	for _, a := range append(review.Actions(), review.ActCreate, review.ActPerson, review.ActSeries, review.ActLedger, review.ActFall, review.ActExport, review.ActRegister, review.ActMend, review.ActKey, review.ActPIN, review.ActRelieve) {
		keys = append(keys, string(a))
	}
	for _, c := range []review.Cause{review.CauseNew, review.CauseImport, review.CauseSave, review.CauseSubmit,
		review.CauseRestore, review.CauseFinal, review.CauseReissue, review.CauseAside} {
		keys = append(keys, string(c))
	}
	for _, k := range review.EntryKinds() {
		keys = append(keys, "entry."+string(k))
	}
	for _, s := range review.Suites() {
		keys = append(keys, "suite."+string(s))
	}
	for _, r := range face.Roles() {
		keys = append(keys, "face."+string(r))
	}
	for _, k := range review.ItemKinds() {
		keys = append(keys, "item."+string(k))
	}
	for _, s := range review.Scopes() {
		keys = append(keys, "scope."+string(s))
	}
	for _, k := range proof.Kinds() {
		keys = append(keys, "proof."+string(k))
	}
	for _, l := range proof.Levels() {
		keys = append(keys, "proof."+string(l))
	}
	return keys
}

func TestEveryCodeHasASentence(t *testing.T) {
	for _, language := range []i18n.Language{i18n.Chinese, i18n.English} {
		c := catalogue(t, language)
		for _, code := range slices.Concat(codes(), ruleCodes(t), []string{"error.unexpected"}) {
			if !c.Has(code) {
				t.Errorf("%s: %s has no sentence", language, code)
			}
		}
		for _, term := range terms() {
			if !c.Has("term." + term) {
				t.Errorf("%s: %s has no word", language, term)
			}
		}
	}
}

var placeholder = regexp.MustCompile(`\{[a-z0-9]+\}`)

func placeholders(sentence string) []string {
	found := placeholder.FindAllString(sentence, -1)
	slices.Sort(found)
	return slices.Compact(found)
}

func TestBothLanguagesSayTheSame(t *testing.T) {
	zh, en := catalogue(t, i18n.Chinese), catalogue(t, i18n.English)
	if !slices.Equal(zh.Keys(), en.Keys()) {
		t.Errorf("only in one language: %v", difference(zh.Keys(), en.Keys()))
	}
	for _, key := range zh.Keys() {
		if a, b := placeholders(zh.T(key)), placeholders(en.T(key)); !slices.Equal(a, b) {
			t.Errorf("%s: placeholders %v in Chinese, %v in English", key, a, b)
		}
	}
}

func difference(a, b []string) []string {
	var only []string
	for _, k := range append(slices.Clone(a), b...) {
		if slices.Contains(a, k) != slices.Contains(b, k) {
			only = append(only, k)
		}
	}
	return only
}

// quoting are the beginnings of the keys whose English sentences quote Chinese
// on purpose: words as they are printed, and a language's own name.
var quoting = []string{"cli.export.stamp", "cli.demo.sentence", "compare.marked.stamp", "command.window.language", "compose.page.", "compose.sheets.stamp", "compose.unfit.",
	"issue.spread.copies", "issue.spread.title", "issue.stamp", "proof.rule.", "slip."}

func TestEnglishIsEnglish(t *testing.T) {
	en := catalogue(t, i18n.English)
	for _, key := range en.Keys() {
		quotes := slices.ContainsFunc(quoting, func(prefix string) bool { return strings.HasPrefix(key, prefix) })
		if !quotes && strings.ContainsFunc(en.T(key), func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
			t.Errorf("%s: %q", key, en.T(key))
		}
	}
}

func TestTermsStandForValues(t *testing.T) {
	zh := catalogue(t, i18n.Chinese)
	said := zh.With(review.CodeState, map[string]string{"state": string(review.Final)})
	if !strings.Contains(said, "定稿") || strings.Contains(said, "{") {
		t.Errorf("said %q", said)
	}
	err := error(&review.Refusal{Code: review.CodeDemands, Args: map[string]string{"count": "2"}})
	if said := zh.Error(err); !strings.Contains(said, "2 条") {
		t.Errorf("said %q", said)
	}
	if said := zh.Error(fs.ErrClosed); !strings.Contains(said, fs.ErrClosed.Error()) {
		t.Errorf("an unknown error is said as %q", said)
	}
}
