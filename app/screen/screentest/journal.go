package screentest

import (
	"context"

	"jianbao/review"
	"jianbao/storage/journal"
)

// line is what lies between the office and its store.
type line struct {
	cut    error // answered to everything; nothing is done
	unsure bool  // the answer to the next write is lost
	kept   *journal.Journal
}

// OnServer gives the office a journal, as it has one whose store is a server.
func (o *Office) OnServer() *Office {
	o.Helper()
	j, err := journal.Open(o.TempDir(), "office")
	o.OK(err)
	o.store.line.kept = j
	return o
}

// Cut has the store answer an error to everything; nil lets all through again.
func (o *Office) Cut(err error) { o.store.line.cut = err }

// Unsure has the next write done and its answer lost.
func (o *Office) Unsure() { o.store.line.unsure = true }

// Journal keeps unsaved copies where the store is a server.
func (o *Office) Journal() *journal.Journal { return o.store.line.kept }

// Atomically implements review.Store.
func (s *store) Atomically(ctx context.Context, f func(review.Tx) error) error {
	return s.line.write(func() error { return s.Store.Atomically(ctx, f) })
}

// Jot implements review.Store.
func (s *store) Jot(ctx context.Context, f func(review.Tx) error) error {
	return s.line.write(func() error { return s.Store.Jot(ctx, f) })
}

func (l *line) write(do func() error) error {
	if l.cut != nil {
		return l.cut
	}
	err := do()
	if err == nil && l.unsure {
		l.unsure = false
		return review.ErrUnsure
	}
	return err
}
