package overview

import (
	"context"
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
	"jianbao/review/diff"
	"jianbao/storage/memory"
)

const (
	drafter = "李知远"
	editor  = "王敏"
	checker = "吕承志"
	pin     = "2468"
)

// counting is a store that counts the questions it is asked: each is one call of
// a port.
type counting struct {
	review.Store
	asked int
}

func (c *counting) View(ctx context.Context, f func(review.Tx) error) error {
	return c.Store.View(ctx, func(tx review.Tx) error { return f(countingTx{tx, c}) })
}

type countingTx struct {
	review.Tx
	store *counting
}

func asked[T any](c *counting, port T) T {
	c.asked++
	return port
}

func (tx countingTx) People() review.PersonStore      { return asked(tx.store, tx.Tx.People()) }
func (tx countingTx) Series() review.SeriesStore      { return asked(tx.store, tx.Tx.Series()) }
func (tx countingTx) Drafts() review.DraftStore       { return asked(tx.store, tx.Tx.Drafts()) }
func (tx countingTx) Revisions() review.RevisionStore { return asked(tx.store, tx.Tx.Revisions()) }
func (tx countingTx) Workings() review.WorkingStore   { return asked(tx.store, tx.Tx.Workings()) }
func (tx countingTx) SignOffs() review.SignOffStore   { return asked(tx.store, tx.Tx.SignOffs()) }
func (tx countingTx) Demands() review.DemandStore     { return asked(tx.store, tx.Tx.Demands()) }
func (tx countingTx) Comments() review.CommentStore   { return asked(tx.store, tx.Tx.Comments()) }
func (tx countingTx) Decisions() review.DecisionStore { return asked(tx.store, tx.Tx.Decisions()) }
func (tx countingTx) Looks() review.LookStore         { return asked(tx.store, tx.Tx.Looks()) }
func (tx countingTx) Ledger() review.LedgerStore      { return asked(tx.store, tx.Tx.Ledger()) }
func (tx countingTx) Events() review.EventStore       { return asked(tx.store, tx.Tx.Events()) }
func (tx countingTx) Items() review.ItemStore         { return asked(tx.store, tx.Tx.Items()) }
func (tx countingTx) Dismissals() review.DismissalStore {
	return asked(tx.store, tx.Tx.Dismissals())
}

// Together implements review.Tx.
func (tx countingTx) Together(f func(review.Tx) error) error { return f(tx) }

// office is three people, two series and a desk.
type office struct {
	testing.TB
	*review.Desk
	store  *counting
	series []review.Series
}

func newOffice(t testing.TB) *office {
	o := &office{TB: t, store: &counting{Store: memory.New()}}
	o.Desk = review.NewDesk(o.store, review.WithPINCost(review.PINCost{Passes: 1, KiB: 8}))
	for name, role := range map[string]review.Role{drafter: review.RoleDrafter, editor: "责编", checker: "核稿"} {
		_, err := o.AddPerson(t.Context(), name, []review.Role{role}, pin)
		o.ok(err)
	}
	for _, name := range []string{"甲刊", "乙刊"} {
		s, err := o.AddSeries(t.Context(), review.Actor{}, review.Series{Name: name, Template: template.Template{Name: name, Chain: []string{"责编", "核稿"},
			Parts: []template.Part{{Field: doc.FieldArticleTitle, Required: true}}}})
		o.ok(err)
		o.ok(o.OpenLedger(t.Context(), review.Actor{}, s.ID, doc.Number{Year: 2026, Issue: 3, Total: 100}))
		o.series = append(o.series, s)
	}
	return o
}

