package exchange

import (
	"bytes"
	"os"
	"testing"

	"jianbao/storage/exchange/text"
)

func TestTextStyles(t *testing.T) {
	for name, c := range map[string]struct {
		style TextStyle
		start string
	}{
		"UTF-8":        {TextStyle{}, "　　　　云州市政务情况简报\n"},
		"BOM, CRLF":    {TextStyle{Encoding: text.UTF8, BOM: true, CRLF: true}, "\ufeff　　　　云州市政务情况简报\r\n"},
		"GB18030":      {TextStyle{Encoding: text.GB18030}, "\xa1\xa1\xa1\xa1\xa1\xa1\xa1\xa1\xd4\xc6\xd6\xdd\xca\xd0"},
		"GB18030, DOS": {TextStyle{Encoding: text.GB18030, CRLF: true}, "\xa1\xa1\xa1\xa1\xa1\xa1\xa1\xa1\xd4\xc6\xd6\xdd\xca\xd0"},
	} {
		meta, b := final, sample()
		meta.Text = c.style
		b.Articles[0].Body[0].Text += "𠮷䶮镕€"
		results, err := Export(t.Context(), t.TempDir(), b, []Format{TXT}, meta)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		data, err := os.ReadFile(results[0].Path)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(data, []byte(c.start)) || bytes.Contains(data, []byte("\r\n")) != c.style.CRLF {
			t.Errorf("%s: %q", name, data[:60])
		}
	}
}

// A file in another style than asked for is not taken for the right one.
func TestTextStyleIsReadBack(t *testing.T) {
	for name, c := range map[string]struct {
		data  string
		style TextStyle
	}{
		"no mark":    {"云州市\n", TextStyle{BOM: true}},
		"a mark":     {"\ufeff云州市\n", TextStyle{}},
		"line feeds": {"云州市\n简报\n", TextStyle{CRLF: true}},
		"CRLF":       {"云州市\r\n", TextStyle{}},
		"not UTF-8":  {"\xd4\xc6\n", TextStyle{}},
	} {
		if got, err := readTXT([]byte(c.data), Meta{Text: c.style}); err == nil {
			t.Errorf("%s: read as %q", name, got.lines)
		}
	}
}
