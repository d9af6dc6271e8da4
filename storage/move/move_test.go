package move_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"jianbao/review"
	"jianbao/storage"
	"jianbao/storage/memory"
	"jianbao/storage/move"
	"jianbao/storage/postgres/pgtest"
	"jianbao/storage/relational"
)

func nameOf(table relational.Table, row relational.Row) string {
	return fmt.Sprintf("%s %q", table.Name, row.Key)
}

func TestThereAndBackIsTheSame(t *testing.T) {
	path := office(t)
	here, there, back := open(t, path), open(t, pgtest.DSN(t)), open(t, filepath.Join(t.TempDir(), "back.db"))
	want := rows(t, here)
	out := run(t, here, there)
	isCopy(t, want, there)
	home := run(t, there, back)
	isCopy(t, want, back)
	if int(out.Rows) != len(want) || out.Added != out.Rows || out.Resumed || len(out.Verified.Findings) > 0 {
		t.Errorf("there: %d rows, %d added, want %d", out.Rows, out.Added, len(want))
	}
	if out.Newest.Hash != home.Newest.Hash || out.Newest.Seq == 0 {
		t.Errorf("the chain ends with %d %s there, %d %s at home", out.Newest.Seq, out.Newest.Hash, home.Newest.Seq, home.Newest.Hash)
	}
}

// TestTheSourceIsOnlyRead compares the file.
func TestTheSourceIsOnlyRead(t *testing.T) {
	path := office(t)
	before := read(t, path)
	from, err := storage.OpenToRead(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	to := open(t, filepath.Join(t.TempDir(), "to.db"))
	run(t, from, to)
	if err := from.Atomically(t.Context(), func(tx review.Tx) error { return tx.Tries().Put(review.Tries{Person: "p"}) }); err == nil {
		t.Error("the source takes what is written")
	}
	if err := from.Close(); err != nil {
		t.Fatal(err)
	}
	if string(read(t, path)) != string(before) {
		t.Error("the file is another")
	}
	if beside, err := filepath.Glob(path + "-*"); err != nil || len(beside) > 0 {
		t.Errorf("beside it: %v, %v", beside, err)
	}
}

// TestStoppedAnywhereItGoesOn ends the work at random points, twenty times, and
// takes it up again, sometimes only to be ended again.
func TestStoppedAnywhereItGoesOn(t *testing.T) {
	path := office(t)
	from := open(t, path)
	want := rows(t, from)
	seed := rand.Uint64()
	t.Logf("random numbers from seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	targets(t, func(t *testing.T, name func(t *testing.T) string) {
		stops := 0
		for stops < 20 {
			to := open(t, name(t))
			for range 1 + random.IntN(9) {
				if stop(t, from, to, 1+random.IntN(100)) {
					stops++
					refused(t, move.Check(t.Context(), to), move.CodeUnfinished)
				}
			}
			if err := move.Check(t.Context(), to); err != nil {
				run(t, from, to)
			}
			isCopy(t, want, to)
			to.Close() // the next round has another
		}
		t.Logf("%d stops", stops)
	})
}

