package proofread_test

import (
	"testing"

	"jianbao/app/proofread"
	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/proof"
)

func shipped(t *testing.T) []*proof.Rule {
	t.Helper()
	packs, err := setup.Packs()
	if err != nil {
		t.Fatal(err)
	}
	return proof.RulesOf(packs)
}

func issue(day doc.Date, paragraphs ...string) doc.Bulletin {
	b := doc.Bulletin{Masthead: doc.Masthead{Title: "松江工作简报", Date: day}, Articles: []doc.Article{{ID: "a1", Title: "窗口延时"}}}
	for _, text := range paragraphs {
		b.Articles[0].Body = append(b.Articles[0].Body, doc.Paragraph{ID: doc.NewParagraph("").ID, Text: text})
	}
	return b
}

var items = []review.Item{
	{Kind: review.ItemPerson, Name: "王敏", Post: "副市长", To: doc.Date{Year: 2024, Month: 1, Day: 9}},
	{Kind: review.ItemPerson, Name: "王敏", Post: "市长", From: doc.Date{Year: 2024, Month: 1, Day: 10}},
	{Kind: review.ItemBody, Name: "松江区政务服务中心办公室", Short: []string{"区政务办"}},
	{Kind: review.ItemPhrase, Name: "高效办成一件事", From: doc.Date{Year: 2024, Month: 1, Day: 16}},
	{Kind: review.ItemForbidden, Name: "领导亲自"},
	{Kind: review.ItemPreferred, Name: "便民中心", Right: "政务服务中心"},
	{Kind: review.ItemSlip, Name: "松江杜区", Right: "松江社区"},
	{Kind: review.ItemKnown, Name: "按排"},
}

// TestEveryRegisterIsComparedWith plants one slip for each register and reads
// as a signature does.
func TestEveryRegisterIsComparedWith(t *testing.T) {
	for text, rule := range map[string]string{
		"副市长王敏到会。":        "C02",
		"松江区政务服务中心公办室负责。": "C04",
		"高效办好一件事。":        "C07",
		"领导亲自到场。":         "L04",
		"到便民中心办理。":        "L07",
		"松江杜区先行。":         "L08",
	} {
		b := issue(doc.Date{Year: 2025, Month: 6, Day: 15}, text)
		found, err := proofread.Reader{Rules: setup.Rules}.Proofread(b, review.Series{}, items)
		if err != nil || len(found) != 1 || found[0].Rule != rule {
			t.Errorf("%s: found %+v, %v, want %s", text, found, err, rule)
		}
	}
}

func TestThePostIsThatOfTheDayOfTheIssue(t *testing.T) {
	for day, want := range map[doc.Date]int{{Year: 2023, Month: 6, Day: 15}: 0, {Year: 2024, Month: 1, Day: 9}: 0, {Year: 2024, Month: 1, Day: 10}: 1} {
		b := issue(day, "副市长王敏到会。")
		found, err := proofread.Reader{Rules: setup.Rules}.Proofread(b, review.Series{}, items)
		if err != nil || len(found) != want {
			t.Errorf("on %s: %+v, %v", day, found, err)
		}
	}
}

// TestSettingsOfTheSeries switches a rule off and lowers another one.
func TestSettingsOfTheSeries(t *testing.T) {
	b := issue(doc.Date{}, "按排布署，领导亲自到场。")
	s := review.Series{Rules: map[string]review.RuleSetting{"L04": {Level: string(proof.Suggestion)}}}
	found, err := proofread.Reader{Rules: setup.Rules}.Proofread(b, s, items)
	if err != nil || len(found) != 2 || found[0].Words != "布署" || !found[0].Error || found[1].Rule != "L04" || found[1].Error {
		t.Errorf("found %+v, %v: 按排 is a word of the office, L04 is lowered", found, err)
	}
	s.Rules["L02"] = review.RuleSetting{Off: true}
	if found, err = (proofread.Reader{Rules: setup.Rules}).Proofread(b, s, items); err != nil || len(found) != 1 {
		t.Errorf("with L02 off: %+v, %v", found, err)
	}
}

func TestWhatWasDismissedIsSifted(t *testing.T) {
	b := issue(doc.Date{}, "安排布署。")
	text := proof.TextOf(&b)
	found, err := proofread.Checker(shipped(t), review.Series{}, nil).Check(t.Context(), text)
	if err != nil || len(found) != 1 {
		t.Fatalf("found %+v, %v", found, err)
	}
	all := review.Dismissals{{Draft: "d1", Mark: proofread.Mark(text, found[0]), Scope: review.ScopeOnce, Reason: "引文"}}
	open, gone := proofread.Sift(text, found, "d1", all)
	if len(open) != 0 || len(gone) != 1 || gone[0].By.Reason != "引文" {
		t.Errorf("open %+v, dismissed %+v", open, gone)
	}
	if open, _ = proofread.Sift(text, found, "d2", all); len(open) != 1 {
		t.Error("another issue does not see the finding")
	}
}
