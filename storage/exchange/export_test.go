package exchange

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/text"
)

func sample() doc.Bulletin {
	b := doc.New()
	b.Masthead = doc.Masthead{Title: "云州市政务情况简报", Number: doc.Number{Year: 2022, Issue: 4, Total: 2196},
		Office: "云州市政务办公室", Date: doc.Date{Year: 2022, Month: 3, Day: 3}}
	a := &b.Articles[0]
	a.Title = "云州市部署春季背街小巷\n环境整治工作"
	a.Note = "现将有关情况印发。\n请各单位参考。"
	a.Source = "环境整治处"
	a.Body = []doc.Paragraph{
		doc.NewParagraph("3月1日，全市召开部署会，市长“当场”交办了12件事——件件有期限。"),
		doc.NewParagraph("一、加强领导。各区要“一把手”负责。"),
		doc.NewParagraph("（一）每月一查"),
	}
	b.Imprint = doc.Imprint{Editor: "秦望", Checker: "苏禾", Credits: []doc.Credit{{Label: "签发", Name: "陆明"}},
		Phone: "55550001", Fax: "55550002", Email: "jb@example.cn",
		ReportTo: "市委，市政府。", CopyTo: "市各部委办局。", SendTo: "各区。", Copies: 50}
	return b
}

var (
	layout = &Layout{Profile: page.Default(), Faces: faces()}
	final  = Meta{Final: true, Creator: "云州市政务办公室", Created: time.Date(2022, 3, 3, 9, 0, 0, 0, time.UTC), Layout: layout}
	draft  = Meta{Stamp: "送审稿 8f3a·c21e", Layout: layout}
)

// faces are the program's own, so that no font of the computer changes a test.
func faces() *face.Set {
	set, err := face.Resolve(face.NewLibrary(), os.DirFS("../../assets/fonts"), os.DirFS("../../assets/fonts/fandol"))
	if err != nil {
		panic(err)
	}
	return set
}

func TestExport(t *testing.T) {
	for _, c := range []struct {
		meta Meta
		name string
	}{
		{final, "云州市政务情况简报第4期（总第2196期）"},
		{draft, "云州市政务情况简报第4期（总第2196期）送审稿-8f3ac21e"},
		{Meta{Final: true, Name: "定稿/1", Layout: layout}, "定稿_1"},
	} {
		dir := t.TempDir()
		results, err := Export(t.Context(), dir, sample(), Formats(), c.meta)
		if err != nil || len(results) != len(Formats()) {
			t.Fatalf("%+v, %v", results, err)
		}
		for i, f := range Formats() {
			r := results[i]
			info, err := os.Stat(filepath.Join(dir, c.name+"."+string(f)))
			if err != nil || r.Format != f || !r.ReadBack || r.Renamed || info.Size() != r.Bytes {
				t.Errorf("%+v, %v", r, err)
			}
			if info.Mode().Perm()&0o400 == 0 {
				t.Errorf("%s: mode %v", r.Path, info.Mode())
			}
		}
		if files := contents(t, dir); len(files) != len(Formats()) {
			t.Errorf("folder holds %d files", len(files))
		}
	}
}

// One character changed anywhere between writer and file must be seen; but an
// empty line is nothing that a page could show.
func TestReadBackSeesOneCharacter(t *testing.T) {
	for name, flip := range map[string]func(*doc.Bulletin){
		"series": func(b *doc.Bulletin) { b.Masthead.Title = "云州市政务情况简报 " },
		"number": func(b *doc.Bulletin) { b.Masthead.Number.Total++ },
		"date":   func(b *doc.Bulletin) { b.Masthead.Date.Day++ },
		"title":  func(b *doc.Bulletin) { b.Articles[0].Title = strings.Replace(b.Articles[0].Title, "\n", "", 1) },
		"note":   func(b *doc.Bulletin) { b.Articles[0].Note += "\n" },
		"figure": func(b *doc.Bulletin) {
			b.Articles[0].Body[0].Text = replaceOnce(b.Articles[0].Body[0].Text, "12", "13")
		},
		"quote": func(b *doc.Bulletin) {
			b.Articles[0].Body[1].Text = replaceOnce(b.Articles[0].Body[1].Text, "”", "\"")
		},
		"lost line": func(b *doc.Bulletin) { b.Articles[0].Body = b.Articles[0].Body[:2] },
		"more":      func(b *doc.Bulletin) { b.Articles[0].Body = append(b.Articles[0].Body, doc.NewParagraph("")) },
		"order":     func(b *doc.Bulletin) { p := b.Articles[0].Body; p[0], p[1] = p[1], p[0] },
		"last":      func(b *doc.Bulletin) { b.Imprint.Copies = 500 },
	} {
		for _, f := range Formats() {
			changed := sample()
			flip(&changed)
			path := filepath.Join(t.TempDir(), "file")
			writeFile(t, path, func(w io.Writer) error { return known[f].write(w, &job{bulletin: changed, meta: final}) })
			err := readBack(known[f], path, &job{bulletin: sample(), meta: final})
			if unseen := f.Paged() && (name == "note" || name == "more"); !unseen && codeOf(err) != CodeReadBack {
				t.Errorf("%s, %s: %v, want %s", name, f, err, CodeReadBack)
			}
			if err := readBack(known[f], path, &job{bulletin: changed, meta: final}); err != nil {
				t.Errorf("%s, %s: its own text: %v", name, f, err)
			}
		}
	}
}

