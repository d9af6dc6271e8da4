package diff

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// relocation is one constructed case: a unit taken from its place and put to
// another, edited on the way or not.
type relocation struct{ old, new, moved string }

// TestMovesAreFound moves single paragraphs and sentences of official texts.
func TestMovesAreFound(t *testing.T) {
	for _, c := range []struct {
		name   string
		cut    func(string) []string
		edited bool
	}{
		{"paragraphs", lines, false},
		{"paragraphs edited on the way", lines, true},
		{"sentences", allSentences, false},
		{"sentences edited on the way", allSentences, true},
	} {
		cases := relocations(t, c.cut, c.edited)
		found := 0
		for _, r := range cases {
			s := withWords.Texts(r.old, r.new)
			checkScript(t, r.old, r.new, s)
			if r.showsMove(s) {
				found++
			} else {
				t.Logf("%s: not found: %q", c.name, r.moved)
			}
		}
		t.Logf("%s: %d of %d found, %.1f %%", c.name, found, len(cases), percent(found, len(cases)))
		if percent(found, len(cases)) < 95 {
			t.Errorf("%s: want at least 95 %%", c.name)
		}
	}
}

// showsMove reports whether the case is shown as a move, and not as a deletion
// and an insertion. Where a unit jumped over shorter ones, these may be what moved.
func (r relocation) showsMove(s Script) bool {
	st := s.Stats()
	return st.Moves > 0 && st.Inserted+st.Deleted <= utf8.RuneCountInString(r.moved)/2
}

func lines(text string) []string { return strings.SplitAfter(text, "\n") }

func allSentences(text string) []string {
	var list []string
	at := 0
	for _, u := range sentences(nil, text, span{0, len(text)}, 0) {
		if u.at.from > at {
			list = append(list, text[at:u.at.from])
		}
		list = append(list, u.text)
		at = u.at.to
	}
	return append(list, text[at:])
}

// relocations builds some cases from every official text: a unit of 25
// characters or more, which occurs once, goes four units or more away.
func relocations(t *testing.T, cut func(string) []string, edit bool) []relocation {
	random := rand.New(rand.NewPCG(7, 8))
	var cases []relocation
	for _, text := range officialTexts(t) {
		units := cut(text)
		for range 12 {
			from, to := random.IntN(len(units)), 1+random.IntN(len(units)-1)
			unit := strings.TrimRight(units[from], "\n")
			if len([]rune(unit)) < 25 || from-to < 4 && to-from < 4 || strings.Count(text, unit) > 1 ||
				!isClosed(units[from]) || !isClosed(units[to-1]) {
				continue
			}
			moved := units[from]
			if edit {
				moved = withOtherWord(moved, random)
			}
			rest := slices.Insert(slices.Delete(slices.Clone(units), from, from+1), to-count(to > from), moved)
			cases = append(cases, relocation{text, strings.Join(rest, ""), strings.TrimRight(moved, "\n")})
		}
	}
	return cases
}

// isClosed reports whether a unit ends, so that the next one does not run into it.
func isClosed(unit string) bool {
	return unit == "" || strings.HasSuffix(unit, "\n") || strings.ContainsAny(unit[max(0, len(unit)-len("。")):], sentenceEnds)
}

// withOtherWord replaces one word by another.
func withOtherWord(text string, random *rand.Rand) string {
	words := strings.Split(cut(withWords.Lexicon, text), "|")
	for {
		i := random.IntN(len(words))
		if !strings.ContainsAny(words[i], "，。；：、\n") {
			words[i] = "另作安排"
			return strings.Join(words, "")
		}
	}
}

// TestNoFalseMoves edits texts in place and expects no move.
func TestNoFalseMoves(t *testing.T) {
	changes, moves := 0, 0
	for _, p := range replacedWords(t) {
		st := withWords.Texts(p[0], p[1]).Stats()
		changes, moves = changes+st.Changes, moves+st.Moves
	}
	old := boilerplate(t)
	for _, share := range []int{1, 10, 30} {
		st := withWords.Texts(old, edited(old, share)).Stats()
		changes, moves = changes+st.Changes, moves+st.Moves
	}
	t.Logf("%d moves among %d changes, %.2f %%", moves, changes, percent(moves, changes))
	if percent(moves, changes) > 1 {
		t.Error("want at most 1 %")
	}
}

// boilerplate is an official text repeated four times.
func boilerplate(t *testing.T) string { return strings.Repeat(officialTexts(t)[0], 4) }

// TestBoilerplateDoesNotMislead edits a text that repeats itself four times; a
// comparison that took the wrong copies would mark far more than the edits.
func TestBoilerplateDoesNotMislead(t *testing.T) {
	old := boilerplate(t)
	for _, share := range []int{1, 10, 30, 50} {
		new := edited(old, share)
		st := withWords.Texts(old, new).Stats()
		ratio := percent(st.Inserted+st.Deleted, minimal(old, new))
		t.Logf("%d characters, %d %% edited: %.0f %% of the shortest comparison, %d moves", len([]rune(old)), share, ratio, st.Moves)
		if ratio > 120 {
			t.Errorf("%d %%: want at most 120 %%", share)
		}
	}
}
