package storetest

import (
	"context"
	"errors"
	"sync"
	"testing"

	"jianbao/editor/doc"
	"jianbao/review"
)

var errOops = errors.New("storetest: f gave up")

// testNothingHalf lets f fail after it wrote.
func testNothingHalf(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	refused(t, s, errOops, func(tx review.Tx) error {
		d := draftOf("d1")
		d.Heading = "不应留下"
		err := errors.Join(tx.Drafts().Update(d), tx.Drafts().Add(draftOf("d2")),
			tx.Revisions().Add(revisionOf(t, "d1", 1, bulletin("甲"))), tx.People().Put(review.Person{ID: "p1"}),
			tx.Events().Add(review.Event{Action: review.ActEdit}.Seal(review.Event{})))
		if err != nil {
			t.Errorf("writing = %v", err)
		}
		if _, err := tx.Revisions().Get("d1", 1); err != nil {
			t.Errorf("f does not see what it wrote: %v", err)
		}
		return errOops
	})
	nothingBut(t, s, "d1")
}

// testGoesOn has f pass over what a store refuses, and go on.
func testGoesOn(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	entry := review.Entry{Series: "s1", Kind: review.EntryIssue, Draft: "d1", Number: doc.Number{Year: 2022, Issue: 1}}
	write(t, s, func(tx review.Tx) error { return tx.Ledger().Add(entry) })
	write(t, s, func(tx review.Tx) error {
		for name, err := range map[string]error{
			"draft":  tx.Drafts().Add(draftOf("d1")),
			"number": tx.Ledger().Add(entry),
		} {
			if !errors.Is(err, review.ErrExists) {
				t.Errorf("%s twice = %v, want %v", name, err, review.ErrExists)
			}
		}
		_, err := tx.Drafts().Get("半\xe4\xbd")
		if !errors.Is(err, review.ErrNotFound) {
			t.Errorf("half a character = %v, want %v", err, review.ErrNotFound)
		}
		return tx.People().Put(review.Person{ID: "p1", Joined: noon})
	})
	read(t, s, func(tx review.Tx) error {
		_, err := tx.People().Get("p1")
		return err
	})
}

// testJot holds Jot to what Atomically promises, but for its turn.
func testJot(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	err := s.Jot(context.Background(), func(tx review.Tx) error {
		return errors.Join(tx.Sessions().Put(review.Session{ID: "s1"}), tx.Drafts().Add(draftOf("d2")), errOops)
	})
	if !errors.Is(err, errOops) {
		t.Errorf("Jot = %v", err)
	}
	nothingBut(t, s, "d1")
	jot(t, s, func(tx review.Tx) error {
		return tx.Workings().Put(review.Working{Draft: "d1", Person: "p1", Text: bulletin("甲")})
	})
	err = s.Jot(context.Background(), func(tx review.Tx) error {
		return tx.Workings().Put(review.Working{Draft: "d2", Person: "p1", Text: bulletin("甲")})
	})
	if !errors.Is(err, review.ErrNotFound) {
		t.Errorf("Jot for a draft that is not there = %v", err)
	}
	read(t, s, func(tx review.Tx) error {
		_, err := tx.Workings().Get("d1", "p1")
		return err
	})
}

// nothingBut checks that a store holds one fresh draft and nothing else.
func nothingBut(t *testing.T, s review.Store, id review.DraftID) {
	t.Helper()
	read(t, s, func(tx review.Tx) error {
		drafts, err1 := tx.Drafts().List(review.DraftFilter{})
		same(t, drafts, []review.Draft{draftOf(id)})
		revisions, err2 := tx.Revisions().List(id)
		same(t, revisions, nil)
		people, err3 := tx.People().List()
		same(t, people, nil)
		last, err4 := tx.Events().Last()
		same(t, last, review.Event{})
		return errors.Join(err1, err2, err3, err4)
	})
}

func testPanic(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	func() {
		defer func() { same(t, recover(), any(errOops)) }()
		s.Atomically(context.Background(), func(tx review.Tx) error {
			if err := tx.Drafts().Add(draftOf("d2")); err != nil {
				t.Error(err)
			}
			panic(errOops)
		})
	}()
	nothingBut(t, s, "d1")
	withDraft(t, s, "d3") // the store still writes
}

func testViewWrites(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	for name, f := range map[string]func(review.Tx) error{
		"draft":    func(tx review.Tx) error { return tx.Drafts().Add(draftOf("d2")) },
		"update":   func(tx review.Tx) error { return tx.Drafts().Update(draftOf("d1")) },
		"person":   func(tx review.Tx) error { return tx.People().Put(review.Person{ID: "p1"}) },
		"revision": func(tx review.Tx) error { return tx.Revisions().Add(revisionOf(t, "d1", 1, bulletin("甲"))) },
		"delete":   func(tx review.Tx) error { return tx.Workings().Delete("d1", "p1") },
	} {
		if err := s.View(context.Background(), f); !errors.Is(err, review.ErrReadOnly) {
			t.Errorf("%s in View = %v, want %v", name, err, review.ErrReadOnly)
		}
	}
	nothingBut(t, s, "d1")
}

