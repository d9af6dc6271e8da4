package exchange

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/docx"
	"jianbao/storage/exchange/pdftext"
	"jianbao/storage/exchange/text"
	"jianbao/storage/exchange/worddoc"
)

// file is a bulletin as a file of one format.
func file(t testing.TB, b doc.Bulletin, f Format) []byte {
	t.Helper()
	var buf bytes.Buffer
	var w io.Writer = &buf
	if err := known[f].write(w, &job{bulletin: b, meta: final}); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// lossless compares the characters of a bulletin with those of an opened file,
// line by line.
func lossless(t *testing.T, name string, b doc.Bulletin, f Foreign) {
	t.Helper()
	want, got, err := f.Against(b)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if d, ok := firstDifference(strings.Split(want, "\n"), strings.Split(got, "\n")); ok {
		t.Errorf("%s: line %d, column %d: %q, not %q", name, d.line, d.column, d.found, d.wanted)
	}
}

// What goes out in a format comes in again without a lost or changed character.
func TestEveryFormatComesBack(t *testing.T) {
	b := sample()
	b.Articles[0].Body = append(b.Articles[0].Body, doc.NewParagraph("姓名用字：喆、堃、镕、祎、䶮、𠮷、𬀩。"))
	for _, f := range Formats() {
		opened, err := Open(t.Context(), file(t, b, f))
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		if want := strings.ToUpper(string(f)); string(opened.Kind) != want || len(opened.Notices) > 0 {
			t.Errorf("%s: kind %s, notices %v", f, opened.Kind, opened.Notices)
		}
		lossless(t, string(f), b, opened)
	}
}

// officials are the whole official documents beside the repository.
func officials(t *testing.T) map[string]doc.Bulletin {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]doc.Bulletin{}
	for ; dir != filepath.Dir(dir) && len(found) == 0; dir = filepath.Dir(dir) {
		files, _ := filepath.Glob(filepath.Join(dir, "shared", "data", "official", "*.txt"))
		for _, path := range files {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			_, data, _ = bytes.Cut(data, []byte("\n")) // the first line names the source
			read, err := text.Read(data, text.Options{Repair: true})
			if err != nil {
				t.Fatal(err)
			}
			found[filepath.Base(path)] = read.Bulletin
		}
	}
	if len(found) == 0 {
		t.Skip("shared/data/official is not beside this repository; whole official documents are not sent round")
	}
	return found
}

func TestOfficialDocumentsComeBack(t *testing.T) {
	for name, b := range officials(t) {
		for _, f := range Formats() {
			opened, err := Open(t.Context(), file(t, b, f))
			if err != nil {
				t.Errorf("%s, %s: %v", name, f, err)
				continue
			}
			lossless(t, name+", "+string(f), b, opened)
		}
	}
}

// A PDF that another program wrote anew has no tags to go by.
func TestPDFByItsPages(t *testing.T) {
	read, err := pdftext.Read(t.Context(), file(t, sample(), PDF))
	if err != nil {
		t.Fatal(err)
	}
	f := foreign(KindPDF, read.Lines)
	f.full = read.Full
	lossless(t, "by its pages", sample(), f)
}

func TestBadFilesAreToldApart(t *testing.T) {
	compound := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
	for name, c := range map[string]struct{ data, code string }{
		"empty":          {"", text.CodeEmpty},
		"a picture":      {"\x89PNG\r\n\x1a\n\x00\x00", text.CodeOtherFormat},
		"a program":      {"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00", text.CodeBinary},
		"a ZIP":          {"PK\x03\x04rest", docx.CodeNotDocx},
		"half a PDF":     {"%PDF-1.7\n1 0 obj\n<</Type/Cat", pdftext.CodeDamaged},
		"a locked DOCX":  {compound + strings.Repeat("\x00", 504), worddoc.CodeDamaged},
		"another OFD":    {"PK\x03\x04OFD.xml", CodeForeign},
		"far too large":  {strings.Repeat("x", MaxForeign+1), CodeTooLarge},
		"half a picture": {"\xff\xd8\xff", text.CodeOtherFormat},
	} {
		_, err := Open(t.Context(), []byte(c.data))
		var m interface {
			Message() (string, map[string]string)
		}
		if !errors.As(err, &m) {
			t.Errorf("%s: %v has no sentence", name, err)
		} else if code, _ := m.Message(); code != c.code {
			t.Errorf("%s: %s, want %s", name, code, c.code)
		}
	}
}

func TestLockedPDF(t *testing.T) {
	if _, err := exec.LookPath("qpdf"); err != nil {
		t.Skip("qpdf is not installed; no PDF is locked to try")
	}
	dir := t.TempDir()
	open, locked := filepath.Join(dir, "open.pdf"), filepath.Join(dir, "locked.pdf")
	if err := os.WriteFile(open, file(t, sample(), PDF), 0o666); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("qpdf", "--encrypt", "secret", "secret", "256", "--", open, locked).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, said)
	}
	data, err := os.ReadFile(locked)
	if err != nil {
		t.Fatal(err)
	}
	var e *pdftext.Error
	if _, err := Open(t.Context(), data); !errors.As(err, &e) || e.Code != pdftext.CodeEncrypted {
		t.Errorf("%v, want %s", err, pdftext.CodeEncrypted)
	}
}

func FuzzOpen(f *testing.F) {
	for _, format := range []Format{DOCX, TXT} {
		f.Add(file(f, sample(), format))
	}
	f.Add([]byte("<!DOCTYPE html><p>一"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if pdftext.Is(data) {
			t.Skip("PDFium is started anew for each file; its reader has a test of its own")
		}
		opened, err := Open(t.Context(), data)
		if err == nil {
			_, err = opened.Exact()
		}
		var m interface {
			Message() (string, map[string]string)
		}
		if err != nil && !errors.As(err, &m) {
			t.Errorf("%v has no sentence", err)
		}
	})
}
