package docx

import (
	"archive/zip"
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/form"
)

var update = flag.Bool("update", false, "write testdata anew")

// sample is a bulletin that uses every kind of line.
func sample() doc.Bulletin {
	b := doc.New()
	b.Masthead = doc.Masthead{
		Title: "云州市政务情况简报", Label: "增刊", Number: doc.Number{Year: 2022, Issue: 4, Total: 2196},
		Office: "云州市政务办公室", Date: doc.Date{Year: 2022, Month: 3, Day: 3},
		Security: "秘密★1年", Notice: "内部资料，注意保存", CopyNumber: "000012",
	}
	a := &b.Articles[0]
	a.Title = "云州市部署春季背街小巷\n环境整治工作"
	a.Note = "现将有关情况印发。\n请各单位参考。"
	a.Source = "环境整治处"
	for _, s := range []string{
		"3月1日，全市召开部署会，市长“当场”交办了12件事——件件有期限…… <a & b>",
		"一、加强领导。各区要“一把手”负责。",
		"二、压实责任",
		"（一）每月一查。结果公开。",
		"1.先易后难",
		"（1）前后\t有制表位，句末有空格  ",
		"生僻字：𠮷、喆、镕。",
		"",
	} {
		a.Body = append(a.Body, doc.NewParagraph(s))
	}
	b.Articles = append(b.Articles, doc.NewArticle())
	b.Articles[1].Title = "又一篇"
	b.Imprint = doc.Imprint{
		Editor: "秦望", Checker: "苏禾", Credits: []doc.Credit{{Label: "签发", Name: "陆明"}},
		Phone: "55550001", Fax: "55550002", Email: "jb@example.cn",
		ReportTo: "市委，市人大、市政府、市政协。", CopyTo: "市各部委办局。", SendTo: "各区。", Copies: 50,
	}
	return b
}

func written(t testing.TB, b doc.Bulletin, opts Options) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := Write(&buf, b, opts); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func linesOf(b doc.Bulletin) []string {
	var lines []string
	for _, l := range form.Lines(b) {
		lines = append(lines, l.String())
	}
	return lines
}

// The unpacked parts are compared with testdata. No line of them is volatile:
// the creation time is given here, and nothing else changes between runs.
func TestGolden(t *testing.T) {
	opts := Options{Stamp: "送审稿 8f3a·c21e", Creator: "云州市政务办公室", Created: time.Date(2022, 3, 3, 9, 30, 0, 0, time.UTC)}
	for name, opts := range map[string]Options{"draft": opts, "final": {}} {
		data := written(t, sample(), opts)
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			compareGolden(t, filepath.Join("testdata", name, filepath.FromSlash(f.Name)), f)
		}
	}
}

func compareGolden(t *testing.T, path string, f *zip.File) {
	t.Helper()
	r, err := f.Open()
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	got := bytes.ReplaceAll(raw, []byte("><"), []byte(">\n<")) // one element a line, for whoever reads a difference
	if *update {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o777), os.WriteFile(path, got, 0o666)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; run with -update and look at the difference", path)
	}
}

func TestSameBytesTwice(t *testing.T) {
	opts := Options{Stamp: "送审稿", Created: time.Unix(0, 0)}
	if b := sample(); !bytes.Equal(written(t, b, opts), written(t, b, opts)) {
		t.Error("two files of one bulletin differ")
	}
}

func TestReadBack(t *testing.T) {
	for _, stamp := range []string{"", "送审稿 8f3a·c21e"} {
		data := written(t, sample(), Options{Stamp: stamp})
		got, err := ReadBack(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		want := linesOf(sample())
		var headers []string
		if stamp != "" {
			want, headers = append([]string{stamp}, want...), []string{stamp}
		}
		if !slices.Equal(got.Lines, want) {
			t.Errorf("stamp %q: lines\n%q\nwant\n%q", stamp, got.Lines, want)
		}
		if !slices.Equal(got.Headers, headers) {
			t.Errorf("headers %q, want %q", got.Headers, headers)
		}
	}
}

func TestEmptyBulletin(t *testing.T) {
	data := written(t, doc.New(), Options{})
	got, err := ReadBack(bytes.NewReader(data), int64(len(data)))
	if want := linesOf(doc.New()); err != nil || !slices.Equal(got.Lines, want) {
		t.Errorf("got %q, %v; want %q", got.Lines, err, want)
	}
}

func TestRunesThatXMLCannotHold(t *testing.T) {
	for _, s := range []string{"a\x01b", "a\uFFFEb", "a\rb", "a\xffb"} {
		b := sample()
		b.Articles[0].Body[1].Text = s
		var e *Error
		if err := Write(io.Discard, b, Options{}); !errors.As(err, &e) || e.Code != CodeRune {
			t.Errorf("%q: %v, want %s", s, err, CodeRune)
		}
	}
	if err := Write(io.Discard, sample(), Options{Stamp: "\uFFFF"}); err == nil {
		t.Error("a stamp that XML cannot hold was written")
	}
}

func FuzzRoundTrip(f *testing.F) {
	f.Add("名称", "标题\n两行", "一、正文。又\t一句", "报：\n某某", "送审稿")
	f.Add("", "", " ]]> <w:t> &amp; \u2028", "\u200f‮", "x")
	f.Fuzz(func(t *testing.T, series, title, text, to, stamp string) {
		b := sample()
		b.Masthead.Title, b.Articles[0].Title, b.Imprint.ReportTo = series, title, to
		b.Articles[1].Body = []doc.Paragraph{doc.NewParagraph(text)}
		var buf bytes.Buffer
		var e *Error
		if err := Write(&buf, b, Options{Stamp: stamp}); errors.As(err, &e) && e.Code == CodeRune {
			return
		} else if err != nil {
			t.Fatal(err)
		}
		got, err := ReadBack(bytes.NewReader(buf.Bytes()), int64(buf.Len()))
		if err != nil {
			t.Fatal(err)
		}
		want := linesOf(b)
		if stamp != "" {
			want = append([]string{stamp}, want...)
		}
		if !slices.Equal(got.Lines, want) {
			t.Errorf("lines\n%q\nwant\n%q", got.Lines, want)
		}
	})
}
