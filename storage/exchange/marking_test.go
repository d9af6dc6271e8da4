package exchange

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/storage/exchange/docx"
)

var marking = time.Date(2022, 3, 4, 10, 0, 0, 0, time.UTC)

// later is the sample as two people went over it: 苏禾 first, then 陆明.
func later() (b doc.Bulletin, m *Marking) {
	first := sample()
	second := first.Clone()
	second.Masthead.Number.Total = 0
	second.Masthead.Office = ""
	second.Articles[0].Body[0].Text = replaceOnce(first.Articles[0].Body[0].Text, "12件事", "13件急事")
	third := second.Clone()
	body := third.Articles[0].Body
	body[1].Text += "各处“照办”。"
	third.Articles[0].Body = []doc.Paragraph{body[2], doc.NewParagraph("新的一段。"), body[0], body[1]}
	third.Imprint.SendTo, third.Imprint.Phone = "", "55550009"
	third.Articles[0].Title = "云州市部署环境整治工作"
	m = &Marking{From: first, Steps: []Step{{second, "苏禾", marking}, {third, "陆明", marking.Add(time.Hour)}}}
	at := doc.Anchor{Place: doc.Place{Article: third.Articles[0].ID, Paragraph: body[0].ID}, From: 5, To: 7, Quote: "全市"}
	m.Comments = []Comment{
		{Anchor: at, Author: "陆明", At: marking, Text: "数字请核\n第二行"},
		{ReplyTo: 1, Author: "苏禾", At: marking, Text: "已核"},
		{Anchor: doc.Anchor{Place: doc.Place{Field: doc.FieldPhone}, From: 0, To: 8, Quote: "55550009"}, Author: "苏禾", Text: "新号码", Closed: true},
	}
	return third, m
}

func markedFile(t testing.TB, b doc.Bulletin, m *Marking) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := writeMarked(&buf, &job{bulletin: b, meta: Meta{Final: true, Marked: m}}); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

func reviewed(t testing.TB, data []byte) docx.Reviewed {
	t.Helper()
	r, err := docx.Review(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestMarkedCopyHoldsBothVersions(t *testing.T) {
	b, m := later()
	r := reviewed(t, markedFile(t, b, m))
	if got, want := r.Printed(true), printed(b); !slices.Equal(got, want) {
		t.Errorf("all accepted:\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got, want := r.Printed(false), printed(m.From); !slices.Equal(got, want) {
		t.Errorf("all rejected:\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if got := r.Authors(); !slices.Equal(got, []string{"苏禾", "陆明"}) {
		t.Errorf("by %q", got)
	}
	between := strings.Join(r.With("苏禾"), "\n")
	if !strings.Contains(between, "13件急事") || strings.Contains(between, "新的一段") {
		t.Errorf("of 苏禾 alone: %s", between)
	}
}

func TestMarkedCopyHoldsTheComments(t *testing.T) {
	b, m := later()
	r := reviewed(t, markedFile(t, b, m))
	remarks, lines := r.Remarks(), r.Accepted()
	if len(remarks) != 3 {
		t.Fatalf("%d comments", len(remarks))
	}
	first, reply, closed := remarks[0], remarks[1], remarks[2]
	if first.Text != "数字请核\n第二行" || first.Author != "陆明" || string([]rune(lines[first.Line])[first.From:first.To]) != "全市" || first.Done {
		t.Errorf("the first: %+v on %q", first, lines[first.Line])
	}
	if reply.Parent != first.ID || reply.Text != "已核" {
		t.Errorf("the reply: %+v", reply)
	}
	if !closed.Done || string([]rune(lines[closed.Line])[closed.From:closed.To]) != "55550009" {
		t.Errorf("the closed one: %+v on %q", closed, lines[closed.Line])
	}
}

// What goes out as a marked-up copy comes back as the same changes.
func TestMarkedCopyComesBackAsChanges(t *testing.T) {
	b, m := later()
	opened, err := Open(t.Context(), markedFile(t, b, m))
	if err != nil {
		t.Fatal(err)
	}
	came, err := opened.ChangesOf(m.From)
	if err != nil {
		t.Fatal(err)
	}
	if len(came.Hands) != 2 || came.Untracked || came.Hands[1].Author != "陆明" {
		t.Fatalf("%+v", came)
	}
	last := came.Hands[1].Text
	last.Masthead.Number = b.Masthead.Number // which is drawn, not edited
	if got, want := printed(last), printed(b); !slices.Equal(got, want) {
		t.Errorf("came back as\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for i, at := range []string{"全市", "全市", "55550009"} {
		if r := came.Remarks[i]; i != 1 && (r.Anchor.Quote != at || !last.Holds(r.Anchor)) {
			t.Errorf("comment %d stands on %+v", i, r.Anchor)
		}
	}
	if came.Remarks[1].ReplyTo != 1 || !came.Remarks[2].Done {
		t.Errorf("the threads: %+v", came.Remarks)
	}
}

// Whatever is changed, both versions are in the copy.
func TestMarkedCopyOfAnyChange(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 22))
	for range 200 {
		from, to := shuffled(rng), shuffled(rng)
		r := reviewed(t, markedFile(t, to, &Marking{From: from}))
		if got := r.Printed(true); !slices.Equal(got, printed(to)) {
			t.Fatalf("accepted %q, want %q", got, printed(to))
		}
		if got := r.Printed(false); !slices.Equal(got, printed(from)) {
			t.Fatalf("rejected %q, want %q", got, printed(from))
		}
	}
}

// shuffled is the sample with paragraphs and fields changed, left out and put
// elsewhere; it keeps their ids.
func shuffled(rng *rand.Rand) doc.Bulletin {
	b := doc.Bulletin{Articles: []doc.Article{{ID: "a", Title: "题目"}}}
	for _, at := range rng.Perm(6)[:rng.IntN(7)] {
		id := doc.ParagraphID(rune('p' + at))
		b.Articles[0].Body = append(b.Articles[0].Body, doc.Paragraph{ID: id, Text: []string{"甲乙丙。", "一、甲乙。丙", "丁", ""}[rng.IntN(4)]})
	}
	if rng.IntN(2) == 0 {
		b.Articles = append(b.Articles, doc.Article{ID: "b", Title: "二\n行"})
	}
	for _, key := range []doc.FieldKey{doc.FieldTitle, doc.FieldOffice, doc.FieldEditor, doc.FieldSendTo, doc.FieldCopyTo, doc.FieldSecurity} {
		if err := b.Set(doc.Place{Field: key}, []string{"", "戊", "己庚"}[rng.IntN(3)]); err != nil {
			panic(err)
		}
	}
	return b
}

func TestMarkedCopyNeedsAnEarlierText(t *testing.T) {
	_, err := Export(t.Context(), t.TempDir(), sample(), []Format{MarkedDOCX}, final)
	if codeOf(err) != CodeMarked {
		t.Errorf("%v, want %s", err, CodeMarked)
	}
	b, m := later()
	results, err := Export(t.Context(), t.TempDir(), b, []Format{MarkedDOCX}, Meta{Stamp: "送审稿 8f3a", Marked: m})
	if err != nil || len(results) != 1 || !results[0].ReadBack {
		t.Errorf("%+v, %v", results, err)
	}
}