func (o *office) ok(err error) {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

func (o *office) as(name string) review.Actor {
	o.Helper()
	a, err := o.Unlock(o.Context(), name, pin)
	o.ok(err)
	return a
}

func (o *office) board() *Board {
	return NewBoard(o.Desk, diff.Comparer{}, func() time.Time { return time.Date(2026, 3, 3, 9, 0, 0, 0, time.Local) })
}

// refresh brings a board up to date and counts the questions that takes.
func (o *office) refresh(b *Board, name string) (Overview, int) {
	o.Helper()
	who := o.as(name)
	o.store.asked = 0
	v, err := b.Refresh(o.Context(), who, o.series[0].ID)
	o.ok(err)
	return v, o.store.asked
}

func text(title, body string) doc.Bulletin {
	return doc.Bulletin{Masthead: doc.Masthead{Title: "甲刊", Date: doc.Date{Year: 2026, Month: 3, Day: 3}},
		Articles: []doc.Article{{ID: "a", Title: title, Body: []doc.Paragraph{{ID: "p", Text: body}}}}}
}

func (o *office) draft(title string) review.DraftID {
	o.Helper()
	f, err := o.Create(o.Context(), o.as(drafter), o.series[0].ID, text(title, "会议指出，要夯实基础。"), review.CauseNew, "")
	o.ok(err)
	return f.Draft.ID
}

func (o *office) submit(id review.DraftID) review.DraftID {
	o.Helper()
	_, err := o.Submit(o.Context(), o.as(drafter), id)
	o.ok(err)
	return id
}

func (o *office) save(name string, id review.DraftID, base int, body string) {
	o.Helper()
	_, err := o.Save(o.Context(), o.as(name), id, base, text("题目", body), "")
	o.ok(err)
}

func TestARefreshAsksLittle(t *testing.T) {
	o := newOffice(t)
	b := o.board()
	var ids []review.DraftID
	for i := range 30 {
		ids = append(ids, o.draft(fmt.Sprintf("稿%d", i)))
		if i%2 == 0 {
			o.submit(ids[i])
		}
	}
	_, whole := o.refresh(b, editor)
	_, idle := o.refresh(b, editor)
	o.save(drafter, ids[1], 1, "会议指出，要形成合力。")
	_, one := o.refresh(b, editor)
	o.save(editor, ids[0], 1, "会议指出，要形成合力。")
	_, mine := o.refresh(b, editor)
	_, pending := o.refresh(b, editor)
	o.ok(o.Looked(t.Context(), o.as(editor), ids[0], 2))
	_, looked := o.refresh(b, editor)
	_, err := o.Sign(t.Context(), o.as(editor), ids[2], review.Signing{Revision: 1})
	o.ok(err)
	_, signed := o.refresh(b, editor)
	t.Logf("30 drafts: %d questions at first, %d where nothing happened, %d after a save, %d after one that waits for me, %d while I have yet to look, %d after I looked, %d after a signature",
		whole, idle, one, mine, pending, looked, signed)
	for what, c := range map[string]struct{ got, most int }{
		"at first": {whole, 5 + 30*7}, "idle": {idle, 2}, "after a save": {one, 5}, "after one that is mine": {mine, 9},
		"while I have yet to look": {pending, 3}, "after I looked": {looked, 9}, "after a signature": {signed, 9},
	} {
		if c.got > c.most {
			t.Errorf("%s: %d questions, want at most %d", what, c.got, c.most)
		}
	}
}

// randomly does something, refused or not, to one of the drafts.
func (o *office) randomly(chance *rand.Rand, ids *[]review.DraftID) {
	who := o.as([]string{drafter, editor, checker}[chance.IntN(3)])
	ctx := o.Context()
	if len(*ids) < 3 || chance.IntN(25) == 0 {
		if f, err := o.Create(ctx, o.as(drafter), o.series[chance.IntN(2)].ID, text("稿", "会议指出，要夯实基础。"), review.CauseNew, ""); err == nil {
			*ids = append(*ids, f.Draft.ID)
		}
		return
	}
	id := (*ids)[len(*ids)-1-chance.IntN(min(3, len(*ids)))] // the newest few, so that some come far
	f, err := o.Open(ctx, who, id)
	o.ok(err)
	head := f.Draft.Head
	deeds := []func() error{
		func() error {
			return second(o.Save(ctx, who, id, 1+chance.IntN(head), text("稿", fmt.Sprintf("要打牢%d处基础。", chance.IntN(5))), ""))
		},
		func() error { return o.Looked(ctx, who, id, head) },
		func() error { return o.Looked(ctx, o.as(editor), id, head) },
		func() error {
			return second(o.Save(ctx, o.as(editor), id, head, text("稿", fmt.Sprintf("要夯实%d处基础。", chance.IntN(5))), ""))
		},
		func() error { return second(o.Submit(ctx, who, id)) },
		func() error { return second(o.Submit(ctx, o.as(drafter), id)) },
		func() error { return second(o.Sign(ctx, o.as(editor), id, review.Signing{Revision: head})) },
		func() error { return second(o.Sign(ctx, o.as(editor), id, review.Signing{Revision: head})) },
		func() error { return second(o.Sign(ctx, o.as(checker), id, review.Signing{Revision: head})) },
		func() error { return second(o.Sign(ctx, o.as(checker), id, review.Signing{Revision: head})) },
		func() error {
			return second(o.Return(ctx, who, id, review.ToDrafting, "再核", []review.DemandText{{Text: "核数据"}}))
		},
		func() error { return second(o.AnswerDemand(ctx, who, id, 1, review.AnswerDone, "")) },
		func() error { return second(o.Hold(ctx, who, id, "等一等")) },
		func() error { return second(o.Resume(ctx, who, id)) },
		func() error { return second(o.Void(ctx, who, id, "重复")) },
		func() error { return second(o.Issue(ctx, who, id)) },
		func() error { return second(o.Withdraw(ctx, who, id, "取消")) },
		func() error { return second(o.AddComment(ctx, who, id, doc.Anchor{}, "此处再核")) },
		func() error { return second(o.Reissue(ctx, who, id, "更正")) },
		func() error {
			s := o.series[chance.IntN(2)]
			s.SupplementsCount = chance.IntN(2) == 0
			return second(o.PutSeries(ctx, who, s))
		},
		func() error {
			return o.ChangePerson(ctx, who.Person().ID, append(who.Person().Roles[:1:1], review.RoleDrafter), false)
		},
	}
	_ = deeds[chance.IntN(len(deeds))]()
}

func second[T any](_ T, err error) error { return err }

// randomDays compares boards kept through random days with fresh ones, and reports
// whether drafts waited and were numbered.
func randomDays(t *testing.T, seed uint64, deeds int) (lively bool) {
	o, chance := newOffice(t), rand.New(rand.NewPCG(seed, 8))
	var ids []review.DraftID
	kept := map[string]*Board{drafter: o.board(), editor: o.board(), checker: o.board()}
	waited, numbered := false, false
	for i := range deeds {
		o.randomly(chance, &ids)
		for _, name := range []string{drafter, editor, checker} {
			b := kept[name]
			if chance.IntN(3) == 0 {
				continue // it looks again later
			}
			got, _ := o.refresh(b, name)
			want, _ := o.refresh(o.board(), name)
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, deed %d: the board of %s shows\n%+v\nand a fresh one\n%+v", seed, i, name, got, want)
			}
			waited, numbered = waited || len(got.Waiting) > 1, numbered || got.Counts.All > 0
		}
	}
	return waited && numbered
}

