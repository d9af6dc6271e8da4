package history_test

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"sync/atomic"
	"testing"
	"time"

	"jianbao/app/teamtest/history"
	"jianbao/review"
	"jianbao/storage"
	"jianbao/storage/memory"
)

// length is how long the clients work on each store; the long runs are those of
// app/teamtest.
const length = time.Second

const clients = 6

func TestMemoryIsSerial(t *testing.T) {
	store := memory.New()
	prove(t, func() review.Store { return store })
}

func TestSQLiteIsSerial(t *testing.T) {
	path := filepath.Join(t.TempDir(), "office.db")
	prove(t, func() review.Store {
		store, err := storage.Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { store.Close() })
		return store
	})
}

func prove(t *testing.T, open func() review.Store) {
	t.Helper()
	h := tell(t, open)
	t.Logf("%+v", h.Count())
	if n := h.Count(); n.Operations[history.Done] == 0 || n.Readings == 0 {
		t.Error("nothing was done, or nothing read")
	}
	for _, f := range h.Check() {
		t.Errorf("%s: %s", f.Code, f.Says)
	}
}

// tell lets clients work, each on a store of his own.
func tell(t *testing.T, open func() review.Store) history.History {
	t.Helper()
	stores := make([]review.Store, clients)
	for i := range stores {
		stores[i] = open()
	}
	shift, err := history.Begin(t.Context(), stores, 1)
	if err != nil {
		t.Fatal(err)
	}
	working, stop := context.WithTimeout(t.Context(), length)
	defer stop()
	shift.Work(working)
	h, err := shift.End(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// forgetful is a store that now and then says of a transaction that it is done,
// and does not do it.
type forgetful struct {
	*memory.Store
	count *atomic.Int64
}

// forgetsOne is in how many transactions one is forgotten.
const forgetsOne = 40

var errForgotten = errors.New("forgotten")

// Atomically implements review.Store.
func (s forgetful) Atomically(ctx context.Context, f func(review.Tx) error) error {
	forget := s.count.Add(1)%forgetsOne == 0
	err := s.Store.Atomically(ctx, func(tx review.Tx) error {
		if err := f(tx); err != nil || !forget {
			return err
		}
		return errForgotten
	})
	if errors.Is(err, errForgotten) {
		return nil
	}
	return err
}

func TestAForgetfulStoreIsFoundOut(t *testing.T) {
	store := forgetful{memory.New(), new(atomic.Int64)}
	faults := tell(t, func() review.Store { return store }).Check()
	if !slices.ContainsFunc(faults, func(f history.Fault) bool { return f.Code == history.FaultLost }) {
		t.Errorf("%d faults, none of them a write that is lost", len(faults))
	}
}
