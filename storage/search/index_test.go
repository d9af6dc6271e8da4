package search_test

import (
	"context"
	"errors"
	"os"
	"reflect"
	"strings"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/find"
	"jianbao/storage/memory"
)

func newOffice(t testing.TB, issues int) (*office, *author) {
	t.Helper()
	o, a := &office{TB: t, store: memory.New()}, newAuthor(1)
	o.write(func(tx review.Tx) error { return tx.People().Put(review.Person{ID: "p1", Name: "赵一"}) })
	o.issues(a, issues, 300)
	return o, a
}

// agrees compares the index with a scan: every hit, its order and its quotes.
func (o *office) agrees(f find.Finder, q find.Query) {
	o.Helper()
	q.Limit = 1000
	got, want := o.find(f, q), o.find(find.Scan{Store: o.store}, q)
	if !reflect.DeepEqual(got, want) {
		o.Errorf("%+v finds\n%v, a scan\n%v", q, brief(got), brief(want))
	}
}

func brief(r find.Result) string {
	var b strings.Builder
	for _, h := range r.Hits {
		b.WriteString(string(h.Draft) + " ")
	}
	return b.String()
}

// query asks for something that may or may not be there.
func (a *author) query(o *office) find.Query {
	q := find.Query{Earlier: a.IntN(3) == 0}
	for range 1 + a.IntN(2) {
		q.Terms = append(q.Terms, a.term())
	}
	if a.IntN(2) == 0 {
		q.Field = find.Fields()[a.IntN(len(find.Fields()))]
	}
	switch a.IntN(6) {
	case 0:
		q.From, q.To = doc.Date{Year: 2014, Month: 5, Day: 1}, doc.Date{Year: 2020, Month: 12, Day: 31}
	case 1:
		q.States = []review.State{review.Drafting, review.Issued}
	case 2:
		q.Number = o.drafts[a.IntN(len(o.drafts))].Number
	case 3:
		q.Terms = nil
	}
	return q
}

func (a *author) term() string {
	all := []rune(a.paragraph(8))
	from := a.IntN(len(all))
	return string(all[from:min(len(all), from+1+a.IntN(6))])
}

func TestTheIndexAnswersAsAScanDoes(t *testing.T) {
	o, a := newOffice(t, 150)
	x := o.index(indexPath(t))
	for range 200 {
		o.agrees(x, a.query(o))
	}
	for _, typed := range []string{"云", "文明", "wi-fi", "ＷＩ－ＦＩ", "É", "é", "👨", "👩‍👧", "𠮷", "3.2", "，", `" "`, "王敏", "赵一", "各部门", `"`, "zzzzz", "\x00"} {
		o.agrees(x, find.Query{Terms: find.Terms(typed)})
	}
}

// FuzzTheIndexAnswersAsAScanDoes asks for anything, in an office some of whose
// texts were revised.
func FuzzTheIndexAnswersAsAScanDoes(f *testing.F) {
	o, a := newOffice(f, 150)
	x := o.index(indexPath(f))
	o.find(x, find.Query{})
	for n := range 20 {
		o.write(func(tx review.Tx) error { return o.revise(tx, n, a.bulletin(80), n%3 > 0) })
	}
	for _, typed := range []string{"工作", "wi-fi", `"a b" 文明`, "👩‍👧 é", "3.2", "\x00\n\xff", "。", a.term() + " " + a.term()} {
		f.Add(typed, uint8(0), false)
		f.Add(typed, uint8(2), true)
	}
	f.Fuzz(func(t *testing.T, typed string, field uint8, earlier bool) {
		q := find.Query{Terms: append(find.Terms(typed), typed), Earlier: earlier}
		if n := int(field) % (len(find.Fields()) + 1); n > 0 {
			q.Field = find.Fields()[n-1]
		}
		(&office{TB: t, store: o.store}).agrees(x, q)
	})
}

func TestALongTermIsFound(t *testing.T) {
	o, _ := newOffice(t, 100)
	x := o.index(indexPath(t))
	var text string
	o.write(func(tx review.Tx) error {
		r, err := tx.Revisions().Get(o.drafts[7].ID, 1)
		text = r.Text.Articles[0].Body[2].Text
		return err
	})
	if len([]rune(text)) < 30 {
		t.Fatalf("too short: %q", text)
	}
	o.agrees(x, find.Query{Terms: []string{text}})
	if r := o.find(x, find.Query{Terms: []string{text}}); r.Total == 0 {
		t.Error("not found")
	}
	o.agrees(x, find.Query{Terms: []string{text + "又"}})
	o.agrees(x, find.Query{Terms: []string{strings.Repeat(text, 3000)}})
}

func TestWhatIsSavedIsFoundAtOnce(t *testing.T) {
	o, a := newOffice(t, 70) // more than wait: they are in lists
	x := o.index(indexPath(t))
	o.find(x, find.Query{})
	for range 100 { // and so are these, in the end
		o.write(func(tx review.Tx) error {
			n := a.IntN(len(o.drafts))
			if a.IntN(3) == 0 {
				d := o.drafts[n]
				d.State = review.Archived
				return o.record(tx, n, d)
			}
			return o.revise(tx, n, a.bulletin(100), a.IntN(4) > 0)
		})
		o.agrees(x, a.query(o))
	}
	o.issues(a, 3, 100)
	o.agrees(x, find.Query{})
	for range 60 {
		o.agrees(x, a.query(o))
	}
}

