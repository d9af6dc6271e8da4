package cli

import (
	"encoding/json"
	"os"
	"os/user"
	"path/filepath"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange"
)

// shared finds a file of the folder beside the repository, or skips.
func shared(t *testing.T, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		path := filepath.Join(dir, "shared", name)
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	t.Skipf("shared/%s is not there: it is no part of the repository", name)
	return ""
}

// run does one command with --json and decodes what it prints into v.
func run(t *testing.T, v any, args ...string) {
	t.Helper()
	status, out, errs := try(append(args, "--json")...)
	if status != exitDone {
		t.Fatalf("%v ends with %d: %s", args, status, errs)
	}
	if err := json.Unmarshal([]byte(out), v); err != nil {
		t.Fatalf("%v prints %q: %v", args, out, err)
	}
}

// TestDemoOfARealIssue takes a real issue all the way: every field must be in
// its place and the files must hold what was signed.
func TestDemoOfARealIssue(t *testing.T) {
	path := shared(t, "data/seed-bulletin.txt")
	t.Chdir(t.TempDir())
	var d demonstration
	run(t, &d, "demo", path)
	if d.Number == nil || *d.Number != (issueNo{2022, 4, 2196}) {
		t.Errorf("number = %+v, want 2022, 4, 2196", d.Number)
	}
	if d.State != string(review.Final) || !d.ReadBack || len(d.Files) != len(exchange.Formats()) {
		t.Errorf("state %s, read back %v, files %+v", d.State, d.ReadBack, d.Files)
	}
	want := map[doc.FieldKey]string{
		doc.FieldTitle: "首都精神文明建设情况简报", doc.FieldIssue: "4", doc.FieldTotal: "2196",
		doc.FieldOffice: "首都精神文明办", doc.FieldDate: "2022-03-03",
		doc.FieldEditor: "梅雪峰", doc.FieldChecker: "吕俊超",
		doc.FieldPhone: "55569506", doc.FieldFax: "55569505", doc.FieldEmail: "jswmzhxtc@163.com",
		doc.FieldReportTo: "中央文明办，首都文明委主任、副主任，市委、市人大、市政府、市政协。",
		doc.FieldCopyTo:   "首都文明委委员，市委、市政府各部委办局，各总公司、高等院校，市级群众团体。",
		doc.FieldSendTo:   "各区委书记、区长、宣传部长，各区文明办，有关新闻单位。",
	}
	for key, value := range want {
		if d.Fields[key] != value {
			t.Errorf("%s = %q, want %q", key, d.Fields[key], value)
		}
	}
	if len(d.Fields) != len(want) {
		t.Errorf("%d fields, want %d: %v", len(d.Fields), len(want), d.Fields)
	}
	requireArticle(t, d.Articles)
}

func requireArticle(t *testing.T, list []articleInfo) {
	t.Helper()
	if len(list) != 1 {
		t.Fatalf("%d articles, want 1", len(list))
	}
	a := list[0]
	if a.Title != "2022年首都精神文明建设工作暨背街小巷环境精细化整治提升动员部署大会召开" || a.Source != "精神文明调查研究处" || a.Paragraphs != 8 {
		t.Errorf("article = %+v", a)
	}
}

// TestFirstImport is the first thing anybody does: nobody is known yet.
func TestFirstImport(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "issue.txt", "云州市政务情况简报\n第1期\n云州市政务信息办公室\n2026年1月5日\n\n标题一句\n\n　　正文一段。\n\n（办公室）\n")
	var first, second imported
	run(t, &first, "import", "issue.txt")
	login, err := user.Current()
	if err != nil {
		t.Fatal(err)
	}
	if !first.Joined || first.By != login.Username {
		t.Errorf("first import: joined %v, by %q, want %q", first.Joined, first.By, login.Username)
	}
	run(t, &second, "import", "issue.txt")
	if second.Joined || second.By != first.By || second.ID == first.ID {
		t.Errorf("second import: %+v", second.outcome)
	}
}

// TestJSONEditKeepsWhatItStates changes a level and a paragraph by the exchange
// form: ids and levels are the file's own.
func TestJSONEditKeepsWhatItStates(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "issue.txt", "云州市政务情况简报\n第1期\n云州市政务信息办公室\n2026年1月5日\n\n标题一句\n\n　　正文一段。\n\n　　正文二段。\n\n（办公室）\n")
	var before imported
	run(t, &before, "import", "issue.txt")
	var was, is shown
	run(t, &was, "show", before.ID)
	b, err := doc.Decode(was.Bulletin)
	if err != nil {
		t.Fatal(err)
	}
	body := b.Articles[0].Body
	body[0], body[1] = body[1], body[0]
	body[0].Text, body[0].Level = "全部重写", doc.Level1
	data, err := doc.Encode(b)
	if err != nil {
		t.Fatal(err)
	}
	write(t, "changed.json", string(data))
	var done outcome
	run(t, &done, "edit", before.ID, "--from", "changed.json")
	run(t, &is, "show", before.ID)
	if string(is.Bulletin) != string(data) {
		t.Errorf("stored:\n%s\nwant:\n%s", is.Bulletin, data)
	}
	var again outcome
	run(t, &again, "edit", before.ID, "--from", "changed.json")
	if !again.Unchanged || again.Revision != done.Revision {
		t.Errorf("a second edit from the same file: %+v", again)
	}
}