func TestABoardKeptShowsWhatAFreshOneShows(t *testing.T) {
	lively := 0
	for seed := range uint64(6) {
		if randomDays(t, seed, 300) {
			lively++
		}
	}
	if lively < 1 {
		t.Errorf("%d of 6 random days brought an issue to its number", lively)
	}
}

func FuzzBoard(f *testing.F) {
	f.Add(uint64(99))
	f.Fuzz(func(t *testing.T, seed uint64) { randomDays(t, seed, 60) })
}

func TestAForgottenBoardReadsEverything(t *testing.T) {
	o := newOffice(t)
	b := o.board()
	o.draft("稿")
	_, whole := o.refresh(b, drafter)
	b.Forget()
	if _, again := o.refresh(b, drafter); again != whole || whole < 6 {
		t.Errorf("%d questions, then %d", whole, again)
	}
}

func TestAnOfficeWithoutSeriesHasAnEmptyBoard(t *testing.T) {
	store := &counting{Store: memory.New()}
	b := NewBoard(review.NewDesk(store), diff.Comparer{}, time.Now)
	if v, err := b.Refresh(t.Context(), review.Actor{}, ""); err != nil || v.Columns != nil || v.Current.ID != "" {
		t.Errorf("%+v, %v", v, err)
	}
}

// BenchmarkRefresh is what a desk costs while nothing happens.
func BenchmarkRefresh(b *testing.B) {
	o := newOffice(b)
	board := o.board()
	for i := range 60 {
		o.draft(fmt.Sprintf("稿%d", i))
	}
	who := o.as(editor)
	for b.Loop() {
		if _, err := board.Refresh(b.Context(), who, o.series[0].ID); err != nil {
			b.Fatal(err)
		}
	}
}