func TestAWordTakenOutIsFoundOnRequest(t *testing.T) {
	o, a := newOffice(t, 5)
	x := o.index(indexPath(t))
	gone := doc.Bulletin{Articles: []doc.Article{{ID: "a", Title: "题", Body: []doc.Paragraph{{ID: "p", Text: "曾经写过鸱鸮二字。"}}}}}
	o.write(func(tx review.Tx) error { return o.revise(tx, 2, gone, true) })
	o.find(x, find.Query{}) // the index knows it as a newest text
	o.write(func(tx review.Tx) error { return o.revise(tx, 2, a.bulletin(50), true) })
	if r := o.find(x, find.Query{Terms: []string{"鸱鸮"}}); r.Total != 0 {
		t.Errorf("found %v", brief(r))
	}
	r := o.find(x, find.Query{Terms: []string{"鸱鸮"}, Earlier: true})
	if r.Total != 1 || r.Hits[0].Draft != "d00002" || r.Hits[0].Revision != 2 || r.Hits[0].Newest {
		t.Errorf("found %+v", r)
	}
	o.agrees(o.index(indexPath(t)), find.Query{Terms: []string{"鸱鸮", "曾经"}, Earlier: true}) // one that never knew it
}

func TestTheIndexIsMadeAnew(t *testing.T) {
	ask := find.Query{Terms: []string{"文明"}}
	for name, spoil := range map[string]func(t *testing.T, path string){
		"missing": func(t *testing.T, path string) { ok(t, os.Remove(path)) },
		"empty":   func(t *testing.T, path string) { ok(t, os.Truncate(path, 0)) },
		"halved":  func(t *testing.T, path string) { ok(t, os.Truncate(path, size(t, path)/2/4096*4096)) },
		"foreign": func(t *testing.T, path string) {
			ok(t, os.WriteFile(path, []byte(strings.Repeat("not ours ", 100)), 0o600))
		},
		"older": func(t *testing.T, path string) { patch(t, path, 60, 0, 0, 0, 0) },
		"torn":  func(t *testing.T, path string) { patch(t, path, 4096*3, make([]byte, 4096*6)...) },
	} {
		t.Run(name, func(t *testing.T) {
			o, _ := newOffice(t, 100)
			path := indexPath(t)
			x := o.index(path)
			o.find(x, ask)
			ok(t, x.Close())
			spoil(t, path)
			again := o.index(path)
			o.agrees(again, ask)
			if found, err := again.Check(t.Context()); err != nil || len(found) > 0 {
				t.Errorf("Check = %v, %v", found, err)
			}
		})
	}
}

func TestAnIndexOfAnotherDatabaseIsMadeAnew(t *testing.T) {
	one, _ := newOffice(t, 10)
	path := indexPath(t)
	x := one.index(path)
	one.find(x, find.Query{})
	ok(t, x.Close())
	two := &office{TB: t, store: memory.New()}
	two.issues(newAuthor(7), 12, 200)
	two.agrees(two.index(path), find.Query{Terms: []string{"的"}})
	empty := &office{TB: t, store: memory.New()}
	empty.agrees(empty.index(path), find.Query{Terms: []string{"的"}})
}

func TestWithoutRoomForAnIndexTextsAreRead(t *testing.T) {
	o, _ := newOffice(t, 10)
	o.agrees(o.index(indexPath(t)+"/no/such/folder"), find.Query{Terms: []string{"文明"}})
}

func TestCheckNamesWhatIsWrong(t *testing.T) {
	o, _ := newOffice(t, 100)
	path := indexPath(t)
	x := o.index(path)
	if found, err := x.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("before it is made: %v, %v", found, err)
	}
	o.find(x, find.Query{})
	ok(t, x.Close())
	patch(t, path, 4096*3, make([]byte, 4096*6)...)
	spoilt := o.index(path)
	found, err := spoilt.Check(t.Context())
	if err != nil || len(found) == 0 {
		t.Fatalf("Check = %v, %v", found, err)
	}
	ok(t, spoilt.Rebuild(t.Context()))
	if found, err := spoilt.Check(t.Context()); err != nil || len(found) > 0 {
		t.Errorf("after Rebuild: %v, %v", found, err)
	}
}

func TestAWithdrawnQuestionEnds(t *testing.T) {
	o, _ := newOffice(t, 10)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := o.index(indexPath(t)).Find(ctx, find.Query{Terms: []string{"的"}}); !errors.Is(err, context.Canceled) {
		t.Errorf("Find = %v", err)
	}
}

func ok(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func size(t *testing.T, path string) int64 {
	info, err := os.Stat(path)
	ok(t, err)
	return info.Size()
}

func patch(t *testing.T, path string, at int64, data ...byte) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	ok(t, err)
	_, err = file.WriteAt(data, at)
	ok(t, errors.Join(err, file.Close()))
}
