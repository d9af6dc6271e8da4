package compose

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"jianbao/editor/buffer"
	"jianbao/editor/doc"
	"jianbao/review/diff"
)

// issueOf is an issue whose articles are given by their paragraphs: "a:一/二"
// is article a with two. A paragraph that begins with "x=" has the id x.
func issueOf(phone string, articles ...string) doc.Bulletin {
	b := doc.Bulletin{Imprint: doc.Imprint{Phone: phone}}
	for _, spec := range articles {
		id, body, _ := strings.Cut(spec, ":")
		a := doc.Article{ID: doc.ArticleID(id), Title: "题" + id}
		for i, text := range strings.Split(body, "/") {
			p := doc.Paragraph{ID: doc.ParagraphID(id + string(rune('0'+i))), Text: text}
			if name, rest, named := strings.Cut(text, "="); named {
				p.ID, p.Text = doc.ParagraphID(name), rest
			}
			a.Body = append(a.Body, p)
		}
		b.Articles = append(b.Articles, a)
	}
	return b
}

// saying writes an issue as issueOf takes it, without the ids of paragraphs.
func saying(b doc.Bulletin) string {
	parts := []string{b.Imprint.Phone}
	for _, a := range b.Articles {
		parts = append(parts, string(a.ID)+":"+strings.Join(a.Texts(), "/"))
	}
	return strings.Join(parts, " ")
}

var unions = []struct {
	name               string
	base, mine, theirs doc.Bulletin
	want               string
	conflicts          int
}{
	{"nobody else changed anything",
		issueOf("1", "a:甲甲。/乙乙。"), issueOf("1", "a:甲丙。/乙乙。"), issueOf("1", "a:甲甲。/乙乙。"), "1 a:甲丙。/乙乙。", 0},
	{"another sentence", issueOf("1", "a:年底前力争完成任务。全市投资12亿元。"), issueOf("1", "a:年底前确保完成任务。全市投资12亿元。"),
		issueOf("1", "a:年底前力争完成任务。全市投资13亿元。"), "1 a:年底前确保完成任务。全市投资13亿元。", 0},
	{"the same words", issueOf("1", "a:年底前力争完成任务。"), issueOf("1", "a:年底前确保完成任务。"),
		issueOf("1", "a:年底前争取完成任务。"), "1 a:年底前确保完成任务。", 1},
	{"a field of theirs", issueOf("1", "a:甲。"), issueOf("1", "a:甲乙。"), issueOf("2", "a:甲。"), "2 a:甲乙。", 0},
	{"a field of both", issueOf("1", "a:甲。"), issueOf("3", "a:甲。"), issueOf("2", "a:甲。"), "3 a:甲。", 1},
	{"a paragraph of theirs before mine", issueOf("1", "a:甲甲。/乙乙。"), issueOf("1", "a:甲甲。/乙乙丙。"),
		issueOf("1", "a:x=新的一段。/a0=甲甲。/a1=乙乙。"), "1 a:新的一段。/甲甲。/乙乙丙。", 0},
	{"a paragraph of theirs after mine", issueOf("1", "a:甲甲。/乙乙。"), issueOf("1", "a:甲丙甲。/乙乙。"),
		issueOf("1", "a:a0=甲甲。/a1=乙乙。/x=新的一段。"), "1 a:甲丙甲。/乙乙。/新的一段。", 0},
	{"a paragraph taken out by them", issueOf("1", "a:甲甲。/乙乙。/丙丙。"), issueOf("1", "a:甲甲。/乙乙。/丙丙丁。"),
		issueOf("1", "a:a0=甲甲。/a2=丙丙。"), "1 a:甲甲。/丙丙丁。", 0},
	{"an article of theirs", issueOf("1", "a:甲。"), issueOf("1", "a:甲乙。"), issueOf("1", "a:甲。", "b:又一篇。"), "1 a:甲乙。 b:又一篇。", 0},
	{"an article taken out by them", issueOf("1", "a:甲。", "b:乙。"), issueOf("1", "a:甲丙。", "b:乙。"), issueOf("1", "a:甲。"), "1 a:甲丙。", 0},
	{"an article I wrote on, taken out by them", issueOf("1", "a:甲。", "b:乙。"), issueOf("1", "a:甲。", "b:乙丙。"), issueOf("1", "a:甲。"), "1 a:甲。 b:乙丙。", 1},
	{"articles put in another order by them", issueOf("1", "a:甲。", "b:乙。"), issueOf("1", "a:甲丙。", "b:乙。"), issueOf("1", "b:乙。", "a:甲。"), "1 b:乙。 a:甲丙。", 0},
}

