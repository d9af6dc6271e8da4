package diff

import (
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// TestInnerLevelOnTypos marks real slips of one character: the inner level must
// mark exactly the characters that differ.
func TestInnerLevelOnTypos(t *testing.T) {
	pairs, exact := 0, 0
	for line := range strings.Lines(readText(t, filepath.Join(sharedData(t, "ecspell"), "odw.train"))) {
		fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
		if len(fields) != 3 || fields[1] == fields[2] {
			continue
		}
		pairs++
		if got := innerMarks(withWords.Texts(fields[1], fields[2])); got == differing(fields[1], fields[2]) {
			exact++
		} else if pairs-exact < 10 {
			t.Logf("not exact: %s", got)
		}
	}
	t.Logf("%d pairs, %.2f %% exact", pairs, percent(exact, pairs))
	if pairs == 0 || percent(exact, pairs) < 99 {
		t.Error("want at least 99 %")
	}
}

func percent(part, whole int) float64 { return 100 * float64(part) / float64(max(whole, 1)) }

// innerMarks writes both texts with the marked characters in brackets.
func innerMarks(s Script) string {
	var old, new marker
	for _, h := range s.Hunks {
		if h.Kind == Equal {
			old.write(h.Old, false)
			new.write(h.New, false)
		}
		for _, p := range h.Inner {
			old.write(p.Old, p.Kind != Equal)
			new.write(p.New, p.Kind != Equal)
		}
	}
	return old.String() + "\n" + new.String()
}

// differing writes two texts of one length with the characters in brackets that
// differ at their places.
func differing(a, b string) string {
	old, new := []rune(a), []rune(b)
	if len(old) != len(new) {
		return ""
	}
	var o, n marker
	for i := range old {
		o.write(string(old[i]), old[i] != new[i])
		n.write(string(new[i]), old[i] != new[i])
	}
	return o.String() + "\n" + n.String()
}

type marker struct{ strings.Builder }

func (m *marker) write(s string, marked bool) {
	for _, r := range s {
		if marked {
			m.WriteString("[" + string(r) + "]")
		} else {
			m.WriteRune(r)
		}
	}
}

// minimal counts the characters of the shortest comparison there is.
func minimal(old, new string) int {
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0
	n := 0
	for _, d := range dmp.DiffMain(old, new, false) {
		if d.Type != diffmatchpatch.DiffEqual {
			n += utf8.RuneCountInString(d.Text)
		}
	}
	return n
}

// TestMarksAreFew compares what is marked with the shortest comparison, on
// laws as they are and on words replaced in official prose, where nothing moved.
func TestMarksAreFew(t *testing.T) {
	for _, set := range []struct {
		name  string
		pairs [][2]string
	}{{"laws", lawArticles(t)}, {"words replaced", replacedWords(t)}} {
		var sum measure
		shortest, moved := 0, 0
		for _, p := range set.pairs {
			s := withWords.Texts(p[0], p[1])
			if s.Stats().Moves > 0 {
				moved++
				continue
			}
			sum.add(s)
			shortest += minimal(p[0], p[1])
		}
		inner, outer := percent(sum.inner, shortest), percent(sum.outer, shortest)
		t.Logf("%s: %d pairs, %d with moves left out; inner %.1f %%, outer %.1f %% of the shortest (%d)",
			set.name, len(set.pairs), moved, inner, outer, shortest)
		if inner > 115 || outer > 140 {
			t.Errorf("%s: want at most 115 %% and 140 %%", set.name)
		}
	}
}

// lawArticles returns the paragraphs of laws that were revised: those that
// resemble each other most, with most of the text kept.
func lawArticles(t *testing.T) [][2]string {
	olds, err := filepath.Glob(filepath.Join(sharedData(t, "law-revisions"), "*.old.md"))
	if err != nil {
		t.Fatal(err)
	}
	var pairs [][2]string
	for _, path := range olds {
		old, new := readText(t, path), readText(t, strings.Replace(path, ".old.", ".new.", 1))
		for _, p := range pairUp(paragraphs(old), paragraphs(new), paragraphRules) {
			if !p.equal {
				pairs = append(pairs, [2]string{paragraphs(old)[p.old].text, paragraphs(new)[p.new].text})
			}
		}
	}
	return pairs
}

// replacedWords returns official texts in which about one word in twenty was
// replaced by another of the text, taken out or doubled by a new one.
func replacedWords(t *testing.T) [][2]string {
	random := rand.New(rand.NewPCG(5, 6))
	var pairs [][2]string
	for _, text := range officialTexts(t) {
		words := strings.Split(cut(withWords.Lexicon, text), "|")
		var new strings.Builder
		for _, w := range words {
			other := words[random.IntN(len(words))]
			switch {
			case random.IntN(20) > 0 || strings.ContainsAny(w+other, "\n，。"):
				new.WriteString(w)
			case random.IntN(3) == 0:
			case random.IntN(2) == 0:
				new.WriteString(other)
			default:
				new.WriteString(other + w)
			}
		}
		pairs = append(pairs, [2]string{text, new.String()})
	}
	return pairs
}

var comments = regexp.MustCompile("(?m)^#.*\n")

func officialTexts(t testing.TB) []string {
	paths, err := filepath.Glob(filepath.Join(sharedData(t, "official"), "*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("official texts: %v, %v", paths, err)
	}
	texts := make([]string, len(paths))
	for i, path := range paths {
		texts[i] = comments.ReplaceAllString(readText(t, path), "")
	}
	return texts
}
