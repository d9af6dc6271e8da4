package doc

import (
	"errors"
	"reflect"
	"strings"
	"testing"
)

func TestEncodeThenDecode(t *testing.T) {
	tests := map[string]Bulletin{
		"sample":         sample(),
		"no article":     {Articles: []Article{}},
		"empty body":     {Articles: []Article{{ID: "a", Body: []Paragraph{}}}},
		"marks and tags": {Articles: []Article{{ID: "a", Title: "<b>&\"\\", Body: []Paragraph{{"p", BodyText, "\u2028\t𠮷\ufffd"}}}}},
		"year alone":     {Masthead: Masthead{Number: Number{Year: 2025}}, Articles: []Article{}},
	}
	for name, b := range tests {
		got, err := Decode([]byte(encoded(t, b)))
		if err != nil || !reflect.DeepEqual(got, b) {
			t.Errorf("%s: read back %+v, %v\nwant %+v", name, got, err, b)
		}
	}
}

func TestEncodeIsStable(t *testing.T) {
	if encoded(t, sample()) != encoded(t, sample().Clone()) {
		t.Error("equal bulletins have different bytes")
	}
}

func TestEncodeRefusesWhatItCannotCarry(t *testing.T) {
	tests := map[string]func(*Bulletin){
		"invalid bytes in a field":     func(b *Bulletin) { b.Masthead.Title = "\xff" },
		"invalid bytes in a paragraph": func(b *Bulletin) { b.Articles[0].Body[0].Text = "中\xe4\xb8" },
		"invalid bytes in a credit":    func(b *Bulletin) { b.Imprint.Credits[0].Name = "\xff" },
		"invalid bytes in an id":       func(b *Bulletin) { b.Articles[0].ID = "\xff" },
		"no such day":                  func(b *Bulletin) { b.Masthead.Date = Date{2025, 2, 30} },
	}
	for name, spoil := range tests {
		b := sample()
		spoil(&b)
		if _, err := Encode(b); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: Encode gave %v, want ErrFormat", name, err)
		}
		if _, err := TextHash(b); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: TextHash gave %v, want ErrFormat", name, err)
		}
	}
}

func TestDecodeRefusesWhatItDoesNotKnow(t *testing.T) {
	good := encoded(t, sample())
	replace := func(old, new string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("the sample's form does not contain %q", old)
		}
		return strings.Replace(good, old, new, 1)
	}
	tests := map[string]string{
		"empty":              "",
		"not JSON":           "第4期",
		"cut short":          good[:len(good)/2],
		"other format":       replace(`"jianbao.bulletin"`, `"jianbao.packet"`),
		"no format":          `{"version":1}`,
		"next version":       replace(`"version":1`, `"version":2`),
		"version 0":          replace(`"version":1`, `"version":0`),
		"unknown part":       replace(`"masthead":`, `"colophon":{},"masthead":`),
		"unknown field":      replace(`"office":`, `"motto":"勤","office":`),
		"unknown in a body":  replace(`"text":`, `"bold":true,"text":`),
		"no such day":        replace("2025-06-15", "2025-06-31"),
		"second value":       good + good,
		"trailing bracket":   good + "}",
		"trailing words":     good + " 完",
		"invalid UTF-8":      replace("松江", "松\xff江"),
		"array not a string": replace(`"title":"松江工作简报"`, `"title":["松江工作简报"]`),
	}
	for name, data := range tests {
		if b, err := Decode([]byte(data)); !errors.Is(err, ErrFormat) {
			t.Errorf("%s: %v, want ErrFormat (read %+v)", name, err, b)
		}
	}
}

func TestDecodeMakesMissingIDs(t *testing.T) {
	const data = `{"format":"jianbao.bulletin","version":1,"articles":[{"title":"题","body":[{"text":"一"},{"text":"二"}]}]}`
	b, err := Decode([]byte(data + "\n"))
	if err != nil {
		t.Fatal(err)
	}
	if problems := b.Validate(); len(problems) > 0 {
		t.Errorf("problems after reading a text without ids: %+v", problems)
	}
}

func FuzzEncode(f *testing.F) {
	f.Add("标题", "第一行\n第二行", "正文", "签发", "p1", 2025, 6, 15, 3)
	f.Add("\xff", "\x00", "\u2028", "：", "", 0, 13, 1, -1)
	f.Fuzz(func(t *testing.T, title, lines, text, label, id string, y, m, d, n int) {
		b := Bulletin{
			Masthead: Masthead{Title: title, Date: Date{y, m, d}, Number: Number{n, n, n}},
			Articles: []Article{{ID: "a" + ArticleID(id), Title: lines, Body: []Paragraph{{"p" + ParagraphID(id), Level(n), text}}}},
			Imprint:  Imprint{Credits: []Credit{{label, title}}, Copies: n},
		}
		data, err := Encode(b)
		if err != nil {
			if !errors.Is(err, ErrFormat) || len(b.Validate()) == 0 {
				t.Fatalf("refused with %v, but Validate finds nothing", err)
			}
			return
		}
		got, err := Decode(data)
		if err != nil || !reflect.DeepEqual(got, b) {
			t.Fatalf("read back %+v, %v\nwant %+v", got, err, b)
		}
	})
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(`{"format":"jianbao.bulletin","version":1,"articles":[{"id":"a","body":[{"id":"p","text":"一"}]}]}`))
	data, err := Encode(sample())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Fuzz(func(t *testing.T, data []byte) {
		b, err := Decode(data)
		if err != nil {
			return
		}
		again, err := Decode([]byte(encoded(t, b)))
		if err != nil {
			t.Fatalf("read %+v, but not what it was written as: %v", b, err)
		}
		if encoded(t, again) != encoded(t, b) {
			t.Fatalf("written, read and written again it differs: %+v, %+v", b, again)
		}
	})
}
