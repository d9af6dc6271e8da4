package backup_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"jianbao/review"
	"jianbao/storage/backup"
	"jianbao/storage/memory"
)

// full is a store on a disk that is full as long as a file is there.
type full struct {
	review.Store
	while string
}

func (s full) Atomically(ctx context.Context, f func(review.Tx) error) error {
	if _, err := os.Stat(s.while); err == nil {
		return review.ErrFull
	}
	return s.Store.Atomically(ctx, f)
}

func (s full) Jot(ctx context.Context, f func(review.Tx) error) error { return s.Atomically(ctx, f) }

func TestTheReserveIsGivenUpForASave(t *testing.T) {
	for name, how := range map[string]func(review.Store, context.Context, func(review.Tx) error) error{
		"Atomically": review.Store.Atomically, "Jot": review.Store.Jot,
	} {
		t.Run(name, func(t *testing.T) { givesUp(t, how) })
	}
}

func givesUp(t *testing.T, write func(review.Store, context.Context, func(review.Tx) error) error) {
	path := filepath.Join(t.TempDir(), "x.db")
	told := 0
	r := backup.NewReserve(path, func() { told++ })
	if err := r.Hold(); err != nil || !r.Held() {
		t.Fatalf("no reserve: %v", err)
	}
	if info, err := os.Stat(path + ".reserve"); err != nil || info.Size() != 8<<20 {
		t.Fatalf("the reserve is %v, %v", info, err)
	}
	store := r.Guard(full{memory.New(), path + ".reserve"})
	save := func(tx review.Tx) error { return tx.People().Put(review.Person{ID: "p1", Name: "李知远"}) }
	if err := write(store, t.Context(), save); err != nil || told != 1 || r.Held() {
		t.Errorf("saved %v, told %d times, reserve held %v", err, told, r.Held())
	}
	if err := r.Hold(); err != nil || !r.Held() {
		t.Errorf("the reserve is not made again: %v", err)
	}
}

func TestWithoutAReserveFullStaysFull(t *testing.T) {
	here := filepath.Join(t.TempDir(), "here")
	if err := os.WriteFile(here, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	store := backup.NewReserve(here+".db", nil).Guard(full{memory.New(), here})
	if err := store.Atomically(t.Context(), func(review.Tx) error { return nil }); !errors.Is(err, review.ErrFull) {
		t.Errorf("Atomically = %v", err)
	}
}