func TestWhatOthersSavedComesIntoMine(t *testing.T) {
	for _, c := range unions {
		t.Run(c.name, func(t *testing.T) {
			got, err := unite(diff.Comparer{}, c.base, c.mine, c.theirs)
			if err != nil {
				t.Fatal(err)
			}
			if saying(got.text) != c.want || len(got.open) != c.conflicts {
				t.Errorf("got %q with %d conflicts, want %q with %d", saying(got.text), len(got.open), c.want, c.conflicts)
			}
			checkTakenIn(t, c.mine, got.text)
		})
	}
}

// checkTakenIn writes a text into a manuscript that is written on already, and
// takes it back.
func checkTakenIn(t testing.TB, mine, want doc.Bulletin) {
	t.Helper()
	m := &manuscript{}
	m.begin(mine, 1)
	for _, a := range mine.Articles {
		if _, err := m.body(a.ID); err != nil {
			t.Skip("no such text can be written on")
		}
	}
	if err := m.takeIn(diff.Comparer{}, want, func(doc.Place) buffer.Selection { return buffer.Selection{} }); err != nil {
		t.Fatal(err)
	}
	if !sameText(m.text, want) {
		t.Fatalf("the page reads %q, want %q", saying(m.text), saying(want))
	}
	for _, a := range m.text.Articles {
		text, err := m.body(a.ID)
		if err != nil || text.Text() != strings.Join(a.Texts(), "\n") {
			t.Fatalf("what is written on reads %q, the text %q", text.Text(), a.Texts())
		}
	}
	if len(m.order.done) > 1 {
		t.Fatalf("%d thoughts", len(m.order.done))
	}
	back := func(at doc.Place) bool { _, done := m.written(at).Undo(); return done }
	if _, done := m.undo(back); done != !sameText(mine, want) || !sameText(m.text, mine) {
		t.Fatalf("taken back to %q, want %q", saying(m.text), saying(mine))
	}
	forth := func(at doc.Place) bool { _, done := m.written(at).Redo(); return done }
	if m.redo(forth); !sameText(m.text, want) {
		t.Fatalf("done again to %q, want %q", saying(m.text), saying(want))
	}
}

func TestParagraphsThatStayKeepTheirIDs(t *testing.T) {
	ids := func(b doc.Bulletin) (all []string) {
		for _, p := range b.Articles[0].Body {
			all = append(all, string(p.ID))
		}
		return all
	}
	m := &manuscript{}
	m.begin(issueOf("1", "a:甲甲。/乙乙。/丙丙。"), 1)
	want := issueOf("1", "a:a0=甲丁甲。/x=新。/a2=丙丙。/y=又新。")
	if err := m.takeIn(diff.Comparer{}, want, func(doc.Place) buffer.Selection { return buffer.Selection{} }); err != nil {
		t.Fatal(err)
	}
	if got := ids(m.text); !slices.Equal(got, ids(want)) {
		t.Errorf("ids %v, want %v", got, ids(want))
	}
}

