package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"slices"
	"strings"
	"testing"
)

const (
	packageRels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/document.xml"/></Relationships>`
	bodyStart   = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>`
	bodyEnd     = `</w:body></w:document>`
)

// packed makes a package of name, content pairs.
func packed(t testing.TB, pairs ...string) []byte {
	t.Helper()
	var buf bytes.Buffer
	z := zip.NewWriter(&buf)
	for i := 0; i < len(pairs); i += 2 {
		w, err := z.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(pairs[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func textOf(data []byte) ([]Paragraph, error) { return Text(bytes.NewReader(data), int64(len(data))) }

func TestTextOfForeignFiles(t *testing.T) {
	for name, c := range map[string]struct {
		body string
		want []string
	}{
		"tracked changes": {`<w:p><w:r><w:t>留</w:t></w:r><w:ins w:id="1"><w:r><w:t>增</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>删</w:delText></w:r></w:del><w:moveFrom w:id="3"><w:r><w:t>移</w:t></w:r></w:moveFrom></w:p>`, []string{"留增"}},
		"tab stops":       {`<w:p><w:pPr><w:tabs><w:tab w:val="right" w:pos="100"/></w:tabs></w:pPr><w:r><w:t>左</w:t><w:tab/><w:t>右</w:t><w:br/><w:noBreakHyphen/></w:r></w:p>`, []string{"左\t右\n\u2011"}},
		"nested table":    {`<w:tbl><w:tr><w:tc><w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>内</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr></w:tbl>`, []string{"", "内"}},
		"text box twice":  {`<w:p><w:r><w:t>前</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent><w:t>后</w:t></w:r></w:p>`, []string{"前后", "框"}},
		"symbol":          {`<w:p><w:r><w:sym w:char="2605"/></w:r></w:p>`, []string{"★"}},
		"field code":      {`<w:p><w:r><w:instrText> PAGE </w:instrText></w:r><w:r><w:t>1</w:t></w:r></w:p>`, []string{"1"}},
	} {
		got, err := textOf(packed(t, "_rels/.rels", packageRels, "word/document.xml", bodyStart+c.body+bodyEnd))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		var texts []string
		for _, p := range got {
			texts = append(texts, p.Text)
		}
		if !slices.Equal(texts, c.want) {
			t.Errorf("%s: %q, want %q", name, texts, c.want)
		}
	}
}

func TestHostileFiles(t *testing.T) {
	document := bodyStart + `<w:p/>` + bodyEnd
	good := []string{"_rels/.rels", packageRels, "word/document.xml", document}
	with := func(more ...string) []byte { return packed(t, append(slices.Clone(good), more...)...) }
	body := func(s string) []byte { return packed(t, "_rels/.rels", packageRels, "word/document.xml", s) }
	many := slices.Clone(good)
	for range maxEntries {
		many = append(many, "x"+strings.Repeat("y", len(many)/2), "")
	}
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"empty":            {nil, CodeNotDocx},
		"no package":       {[]byte("第4期 政务情况简报"), CodeNotDocx},
		"cut off":          {with()[:100], CodeNotDocx},
		"password":         {append([]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), make([]byte, 600)...), CodeEncrypted},
		"no document":      {packed(t, "_rels/.rels", packageRels), CodeNotDocx},
		"no relations":     {packed(t, "word/document.xml", document), CodeNotDocx},
		"bomb":             {with("word/media/a", strings.Repeat("\x00", 8<<20)), CodeTooLarge},
		"too many entries": {packed(t, many...), CodeTooLarge},
		"parent folder":    {with("../../etc/passwd", "x"), CodeUnsafe},
		"absolute":         {with("/etc/passwd", "x"), CodeUnsafe},
		"backslash":        {with(`word\..\..\x`, "x"), CodeUnsafe},
		"drive":            {with("c:x", "x"), CodeUnsafe},
		"same name twice":  {with("WORD/document.xml", document), CodeUnsafe},
		"entities":         {body(`<!DOCTYPE a [<!ENTITY b "c">]>` + document), CodeDamaged},
		"unknown entity":   {body(bodyStart + `<w:p><w:r><w:t>&b;</w:t></w:r></w:p>` + bodyEnd), CodeDamaged},
		"cut XML":          {body(bodyStart + `<w:p>`), CodeDamaged},
		"deep":             {body(bodyStart + strings.Repeat(`<w:p>`, 2000) + strings.Repeat(`</w:p>`, 2000) + bodyEnd), CodeDamaged},
		"other encoding":   {body(`<?xml version="1.0" encoding="GBK"?>` + document), CodeDamaged},
	} {
		_, err := textOf(c.data)
		var e *Error
		if !errors.As(err, &e) || e.Code != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
	if _, err := textOf(with()); err != nil {
		t.Errorf("the harmless one: %v", err)
	}
}

// A size in the table of contents that is not true must not let more through.
func TestFalseSize(t *testing.T) {
	data := packed(t, "_rels/.rels", packageRels, "word/document.xml", bodyStart+strings.Repeat(`<w:p/>`, 1<<18)+bodyEnd)
	for i := range len(data) - 46 {
		if bytes.Equal(data[i:i+4], []byte("PK\x01\x02")) {
			copy(data[i+24:i+28], []byte{1, 0, 0, 0})
		}
	}
	var e *Error
	if _, err := textOf(data); !errors.As(err, &e) || e.Code != CodeDamaged {
		t.Errorf("%v, want %s", err, CodeDamaged)
	}
}

func FuzzText(f *testing.F) {
	f.Add(packed(f, "_rels/.rels", packageRels, "word/document.xml", bodyStart+`<w:p><w:r><w:t>x</w:t></w:r></w:p>`+bodyEnd))
	f.Add(written(f, sample(), Options{Stamp: "x"}))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := textOf(data)
		var e *Error
		if err != nil && !errors.As(err, &e) {
			t.Errorf("%v is no *Error", err)
		}
	})
}

// The reader is a witness only if it takes nothing from the writer.
func TestReaderSharesNothingWithWriter(t *testing.T) {
	declared := map[string]string{}
	for _, name := range []string{"docx.go", "body.go", "marked.go", "note.go", "element.go", "page.go", "part.go", "settings.go", "style.go"} {
		for id := range parsed(t, name).Scope.Objects {
			declared[id] = name
		}
	}
	for _, name := range []string{"read.go", "archive.go", "story.go", "change.go", "review.go", "comment.go"} {
		for _, id := range parsed(t, name).Unresolved {
			if from := declared[id.Name]; from != "" {
				t.Errorf("%s uses %s of %s", name, id.Name, from)
			}
		}
	}
}

func parsed(t *testing.T, name string) *ast.File {
	t.Helper()
	f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	return f
}