// stop runs a job and ends its context when it told a number of times how far it
// is; it reports whether that was before the end.
func stop(t *testing.T, from, to review.Store, after int) bool {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	_, err := job(from, to, func(move.Progress) {
		if after--; after == 0 {
			cancel()
		}
	}).Run(ctx)
	if p := new(move.Problem); errors.As(err, &p) && p.Code == move.CodeDone {
		return false
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	return err != nil
}

// TestADeskMayGoOn writes to the source while it is copied, with another program.
func TestADeskMayGoOn(t *testing.T) {
	path := office(t)
	from, desk := open(t, path), open(t, path)
	targets(t, func(t *testing.T, name func(t *testing.T) string) {
		want, to := rows(t, from), open(t, name(t))
		begun := false
		r, err := job(from, to, func(move.Progress) {
			if !begun {
				begun = true
				change(t, desk)
			}
		}).Run(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		isCopy(t, want, to)
		if newest := newestOf(t, from); newest.Seq != r.Newest.Seq+1 {
			t.Errorf("event %d is the newest, %d was copied", newest.Seq, r.Newest.Seq)
		}
	})
}

func newestOf(t *testing.T, s review.Store) (e review.Event) {
	t.Helper()
	err := s.View(t.Context(), func(tx review.Tx) (err error) {
		e, err = tx.Events().Last()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// change changes and takes away some of what leave left, and draws numbers of
// rows again that were free.
func change(t *testing.T, s review.Store) {
	t.Helper()
	err := s.Atomically(t.Context(), func(tx review.Tx) error {
		drafts, err := tx.Drafts().List(review.DraftFilter{Limit: 3})
		if err != nil {
			return err
		}
		last, err := tx.Events().Last()
		for i, d := range drafts {
			err = errors.Join(err, tx.Workings().Delete(d.ID, "p"), tx.Items().Delete(review.ItemID("item"+d.ID)),
				tx.Looks().Put(d.ID, "p", 2), tx.Drafts().Update(drafts[i]))
		}
		for _, d := range []review.DraftID{drafts[2].ID, drafts[0].ID} {
			err = errors.Join(err, tx.Workings().Put(review.Working{Draft: d, Person: "p", Base: 1}), tx.Items().Put(review.Item{ID: review.ItemID("item" + d)}))
		}
		return errors.Join(err, tx.Tallies().Put(review.Tally{Series: "s", Rule: "L01", Shown: 9}),
			tx.Events().Add(review.Event{Action: review.ActRegister}.Seal(last)))
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestWhatChangedSinceIsBroughtUpToDate stops at the end of copying, lets a desk
// go on, and takes the move up again.
func TestWhatChangedSinceIsBroughtUpToDate(t *testing.T) {
	targets(t, func(t *testing.T, name func(t *testing.T) string) {
		from, to := open(t, office(t)), open(t, name(t))
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		_, err := job(from, to, func(p move.Progress) {
			if p.Stage == move.Comparing {
				cancel()
			}
		}).Run(ctx)
		if !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		change(t, from)
		r := run(t, from, to)
		isCopy(t, rows(t, from), to)
		if !r.Resumed || r.Added == 0 || r.Added > r.Rows/50 {
			t.Errorf("resumed %v, %d rows added", r.Resumed, r.Added)
		}
	})
}

func TestWhatIsRefused(t *testing.T) {
	whole, other, empty := open(t, office(t)), open(t, office(t)), open(t, filepath.Join(t.TempDir(), "empty.db"))
	done, half := open(t, filepath.Join(t.TempDir(), "done.db")), open(t, filepath.Join(t.TempDir(), "half.db"))
	run(t, whole, done)
	if !stop(t, whole, half, 3) {
		t.Fatal("nothing is half-way")
	}
	foreign := open(t, filepath.Join(t.TempDir(), "foreign.db"))
	err := foreign.Atomically(t.Context(), func(tx review.Tx) error {
		return tx.Events().Add(review.Event{Action: review.ActSeries}.Seal(review.Event{}))
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		from, to review.Store
		code     string
	}{
		{memory.New(), open(t, filepath.Join(t.TempDir(), "a.db")), move.CodeMemory},
		{whole, memory.New(), move.CodeMemory},
		{empty, open(t, filepath.Join(t.TempDir(), "b.db")), move.CodeNothing},
		{half, open(t, filepath.Join(t.TempDir(), "c.db")), move.CodeHalf},
		{whole, done, move.CodeDone},
		{whole, foreign, move.CodeTaken},
		{foreign, half, move.CodeOther},
	} {
		before := rows(t, other)
		_, err := job(c.from, c.to, nil).Run(t.Context())
		refused(t, err, c.code)
		if len(rows(t, other)) != len(before) {
			t.Errorf("%s: something was written", c.code)
		}
	}
}

func TestOneServerUnderTwoAddresses(t *testing.T) {
	dsn := pgtest.DSN(t)
	_, err := job(open(t, dsn), open(t, dsn), nil).Run(t.Context())
	refused(t, err, move.CodeSame)
}

// TestWhatNeverChangesIsNotReplaced has an earlier try leave another event.
func TestWhatNeverChangesIsNotReplaced(t *testing.T) {
	targets(t, func(t *testing.T, name func(t *testing.T) string) {
		from, to := open(t, office(t)), open(t, name(t))
		if !stop(t, from, to, 1) {
			t.Fatal("nothing is half-way")
		}
		alien := review.Event{Action: review.ActSeries}.Seal(review.Event{})
		if err := to.Atomically(t.Context(), func(tx review.Tx) error { return tx.Events().Add(alien) }); err != nil {
			t.Fatal(err)
		}
		_, err := job(from, to, nil).Run(t.Context())
		if p := refused(t, err, move.CodeChanged); p.Args["table"] != "events" || p.Args["row"] != "1" {
			t.Errorf("it names %v", p.Args)
		}
		refused(t, move.Check(t.Context(), to), move.CodeUnfinished)
	})
}

// TestSomebodyWritesThereAfterAll adds to the copy while it is verified.
func TestSomebodyWritesThereAfterAll(t *testing.T) {
	from, to := open(t, office(t)), open(t, filepath.Join(t.TempDir(), "to.db"))
	j := job(from, to, nil)
	j.Verify = func(ctx context.Context, s review.Store, along func(done, all int)) (review.Report, error) {
		return review.Report{}, s.Atomically(ctx, func(tx review.Tx) error { return tx.Items().Put(review.Item{ID: "late"}) })
	}
	_, err := j.Run(t.Context())
	if p := refused(t, err, move.CodeUnlike); p.Args["table"] != "items" {
		t.Errorf("it names %v", p.Args)
	}
	run(t, from, to) // which takes it away again
	isCopy(t, rows(t, from), to)
}

func TestWhatDoesNotVerifyIsNotFinished(t *testing.T) {
	from, to := open(t, office(t)), open(t, filepath.Join(t.TempDir(), "to.db"))
	j := job(from, to, nil)
	j.Verify = func(context.Context, review.Store, func(done, all int)) (review.Report, error) {
		return review.Report{Findings: []review.Finding{{Code: review.FoundGap}}}, nil
	}
	_, err := j.Run(t.Context())
	if p := refused(t, err, move.CodeUnsound); len(p.Findings) != 1 {
		t.Errorf("it finds %v", p.Findings)
	}
	refused(t, move.Check(t.Context(), to), move.CodeUnfinished)
}
