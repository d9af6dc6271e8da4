package proof

import (
	"strings"
	"testing"
	"unicode/utf8"

	"jianbao/editor/doc"
)

// TestPostsOfTheRealIssue follows posts joined by 、 back to the first.
func TestPostsOfTheRealIssue(t *testing.T) {
	rows := []Post{{Name: "蔡平", Post: "市委书记"}, {Name: "蔡平", Post: "市文明委主任"}, {Name: "王敏", Post: "市长"}}
	checker := NewChecker(shipped(t), nil, WithRegisters(Registers{People: rows}))
	for line, want := range map[string]string{
		"市委书记、市文明委主任蔡平同志出席会议。": "",
		"市长、市文明委主任蔡平同志出席会议。":   "市长",
		"市委书记、市文明办主任蔡平同志出席会议。": "",
		"市委书记、副主任蔡平同志出席会议。":    "副主任",
	} {
		var got []string
		for _, f := range check(t, checker, LinesOf([]string{line}, doc.Date{})) {
			got = append(got, f.Text)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: flagged %q, want %q", line, got, want)
		}
	}
}

func TestEmptyRegistersFlagNothing(t *testing.T) {
	for _, r := range shipped(t) {
		if r.Registers == nil {
			continue
		}
		for _, e := range r.Wrong {
			if found := check(t, NewChecker([]*Rule{r}, nil), e.passages(t)); len(found) > 0 {
				t.Errorf("%s flags %q without registers", r.ID, e.Text)
			}
		}
	}
}

// FuzzRegisters compares any text with any registers: findings must lie in the
// text and hold what stands there.
func FuzzRegisters(f *testing.F) {
	f.Add("王敏", "市长", "统筹推进“五位一体”总体布局", "副市长王敏统筹推进五位一体战略布局。")
	f.Add("", "副", "不忘初心、牢记使命", "不忘初心，牢记使命\n副")
	rules := shipped(f)
	f.Fuzz(func(t *testing.T, name, post, phrase, text string) {
		if !utf8.ValidString(text) {
			t.Skip("a text is UTF-8")
		}
		r := Registers{People: []Post{{Name: name, Post: post, Order: 1}, {Name: post, Post: name, Order: 2}},
			Bodies: []Organisation{{Name: phrase, Short: []string{name, post}}}, Phrases: []FixedPhrase{{Text: phrase}, {Text: name}},
			Forbidden: []Listed{{Term: Term{Wrong: name, Except: []string{phrase}}}}, Known: []string{post}}
		lines := LinesOf(strings.Split(text, "\n"), doc.Date{Year: 2026, Month: 6, Day: 18})
		for _, found := range check(t, NewChecker(rules, nil, WithRegisters(r)), lines) {
			p := []rune(lines.Passages[found.Passage].Text)
			if int(found.To) > len(p) || found.From > found.To || string(p[found.From:found.To]) != found.Text {
				t.Fatalf("%+v is not in %q", found, string(p))
			}
		}
	})
}

func BenchmarkRegisters3000(b *testing.B) {
	var r Registers
	for i := range 500 {
		tail := string(rune('一' + i))
		r.People = append(r.People, Post{Name: "王" + tail, Post: "副市长"})
		r.Bodies = append(r.Bodies, Organisation{Name: "市精神文明建设" + tail + "委员会", Short: []string{"市文" + tail}})
		r.Phrases = append(r.Phrases, FixedPhrase{Text: "坚持问题导向和目标导向" + tail})
	}
	checker, text := NewChecker(shipped(b), nil, WithRegisters(r)), sample(3000)
	b.ReportAllocs()
	for b.Loop() {
		check(b, checker, text)
	}
}
