// Package backup owns what protects a database file beyond itself: dated copies
// that are checked when they are made, which of them are kept, the rehearsal of
// a restore, restoring beside what is there, texts readable without this
// program, and the reserve that a full disk is met with. It does not read or
// write the database's records itself, and it decides nothing about bulletins.
package backup

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// Source is the open database that copies are made of.
type Source interface {
	review.Store
	// Backup writes a copy of everything committed to a new file.
	Backup(ctx context.Context, path string) error
	// DamagedTexts returns the hashes of the texts that revisions need and that
	// are gone or not what was written.
	DamagedTexts(ctx context.Context) ([]doc.Hash, error)
	// MendTexts puts texts in the place of damaged ones of the same hash, and runs
	// also in the same transaction.
	MendTexts(ctx context.Context, bodies [][]byte, also func(review.Tx) error) error
}

// Keeper makes and keeps the copies of one database. Its methods may be called
// from several goroutines.
type Keeper struct {
	path string // of the database
	now  func() time.Time

	mu     sync.Mutex
	source Source // nil until Attach
}

// Option changes how a Keeper works.
type Option func(*Keeper)

// WithClock makes the keeper read the time from now.
func WithClock(now func() time.Time) Option { return func(k *Keeper) { k.now = now } }

// For returns the keeper of the database at path, which need not be open, nor
// be there yet.
func For(path string, options ...Option) (*Keeper, error) {
	whole, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("backup: %w", err)
	}
	k := &Keeper{path: whole, now: time.Now}
	for _, o := range options {
		o(k)
	}
	return k, nil
}

// Attach tells the keeper the open database.
func (k *Keeper) Attach(source Source) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.source = source
}

// Copy is one dated copy.
type Copy struct {
	Path    string
	At      time.Time // when it was made, by its name, to the second
	Before  bool      // made before the database was upgraded to a new version of the program
	Size    int64
	Checked time.Time // when it was last opened and read; zero if never
	Sound   bool      // what that found
}

// Name is the copy's file name.
func (c Copy) Name() string { return filepath.Base(c.Path) }

// The parts of a copy's name: jianbao-20260618-093000.db, with "-upgrade" before
// the extension where it was made before an upgrade.
const (
	stamp     = "20060102-150405"
	upgrading = "-upgrade"
)

// stem is what the names of the copies begin with.
func (k *Keeper) stem() string {
	base := filepath.Base(k.path)
	return strings.TrimSuffix(base, filepath.Ext(base)) + "-"
}

// name is that of a copy made at a time; n tells copies of one second apart.
func (k *Keeper) name(at time.Time, before bool, n int) string {
	name := k.stem() + at.Format(stamp)
	if n > 1 {
		name += fmt.Sprintf("-%d", n)
	}
	if before {
		name += upgrading
	}
	return name + ".db"
}

// copyOf takes a name apart; ok is false for a file that is no copy.
func (k *Keeper) copyOf(name string) (c Copy, ok bool) {
	rest, ours := strings.CutPrefix(name, k.stem())
	rest, database := strings.CutSuffix(rest, ".db")
	rest, c.Before = strings.CutSuffix(rest, upgrading)
	if !ours || !database || len(rest) < len(stamp) {
		return c, false
	}
	at, err := time.ParseInLocation(stamp, rest[:len(stamp)], time.Local)
	c.At = at
	return c, err == nil
}

// Copies returns the copies in the folder, newest first.
func (k *Keeper) Copies() ([]Copy, error) {
	known, err := k.load()
	if err != nil {
		return nil, err
	}
	folder := k.folderOf(known)
	entries, err := os.ReadDir(folder)
	if os.IsNotExist(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("backup: %w", err)
	}
	var copies []Copy
	for _, entry := range entries {
		c, ok := k.copyOf(entry.Name())
		info, err := entry.Info()
		if !ok || err != nil || !info.Mode().IsRegular() {
			continue // no copy of ours, or gone since
		}
		was := known.Checked[entry.Name()]
		c.Path, c.Size, c.Checked, c.Sound = filepath.Join(folder, entry.Name()), info.Size(), was.At, was.Sound
		copies = append(copies, c)
	}
	slices.SortFunc(copies, newestFirst)
	return copies, nil
}

// newestFirst compares by time; of one second, the longer name is the later.
func newestFirst(a, b Copy) int {
	return cmp.Or(b.At.Compare(a.At), cmp.Compare(len(b.Name()), len(a.Name())), strings.Compare(b.Name(), a.Name()))
}

// newestSound returns the newest copy that was found sound.
func newestSound(copies []Copy) (Copy, bool) {
	i := slices.IndexFunc(copies, func(c Copy) bool { return c.Sound })
	if i < 0 {
		return Copy{}, false
	}
	return copies[i], true
}