func replaceOnce(s, old, new string) string { return strings.Replace(s, old, new, 1) }

func writeFile(t *testing.T, path string, write func(io.Writer) error) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(write(f), f.Close()); err != nil {
		t.Fatal(err)
	}
}

func TestReadBackSeesTheStamp(t *testing.T) {
	for _, f := range Formats() {
		path := filepath.Join(t.TempDir(), "file")
		writeFile(t, path, func(w io.Writer) error { return known[f].write(w, &job{bulletin: sample(), meta: draft}) })
		for stamp, want := range map[string]string{draft.Stamp: "", "": CodeReadBack, "送审稿 8f3a·c21f": CodeReadBack} {
			meta := Meta{Final: stamp == "", Stamp: stamp, Layout: layout}
			if err := readBack(known[f], path, &job{bulletin: sample(), meta: meta}); codeOf(err) != want {
				t.Errorf("%s, stamp %q: %v, want %q", f, stamp, err, want)
			}
		}
	}
}

func TestReadBackSaysWhere(t *testing.T) {
	d, ok := firstDifference([]string{"一", "交办了12件事"}, []string{"一", "交办了13件事"})
	if want := (difference{2, 5, "交办了12件事", "交办了13件事"}); !ok || d != want {
		t.Errorf("%+v, want %+v", d, want)
	}
	var e *Error
	if errors.As(d.failure(), &e); e.Args["wanted"] != "2件事" || e.Args["found"] != "3件事" {
		t.Errorf("args %v", e.Args)
	}
	if d, ok := firstDifference([]string{"一"}, []string{"一", ""}); !ok || d.line != 2 {
		t.Errorf("an empty line too many: %+v, %v", d, ok)
	}
	if d, ok := firstDifference([]string{"一"}, []string{"一"}); ok {
		t.Errorf("equal: %+v", d)
	}
}

// The second question of read-back finds what a list of lines would forget.
func TestUnprinted(t *testing.T) {
	lines := printed(sample())
	if missing, ok := unprinted(sample(), lines); ok {
		t.Errorf("%q is said to be missing", missing)
	}
	for i := range lines {
		rest := append(append([]string(nil), lines[:i]...), lines[i+1:]...)
		if _, ok := unprinted(sample(), rest); !ok {
			t.Errorf("the loss of %q was not seen", lines[i])
		}
	}
}

func TestExportRefuses(t *testing.T) {
	control := sample()
	control.Articles[0].Body[0].Text = "a\x01"
	beyond := sample()
	beyond.Articles[0].Body[0].Text = "a\uFFFE"
	misleading := sample()
	misleading.Masthead.Notice = "秘密资料，注意保存" // a reader takes it for the grade
	for name, c := range map[string]struct {
		b       doc.Bulletin
		formats []Format
		meta    Meta
		code    string
	}{
		"draft without stamp":  {sample(), Formats(), Meta{}, CodeStamp},
		"stamp on final text":  {sample(), Formats(), Meta{Final: true, Stamp: "x"}, CodeStamp},
		"unknown format":       {sample(), []Format{DOCX, "xps"}, final, CodeFormat},
		"pages without layout": {sample(), []Format{TXT, PDF}, Meta{Final: true}, CodeLayout},
		"control character":    {control, Formats(), final, doc.CodeControl},
		"not exact in TXT":     {misleading, []Format{TXT}, final, text.CodeNotExact},
		"outside XML":          {beyond, []Format{DOCX}, final, "exchange.docx.rune"},
	} {
		dir := t.TempDir()
		results, err := Export(t.Context(), dir, c.b, c.formats, c.meta)
		if codeOf(err) != c.code || len(results) != 0 {
			t.Errorf("%s: %v, %v; want %s", name, results, err, c.code)
		}
		if files := contents(t, dir); len(files) != 0 {
			t.Errorf("%s: folder holds %q", name, files)
		}
	}
}

func TestExportKeepsWhatWasDelivered(t *testing.T) {
	beyond := sample()
	beyond.Articles[0].Body[0].Text = "a\uFFFE"
	results, err := Export(t.Context(), t.TempDir(), beyond, []Format{TXT, DOCX}, final)
	if err == nil || len(results) != 1 || results[0].Format != TXT {
		t.Errorf("%+v, %v", results, err)
	}
	if _, err := os.Stat(results[0].Path); errors.Is(err, fs.ErrNotExist) {
		t.Error("the TXT is gone")
	}
}
