//go:build interop

package exchange

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"jianbao/editor/doc"
)

// LibreOffice keeps both versions of a marked-up copy: what it writes anew of it
// has the same changes and comments.
func TestLibreOfficeKeepsTheMarkedCopy(t *testing.T) {
	b, m := later()
	path := filepath.Join(t.TempDir(), "marked.docx")
	if err := os.WriteFile(path, markedFile(t, b, m), 0o666); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(converted(t, path, "docx:MS Word 2007 XML"))
	if err != nil {
		t.Fatal(err)
	}
	r := reviewed(t, data)
	for name, c := range map[string]struct{ got, want []string }{
		"accepted": {r.Accepted(), printed(b)}, "rejected": {r.Rejected(), printed(m.From)},
	} {
		filled := func(lines []string) []string { return slices.DeleteFunc(lines, func(l string) bool { return l == "" }) }
		if d, ok := firstDifference(filled(c.want), filled(c.got)); ok {
			t.Errorf("all %s: line %d: %q, not %q", name, d.line, d.found, d.wanted)
		}
	}
	if got := r.Authors(); !slices.Equal(got, []string{"苏禾", "陆明"}) {
		t.Errorf("by %q", got)
	}
	if remarks := r.Remarks(); len(remarks) != 3 || remarks[0].Text != m.Comments[0].Text {
		t.Errorf("%+v", remarks)
	}
}

// mammoth, a reader of its own in JavaScript, finds the same words in our DOCX.
func TestMammothReadsTheSameWords(t *testing.T) {
	dir := t.TempDir()
	install := exec.CommandContext(t.Context(), "npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", dir, "mammoth@1.9.1")
	if said, err := install.CombinedOutput(); err != nil {
		t.Skipf("npm could not install mammoth; our DOCX is not read by it: %v\n%s", err, said)
	}
	const script = `require("mammoth").extractRawText({path: process.argv[1]}).then(r => console.log(JSON.stringify(r.value)))`
	for name, b := range wholes(t) {
		path := filepath.Join(t.TempDir(), "file.docx")
		if err := os.WriteFile(path, file(t, b, DOCX), 0o666); err != nil {
			t.Fatal(err)
		}
		node := exec.CommandContext(t.Context(), "node", "-e", script, path)
		node.Dir = dir
		out, err := node.Output()
		if err != nil {
			t.Fatal(err)
		}
		var text string
		if err := json.Unmarshal(out, &text); err != nil {
			t.Fatal(err)
		}
		got := strings.FieldsFunc(text, func(r rune) bool { return r == '\n' })
		if d, ok := firstDifference(printed(b), got); ok {
			t.Errorf("%s: line %d, column %d: %q, not %q", name, d.line, d.column, d.found, d.wanted)
		}
	}
}

// LibreOffice breaks long lines where our pages do: at least 95 % of those of
// paragraphs without figures and Latin letters, and of those that begin alike in
// all paragraphs. Beside figures it sets a fifth of a character, whatever the file says: its import knows neither autoSpaceDE nor
// autoSpaceDN, and a grid of characters loses it half the line. A line broken
// otherwise moves those after it; the share of all lines is told.
func TestLibreOfficeBreaksLinesAlike(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed (package poppler-utils); line ends are not compared")
	}
	issue := linesAlike(t, realIssue(t))
	t.Logf("the issue: %v", issue)
	var official alike
	for name, b := range wholes(t) {
		one := linesAlike(t, b)
		t.Logf("%s: %v", name, one)
		for i := range official {
			official[i].same += one[i].same
			official[i].all += one[i].all
		}
	}
	t.Logf("official documents: %v", official)
	for _, a := range []alike{issue, official} {
		if plain, begun := a[1], a[2]; plain.same*100 < plain.all*95 || begun.same*100 < begun.all*95 {
			t.Errorf("%v", a)
		}
	}
}

// alike counts long lines: all, those of paragraphs without figures and Latin
// letters, and those that begin where a line of LibreOffice begins.
type alike [3]struct{ same, all int }

func (a alike) String() string {
	var said []string
	for i, what := range []string{"lines", "without figures and Latin", "that begin alike"} {
		said = append(said, fmt.Sprintf("%s %d of %d (%.1f %%)", what, a[i].same, a[i].all, 100*float64(a[i].same)/float64(max(a[i].all, 1))))
	}
	return strings.Join(said, ", ")
}

func linesAlike(t *testing.T, b doc.Bulletin) alike {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file.docx")
	if err := os.WriteFile(path, file(t, b, DOCX), 0o666); err != nil {
		t.Fatal(err)
	}
	theirs, begun := map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(outputOf(t, "pdftotext", "-raw", converted(t, path, "pdf"), "-")) {
		line = unspaced(line)
		theirs[line], begun[beginning(line)] = true, true
	}
	var a alike
	for _, line := range longLines(b) {
		for i, counts := range []bool{true, !line.latin, begun[beginning(line.text)]} {
			if counts {
				a[i].all++
			}
			if counts && theirs[line.text] {
				a[i].same++
			}
		}
	}
	return a
}

// beginning is as much of a line as tells it from others.
func beginning(line string) string {
	r := []rune(line)
	return string(r[:min(len(r), 10)])
}

// longLine is a full line; latin if its paragraph has figures or Latin letters.
type longLine struct {
	text  string
	latin bool
}

// longLines are the full lines of a bulletin's pages.
func longLines(b doc.Bulletin) []longLine {
	texts, latin := map[[2]int]string{}, map[int]bool{}
	var order [][2]int // block and base line
	for n, p := range Lay(b, final).Pages {
		for _, r := range p.Runs {
			key := [2]int{r.Block, n*1_000_000 + int(r.Baseline*100)}
			if _, seen := texts[key]; !seen {
				order = append(order, key)
			}
			for _, g := range r.Glyphs {
				texts[key] += g.Text
				latin[r.Block] = latin[r.Block] || strings.ContainsFunc(g.Text, isLatin)
			}
		}
	}
	var lines []longLine
	for _, key := range order {
		const full = 25 // characters
		if text := unspaced(texts[key]); len([]rune(text)) >= full {
			lines = append(lines, longLine{text, latin[key[0]]})
		}
	}
	return lines
}

func isLatin(r rune) bool { return r > ' ' && r < 0x7f }
