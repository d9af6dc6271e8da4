package pdftext

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// printed makes the characters of a page of lines of 10 pt type.
func printed(left float64, lines ...string) []char {
	var chars []char
	for _, l := range lines {
		x := left
		for _, r := range l {
			const em = 10
			if r != '\u3000' { // a margin is no character in a PDF
				chars = append(chars, char{string(r), x + 1, x + em - 1})
			}
			x += em
		}
		chars = append(chars, char{text: "\r"}, char{text: "\n"})
	}
	return chars
}

func TestLinesKeepTheirIndents(t *testing.T) {
	pages := [][]char{
		printed(80, "　　　　　　　题　目", "　　第一段有二十个字一直写到行末为止不停", "再接着写满这一行的二十个字直到右边为止。"),
		printed(90, "另一页的左边距不同仍从头写满二十个字吧吧", "　　第二段也有二十个字一直写到行末为止了", "— 2 —"),
	}
	got, err := compose(pages)
	if err != nil {
		t.Fatal(err)
	}
	want := "　　　　　　　题目\n　　第一段有二十个字一直写到行末为止不停\n再接着写满这一行的二十个字直到右边为止。\f" +
		"另一页的左边距不同仍从头写满二十个字吧吧\n　　第二段也有二十个字一直写到行末为止了\n— 2 —\f"
	if got.Lines != want {
		t.Errorf("%q, want %q", got.Lines, want)
	}
	if got.Full[1] || !got.Full[2] || !got.Full[3] || got.Full[6] || len(got.Blank) > 0 {
		t.Errorf("full lines %v, blank pages %v", got.Full, got.Blank)
	}
}

// Where nothing is indented a paragraph begins after a line that is not full.
func TestParagraphsWithoutIndents(t *testing.T) {
	got, err := compose([][]char{printed(80, "第一段有二十个字一直写到行末为止不停地写", "写到这里十五个字就停下来了呢吧。", "第二段有二十个字一直写到行末为止不停地写", "完。"), nil})
	if err != nil {
		t.Fatal(err)
	}
	if want := "第一段有二十个字一直写到行末为止不停地写\n写到这里十五个字就停下来了呢吧。\n　　第二段有二十个字一直写到行末为止不停地写\n完。\f"; got.Lines != want {
		t.Errorf("%q, want %q", got.Lines, want)
	}
	if len(got.Blank) != 1 || got.Blank[0] != 2 {
		t.Errorf("blank pages %v", got.Blank)
	}
}

func TestPagesThatSayNothing(t *testing.T) {
	for code, pages := range map[string][][]char{
		CodeScan:     {nil, printed(80, " ")},
		CodeUnmapped: {printed(80, "\ufffd\ue001\ue002好")},
	} {
		var e *Error
		if _, err := compose(pages); !errors.As(err, &e) || e.Code != code {
			t.Errorf("%v, want %s", err, code)
		}
	}
}

// file is a PDF of one page with what draws it; hand-made, so that its table of
// objects can be broken at will.
func file(content string) []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	var table strings.Builder
	for i, o := range objects {
		fmt.Fprintf(&table, "%010d 00000 n \n", out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 6\n0000000000 65535 f \n%strailer\n<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", table.String(), start)
	return out.Bytes()
}

func TestRead(t *testing.T) {
	got, err := Read(t.Context(), file("BT /F 12 Tf 50 200 Td (Issue 4) Tj 0 -20 Td (of 2026) Tj ET"))
	if err != nil || got.Lines != "Issue 4\nof 2026\f" {
		t.Errorf("%q, %v", got.Lines, err)
	}
}

func TestBrokenFiles(t *testing.T) {
	whole := file("BT /F 12 Tf 50 200 Td (Issue 4) Tj ET")
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"empty":       {nil, CodeDamaged},
		"only a head": {[]byte("%PDF-1.7\n"), CodeDamaged},
		"cut early":   {whole[:80], CodeDamaged},
		"no text":     {file("0 0 10 10 re f"), CodeScan},
		"another":     {[]byte("%PDF-1.4\n" + strings.Repeat("<<", 10_000)), CodeDamaged},
	} {
		var e *Error
		if _, err := Read(t.Context(), c.data); !errors.As(err, &e) || e.Code != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(file("BT /F 12 Tf 50 200 Td (Issue 4) Tj ET"))
	f.Add(file("q 1 0 0 1 0 0 cm Q"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var e *Error
		if _, err := Read(t.Context(), data); err != nil && !errors.As(err, &e) {
			t.Errorf("%v is no *Error", err)
		}
	})
}