// testSnapshot commits while a View runs that has not read anything yet.
func testSnapshot(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	read(t, s, func(tx review.Tx) error {
		withDraft(t, s, "d2")
		d := draftOf("d1")
		d.Heading = "改"
		write(t, s, func(tx review.Tx) error { return tx.Drafts().Update(d) })
		found, err := tx.Drafts().List(review.DraftFilter{})
		same(t, found, []review.Draft{draftOf("d1")})
		return err
	})
	same(t, len(listed(t, s, review.DraftFilter{})), 2)
}

// testNoDraft writes what belongs to a draft that is not there when the
// transaction ends.
func testNoDraft(t *testing.T, s review.Store) {
	for name, f := range map[string]func(review.Tx) error{
		"revision": func(tx review.Tx) error { return tx.Revisions().Add(revisionOf(t, "d1", 1, bulletin("甲"))) },
		"working": func(tx review.Tx) error {
			return tx.Workings().Put(review.Working{Draft: "d1", Text: bulletin("甲")})
		},
		"signoff":  func(tx review.Tx) error { return tx.SignOffs().Add(review.SignOff{ID: "x", Draft: "d1"}) },
		"demand":   func(tx review.Tx) error { return tx.Demands().Add(review.Demand{ID: "x", Draft: "d1"}) },
		"comment":  func(tx review.Tx) error { return tx.Comments().Add(review.Comment{ID: "x", Draft: "d1"}) },
		"decision": func(tx review.Tx) error { return tx.Decisions().Add(review.Decision{Draft: "d1"}) },
		"look":     func(tx review.Tx) error { return tx.Looks().Put("d1", "p1", 1) },
		"lease":    func(tx review.Tx) error { return tx.Leases().Put(review.Lease{Draft: "d1", Article: "a1"}) },
	} {
		t.Run(name, func(t *testing.T) { refused(t, s, review.ErrNotFound, f) })
	}
	write(t, s, func(tx review.Tx) error { // the draft may come after what belongs to it
		return errors.Join(tx.Revisions().Add(revisionOf(t, "d1", 1, bulletin("甲"))), tx.Drafts().Add(draftOf("d1")))
	})
}

// testKept writes through a Tx after its transaction ended.
func testKept(t *testing.T, s review.Store) {
	var kept review.Tx
	write(t, s, func(tx review.Tx) error {
		kept = tx
		return tx.Drafts().Add(draftOf("d1"))
	})
	if err := kept.Drafts().Add(draftOf("d2")); err == nil {
		t.Error("a Tx can still be written through after its end")
	}
	nothingBut(t, s, "d1")
}

func testCanceled(t *testing.T, s review.Store) {
	withDraft(t, s, "d1")
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	never := func(review.Tx) error { t.Error("f ran"); return nil }
	for name, do := range map[string]func(context.Context, func(review.Tx) error) error{"View": s.View, "Atomically": s.Atomically, "Jot": s.Jot} {
		if err := do(gone, never); !errors.Is(err, context.Canceled) {
			t.Errorf("%s = %v", name, err)
		}
	}
	if _, err := s.Check(gone); !errors.Is(err, context.Canceled) {
		t.Errorf("Check = %v", err)
	}
	midway, cancel := context.WithCancel(context.Background())
	err := s.Atomically(midway, func(tx review.Tx) error {
		err := tx.Drafts().Add(draftOf("d2"))
		cancel()
		return err
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("canceled before the commit = %v", err)
	}
	nothingBut(t, s, "d1")
	withDraft(t, s, "d3") // the store still writes
}

// testConcurrent has writers who each read in one transaction and write in
// another, as a window does, and retry when somebody was faster.
func testConcurrent(t *testing.T, s review.Store) {
	const writers, times = 8, 20
	withDraft(t, s, "d1")
	var group sync.WaitGroup
	for range writers {
		group.Go(func() {
			for range times {
				if err := increment(s); err != nil {
					t.Error(err)
				}
			}
		})
	}
	group.Wait()
	read(t, s, func(tx review.Tx) error {
		d, err := tx.Drafts().Get("d1")
		same(t, []int{d.Round, d.Version}, []int{writers * times, writers * times})
		return err
	})
}

func increment(s review.Store) error {
	ctx := context.Background()
	for {
		var d review.Draft
		err := s.View(ctx, func(tx review.Tx) (err error) {
			d, err = tx.Drafts().Get("d1")
			return err
		})
		if err != nil {
			return err
		}
		d.Round++
		err = s.Atomically(ctx, func(tx review.Tx) error { return tx.Drafts().Update(d) })
		if !errors.Is(err, review.ErrStale) {
			return err
		}
	}
}
