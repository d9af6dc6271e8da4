package text

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"jianbao/editor/doc"
)

var writings = []WriteOptions{
	{},
	{BOM: true, CRLF: true},
	{Encoding: GB18030, CRLF: true},
	{Encoding: GB18030, Stamp: []string{"送审稿　版本 8f3a·c21e"}},
	{Stamp: []string{"送审稿", "8f3a·c21e"}},
}

func write(t testing.TB, b doc.Bulletin, opts WriteOptions) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, b, opts); err != nil {
		t.Fatalf("%v in %+v", err, b)
	}
	return out.Bytes()
}

func readBack(t testing.TB, data []byte) doc.Bulletin {
	t.Helper()
	b, err := ReadBack(data)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func sameText(t testing.TB, want, got doc.Bulletin) {
	t.Helper()
	a, errA := doc.Canonical(want)
	b, errB := doc.Canonical(got)
	if errA != nil || errB != nil || !bytes.Equal(a, b) {
		t.Errorf("read back differs: %v %v\n%s\n%s", errA, errB, a, b)
	}
	if n, m := want.Masthead.Number, got.Masthead.Number; n.Issue != m.Issue || n.Total != m.Total || !n.Same(m) && !n.IsZero() {
		t.Errorf("number %+v read back as %+v", n, m)
	}
}

func sample() doc.Bulletin {
	b := doc.New()
	b.Masthead = doc.Masthead{Title: "云州工作简报", Label: "增刊", Number: doc.Number{Year: 2024, Issue: 3, Total: 218},
		Office: "云州市委办公室", Date: doc.Date{Year: 2024, Month: 7, Day: 9}, Security: "秘密★1年", Notice: "内部资料，注意保存", CopyNumber: "000012"}
	b.Articles[0] = doc.Article{ID: "A1", Title: "东溪区整治河道\n成效明显", Note: "编者的话。\n第二段。", Source: "市河长办",
		Body: []doc.Paragraph{doc.NewParagraph("东溪区整治河道18条。"), doc.NewParagraph("一、清淤"), doc.NewParagraph("（一）分段负责。")}}
	second := doc.NewArticle()
	second.Title, second.Source = "南屏县修建步道", "市住建局"
	second.Body = []doc.Paragraph{doc.NewParagraph("南屏县修建步道36公里。")}
	b.Articles = append(b.Articles, second)
	b.Imprint = doc.Imprint{Editor: "程小雨", Checker: "薛平", Credits: []doc.Credit{{Label: "签发", Name: "许国梁"}},
		Phone: "6660101", Fax: "6660102", Email: "a@yunzhou.example", ReportTo: "省委办公厅。", CopyTo: "市直各单位。", SendTo: "各县。", Copies: 50}
	return b
}

func TestWriteForm(t *testing.T) {
	want := `【送审稿】


秘密★1年
内部资料，注意保存
编号：000012

　　　　云州工作简报
　　　　（增刊）
　　　　第3期
　　　　（总第218期）

云州市委办公室
2024年7月9日


　　编者按：编者的话。
　　第二段。

　　　　东溪区整治河道
　　　　成效明显

　　东溪区整治河道18条。
　　一、清淤
　　（一）分段负责。

（市河长办）


　　　　南屏县修建步道

　　南屏县修建步道36公里。

（市住建局）


责编：程小雨
核稿：薛平
签发：许国梁
电话：6660101
传真：6660102
邮箱：a@yunzhou.example

报：省委办公厅。
送：市直各单位。
发：各县。
（共印50份）
`
	if got := write(t, sample(), WriteOptions{Stamp: []string{"送审稿"}}); string(got) != want {
		t.Errorf("got\n%s", got)
	}
}

func TestWriteEncodings(t *testing.T) {
	b := sample()
	b.Articles[0].Body[0].Text = "参会人员：王喆、陈𬀩、𠮷野，占比30%。"
	for _, opts := range writings {
		data := write(t, b, opts)
		sameText(t, b, readBack(t, data))
		if crlf := bytes.Count(data, []byte("\r\n")); opts.CRLF != (crlf > 0) || opts.CRLF && crlf != bytes.Count(data, []byte("\n")) {
			t.Errorf("%+v: %d line ends CRLF", opts, crlf)
		}
		if opts.BOM != bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) {
			t.Errorf("%+v: byte order mark is wrong", opts)
		}
	}
}

// TestReadOwn reads our own file as if it came from elsewhere.
func TestReadOwn(t *testing.T) {
	b := sample()
	sameText(t, b, read(t, write(t, b, WriteOptions{}), Options{}).Bulletin)
}

