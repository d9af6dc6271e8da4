package proof

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"jianbao/editor/doc"
)

// shared returns a path in the folder of test data beside the repository.
func shared(t testing.TB, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", name)
	if _, err := os.Stat(path); err != nil {
		t.Skip("the shared test data is not beside this repository")
	}
	return path
}

func linesOf(t testing.TB, path string) []string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimRight(string(data), "\n"), "\n")
}

// TestOfficialDocuments checks clean documents. Errors and warnings in them
// were judged by hand; testdata/official.txt holds each with the verdict, and
// one that is not there fails the test.
func TestOfficialDocuments(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join(shared(t, "official"), "[0-9]*.txt"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("documents = %v, %v", paths, err)
	}
	judged := verdicts(t)
	count, wrongly, characters := map[Level]int{}, map[Level]int{}, 0
	checker := NewChecker(shipped(t), nil, withSpeller)
	for _, path := range paths {
		lines := linesOf(t, path)[1:] // the first line names the source
		characters += utf8.RuneCountInString(strings.Join(lines, ""))
		for _, f := range check(t, checker, LinesOf(lines, doc.Date{})) {
			count[f.Level]++
			if f.Level == Suggestion {
				continue
			}
			name := fmt.Sprintf("%s %d %d %s", filepath.Base(path)[:2], f.Passage, f.From, f.Rule)
			verdict, ok := judged[name]
			if !ok {
				t.Errorf("not judged: %s %s %q …%s…", name, f.Level, f.Text, nearby(lines[f.Passage], f))
			}
			if verdict == "false" {
				wrongly[f.Level]++
			}
		}
	}
	t.Logf("%d characters: %v found, of these false %v", characters, count, wrongly)
	if wrongly[Error]*50000 > characters || wrongly[Warning]*10000 > characters {
		t.Errorf("%d false errors and %d false warnings in %d characters", wrongly[Error], wrongly[Warning], characters)
	}
}

func nearby(line string, f Finding) string {
	runes := []rune(line)
	return string(runes[max(0, int(f.From)-12):min(len(runes), int(f.To)+12)])
}

// verdicts reads "true" or "false" for each finding: document, line, offset,
// rule, verdict, why.
func verdicts(t *testing.T) map[string]string {
	t.Helper()
	file, err := os.Open("testdata/official.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	judged := map[string]string{}
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if f := strings.Fields(lines.Text()); len(f) >= 5 && f[0] != "#" {
			judged[strings.Join(f[:4], " ")] = f[4]
		}
	}
	return judged
}

// TestRealIssueAsExtracted checks an issue as it came out of a PDF.
func TestRealIssueAsExtracted(t *testing.T) {
	lines := linesOf(t, shared(t, "seed-bulletin.txt"))
	text := LinesOf(lines, doc.Date{Year: 2022, Month: 3, Day: 3})
	checker := NewChecker(shipped(t), nil, withSpeller)
	by := map[string]int{}
	for _, f := range check(t, checker, text) {
		by[f.Rule]++
		if f.Level == Error && !f.Mechanical {
			t.Errorf("false: %s line %d %q", f.Rule, f.Passage, f.Text)
		}
		if !f.Mechanical {
			t.Logf("%s %s line %d %q", f.Rule, f.Level, f.Passage, f.Text)
		}
	}
	t.Logf("findings by rule: %v", by)
	if got, want := by["P01"]+by["P02"], halfWidthIn(lines); got != want || want < halfWidthOfIssue {
		t.Errorf("%d half-width marks found of %d; there are at least %d", got, want, halfWidthOfIssue)
	}
	if by["X02"] != 2 || by["X03"] != 1 {
		t.Errorf("%d page cuts and %d cut titles, want 2 and 1", by["X02"], by["X03"])
	}
	requireNormal(t, checker, text)
}

// halfWidthOfIssue is the least number of half-width marks in the real issue:
// what a hand count found. The file as stored holds some more.
const halfWidthOfIssue = 104

// halfWidthIn counts the half-width marks but the point of the mail address.
func halfWidthIn(lines []string) int {
	n := 0
	for _, l := range lines {
		n += strings.Count(l, ",") + strings.Count(l, ":") + strings.Count(l, ";") + strings.Count(l, "(") + strings.Count(l, ")")
	}
	return n
}

func requireNormal(t *testing.T, checker *Checker, text Text) {
	t.Helper()
	clean, changes, err := checker.Normalise(t.Context(), text)
	if err != nil {
		t.Fatal(err)
	}
	all := ""
	for _, p := range clean.Passages {
		all += p.Text + "\n"
	}
	for _, want := range []string{"第4期\n", "（总第2196期）\n", "\n2022年3月3日\n", "工作暨背街小巷环境精细化整治提升动员部署大会召开\n",
		"“光盘行动”“空调调高一度”等活动，让", "首都文明办发挥牵头组织作用，各区", "电话：55569506\n", "邮箱：jswmzhxtc@163.com\n"} {
		if !strings.Contains(all, want) {
			t.Errorf("after normalising, %q is missing", want)
		}
	}
	if again, more, err := checker.Normalise(t.Context(), clean); err != nil || len(more) > 0 || !slices.Equal(again.Passages, clean.Passages) {
		t.Errorf("normalising again changes %d passages (%v)", len(more), err)
	}
	for _, f := range check(t, checker, clean) {
		if f.Level != Suggestion {
			t.Errorf("left after normalising: %s %s %q", f.Rule, f.Level, f.Text)
		}
	}
	t.Logf("%d passages changed", len(changes))
}
