package text

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/editor/doc"
)

// shared returns the folder of test data that stands beside the repository.
func shared(t *testing.T) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
	}
	data := filepath.Join(dir, "..", "shared", "data")
	if _, err := os.Stat(data); err != nil {
		t.Skip("the shared test data is not beside this repository")
	}
	return data
}

func seed(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(shared(t), "seed-bulletin.txt"))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestRealIssue(t *testing.T) {
	b := read(t, seed(t), Options{Repair: true}).Bulletin
	a := b.Articles[0]
	got := []string{b.Masthead.Title, b.Masthead.Office, b.Masthead.Date.String(), a.Title, a.Source,
		b.Imprint.Editor, b.Imprint.Checker, b.Imprint.Phone, b.Imprint.Fax, b.Imprint.Email,
		b.Imprint.ReportTo, b.Imprint.CopyTo, b.Imprint.SendTo}
	want := []string{"首都精神文明建设情况简报", "首都精神文明办", "2022-03-03",
		"2022年首都精神文明建设工作暨背街小巷环境精细化整治提升动员部署大会召开", "精神文明调查研究处",
		"梅雪峰", "吕俊超", "55569506", "55569505", "jswmzhxtc@163.com",
		"中央文明办，首都文明委主任、副主任，市委、市人大、市政府、市政协。",
		"首都文明委委员，市委、市政府各部委办局，各总公司、高等院校，市级群众团体。",
		"各区委书记、区长、宣传部长，各区文明办，有关新闻单位。"}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("got %q, want %q", got[i], want[i])
		}
	}
	if n := (doc.Number{Issue: 4, Total: 2196}); b.Masthead.Number != n || len(b.Articles) != 1 || len(a.Body) != 8 {
		t.Errorf("number %+v, %d articles, %d paragraphs", b.Masthead.Number, len(b.Articles), len(a.Body))
	}
	for i, p := range a.Body {
		if !strings.HasSuffix(p.Text, "。") || strings.ContainsAny(p.Text, " ,:()") {
			t.Errorf("paragraph %d is cut or has half-width marks: %s", i+1, p.Text)
		}
	}
	for _, whole := range []string{"“空调调高一度”等活动，", "首都文明办发挥牵头组织作用，"} {
		if !strings.Contains(strings.Join(a.Texts(), "\n"), whole) {
			t.Errorf("%q is not put together", whole)
		}
	}
}

// TestRealIssueKept reads the real issue without repairs: every text is in the
// file just so.
func TestRealIssueKept(t *testing.T) {
	data := seed(t)
	r := read(t, data, Options{})
	if len(r.Repairs) != 0 || len(r.Bulletin.Articles[0].Body) != 10 {
		t.Errorf("%d repairs, %d paragraphs", len(r.Repairs), len(r.Bulletin.Articles[0].Body))
	}
	checkKept(t, string(data), r)
	checkNothingLost(t, string(data), r)
}

func TestRealIssueRoundTrip(t *testing.T) {
	b := read(t, seed(t), Options{Repair: true}).Bulletin
	for _, opts := range writings {
		data := write(t, b, opts)
		sameText(t, b, readBack(t, data))
		if len(opts.Stamp) == 0 {
			sameText(t, b, read(t, data, Options{}).Bulletin)
		}
		again := read(t, data, Options{Repair: true})
		sameText(t, b, again.Bulletin)
		if len(again.Repairs) != len(opts.Stamp) || len(again.Unplaced) > 0 {
			t.Errorf("our own file wants repairs: %+v %+v", again.Repairs, again.Unplaced)
		}
	}
}

// TestOfficial imports documents that are not bulletins: nothing may be lost.
func TestOfficial(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared(t), "official", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no documents: %v", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		_, data, _ = bytes.Cut(data, []byte("\n")) // the first line names the source
		for _, opts := range []Options{{}, {Repair: true}} {
			r := read(t, data, opts)
			checkNothingLost(t, string(data), r)
			if r.Bulletin.Articles[0].Title == "" {
				t.Errorf("%s: no title found", filepath.Base(f))
			}
		}
	}
}
