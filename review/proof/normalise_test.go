package proof

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"jianbao/editor/doc"
)

func TestNormaliseABulletin(t *testing.T) {
	b := doc.New()
	b.Masthead.Date = doc.Date{Year: 2026, Month: 6, Day: 18}
	b.Articles[0].Title = "云州市召开动员会"
	b.Articles[0].Body = []doc.Paragraph{
		doc.NewParagraph("会议强调,要切实加强组织领导,压实各方责任,健全体制机制,层层推进,市文明办发"),
		doc.NewParagraph("挥牵头组织作用,各区各部门强化责任担当。"),
		doc.NewParagraph("一，要求"),
	}
	checker := NewChecker(shipped(t), nil)
	_, changes, err := checker.Normalise(t.Context(), TextOf(&b))
	if err != nil {
		t.Fatal(err)
	}
	clean, err := Write(b, changes)
	if err != nil {
		t.Fatal(err)
	}
	body := clean.Articles[0].Body
	if len(body) != 2 || body[0].Text != "会议强调，要切实加强组织领导，压实各方责任，健全体制机制，层层推进，市文明办发挥牵头组织作用，各区各部门强化责任担当。" {
		t.Fatalf("body = %+v", body)
	}
	if body[0].ID != b.Articles[0].Body[0].ID || body[1].Text != "一、要求" || body[1].Level != doc.Level1 {
		t.Errorf("body = %+v", body)
	}
	if b.Articles[0].Body[2].Text != "一，要求" {
		t.Error("the bulletin that was given is changed")
	}
	if _, again, err := checker.Normalise(t.Context(), TextOf(&clean)); err != nil || len(again) > 0 {
		t.Errorf("a second time: %+v, %v", again, err)
	}
}

func TestApplyToAnotherText(t *testing.T) {
	f := Finding{From: 2, To: 4, Text: "布署"}
	for text, want := range map[string]string{"安排布署": "安排部署", "安排部署": "安排部署", "短": "短"} {
		if got := Apply(text, f, "部署"); got != want {
			t.Errorf("Apply(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	checker := NewChecker(shipped(t), nil)
	text := LinesOf([]string{"安排布署"}, doc.Date{})
	if _, err := checker.Check(ctx, text); !errors.Is(err, context.Canceled) {
		t.Errorf("check: %v", err)
	}
	if same, changes, err := checker.Normalise(ctx, text); !errors.Is(err, context.Canceled) || changes != nil || !slices.Equal(same.Passages, text.Passages) {
		t.Errorf("normalise: %v %v", changes, err)
	}
}

// FuzzNormalise: no text crashes a rule, findings stand where they say, and a
// second normalisation changes nothing.
func FuzzNormalise(f *testing.F) {
	for _, r := range shipped(f) {
		for _, e := range r.Wrong {
			f.Add(e.Text)
		}
		for _, right := range r.Right {
			f.Add(right.Text)
		}
	}
	checker := NewChecker(shipped(f), nil)
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) || len(s) > 3000 {
			t.Skip("no text that a bulletin can hold, or one that takes long")
		}
		text := LinesOf(strings.Split(s, "\n"), doc.Date{Year: 2026, Month: 6, Day: 18})
		for _, found := range check(t, checker, text) {
			requireInPlace(t, text, found)
		}
		clean, changes, err := checker.Normalise(t.Context(), text)
		if err != nil {
			t.Fatal(err)
		}
		requireReplayed(t, changes)
		if again, more, _ := checker.Normalise(t.Context(), clean); len(more) > 0 || !slices.Equal(again.Passages, clean.Passages) {
			t.Errorf("%q becomes %q, then %q", s, clean.Passages, again.Passages)
		}
	})
}

func requireInPlace(t *testing.T, text Text, f Finding) {
	t.Helper()
	runes := []rune(text.Passages[f.Passage].Text)
	if f.From < 0 || f.To < f.From || int(f.To) > len(runes) || string(runes[f.From:f.To]) != f.Text {
		t.Fatalf("%s does not stand where it says: %+v in %q", f.Rule, f, string(runes))
	}
	if f.Text == "" && !f.Joins {
		t.Fatalf("%s finds nothing: %+v", f.Rule, f)
	}
}

// requireReplayed applies what a change lists, each within its span, and must
// come to the text of the change.
func requireReplayed(t *testing.T, changes []Change) {
	t.Helper()
	for i, c := range changes {
		text := c.Before
		for _, f := range c.Applied {
			if f.Joins {
				return // the text of another passage comes in
			}
			text = Apply(text, f, f.Fixes[0])
		}
		if !c.Gone && text != c.New {
			t.Fatalf("change %d: %q is not %q after %+v", i, text, c.New, c.Applied)
		}
	}
}
