package backup

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"sync"

	"jianbao/review"
)

// How large the reserve is, and how much must be free for it to be made again:
// it must not take the room that was just cleared.
const (
	reserveSize = 8 << 20
	reserveRoom = 4 * reserveSize
)

// Reserve is a file beside the database that does nothing but take room, to be
// given up when the disk is full.
type Reserve struct {
	path string
	used func() // told when it was given up

	mu sync.Mutex
}

// NewReserve returns the reserve of the database at path; used, which may be
// nil, is called when it is given up.
func NewReserve(path string, used func()) *Reserve {
	if used == nil {
		used = func() {}
	}
	return &Reserve{path: path + ".reserve", used: used}
}

// Held reports whether the reserve is there.
func (r *Reserve) Held() bool {
	info, err := os.Stat(r.path)
	return err == nil && info.Size() == reserveSize
}

// Hold makes the reserve unless it is there. Where the disk has little room left
// it does nothing, and Held says so.
func (r *Reserve) Hold() error {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.Held() {
		return nil
	}
	err := errors.Join(r.fill(), os.Truncate(r.path, reserveSize))
	if err == nil {
		return nil
	}
	if gone := os.Remove(r.path); gone != nil && !os.IsNotExist(gone) {
		return fmt.Errorf("backup: reserve: %w", gone)
	}
	return nil
}

// fill takes as much room as must be free; what no compressing disk makes
// smaller.
func (r *Reserve) fill() (err error) {
	file, err := os.OpenFile(r.path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	block := noise(1 << 20)
	for range reserveRoom / len(block) {
		if _, err := file.Write(block); err != nil {
			return err
		}
	}
	return file.Sync()
}

// noise returns n bytes in which nothing repeats, n a multiple of 8.
func noise(n int) []byte {
	var out bytes.Buffer
	for state := uint64(0x9e3779b97f4a7c15); out.Len() < n; {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		for shift := range 8 {
			out.WriteByte(byte(state >> (8 * shift)))
		}
	}
	return out.Bytes()
}

// giveUp frees the room and reports whether there was any to free.
func (r *Reserve) giveUp() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return os.Remove(r.path) == nil
}

// Guard returns the store with the reserve behind it: what fails because the
// disk is full is done once more with the reserve given up.
func (r *Reserve) Guard(store review.Store) review.Store { return guarded{store, r} }

type guarded struct {
	review.Store
	reserve *Reserve
}

// Atomically implements review.Store.
func (g guarded) Atomically(ctx context.Context, f func(review.Tx) error) error {
	return g.twice(func() error { return g.Store.Atomically(ctx, f) })
}

// Jot implements review.Store.
func (g guarded) Jot(ctx context.Context, f func(review.Tx) error) error {
	return g.twice(func() error { return g.Store.Jot(ctx, f) })
}

func (g guarded) twice(do func() error) error {
	err := do()
	if !errors.Is(err, review.ErrFull) || !g.reserve.giveUp() {
		return err
	}
	g.reserve.used()
	return do()
}
