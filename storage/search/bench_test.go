package search_test

import (
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"jianbao/review"
	"jianbao/review/find"
	"jianbao/storage/search"
	"jianbao/storage/sqlite"
)

// The office of the benchmarks.
const manyIssues, manyRunes = 5000, 3000

// manyTexts is an office on disk, and the path of its database.
func manyTexts(b *testing.B) (*office, string) {
	path := filepath.Join(b.TempDir(), "x.db")
	store, err := sqlite.Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { store.Close() })
	o := &office{TB: b, store: store}
	o.write(func(tx review.Tx) error { return tx.People().Put(review.Person{ID: "p1", Name: "赵一"}) })
	for range manyIssues / 500 {
		o.issues(newAuthor(uint64(len(o.drafts))), 500, manyRunes*3/4+100)
	}
	return o, path
}

// BenchmarkBuild makes the index of 5,000 issues of about 3,000 characters.
func BenchmarkBuild(b *testing.B) {
	o, path := manyTexts(b)
	var spent time.Duration
	for b.Loop() {
		began := processor()
		x := search.New(o.store, path+".search")
		if err := x.Rebuild(b.Context()); err != nil {
			b.Fatal(err)
		}
		x.Close()
		spent = processor() - began
	}
	b.ReportMetric(spent.Seconds(), "CPU-s")
	info, err := os.Stat(path + ".search")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(info.Size())/1e6, "MB")
	runes, different, pairs := o.sizes(100)
	b.ReportMetric(runes, "characters/issue")
	b.ReportMetric(different, "different/issue")
	b.ReportMetric(pairs, "pairs/issue")
}

// BenchmarkFind asks for one to six characters, there or not, with quotes of the
// first 20 hits, and the same of a LIKE scan, and reports what both take, by the
// clock and of the processor: the machine may be busy with something else. Some
// answers are compared with those of find.Scan.
func BenchmarkFind(b *testing.B) {
	o, path := manyTexts(b)
	x := o.index(path + ".search")
	o.find(x, find.Query{})
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	var index, like taken
	a := newAuthor(99)
	for n := 0; b.Loop(); n++ {
		term := a.question(1+n%6, n%5 == 0)
		index.take(func() { o.find(x, find.Query{Terms: []string{term}}) })
		if n < 120 {
			like.take(func() { o.like(db, term) })
		}
	}
	for runes := 1; runes <= 6; runes++ {
		o.agrees(x, find.Query{Terms: []string{a.question(runes, false)}})
	}
	for _, p := range []int{50, 95} {
		at := fmt.Sprintf("-p%d", p)
		b.ReportMetric(index.clock(p), "ms"+at)
		b.ReportMetric(index.processor(p), "CPU-ms"+at)
		b.ReportMetric(like.processor(p), "LIKE-CPU-ms"+at)
		b.ReportMetric(like.processor(p)/index.processor(p), "times"+at)
	}
}

// question is so many characters of some text, or a few that no text has.
func (a *author) question(runes int, miss bool) string {
	a.turn()
	text := []rune(a.paragraph(200))
	if miss {
		text[50+runes/2] = '鱟'
	}
	return string(text[50 : 50+runes])
}

// like asks as one asks without an index.
func (o *office) like(db *sql.DB, term string) {
	o.Helper()
	var n int
	if err := db.QueryRow("SELECT count(*) FROM texts WHERE body LIKE ?", "%"+term+"%").Scan(&n); err != nil {
		o.Fatal(err)
	}
}

// taken is what each of many questions took, by the clock and of the processor.
type taken [2][]float64

func (t *taken) take(f func()) {
	spent, began := processor(), time.Now()
	f()
	t[0] = append(t[0], milliseconds(time.Since(began)))
	t[1] = append(t[1], milliseconds(processor()-spent))
}

func (t *taken) clock(percent int) float64     { return percentile(t[0], percent) }
func (t *taken) processor(percent int) float64 { return percentile(t[1], percent) }

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

func percentile(all []float64, percent int) float64 {
	return slices.Sorted(slices.Values(all))[len(all)*percent/100]
}

// BenchmarkUpdate is what the first question after a save takes longer.
func BenchmarkUpdate(b *testing.B) {
	o, path := manyTexts(b)
	x := o.index(path + ".search")
	o.find(x, find.Query{})
	a := newAuthor(5)
	for b.Loop() {
		b.StopTimer()
		o.write(func(tx review.Tx) error { return o.revise(tx, a.IntN(manyIssues), a.bulletin(2000), true) })
		b.StartTimer()
		o.find(x, find.Query{Terms: []string{"鱟"}})
	}
}

// sizes are, on average, how many characters the first issues have, and how many
// different ones and different pairs are among the first 3,000.
func (o *office) sizes(count int) (runes, different, pairs float64) {
	o.Helper()
	err := o.store.View(o.Context(), func(tx review.Tx) error {
		for _, d := range o.drafts[:count] {
			rev, err := tx.Revisions().Get(d.ID, d.Head)
			if err != nil {
				return err
			}
			var all []rune
			for _, p := range find.Parts(rev.Text, "") {
				all = append(all, []rune(p.Text)...)
			}
			one, two := map[rune]bool{}, map[[2]rune]bool{}
			for i, r := range all[:min(len(all), manyRunes)-1] {
				one[r], two[[2]rune{r, all[i+1]}] = true, true
			}
			runes, different, pairs = runes+float64(len(all)), different+float64(len(one)), pairs+float64(len(two))
		}
		return nil
	})
	if err != nil {
		o.Fatal(err)
	}
	n := float64(count)
	return runes / n, different / n, pairs / n
}
