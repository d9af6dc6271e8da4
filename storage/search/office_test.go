package search_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/find"
	"jianbao/storage/search"
)

// words are what the invented texts are made of: some in every issue, some in
// few, some written in more than one way.
var words = strings.Fields(`全市 会议 要求 推进 文明 办 街巷 整治 工作 落实 责任 群众 社区 力争 确保 完成 投入 亿元 万平方米 供热 改造 道路 排查
隐患 安全 生产 企业 服务 窗口 云州 城管 处 督查 通报 问题 整改 销号 台账 调研 指出 强调 认真 学习 贯彻 精神 部署 落地 见效 的 了 和 在 与 对 为
𠮷 👨‍👩‍👧 🚀 é é ＡＢＣ abc Ｗｉ－Ｆｉ wi-fi ÀÉ àé 1,703 ３．２ 3.2 2196 ㈠ ① 〇 “ ” ， 。 ； ： ！ 　 - _ " ' \ % ( )`)

// author makes texts that look like an office's, the same for the same seed.
type author struct {
	*rand.Rand
	topic []string
}

func newAuthor(seed uint64) *author {
	a := &author{Rand: rand.New(rand.NewPCG(seed, 6))}
	a.turn()
	return a
}

// turn makes what follows be about something else.
func (a *author) turn() { a.topic = topics[a.IntN(len(topics))] }

// paragraph is some text of about so many characters.
func (a *author) paragraph(runes int) string {
	var b strings.Builder
	for n := 0; n < runes; {
		w := a.word()
		n += len([]rune(w))
		b.WriteString(w)
	}
	return strings.TrimSpace(b.String()) + "。"
}

// word is one of the list, or a phrase of what the issue is about, or any.
func (a *author) word() string {
	switch n := a.IntN(20); {
	case n == 0:
		return words[a.IntN(len(words))]
	case n < 12:
		return a.topic[a.IntN(len(a.topic))]
	}
	return phrases[a.rank(len(phrases), 10)]
}

// rank is one of the first n numbers, the low ones as often as Zipf's law has
// it, all of the first few about alike.
func (a *author) rank(n, few int) int {
	return int(float64(few) * (math.Pow(float64(n)/float64(few)+1, a.Float64()) - 1))
}

// phrases are up to three invented words, each of up to three Han characters;
// topics are some of them each. Texts made of both have about as many different
// characters and pairs of characters as official texts, some 530 and 1,700 of
// 3,000, and the most frequent are as frequent: see what BenchmarkBuild says.
var phrases, topics = func() (phrases []string, topics [][]string) {
	a := &author{Rand: rand.New(rand.NewPCG(2600, 6))}
	var lexicon []string
	for range 3000 {
		var w strings.Builder
		for range []int{1, 2, 2, 2, 2, 2, 3}[a.IntN(7)] {
			w.WriteRune(rune(0x4e00 + a.rank(2600, 15)))
		}
		lexicon = append(lexicon, w.String())
	}
	for range 7000 {
		phrase := ""
		for range 1 + a.IntN(3) {
			phrase += lexicon[a.rank(len(lexicon), 20)]
		}
		phrases = append(phrases, phrase)
	}
	for range 40 {
		var topic []string
		for range 120 {
			topic = append(topic, phrases[a.IntN(len(phrases))])
		}
		topics = append(topics, topic)
	}
	return phrases, topics
}()

// bulletin is an issue of about so many characters.
func (a *author) bulletin(runes int) doc.Bulletin {
	a.turn()
	b := doc.Bulletin{Masthead: doc.Masthead{Title: "云州市政务情况简报", Office: "云州市政务信息办公室",
		Date: doc.Date{Year: 2010 + a.IntN(16), Month: 1 + a.IntN(12), Day: 1 + a.IntN(28)}},
		Imprint: doc.Imprint{Editor: a.name(), Checker: a.name(), CopyTo: "市委、市政府各部门。"}}
	for i := range 1 + a.IntN(2) {
		article := doc.Article{ID: doc.ArticleID(fmt.Sprint("a", i)), Title: a.paragraph(10) + "\n" + a.paragraph(6), Source: a.paragraph(4)}
		for j := range 8 {
			article.Body = append(article.Body, doc.Paragraph{ID: doc.ParagraphID(fmt.Sprint(i, "p", j)), Text: a.paragraph(runes / 8)})
		}
		b.Articles = append(b.Articles, article)
		runes = runes/2 + 1
	}
	return b
}

func (a *author) name() string { return []string{"王敏", "李知远", "吕承志"}[a.IntN(3)] }

// office is a store and how many issues it has.
type office struct {
	testing.TB
	store  review.Store
	last   review.Event
	drafts []review.Draft
}

func (o *office) write(f func(tx review.Tx) error) {
	o.Helper()
	if err := o.store.Atomically(o.Context(), f); err != nil {
		o.Fatal(err)
	}
}

// issues adds so many issues, each of so many characters.
func (o *office) issues(a *author, count, runes int) {
	o.Helper()
	o.write(func(tx review.Tx) error {
		for range count {
			d := review.Draft{ID: review.DraftID(fmt.Sprintf("d%05d", len(o.drafts))), Series: "s", State: review.States()[a.IntN(5)]}
			if a.IntN(2) == 0 {
				d.Number = doc.Number{Year: 2010 + a.IntN(16), Issue: 1 + a.IntN(50), Total: 1 + len(o.drafts)}
			}
			if err := tx.Drafts().Add(d); err != nil {
				return err
			}
			o.drafts = append(o.drafts, d)
			if err := o.revise(tx, len(o.drafts)-1, a.bulletin(runes), true); err != nil {
				return err
			}
		}
		return nil
	})
}

// revise adds a revision of the nth issue, as its newest text or aside.
func (o *office) revise(tx review.Tx, n int, text doc.Bulletin, newest bool) error {
	d := o.drafts[n]
	infos, err := tx.Revisions().List(d.ID)
	if err != nil {
		return err
	}
	rev, err := review.NewRevision(review.RevisionInfo{Draft: d.ID, Seq: len(infos) + 1, Parent: d.Head, Author: "p1",
		At: time.UnixMilli(int64(1e12 + n*7919))}, text)
	if err != nil {
		return err
	}
	if err := tx.Revisions().Add(rev); err != nil {
		return err
	}
	if newest {
		d.Head = rev.Seq
	}
	return o.record(tx, n, d)
}

// record stores a draft and the event that says so.
func (o *office) record(tx review.Tx, n int, d review.Draft) error {
	if err := tx.Drafts().Update(d); err != nil {
		return err
	}
	d.Version++
	o.drafts[n] = d
	o.last = review.Event{Draft: d.ID, Action: review.ActEdit, At: time.UnixMilli(1e12)}.Seal(o.last)
	return tx.Events().Add(o.last)
}

// index returns a new index of the office in a folder of the test.
func (o *office) index(path string) *search.Index {
	x := search.New(o.store, path)
	o.Cleanup(func() { x.Close() })
	return x
}

func indexPath(t testing.TB) string { return filepath.Join(t.TempDir(), "x.db.search") }

func (o *office) find(f find.Finder, q find.Query) find.Result {
	o.Helper()
	found, err := f.Find(o.Context(), q)
	if err != nil {
		o.Fatalf("%+v: %v", q, err)
	}
	return found
}