func TestTheirsIsTakenAtOneConflictAlone(t *testing.T) {
	base := issueOf("1", "a:年底前力争完成任务。全市投资12亿元。共有三个区参加。")
	mine := issueOf("2", "a:年底前确保完成任务。全市投资12亿元。共有三个区参加。")
	theirs := issueOf("3", "a:年底前争取完成任务。全市投资13亿元。共有三个区参加。")
	got, err := unite(diff.Comparer{}, base, mine, theirs)
	if err != nil || len(got.open) != 2 {
		t.Fatalf("%d conflicts, %v", len(got.open), err)
	}
	text := got.text
	text.Articles[0].Body[0].Text = strings.Replace(text.Articles[0].Body[0].Text, "13亿元", "12亿元", 1) // undone on the page
	text, found, err := taking(diff.Comparer{}, base, text, theirs, got.open[1])
	if want := "2 a:年底前争取完成任务。全市投资12亿元。共有三个区参加。"; err != nil || !found || saying(text) != want {
		t.Errorf("%q, %v, want %q", saying(text), err, want)
	}
	text.Articles[0].Body[0].Text = "全都重写了。"
	if _, found, err := taking(diff.Comparer{}, base, text, theirs, got.open[1]); err != nil || found {
		t.Errorf("a place that is gone is found, %v", err)
	}
}

// FuzzUnite: of any two changes of a text the page comes to read what the merge
// says, as one thought that can be taken back, and mine is lost nowhere.
func FuzzUnite(f *testing.F) {
	for _, c := range unions {
		f.Add(bodyOf(c.base), bodyOf(c.mine), bodyOf(c.theirs), "1", "2")
	}
	f.Add("甲\n乙\n丙\n甲", "甲\n\n丙", "乙\n甲\n丙\n甲", "", "3")
	f.Fuzz(func(t *testing.T, base, mine, theirs, myPhone, theirPhone string) {
		issue := func(phone, body string, old []doc.Paragraph) doc.Bulletin {
			b := doc.Bulletin{Imprint: doc.Imprint{Phone: phone}, Articles: []doc.Article{{ID: "a", Title: "题"}}}
			b.Articles[0].Body = doc.Reconcile(old, strings.Split(body, "\n"))
			return b
		}
		first := issue("1", base, nil)
		a, b := issue(myPhone, mine, first.Articles[0].Body), issue(theirPhone, theirs, first.Articles[0].Body)
		for _, text := range []doc.Bulletin{first, a, b} {
			if len(text.Validate()) > 0 {
				t.Skip("no such text is stored")
			}
		}
		got, err := unite(diff.Comparer{}, first, a, b)
		if err != nil {
			t.Fatal(err)
		}
		if alone, err := unite(diff.Comparer{}, first, a, first); err != nil || !sameText(alone.text, a) || len(alone.open) > 0 {
			t.Fatalf("with nothing from elsewhere mine became %q, %v", saying(alone.text), err)
		}
		checkTakenIn(t, a, got.text)
	})
}

func bodyOf(b doc.Bulletin) string { return strings.Join(b.Articles[0].Texts(), "\n") }

func BenchmarkUnite(b *testing.B) {
	for _, paragraphs := range []int{30, 300} {
		b.Run(strconv.Itoa(paragraphs)+" paragraphs", func(b *testing.B) { benchmarkUnite(b, paragraphs) })
	}
}

// benchmarkUnite lets two people change every tenth paragraph, each another.
func benchmarkUnite(b *testing.B, paragraphs int) {
	body := make([]string, paragraphs)
	for i := range body {
		body[i] = "会议指出，今年第" + strconv.Itoa(i) + "项任务要夯实基础，力争年底前完成，形成合力，不断提高群众满意度，确保各项工作落到实处、见到成效。"
	}
	base := issueOf("1", "a:"+strings.Join(body, "/"))
	mine, theirs := base.Clone(), base.Clone()
	for i := 0; i+5 < paragraphs; i += 10 {
		mine.Articles[0].Body[i].Text += "我加一句。"
		theirs.Articles[0].Body[i+5].Text += "他加一句。"
	}
	for b.Loop() {
		got, err := unite(diff.Comparer{}, base, mine, theirs)
		if err != nil || len(got.open) > 0 {
			b.Fatal(len(got.open), err)
		}
		checkTakenIn(b, mine, got.text)
	}
}