func TestWriteRefuses(t *testing.T) {
	tests := []struct {
		name, code string
		change     func(*doc.Bulletin)
	}{
		{"line end in a paragraph", CodeInvalid, func(b *doc.Bulletin) { b.Articles[0].Body[0].Text = "a\nb" }},
		{"no article", CodeInvalid, func(b *doc.Bulletin) { b.Articles = nil }},
		{"office that is a date", CodeNotExact, func(b *doc.Bulletin) { b.Masthead.Office, b.Masthead.Date = "2024年7月9日", doc.Date{} }},
		{"sign-off under the label of a field", CodeNotExact, func(b *doc.Bulletin) {
			b.Imprint.Phone, b.Imprint.Credits = "", []doc.Credit{{Label: "电话", Name: "6660101"}}
		}},
		{"notice that is a grade", CodeNotExact, func(b *doc.Bulletin) { b.Masthead.Notice, b.Masthead.Security = "秘密", "" }},
	}
	for _, test := range tests {
		b := sample()
		test.change(&b)
		var out bytes.Buffer
		err := Write(&out, b, WriteOptions{})
		if e := new(Error); !errors.As(err, &e) || e.Code != test.code || out.Len() > 0 {
			t.Errorf("%s: %v, %d bytes written", test.name, err, out.Len())
		}
	}
}

func TestReadBackRefuses(t *testing.T) {
	good := string(write(t, sample(), WriteOptions{}))
	for _, s := range []string{"", "x", "【送审稿】", strings.Replace(good, "　　东溪区", "东溪区", 1),
		strings.Replace(good, "\n\n\n", "\n\n", 1), good + "\n\n\nx", strings.Replace(good, "责编：", "责编", 1)} {
		if b, err := ReadBack([]byte(s)); err == nil {
			t.Errorf("%q was read as %+v", s, b)
		}
	}
}

// generator makes bulletins from pieces chosen to look like structure.
type generator struct{ *rand.Rand }

var pieces = []string{"", "", "云州", "市委召开会议", "（", "）", "第3期", "（总第5期）", "　", "　　", " ", "\t", "编者按：", "责编：", "报：", "2024年7月9日",
	"一、", "（一）", "1.", "（处）", "【", "】", "秘密", "，", "。", "a", "𠮷", "\ufffd", "\ufeff", "——", "— 1 —", "共印3份", "12", "e\u0301", "密级：", "年第"}

func (g generator) line() string {
	var s strings.Builder
	for range g.IntN(4) {
		s.WriteString(pieces[g.IntN(len(pieces))])
	}
	return s.String()
}

func (g generator) lines() string {
	s := g.line()
	for g.IntN(3) == 0 {
		s += "\n" + g.line()
	}
	return s
}

func (g generator) body() doc.Bulletin {
	b := sample()
	b.Articles = nil
	for range 1 + g.IntN(3) {
		a := doc.NewArticle()
		a.Title, a.Note, a.Source, a.Body = g.lines(), g.lines(), g.line(), nil
		for range g.IntN(4) {
			a.Body = append(a.Body, doc.NewParagraph(g.line()))
		}
		b.Articles = append(b.Articles, a)
	}
	return b
}

func (g generator) fields() doc.Bulletin {
	b := g.body()
	for _, to := range []*string{&b.Masthead.Title, &b.Masthead.Label, &b.Masthead.Office, &b.Masthead.Security, &b.Masthead.Notice, &b.Masthead.CopyNumber,
		&b.Imprint.Editor, &b.Imprint.Checker, &b.Imprint.Phone, &b.Imprint.Email, &b.Imprint.ReportTo, &b.Imprint.SendTo} {
		*to = g.line()
	}
	b.Masthead.Number = doc.Number{Year: g.IntN(3), Issue: g.IntN(3), Total: g.IntN(3)}
	b.Masthead.Date = doc.Date{Year: 1 + g.IntN(9999), Month: 1 + g.IntN(12), Day: 1 + g.IntN(28)}
	b.Imprint.Copies = g.IntN(3)
	return b
}

// TestRoundTripArticles writes articles of any text, even such as looks like
// structure, below an ordinary masthead: each is written and read back exactly.
func TestRoundTripArticles(t *testing.T) {
	g := generator{rand.New(rand.NewPCG(1, 2))}
	for range 5000 {
		b := g.body()
		sameText(t, b, readBack(t, write(t, b, writings[g.IntN(len(writings))])))
		if t.Failed() {
			return
		}
	}
}

// TestRoundTripFields writes fields of any text: what is written is read back
// exactly, what cannot be is refused, and that is seldom.
func TestRoundTripFields(t *testing.T) {
	g := generator{rand.New(rand.NewPCG(3, 4))}
	const all = 5000
	refused := 0
	for range all {
		b := g.fields()
		var out bytes.Buffer
		err := Write(&out, b, writings[g.IntN(len(writings))])
		if e := new(Error); errors.As(err, &e) && e.Code == CodeNotExact {
			refused++
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		sameText(t, b, readBack(t, out.Bytes()))
		if t.Failed() {
			return
		}
	}
	if refused*2 > all {
		t.Errorf("%d of %d refused", refused, all)
	}
	t.Logf("%d of %d refused", refused, all)
}
