package review_test

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"strconv"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
	"jianbao/storage/memory"
)

// histories is how many offices are made up, and steps how much happens in each.
const histories, steps = 10_000, 4

// TestTenThousandHistories lets offices sign, void, reissue and fail at random,
// over the new year and with clocks that jump, and holds the ledger after every
// step against books kept by counting.
func TestTenThousandHistories(t *testing.T) {
	if testing.Short() {
		t.Skip("ten thousand histories take seconds")
	}
	workers := runtime.GOMAXPROCS(0)
	results := make([]tallyOf, workers)
	t.Run("all", func(t *testing.T) {
		for w := range workers {
			t.Run(strconv.Itoa(w), func(t *testing.T) {
				t.Parallel()
				for seed := w; seed < histories; seed += workers {
					results[w].add(live(t, seed))
				}
			})
		}
	})
	var sum tallyOf
	for _, r := range results {
		sum.add(r)
	}
	t.Logf("%d histories: %+v", histories, sum)
	if sum.signed < histories*2 || sum.past == 0 || sum.void == 0 || sum.again == 0 || sum.failed == 0 || sum.reserved == 0 {
		t.Errorf("the histories are too dull: %+v", sum)
	}
}

// live lets the office of a seed work.
func live(t *testing.T, seed int) tallyOf {
	h := newHistory(t, uint64(seed))
	for range steps {
		h.step()
	}
	h.close(seed%50 == 0)
	return h.did
}

// tallyOf counts what happened.
type tallyOf struct{ signed, past, void, again, failed, reserved int }

func (t *tallyOf) add(o tallyOf) {
	t.signed, t.past, t.void = t.signed+o.signed, t.past+o.past, t.void+o.void
	t.again, t.failed, t.reserved = t.again+o.again, t.failed+o.failed, t.reserved+o.reserved
}

// history is one office made up from a seed.
type history struct {
	*testing.T
	ctx   context.Context
	dice  *rand.Rand
	store *failing
	desk  *review.Desk
	who   review.Actor
	now   time.Time
	day   time.Time
	books [2]*book
	did   tallyOf
}

// failing is a store whose transactions fail at the very end when told to.
type failing struct {
	review.Store
	fail bool
}

var errDisk = errors.New("the disk is gone")

func (f *failing) Atomically(ctx context.Context, work func(review.Tx) error) error {
	return f.Store.Atomically(ctx, func(tx review.Tx) error {
		err := work(tx)
		if err == nil && f.fail {
			err = errDisk
		}
		return err
	})
}

func (f *failing) Jot(ctx context.Context, work func(review.Tx) error) error {
	return f.Atomically(ctx, work)
}

func newHistory(t *testing.T, seed uint64) *history {
	h := &history{T: t, ctx: t.Context(), dice: rand.New(rand.NewPCG(seed, 6)), store: &failing{Store: memory.New()}}
	h.day = time.Date(2024, 12, 25+h.dice.IntN(7), 0, 0, 0, 0, time.UTC)
	h.now = h.day
	h.desk = review.NewDesk(h.store, review.WithClock(func() time.Time { return h.now }), review.WithPINCost(review.PINCost{Passes: 1, KiB: 8}))
	_, err := h.desk.AddPerson(h.ctx, "高远", []review.Role{review.RoleDrafter, "签发"}, "2468")
	h.ok(err)
	h.who, err = h.desk.Unlock(h.ctx, "高远", "2468")
	h.ok(err)
	for i, name := range []string{"甲刊", "乙刊"} {
		s, err := h.desk.AddSeries(h.ctx, h.who, review.Series{Name: name, SupplementsCount: i == 1, SameHandReason: "只有一人",
			Template: template.Template{Name: name, Chain: []string{"签发"}, Parts: []template.Part{{Field: doc.FieldDate}}}})
		h.ok(err)
		h.books[i] = &book{series: s, counts: map[string]map[int]int{}}
		h.open(h.books[i])
	}
	return h
}

// open states what was numbered before, or nothing.
func (h *history) open(b *book) {
	for _, label := range []string{"", "增刊"} {
		if h.dice.IntN(2) == 0 {
			continue
		}
		n := doc.Number{Year: 2024, Issue: h.dice.IntN(60)}
		if label == "" {
			n.Total = n.Issue + h.dice.IntN(2000)
		}
		h.ok(h.desk.OpenLabel(h.ctx, h.who, b.series.ID, label, n))
		b.keep(n, label, "")
	}
}

func (h *history) ok(err error) {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
}

// step lets something happen.
func (h *history) step() {
	b := h.books[h.dice.IntN(2)]
	h.now = h.now.Add(time.Duration(h.dice.IntN(100)-40) * time.Hour)
	h.day = h.day.AddDate(0, 0, h.dice.IntN(4)-1)
	switch h.dice.IntN(6) {
	case 0:
		h.void(b)
	case 1:
		h.reissue(b)
	default:
		h.issue(b)
	}
	h.compare(b)
}

