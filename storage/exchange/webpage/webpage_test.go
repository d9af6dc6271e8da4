package webpage

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

func TestText(t *testing.T) {
	for name, c := range map[string]struct{ page, want string }{
		"paragraphs":       {`<p>　　第一段</p><p>第<b>二</b>段</p>`, "　　第一段\n第二段\n"},
		"entities":         {`<p>A&amp;B&#x20BB7;&hellip;&nbsp;完</p>`, "A&B𠮷…\u00a0完\n"},
		"hidden":           {`<head><title>题</title></head><script>x</script><p hidden>无</p><p style="display: none">无</p><p>有</p><!-- 无 -->`, "有\n"},
		"table":            {`<table><tr><td>报：</td><td>市委</td></tr><tr><td>送：</td><td></td><td>各区</td></tr></table>`, "报：\t市委\n送：\t\t各区\n"},
		"line break":       {`甲<br>乙<hr>丙`, "甲\n乙\n丙\n"},
		"space":            {"<p>  一\n 二 三\nA \n B  </p>", "一二 三 A B\n"},
		"preformatted":     {"<pre>  一\n\n  二</pre>", "  一\n  二\n"},
		"numbered list":    {`<ol start="3"><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>`, "3.甲\n4.乙\n丙\n"},
		"laid-out type":    {`<svg><text data-block="1"><tspan>第一</tspan></text><text data-block="1"><tspan>段</tspan></text><text data-block="2">二</text></svg>`, "第一段\n二\n"},
		"nothing closed":   {`<p>甲<p>乙<table><td>丙`, "甲\n乙\n丙\n"},
		"nothing on it":    {`<html><script>x</script></html>`, ""},
		"words of a label": {`<p>第 <span>4</span> 期</p>`, "第 4 期\n"},
	} {
		got, err := Text([]byte(`<!DOCTYPE html><html><body>` + c.page))
		if err != nil || got != c.want {
			t.Errorf("%s: %q, %v, want %q", name, got, err, c.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	body := `"><p>春季环境整治，镕𠮷</p>`
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(`<html><meta charset="gb2312` + body)
	if err != nil {
		t.Fatal(err)
	}
	big5, err := traditionalchinese.Big5.NewEncoder().String(`<html><meta http-equiv="Content-Type" content="text/html; charset=big5"><p>環境整治</p>`)
	if err != nil {
		t.Fatal(err)
	}
	for page, want := range map[string]string{
		`<html><meta charset="utf-8` + body:           "春季环境整治，镕𠮷\n",
		"\ufeff" + `<html><meta charset="big5` + body: "春季环境整治，镕𠮷\n",
		gb:   "春季环境整治，镕𠮷\n",
		big5: "環境整治\n",
	} {
		if got, err := Text([]byte(page)); err != nil || got != want {
			t.Errorf("%q, %v, want %q", got, err, want)
		}
	}
}

func TestHostilePages(t *testing.T) {
	for name, c := range map[string]struct{ page, code string }{
		"deep":             {strings.Repeat("<div>", 10_000), CodeDepth},
		"unknown encoding": {"<meta charset=klingon>\xff\xfe\x80", CodeEncoding},
		"false encoding":   {"<meta charset=big5>\x80\x80\x81", CodeEncoding},
	} {
		var e *Error
		if _, err := Text([]byte(c.page)); !errors.As(err, &e) || e.Code != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

func FuzzText(f *testing.F) {
	for _, page := range []string{"<!DOCTYPE html><p>一", "<table><tr><td>甲<td>乙", "<svg><text data-block=1>x", "<pre>\n</pre>", "<meta charset=gbk>\xd6\xd0"} {
		f.Add([]byte(page))
	}
	f.Fuzz(func(t *testing.T, page []byte) {
		s, err := Text(page)
		var m interface {
			Message() (string, map[string]string)
		}
		if err != nil && !errors.As(err, &m) {
			t.Errorf("%v has no sentence", err)
		}
		if strings.Contains(s, "\n\n") {
			t.Errorf("an empty line in %q", s)
		}
	})
}
