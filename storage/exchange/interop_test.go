//go:build interop

package exchange

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// What LibreOffice shows of our DOCX is what the bulletin says.
func TestLibreOfficeReadsTheSameWords(t *testing.T) {
	for name, meta := range map[string]Meta{"final": final, "draft": draft} {
		t.Run(name, func(t *testing.T) {
			text, err := os.ReadFile(converted(t, exported(t, meta), "txt:Text (encoded):UTF8"))
			if err != nil {
				t.Fatal(err)
			}
			lines := strings.TrimPrefix(string(text), "\ufeff")
			got := strings.FieldsFunc(lines, func(r rune) bool { return r == '\n' }) // empty ones are our rules
			want := printed(sample())
			if meta.Stamp != "" {
				want = append([]string{meta.Stamp}, want...)
			}
			if d, ok := firstDifference(want, got); ok {
				t.Errorf("line %d, column %d: LibreOffice shows %q, not %q", d.line, d.column, d.found, d.wanted)
			}
		})
	}
}

// The pages too: nothing hidden, cut off or pushed out of sight.
func TestLibreOfficePrintsTheSameWords(t *testing.T) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		t.Skip("pdftotext is not installed (package poppler-utils); the printed pages are not compared")
	}
	if fonts, err := exec.Command("fc-list", ":lang=zh-cn").Output(); err != nil || len(fonts) == 0 {
		t.Skip("no Chinese font is installed (package fonts-noto-cjk); the printed pages are not compared")
	}
	pdf := converted(t, exported(t, final), "pdf")
	out, err := exec.Command("pdftotext", "-raw", pdf, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	pages := regexp.MustCompile(`(?m)^\f?— \d+ —$`).ReplaceAllString(string(out), "")
	want := unspaced(strings.Join(printed(sample()), ""))
	if got := unspaced(pages); got != want {
		t.Errorf("the pages say\n%s\nnot\n%s", got, want)
	}
}

func unspaced(s string) string { return strings.Join(strings.Fields(s), "") }

func exported(t *testing.T, meta Meta) string {
	t.Helper()
	results, err := Export(t.Context(), t.TempDir(), sample(), []Format{DOCX}, meta)
	if err != nil {
		t.Fatal(err)
	}
	return results[0].Path
}

// converted has LibreOffice turn a file into another format and returns the
// path of what came out.
func converted(t *testing.T, path, format string) string {
	t.Helper()
	if _, err := exec.LookPath("soffice"); err != nil {
		t.Skip("soffice is not installed (package libreoffice-writer-nogui); our DOCX is not read by LibreOffice")
	}
	profile, out := t.TempDir(), t.TempDir()
	command := exec.CommandContext(t.Context(), "soffice", "-env:UserInstallation=file://"+profile,
		"--headless", "--convert-to", format, "--outdir", out, path)
	if said, err := command.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, said)
	}
	files, err := filepath.Glob(filepath.Join(out, "*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("soffice left %q, %v", files, err)
	}
	return files[0]
}
