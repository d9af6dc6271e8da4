package faulttest

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/editor/template"
	"jianbao/review"
	"jianbao/review/seal"
	"jianbao/storage"
)

func init() { roles["desk"] = workForever }

// changed is the one critical change that differs finds.
const changed = "c"

// differs is a review.Comparer that finds one critical change between any two
// texts that are not the same.
type differs struct{}

// Delta implements review.Comparer.
func (differs) Delta(from, to doc.Bulletin) review.Delta {
	a, errA := doc.TextHash(from)
	b, errB := doc.TextHash(to)
	if a == b && errA == nil && errB == nil {
		return review.Delta{}
	}
	return review.Delta{Critical: []review.Critical{{Change: changed, Old: "旧", New: "新"}}, Share: 50}
}

func deskOn(s review.Store) *review.Desk {
	return review.NewDesk(s, review.WithPINCost(review.PINCost{Passes: 1, KiB: 8}), review.WithComparer(differs{}),
		review.WithMerger(takes{}), review.WithSealer(seal.Sealer{}, "test"))
}

// workForever does one operation of the desk after another until it is killed,
// and after each says which and how everything then stood.
func workForever(ctx context.Context, s review.Store) error {
	d := &desk{Desk: deskOn(s), store: s, ctx: ctx, chance: rand.New(rand.NewPCG(rand.Uint64(), 0))}
	if err := d.sitDown(); err != nil {
		return err
	}
	if err := acknowledge(ctx, s, "begin"); err != nil {
		return err
	}
	for {
		o := d.choose()
		if err := d.open(); err != nil {
			return err
		}
		fmt.Println("try", o.method)
		switch err := o.try(d); {
		case errors.Is(err, review.ErrRefused), errors.Is(err, review.ErrNotFound), errors.Is(err, review.ErrExists):
			continue
		case err != nil:
			return fmt.Errorf("%s: %w", o.method, err)
		}
		if err := acknowledge(ctx, s, o.method); err != nil {
			return err
		}
	}
}

func (d *desk) choose() operation {
	for {
		if o := operations[d.chance.IntN(len(operations))]; o.often || d.chance.IntN(3) == 0 {
			return o
		}
	}
}

// sitDown enters who is missing in a new database. A child that was killed
// half-way left the rest to this one.
func (d *desk) sitDown() error {
	_, err := d.AddPerson(d.ctx, "苏禾", []review.Role{review.RoleDrafter, roleEditor}, pin)
	if err != nil && !errors.Is(err, review.ErrExists) {
		return err
	}
	if d.who, err = d.Unlock(d.ctx, "苏禾", pin); err != nil {
		return err
	}
	bureau := review.Series{Name: "情况简报", Template: template.Template{Name: "情况简报", Chain: []string{string(roleEditor)},
		Parts: []template.Part{{Field: doc.FieldTitle}, {Field: doc.FieldDate}}},
		SameHandReason: "人少", AllowOverride: true}
	if _, err := d.AddSeries(d.ctx, d.who, bureau); err != nil && !errors.Is(err, review.ErrExists) {
		return err
	}
	all, err := d.AllSeries(d.ctx)
	if i := slices.IndexFunc(all, func(s review.Series) bool { return s.Name == bureau.Name }); i >= 0 {
		d.series = all[i]
	}
	return err
}

// open takes up one of the newest drafts, a first one where there is none.
func (d *desk) open() error {
	drafts, err := d.List(d.ctx, review.DraftFilter{Limit: 4})
	if err != nil {
		return err
	}
	if len(drafts) == 0 {
		d.file, err = d.Create(d.ctx, d.who, d.series.ID, d.text(), review.CauseImport, "来稿.txt")
		return err
	}
	d.file, err = d.Open(d.ctx, d.who, drafts[d.chance.IntN(len(drafts))].ID)
	return err
}

// acknowledge says on one line what was done, the newest event, and the sum of
// everything that the store holds.
func acknowledge(ctx context.Context, s review.Store, method string) error {
	var last review.Event
	var all doc.Hash
	err := s.View(ctx, func(tx review.Tx) (err error) {
		if last, err = tx.Events().Last(); err != nil {
			return err
		}
		all, err = sumOf(tx)
		return err
	})
	fmt.Println(method, last.Seq, "="+string(last.Hash), all)
	return err
}

// done is one thing that a child said it had done.
type done struct {
	method string
	seq    int64
	event  doc.Hash
	all    doc.Hash
}

