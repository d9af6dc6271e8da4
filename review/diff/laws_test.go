package diff

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// sharedData finds a folder of the data that stand beside the repository, or
// skips the test.
func sharedData(t testing.TB, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; filepath.Dir(dir) != dir; dir = filepath.Dir(dir) {
		path := filepath.Join(dir, "shared", "data", name)
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	t.Skipf("shared/data/%s is not beside the repository: nothing to measure", name)
	return ""
}

func readText(t testing.TB, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// TestLaws compares both versions of real laws, in both directions.
func TestLaws(t *testing.T) {
	pairs, err := filepath.Glob(filepath.Join(sharedData(t, "law-revisions"), "*.old.md"))
	if err != nil || len(pairs) == 0 {
		t.Fatalf("no pairs found: %v", err)
	}
	var sum measure
	for _, path := range pairs {
		old, new := readText(t, path), readText(t, strings.Replace(path, ".old.", ".new.", 1))
		s := withWords.Texts(old, new)
		checkScript(t, old, new, s)
		checkMirror(t, withWords, old, new, s)
		checkSubset(t, s, 0x5a5a1234c3c3f00f)
		sum.add(s)
	}
	t.Logf("%d pairs: %d changes, %d moves; outer %d characters, inner %d; %d islands of one character",
		len(pairs), sum.changes, sum.moves, sum.outer, sum.inner, sum.islands)
	if sum.islands*20 > sum.changes {
		t.Errorf("more than 5 %% of the changes are torn apart by a single character")
	}
}

// measure adds up what a reader sees marked.
type measure struct{ changes, moves, outer, inner, islands int }

func (m *measure) add(s Script) {
	st := s.Stats()
	m.changes += st.Changes
	m.moves += st.Moves
	m.inner += st.Inserted + st.Deleted
	for i, h := range s.Hunks {
		if h.Kind.isPlainKind() {
			m.outer += utf8.RuneCountInString(h.Old) + utf8.RuneCountInString(h.New)
		}
		if h.Kind == Equal && i > 0 && i+1 < len(s.Hunks) && utf8.RuneCountInString(strings.TrimSpace(h.New)) == 1 {
			m.islands++
		}
	}
}
