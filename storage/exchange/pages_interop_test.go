//go:build interop

package exchange

import (
	"archive/zip"
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/text"
)

// wholes are texts of every kind, by name: our sample, names with characters
// that fonts tend to lack, and whole official documents.
func wholes(t *testing.T) map[string]doc.Bulletin {
	t.Helper()
	rare := sample()
	rare.Articles[0].Body = append(rare.Articles[0].Body, doc.NewParagraph("参会的有陶喆、李堃、朱镕、王祎、刘䶮、𠮷田、张𬀩等同志。"))
	all := map[string]doc.Bulletin{"sample": sample(), "rare": rare}
	files, err := filepath.Glob("../../../shared/data/official/*号.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		t.Log("shared/data/official is not beside this repository; only our own samples go through")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(file)] = withBody(string(data))
	}
	return all
}

// withBody is the sample with another text: its first line as the title.
func withBody(s string) doc.Bulletin {
	b := sample()
	a := &b.Articles[0]
	a.Title, a.Body = "", nil
	for line := range strings.Lines(s) {
		line = strings.TrimSpace(line)
		switch {
		case line == "":
		case a.Title == "":
			a.Title = line
		default:
			a.Body = append(a.Body, doc.NewParagraph(line))
		}
	}
	return b
}

// Whole documents go through every format and back, and programs that we did
// not write find the same words in the files.
func TestWholeDocuments(t *testing.T) {
	for name, b := range wholes(t) {
		t.Run(name, func(t *testing.T) {
			meta := final
			meta.Name = "whole"
			dir := t.TempDir()
			if _, err := Export(t.Context(), dir, b, []Format{PDF, OFD, DOCX, HTML}, meta); err != nil {
				t.Fatal(err)
			}
			checkPDF(t, filepath.Join(dir, "whole.pdf"), b)
			checkOFD(t, filepath.Join(dir, "whole.ofd"))
			checkTXT(t, b)
		})
	}
}

func checkPDF(t *testing.T, path string, b doc.Bulletin) {
	t.Helper()
	if said, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, said)
	}
	sameInPDF(t, path, b)
	fonts := strings.Split(strings.TrimSpace(outputOf(t, "pdffonts", path)), "\n")
	if len(fonts) < 3 {
		t.Errorf("fonts %q", fonts)
	}
	for _, line := range fonts[2:] {
		if ok, _ := regexp.MatchString(`^[A-Z]{6}\+\S+ +CID TrueType +Identity-H +yes yes yes `, line); !ok {
			t.Errorf("font %q", line)
		}
	}
}

// sameInPDF compares what poppler finds on the pages with the text. Blanks are
// left out: a reader of pages makes and drops them as it sees fit.
func sameInPDF(t *testing.T, path string, b doc.Bulletin) {
	t.Helper()
	pages := regexp.MustCompile(`(?m)^\f?— \d+ —$`).ReplaceAllString(outputOf(t, "pdftotext", "-raw", path, "-"), "")
	want := []string{unspaced(strings.Join(printed(b), ""))}
	if d, ok := firstDifference(want, []string{unspaced(pages)}); ok {
		t.Errorf("%s", d.failure())
	}
}

// checkOFD has each part read by libxml2.
func checkOFD(t *testing.T, path string) {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	for _, f := range z.File {
		if !strings.HasSuffix(f.Name, ".xml") {
			continue
		}
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		lint := exec.Command("xmllint", "--noout", "-")
		lint.Stdin = part
		if said, err := lint.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", f.Name, err, said)
		}
	}
}

// checkTXT has GB18030 read by iconv. Text that would read as something else,
// such as a line in the form of an imprint, is told and no file is made.
func checkTXT(t *testing.T, b doc.Bulletin) {
	t.Helper()
	meta := final
	meta.Name, meta.Text = "gb", TextStyle{Encoding: text.GB18030, CRLF: true}
	results, err := Export(t.Context(), t.TempDir(), b, []Format{TXT}, meta)
	if codeOf(err) == text.CodeNotExact {
		t.Log(err)
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	got := strings.ReplaceAll(outputOf(t, "iconv", "-f", "GB18030", "-t", "UTF-8", results[0].Path), "\r\n", "")
	if d, ok := firstDifference([]string{unspaced(strings.Join(printed(b), ""))}, []string{unspaced(got)}); ok {
		t.Error(d.failure())
	}
}

// Chromium shows the HTML as the PDF shows it: as many pages, the same words.
func TestChromiumPrintsTheSamePages(t *testing.T) {
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("chromium is not installed; the HTML is not read by a browser")
	}
	meta := final
	meta.Name = "page"
	dir := t.TempDir()
	if _, err := Export(t.Context(), dir, sample(), []Format{HTML, PDF}, meta); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "printed.pdf")
	command := exec.CommandContext(t.Context(), chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
		"--user-data-dir="+t.TempDir(), "--print-to-pdf="+path, "file://"+filepath.Join(dir, "page.html"))
	if said, err := command.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	sameInPDF(t, path, sample())
	if got, want := pagesOf(t, path), pagesOf(t, filepath.Join(dir, "page.pdf")); got != want {
		t.Errorf("Chromium prints %s, not %s", got, want)
	}
}

func pagesOf(t *testing.T, path string) string {
	return regexp.MustCompile(`Pages: +\d+`).FindString(outputOf(t, "pdfinfo", path))
}

func outputOf(t *testing.T, name string, args ...string) string {
	t.Helper()
	var out, said bytes.Buffer
	command := exec.CommandContext(t.Context(), name, args...)
	command.Stdout, command.Stderr = &out, &said
	if err := command.Run(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, said.String())
	}
	return out.String()
}
