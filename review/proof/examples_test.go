package proof

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review/proof/spell"
)

// shipped returns the rules that ship with the program.
func shipped(t testing.TB) []*Rule {
	t.Helper()
	packs, err := Load(os.DirFS("../../assets/rules"))
	if err != nil {
		t.Fatal(err)
	}
	return RulesOf(packs)
}

// withSpeller is the speller that ships with the program.
var withSpeller = WithSpeller(spell.New(os.DirFS("../../assets/spell")))

// alone returns a checker that knows one rule.
func alone(r *Rule) *Checker {
	if r.Registers == nil {
		return NewChecker([]*Rule{r}, nil, withSpeller)
	}
	return NewChecker([]*Rule{r}, nil, WithRegisters(*r.Registers))
}

// text makes the text of an example.
func (e Example) passages(t testing.TB) Text {
	t.Helper()
	date, err := doc.ParseDate(e.Date)
	if err != nil {
		t.Fatal(err)
	}
	text := LinesOf(strings.Split(e.Text, "\n"), date)
	for i := range text.Passages {
		if e.Part != "" {
			text.Passages[i].Part = e.Part
		}
	}
	return text
}

func check(t testing.TB, c *Checker, text Text) []Finding {
	t.Helper()
	found, err := c.Check(context.Background(), text)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// TestExamples holds every rule to its own examples: it flags what it must,
// leaves alone what it must not, and its first fixes make what it promises.
func TestExamples(t *testing.T) {
	for _, r := range shipped(t) {
		t.Run(r.ID, func(t *testing.T) {
			for _, e := range r.Wrong {
				text := e.passages(t)
				found := check(t, alone(r), text)
				if len(found) == 0 {
					t.Errorf("not flagged: %q", e.Text)
				}
				if got := fixed(text, found); e.Fixed != "" && got != e.Fixed {
					t.Errorf("%q becomes %q, want %q", e.Text, got, e.Fixed)
				}
			}
			for _, right := range r.Right {
				if found := check(t, alone(r), right.passages(t)); len(found) > 0 {
					t.Errorf("flagged in %q: %+v", right.Text, found)
				}
			}
		})
	}
}

// TestFixedIsNotFlagged runs every rule on the text that its own fix made.
func TestFixedIsNotFlagged(t *testing.T) {
	for _, r := range shipped(t) {
		for _, e := range r.Wrong {
			if e.Fixed == "" {
				continue
			}
			e.Text = e.Fixed
			if found := check(t, alone(r), e.passages(t)); len(found) > 0 {
				t.Errorf("%s: flagged in what it made itself, %q", r.ID, e.Text)
			}
		}
	}
}

// fixed applies the first fix of each finding, last first.
func fixed(text Text, found []Finding) string {
	for _, f := range slices.Backward(found) {
		if len(f.Fixes) > 0 {
			text.Passages[f.Passage].Text = Apply(text.Passages[f.Passage].Text, f, f.Fixes[0])
		}
	}
	lines := make([]string, len(text.Passages))
	for i, p := range text.Passages {
		lines[i] = p.Text
	}
	return strings.Join(lines, "\n")
}
