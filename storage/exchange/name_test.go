package exchange

import (
	"strings"
	"testing"
	"unicode/utf8"

	"jianbao/editor/doc"
)

func TestBaseName(t *testing.T) {
	article := doc.NewArticle()
	article.Title = "背街小巷\n整治"
	for _, c := range []struct {
		label  string
		number doc.Number
		stamp  string
		want   string
	}{
		{"", doc.Number{Issue: 4, Total: 2196}, "", "政务情况简报第4期（总第2196期）"},
		{"增刊", doc.Number{Issue: 1}, "", "政务情况简报增刊第1期"},
		{"", doc.Number{Total: 9}, "", "政务情况简报总第9期"},
		{"", doc.Number{Issue: 4, Total: 2196}, "送审稿 8f3a·c21e", "政务情况简报第4期（总第2196期）送审稿-8f3ac21e"},
		{"", doc.Number{}, "送审稿 8f3a·c21e", "政务情况简报背街小巷整治送审稿-8f3ac21e"},
	} {
		b := doc.Bulletin{Masthead: doc.Masthead{Title: "政务情况简报", Label: c.label, Number: c.number}, Articles: []doc.Article{article}}
		if got := BaseName(b, c.stamp); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

func TestSafeName(t *testing.T) {
	long := strings.Repeat("简", 200)
	for in, want := range map[string]string{
		"云州简报第4期（总第2196期）.docx": "云州简报第4期（总第2196期）.docx",
		"../../etc/passwd":      "_.._etc_passwd",
		`a\b:c*d?e"f<g>h|i`:     "a_b_c_d_e_f_g_h_i",
		"a\u202etxt.exe":        "atxt.exe",
		"a\x00\u200b\u2066b\tc": "ab c",
		"":                      "_",
		" . ":                   "_",
		"a. ":                   "a",
		"con.txt":               "_con.txt",
		"COM1":                  "_COM1",
		"a\xffb":                "a_b",
		long + ".docx":          strings.Repeat("简", 83) + ".docx",
	} {
		got := SafeName(in)
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
		if SafeName(got) != got {
			t.Errorf("%q is not safe: %q", got, SafeName(got))
		}
	}
}

func FuzzSafeName(f *testing.F) {
	f.Add("简报/第4期.docx")
	f.Add(".\u202e. ")
	f.Fuzz(func(t *testing.T, in string) {
		got := SafeName(in)
		if got == "" || len(got) > maxName || !utf8.ValidString(got) || strings.ContainsAny(got, "/\\\x00") || got == "." || got == ".." {
			t.Errorf("%q: %q", in, got)
		}
		if again := SafeName(got); again != got {
			t.Errorf("%q: %q, then %q", in, got, again)
		}
		if n := numbered(got, 999); len(n) > maxName || !utf8.ValidString(n) {
			t.Errorf("%q: numbered %q", in, n)
		}
	})
}
