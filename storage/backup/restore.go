package backup

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"jianbao/review"
	"jianbao/storage/sqlite"
)

// Restored is a copy made a database again, beside the present one.
type Restored struct {
	Path    string
	Drafts  int
	Newest  string // heading of the draft changed last
	Events  int64
	Upgrade bool // the copy was of an older version of the program
}

// Restore makes a database of a copy, in a new file beside the present one,
// which is not touched, and reads everything in it. It returns a *Problem for a
// copy that is not sound.
func (k *Keeper) Restore(ctx context.Context, from string) (Restored, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	path, err := k.free("-restored-")
	if err != nil {
		return Restored{}, err
	}
	r, err := restore(ctx, from, path)
	if err != nil {
		return r, errors.Join(problem(CodeDamaged, err, "name", filepath.Base(from)), drop(path))
	}
	return r, nil
}

// Rehearse restores the newest sound copy into a folder of its own, reads
// everything in it, and throws it away.
func (k *Keeper) Rehearse(ctx context.Context) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	copies, err := k.Copies()
	newest, ok := newestSound(copies)
	if err != nil || !ok {
		return err
	}
	folder, err := os.MkdirTemp("", "jianbao-rehearsal-")
	if err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	defer os.RemoveAll(folder)
	if _, err := restore(ctx, newest.Path, filepath.Join(folder, "rehearsal.db")); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		noted := k.change(func(s *state) { s.Checked[newest.Name()] = verdict{At: k.now()} })
		return errors.Join(problem(CodeDamaged, err, "name", newest.Name()), noted)
	}
	return k.change(func(s *state) { s.Rehearsed = k.now() })
}

// restore makes a database at a path that is free, opens and reads it.
func restore(ctx context.Context, from, path string) (r Restored, err error) {
	r.Path = path
	if r.Upgrade, err = sqlite.Outdated(from); err != nil {
		return r, err
	}
	if err := copyFile(from, path); err != nil {
		return r, err
	}
	store, err := sqlite.Open(ctx, path)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if err := sound(ctx, store); err != nil {
		return r, err
	}
	return r, store.View(ctx, r.describe)
}

func (r *Restored) describe(tx review.Tx) error {
	drafts, err := tx.Drafts().List(review.DraftFilter{})
	if err != nil {
		return err
	}
	r.Drafts = len(drafts)
	if len(drafts) > 0 {
		r.Newest = drafts[0].Heading
	}
	last, err := tx.Events().Last()
	r.Events = last.Seq
	return err
}

// free names a file beside the database that is not there yet.
func (k *Keeper) free(word string) (string, error) {
	base := k.path[:len(k.path)-len(filepath.Ext(k.path))] + word + k.now().Format(stamp)
	for n := 1; ; n++ {
		path := base + ".db"
		if n > 1 {
			path = fmt.Sprintf("%s-%d.db", base, n)
		}
		_, err := os.Lstat(path)
		if errors.Is(err, fs.ErrNotExist) {
			return path, nil
		}
		if err != nil {
			return "", fmt.Errorf("backup: %w", err)
		}
	}
}

// beside are the ends of the names of the files that belong to a database.
var beside = []string{"", "-wal", "-shm"}

func drop(path string) error {
	var err error
	for _, end := range beside {
		if gone := os.Remove(path + end); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}
	return err
}

// AdoptNext has the restored database take the place of the present one when
// the program starts next; "" takes that back.
func (k *Keeper) AdoptNext(restored string) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.change(func(s *state) { s.Adopt = restored })
}

// AdoptPending does what AdoptNext asked for, if anything, and returns the name
// under which the former database is kept. Nobody may have it open.
func (k *Keeper) AdoptPending(ctx context.Context) (kept string, err error) {
	s, err := k.load()
	if err != nil || s.Adopt == "" {
		return "", err
	}
	if _, err := os.Stat(s.Adopt); errors.Is(err, fs.ErrNotExist) {
		return "", k.AdoptNext("") // taken away since: the present one stays
	}
	return k.Adopt(ctx, s.Adopt)
}

// Adopt gives a restored database the name of the present one, which is kept
// under a dated name beside it; nothing is overwritten. It returns a *Problem
// where some program has the present one open.
func (k *Keeper) Adopt(ctx context.Context, restored string) (kept string, err error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if err := sqlite.Seize(ctx, restored); err != nil {
		return "", fmt.Errorf("backup: %w", err)
	}
	if err := sqlite.Seize(ctx, k.path); errors.Is(err, review.ErrBusy) {
		return "", problem(CodeInUse, err, "path", k.path)
	}
	if kept, err = k.free("-before-restore-"); err != nil {
		return "", err
	}
	if err := k.change(func(s *state) { s.Adopt = restored }); err != nil {
		return "", err // should the program end here, the next start goes on
	}
	if err := k.exchange(restored, kept); err != nil {
		return kept, err
	}
	return kept, k.change(func(s *state) { s.Adopt = "" })
}

// exchange gives the present database the name kept, and the restored one its
// name.
func (k *Keeper) exchange(restored, kept string) error {
	for _, end := range beside { // of a damaged one, the journal too
		if err := os.Rename(k.path+end, kept+end); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("backup: %w", err)
		}
	}
	if err := os.Link(restored, k.path); err == nil {
		return os.Remove(restored)
	}
	if err := os.Rename(restored, k.path); err != nil {
		return fmt.Errorf("backup: %w", err)
	}
	return nil
}
