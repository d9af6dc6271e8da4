package docx

import (
	"bytes"
	"slices"
	"strings"
	"testing"
)

// ins and del are tracked changes of a and b.
const (
	insA = `<w:ins w:id="1" w:author="甲" w:date="2022-03-01T08:00:00Z">`
	insB = `<w:ins w:id="2" w:author="乙" w:date="2022-03-02T08:00:00Z">`
	delA = `<w:del w:id="3" w:author="甲" w:date="2022-03-01T08:00:00Z">`
	delB = `<w:del w:id="4" w:author="乙" w:date="2022-03-02T08:00:00Z">`
)

func spoken(s string) string { return `<w:r><w:t>` + s + `</w:t></w:r>` }
func struck(s string) string { return `<w:r><w:delText>` + s + `</w:delText></w:r>` }
func end(mark string) string {
	return `<w:pPr><w:rPr>` + strings.Replace(mark, ">", "/>", 1) + `</w:rPr></w:pPr>`
}
func para(in ...string) string { return `<w:p>` + strings.Join(in, "") + `</w:p>` }

func review(t *testing.T, body string, parts ...string) Reviewed {
	t.Helper()
	data := packed(t, append([]string{"_rels/.rels", packageRels, "word/document.xml", bodyStart + body + bodyEnd}, parts...)...)
	r, err := Review(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestVersions(t *testing.T) {
	for name, c := range map[string]struct {
		body                  string
		accepted, rejected, a []string // a: with the changes of 甲 alone
	}{
		"words": {para(spoken("今年"), insA+spoken("整治")+`</w:ins>`, delB+struck("3月")+`</w:del>`, spoken("完")),
			[]string{"今年整治完"}, []string{"今年3月完"}, []string{"今年整治3月完"}},
		"put in by one, taken out by the other": {para(insA+delB+struck("新")+`</w:del></w:ins>`, spoken("旧")),
			[]string{"旧"}, []string{"旧"}, []string{"新旧"}},
		"a paragraph put in": {para(spoken("一")) + para(end(insA), insA+spoken("二")+`</w:ins>`) + para(spoken("三")),
			[]string{"一", "二", "三"}, []string{"一", "三"}, []string{"一", "二", "三"}},
		"two paragraphs made one": {para(end(delA), spoken("一")) + para(spoken("二")),
			[]string{"一二"}, []string{"一", "二"}, []string{"一二"}},
		"moved": {para(`<w:moveFrom w:id="5" w:author="甲">`+spoken("动")+`</w:moveFrom>`, spoken("静")) + para(`<w:moveTo w:id="6" w:author="甲">`+spoken("动")+`</w:moveTo>`),
			[]string{"静", "动"}, []string{"动静", ""}, []string{"静", "动"}},
		"a row taken out": {`<w:tbl><w:tr><w:trPr>` + strings.Replace(delB, ">", "/>", 1) + `</w:trPr><w:tc>` + para(spoken("行")) + `</w:tc></w:tr></w:tbl>` + para(spoken("后")),
			[]string{"后"}, []string{"行", "后"}, []string{"行", "后"}},
		"a cell's only paragraph": {`<w:tbl><w:tr><w:tc>` + para(end(delA), spoken("格")) + `</w:tc><w:tc>` + para(spoken("邻")) + `</w:tc></w:tr></w:tbl>`,
			[]string{"格", "邻"}, []string{"格", "邻"}, []string{"格", "邻"}},
		"a change of form": {para(`<w:pPr><w:rPr><w:rPrChange w:id="7" w:author="甲"/></w:rPr></w:pPr>`, spoken("字")), []string{"字"}, []string{"字"}, []string{"字"}},
	} {
		r := review(t, c.body)
		for which, got := range map[string][2][]string{"accepted": {r.Accepted(), c.accepted}, "rejected": {r.Rejected(), c.rejected}, "of 甲": {r.With("甲"), c.a}} {
			if !slices.Equal(got[0], got[1]) {
				t.Errorf("%s, %s: %q, want %q", name, which, got[0], got[1])
			}
		}
	}
}

func TestAuthorsComeInTheOrderTheyBegan(t *testing.T) {
	r := review(t, para(insB+spoken("后")+`</w:ins>`, insA+spoken("先")+`</w:ins>`))
	if got := r.Authors(); !slices.Equal(got, []string{"甲", "乙"}) || !r.Changed() {
		t.Errorf("%q", got)
	}
}

func TestRemarks(t *testing.T) {
	const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/comments" Target="comments.xml"/><Relationship Id="b" Type="x/commentsExtended" Target="ex.xml"/></Relationships>`
	const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="w14"><w:comment w:id="0" w:author="甲" w:date="2022-03-01T08:00:00Z"><w:p w14:paraId="A1"><w:r><w:rPr><w:b/></w:rPr><w:t>一</w:t><w:br/><w:t>行</w:t></w:r></w:p><w:p w14:paraId="A2"><w:r><w:t>二</w:t></w:r></w:p></w:comment><w:comment w:id="1" w:author="乙"><w:p w14:paraId="B1"><w:r><w:t>答</w:t></w:r></w:p></w:comment></w:comments>`
	const threads = `<x:commentsEx xmlns:x="x"><x:commentEx x:paraId="A2" x:done="1"/><x:commentEx x:paraId="B1" x:paraIdParent="A2" x:done="0"/></x:commentsEx>`
	body := para(delA+struck("删去")+`</w:del>`, spoken("前"), `<w:commentRangeStart w:id="0"/>`, spoken("中间"), `<w:commentRangeEnd w:id="0"/>`, spoken("后"))
	r := review(t, body, "word/_rels/document.xml.rels", rels, "word/comments.xml", comments, "word/ex.xml", threads)
	got := r.Remarks()
	if len(got) != 2 {
		t.Fatalf("%+v", got)
	}
	if c := got[0]; c.Text != "一\n行\n二" || c.From != 1 || c.To != 3 || c.Line != 0 || !c.Done || c.Author != "甲" || c.At.IsZero() {
		t.Errorf("the first: %+v", c)
	}
	if c := got[1]; c.Text != "答" || c.Parent != "0" || c.Done {
		t.Errorf("the answer: %+v", c)
	}
}

func TestWhatIsNotReadIsSaid(t *testing.T) {
	r := review(t, para(`<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:footnoteReference w:id="1"/></w:r>`, spoken("字")))
	if got := r.Missing(); !slices.Equal(got, []string{MissingNumbers, MissingNotes}) {
		t.Errorf("%q", got)
	}
}

// Ten thousand tables in each other are refused before they cost anything.
func TestNestedTables(t *testing.T) {
	deep := strings.Repeat(`<w:tbl><w:tr><w:tc>`, 10_000) + para(spoken("底")) + strings.Repeat(`</w:tc></w:tr></w:tbl>`, 10_000)
	data := packed(t, "_rels/.rels", packageRels, "word/document.xml", bodyStart+deep+bodyEnd)
	if _, err := Review(bytes.NewReader(data), int64(len(data))); err == nil {
		t.Error("they were read")
	}
}
