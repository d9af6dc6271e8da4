package cli

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

func TestNothingSteersATerminal(t *testing.T) {
	for text, want := range map[string]string{
		"王敏\t核稿\n":              "王敏\t核稿\n",
		"\x1b]0;假标题\a":          "<U+001B>]0;假标题<U+0007>",
		"\x1b[2J\x1b[31m":       "<U+001B>[2J<U+001B>[31m",
		"\u009b31m\x7f\r\x00":   "<U+009B>31m<U+007F><U+000D><U+0000>",
		"文件\u202etxt.exe\u2066": "文件<U+202E>txt.exe<U+2066>",
		"张\u200b三\ufeff\u2028四": "张<U+200B>三<U+FEFF><U+2028>四",
		"旗\U000e0041":           "旗<U+E0041>",
		"𠮷、“引号”，＋加号，…… —— ℃ ①": "𠮷、“引号”，＋加号，…… —— ℃ ①",
	} {
		if got := tame(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}

func TestJSONKeepsItsValue(t *testing.T) {
	want := "\x1b[31m\u202e文\u009b\u2066\U000e0041\ufeff𠮷"
	var out bytes.Buffer
	c := new(call)
	if err := c.encode(&out, want); err != nil {
		t.Fatal(err)
	}
	if strings.ContainsFunc(out.String(), steers) {
		t.Errorf("steers: %q", out.String())
	}
	var got string
	if err := json.Unmarshal(out.Bytes(), &got); err != nil || got != want {
		t.Errorf("%q came back as %q, %v", want, got, err)
	}
}

// says is a result made of one text.
type says string

func (s says) print(p *page) { p.line(string(s)) }

// TestTheTextItselfLeavesUnchanged tells results apart: what is a bulletin's
// text alone is for another program, and not one byte of it may change.
func TestTheTextItselfLeavesUnchanged(t *testing.T) {
	const hostile = "\x1b[31m\u202e文"
	for _, tt := range []struct {
		r    result
		want string
	}{{raw(hostile), hostile}, {says(hostile), tame(hostile) + "\n"}} {
		var out bytes.Buffer
		if err := new(call).print(&out, tt.r); err != nil || out.String() != tt.want {
			t.Errorf("%T: %q, %v", tt.r, out.String(), err)
		}
	}
}
