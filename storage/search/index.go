// Package search owns the full-text index of an office's texts: a file of its
// own beside the database that can be deleted at any time and is made anew from
// the database whenever it is missing, damaged, of another format or of another
// database. What a text must hold to be found is review/find's; where the index
// cannot answer, find.Scan does.
package search

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"

	"github.com/mattn/go-sqlite3"

	"jianbao/review"
	"jianbao/review/find"
)

// Index implements find.Finder. Nothing is opened before it is first asked, and
// saving never waits for it: it reads what changed when it is asked.
type Index struct {
	store review.Store
	path  string
	scan  find.Scan
	texts *texts

	life context.Context // ends with Close
	end  context.CancelFunc

	busy  chan struct{} // holds a token while somebody uses what follows
	db    *sql.DB       // nil until opened
	shelf *shelf
}

// New returns the index of a store in the file at path.
func New(store review.Store, path string) *Index {
	life, end := context.WithCancel(context.Background())
	return &Index{store: store, path: path, scan: find.Scan{Store: store}, texts: newTexts(), life: life, end: end, busy: make(chan struct{}, 1)}
}

// Find implements find.Finder. What is wrong with the index is mended once; where
// that does not help, every text is read.
func (x *Index) Find(ctx context.Context, q find.Query) (find.Result, error) {
	var wrong fault
	for range 2 {
		found, err := x.ask(ctx, q)
		switch {
		case ctx.Err() != nil:
			return find.Result{}, ctx.Err()
		case errors.Is(err, review.ErrDamaged): // what was done cannot be read, but the texts may
			return x.scan.Find(ctx, q)
		case !errors.As(err, &wrong):
			return found, err
		case !mendable(wrong):
			return x.scan.Find(ctx, q)
		}
		if err := x.Rebuild(ctx); err != nil {
			break
		}
	}
	return x.scan.Find(ctx, q)
}

// mendable reports whether the index is better made anew: not where it could
// not be written for want of room or of leave, or is in use.
func mendable(wrong fault) bool {
	var driver sqlite3.Error
	var system *fs.PathError
	if errors.As(wrong, &system) {
		return false
	}
	if !errors.As(wrong, &driver) {
		return true
	}
	switch driver.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked, sqlite3.ErrFull, sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrAuth, sqlite3.ErrCantOpen:
		return false
	}
	return true
}

// ask answers from the index, brought up to date.
func (x *Index) ask(ctx context.Context, q find.Query) (find.Result, error) {
	if err := x.lock(ctx); err != nil {
		return find.Result{}, err
	}
	defer x.unlock()
	if err := x.refresh(); err != nil {
		return find.Result{}, err
	}
	var found find.Result
	err := x.store.View(ctx, func(tx review.Tx) error {
		r, err := find.NewReader(tx)
		if err == nil {
			found, err = x.answer(ctx, tx, r, q)
		}
		return err
	})
	return found, err
}

// refresh reads what was saved since. It ends when the index is closed, not when
// the question is withdrawn that began it: the next one would begin it anew.
func (x *Index) refresh() error {
	return x.store.View(x.life, func(tx review.Tx) error {
		r, err := find.NewReader(tx)
		if err != nil {
			return err
		}
		return x.update(x.life, tx, r)
	})
}

// lock waits for the index. It returns the error of a cancelled context.
func (x *Index) lock(ctx context.Context) error {
	select {
	case x.busy <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (x *Index) unlock() { <-x.busy }

// Rebuild implements find.Finder.
func (x *Index) Rebuild(ctx context.Context) error {
	if err := x.lock(ctx); err != nil {
		return err
	}
	defer x.unlock()
	x.discard()
	return x.refresh()
}

// Close implements find.Finder.
func (x *Index) Close() error {
	x.end()
	x.busy <- struct{}{} // what was begun ends first
	defer x.unlock()
	return x.release()
}

func (x *Index) release() error {
	if x.db == nil {
		return nil
	}
	err := x.db.Close()
	x.db, x.shelf = nil, nil
	return err
}

// discard removes the file; the next refresh makes it anew.
func (x *Index) discard() {
	x.release() // the file goes with it
	remove(x.path)
}