// issue writes an issue and signs it; sometimes the disk fails first, sometimes
// it bears a number that it would like to have.
func (h *history) issue(b *book) {
	label := []string{"", "", "增刊", "专刊"}[h.dice.IntN(4)]
	want, open := b.draw(h.day.Year(), label)
	text := doc.Bulletin{Masthead: doc.Masthead{Date: doc.DateOf(h.day), Label: label}, Articles: []doc.Article{{ID: "a", Title: "一件事"}}}
	reserved := open && h.dice.IntN(8) == 0
	if reserved {
		text.Masthead.Number = doc.Number{Issue: want.Issue + 1 + h.dice.IntN(3)}
	}
	f, err := h.desk.Create(h.ctx, h.who, b.series.ID, text, review.CauseNew, "")
	h.ok(err)
	got, err := h.sign(f.Draft.ID)
	var refusal *review.Refusal
	switch {
	case reserved && errors.As(err, &refusal) && refusal.Code == review.CodeNumber:
		h.did.reserved++
	case !open && errors.As(err, &refusal) && refusal.Code == review.CodePastYear:
		h.did.past++
	case reserved || !open || err != nil || got != want:
		h.Fatalf("%s %d%s: drew %v, %v; want %v", b.series.Name, h.day.Year(), label, got, err, want)
	default:
		h.did.signed++
		b.keep(want, label, f.Draft.ID)
	}
}

func (h *history) sign(id review.DraftID) (doc.Number, error) {
	_, err := h.desk.Submit(h.ctx, h.who, id)
	h.ok(err)
	if h.dice.IntN(8) == 0 {
		h.store.fail = true
		if _, err := h.desk.Sign(h.ctx, h.who, id, review.Signing{Revision: 1}); err == nil {
			h.Fatal("a failed transaction was acknowledged")
		}
		h.store.fail = false
		h.did.failed++
	}
	f, err := h.desk.Sign(h.ctx, h.who, id, review.Signing{Revision: 1})
	if err != nil {
		return doc.Number{}, err
	}
	return f.Draft.Number, nil
}

// pick returns a number that still stands, or nil.
func (h *history) pick(b *book) *line {
	if len(b.lines) == 0 {
		return nil
	}
	if l := &b.lines[h.dice.IntN(len(b.lines))]; !l.void {
		return l
	}
	return nil
}

func (h *history) void(b *book) {
	l := h.pick(b)
	if l == nil {
		return
	}
	_, err := h.desk.Void(h.ctx, h.who, l.draft, "重复")
	h.ok(err)
	l.void = true
	h.did.void++
}

func (h *history) reissue(b *book) {
	l := h.pick(b)
	if l == nil {
		return
	}
	if f, err := h.desk.Open(h.ctx, h.who, l.draft); err != nil {
		h.Fatal(err)
	} else if f.Draft.State == review.Final {
		_, err := h.desk.Issue(h.ctx, h.who, l.draft)
		h.ok(err)
	}
	f, err := h.desk.Reissue(h.ctx, h.who, l.draft, "更正一处")
	h.ok(err)
	if n, err := h.sign(f.Draft.ID); err != nil || n != l.Number {
		h.Fatalf("a reissue drew %v, %v; want %v", n, err, l.Number)
	}
	h.did.again++
}

// compare holds the ledger against the book.
func (h *history) compare(b *book) {
	ledger, err := h.desk.Ledger(h.ctx, b.series.ID)
	h.ok(err)
	var rows []line
	for _, e := range ledger {
		if e.Kind != review.EntryOpening {
			rows = append(rows, line{e.Label, e.Number, e.Kind == review.EntryVoid, e.Draft})
		}
	}
	if len(rows) != len(b.lines) {
		h.Fatalf("%d rows, want %d", len(rows), len(b.lines))
	}
	for i, r := range rows {
		if r != b.lines[i] {
			h.Fatalf("row %d is %+v, want %+v", i, r, b.lines[i])
		}
	}
	if faults := ledger.Check(b.series); len(faults) > 0 {
		h.Fatalf("found %v in %v", faults, rows)
	}
	for _, label := range []string{"", "增刊", "专刊"} {
		want, open := b.draw(h.day.Year(), label)
		got, err := ledger.Next(h.day.Year(), label, b.series.SupplementsCount)
		if got != want || (err == nil) != open {
			h.Fatalf("next of %d%s is %v, %v; want %v", h.day.Year(), label, got, err, want)
		}
	}
}

// close looks at the whole office once more; with thorough, Verify does so too.
func (h *history) close(thorough bool) {
	for _, b := range h.books {
		h.compare(b)
	}
	if !thorough {
		return
	}
	report, err := h.desk.Verify(h.ctx, "")
	h.ok(err)
	if len(report.Findings) > 0 {
		h.Fatalf("verify found %+v", report.Findings)
	}
}