// listen reads what a child says until it dies: what it had done, and what it
// last tried. It calls first after the first line of the one kind. A line cut
// short was not said.
func listen(from io.Reader, first func()) (all []done, trying string) {
	lines := bufio.NewReader(from)
	for {
		line, err := lines.ReadString('\n')
		if err != nil {
			return all, trying
		}
		if method, ok := strings.CutPrefix(line, "try "); ok {
			trying = strings.TrimSpace(method)
			continue
		}
		var one done
		var event string
		if _, err := fmt.Sscan(line, &one.method, &one.seq, &event, &one.all); err != nil {
			panic("a child said " + line)
		}
		one.event = doc.Hash(strings.TrimPrefix(event, "="))
		if all = append(all, one); len(all) == 1 {
			first()
		}
	}
}

// TestKillDesk kills a program that works at a desk, at random moments of
// whatever it writes, and looks whether the last thing that it had acknowledged
// is there, and all before.
func TestKillDesk(t *testing.T) {
	kills, random := times(t, "JIANBAO_KILLS", 20), chance(t)
	const perDatabase = 8
	sum, methods := tally{}, map[string]int{}
	var path string
	var before done // what the child before acknowledged last
	for ; sum.kills < kills; sum.kills++ {
		if sum.kills%perDatabase == 0 {
			path, before = filepath.Join(t.TempDir(), "office.db"), done{}
		}
		said, trying := killAtDesk(t, path, time.Duration(random.Int64N(int64(80*time.Millisecond))), random.IntN(4) == 0)
		for _, one := range said {
			methods[one.method]++
			before = one
		}
		sum.acknowledged += len(said)
		examineDesk(t, path, before, trying, &sum)
	}
	delete(methods, "begin")
	t.Logf("kills %d, acknowledged %d, lost %d, torn %d", sum.kills, sum.acknowledged, sum.lost, sum.torn)
	t.Logf("%d of %d operations were done: %v", len(methods), len(operations), methods)
	if sum.lost > 0 || sum.torn > 0 || sum.acknowledged == 0 {
		t.Fail()
	}
	if kills >= 500 {
		requireAll(t, methods)
	}
}

func requireAll(t *testing.T, methods map[string]int) {
	t.Helper()
	for _, o := range operations {
		if methods[o.method] == 0 {
			t.Errorf("%s was never done (%v were)", o.method, slices.Sorted(maps.Keys(methods)))
		}
	}
}

// killAtDesk starts a child and kills it after some time, counted from its
// start or from its first word.
func killAtDesk(t *testing.T, path string, after time.Duration, early bool) (said []done, trying string) {
	t.Helper()
	cmd := child(t, "desk", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	kill := func() { time.AfterFunc(after, func() { cmd.Process.Kill() }) }
	if early {
		kill()
	}
	said, trying = listen(out, kill)
	cmd.Wait() // it did not end well, and was not meant to
	if status := cmd.ProcessState; status.Exited() {
		t.Fatalf("the child was not killed: %v", status)
	}
	return said, trying
}

// traceless are the operations that leave no event, or none where they find
// nothing to save but an unsaved copy to end. "" is what a child does first.
var traceless = []string{"", "Autosave", "Looked", "Accepted", "Step", "Unlock", "Save", "SetAside", "LayAside", "Restore",
	"SitDown", "Beat", "StandUp", "Take", "Want", "Yield"}

// examineDesk checks everything in the database. The event of what was done
// last is there. Where no later one is, and nothing was under way that leaves
// none, every record is as it was then.
func examineDesk(t *testing.T, path string, last done, trying string, sum *tally) {
	t.Helper()
	if last.method == "" {
		return // killed before anything was done
	}
	s, err := storage.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close() // only read from
	report, err := deskOn(s).Verify(context.Background(), "")
	if err != nil || len(report.Findings) > 0 {
		t.Errorf("after %s: Verify = %v, %v", last.method, report.Findings, err)
		sum.torn++
	}
	err = s.View(context.Background(), func(tx review.Tx) error {
		events, err := tx.Events().Since(last.seq - 1)
		if err == nil && last.seq > 0 && (len(events) == 0 || events[0].Hash != last.event) {
			t.Errorf("%s was acknowledged with event %d, which is gone", last.method, last.seq)
			sum.lost++
		}
		if err != nil || len(events) > 1 || slices.Contains(traceless, trying) {
			return err
		}
		if all, err := sumOf(tx); all != last.all || err != nil {
			t.Errorf("%s was acknowledged, %s was tried, and the records are others now (%v)", last.method, trying, err)
			sum.lost++
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
