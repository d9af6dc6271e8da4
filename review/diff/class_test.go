package diff

import (
	"slices"
	"strings"
	"testing"
)

// TestClassTable checks the classes of the examples in testdata, and how often
// a critical change is seen as one. The first change of an example counts.
func TestClassTable(t *testing.T) {
	examples, right := 0, 0
	var critical, found, taken int
	for line := range strings.Lines(readText(t, "testdata/classes.tsv")) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(strings.TrimRight(strings.ReplaceAll(line, `\n`, "\n"), "\n"), "\t")
		if len(fields) != 3 {
			t.Fatalf("%q: want class, old and new", line)
		}
		want := Class(fields[0])
		got := classesOf(withWords.Texts(fields[1], fields[2]))
		examples++
		if slices.Contains(got, want) && !slices.ContainsFunc(got, func(c Class) bool { return c != want && c.IsCritical() != want.IsCritical() }) {
			right++
		} else {
			t.Logf("%q -> %q: got %v, want %s", fields[1], fields[2], got, want)
		}
		isCritical := slices.ContainsFunc(got, Class.IsCritical)
		critical += count(want.IsCritical())
		taken += count(isCritical)
		found += count(isCritical && want.IsCritical())
		if isCritical != want.IsCritical() && want.IsCritical() && slices.Contains(got, ClassPunctuation) {
			t.Errorf("%q -> %q: critical, and folded into punctuation", fields[1], fields[2])
		}
	}
	t.Logf("%d examples, %.1f %% in the right class; critical: precision %.1f %%, recall %.1f %%",
		examples, percent(right, examples), percent(found, taken), percent(found, critical))
	if examples < 150 || percent(right, examples) < 95 || percent(found, taken) < 95 || percent(found, critical) < 95 {
		t.Error("want at least 150 examples and 95 %")
	}
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

func classesOf(s Script) []Class {
	var list []Class
	for _, h := range s.Hunks {
		if h.IsChange() {
			list = append(list, h.Class)
		}
	}
	return list
}
