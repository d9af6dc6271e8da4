package compose

import (
	"sync"
	"time"
)

// keepDelay is how long a change may wait until it is written.
const keepDelay = 400 * time.Millisecond

// keeper keeps the unsaved copy of a manuscript in one place: one write at a
// time, never an older text over a newer one. The copy is behind the writer by
// keepDelay and one write, or where writing takes long by two writes: by less
// than a second as long as a write takes less than half of one. All but alone
// and write belongs to the UI goroutine.
type keeper struct {
	newest  func() int                             // the edit that can be kept now
	prepare func() (edit int, write func() error)  // the write of it, for another goroutine
	do      func(work func() error, done func())   // work elsewhere, done here
	after   func(delay time.Duration, then func()) // then on the UI goroutine
	changed func()
	wrote   func(again bool) // after a write; again if the one before it had failed
	retry   time.Duration    // how long to wait after a failure

	safe  int       // the edit up to which everything is kept
	armed bool      // flush is on its way
	due   time.Time // when it should have come
	busy  bool
	at    time.Time // of the last copy; zero while the text is a revision
	err   error     // of the last try

	mu      sync.Mutex // held while anything is written
	written int        // the newest edit that was written
}

func newKeeper(newest func() int, prepare func() (int, func() error), do func(func() error, func()), changed func()) *keeper {
	return &keeper{newest: newest, prepare: prepare, do: do, changed: changed,
		after: afterwards, wrote: func(bool) {}, retry: keepDelay}
}

// safety is what can be said of the unsaved copy.
type safety struct {
	at     time.Time
	busy   bool
	behind bool
	err    error
	cut    bool // the server does not answer; what was kept at that time is on this machine
}

func (k *keeper) state() safety {
	return safety{at: k.at, busy: k.busy, behind: k.isBehind(), err: k.err}
}

func (k *keeper) isBehind() bool { return k.safe < k.newest() }

// rest says that the text at hand is stored as it is: since then as an unsaved
// copy, or where that is zero as a revision.
func (k *keeper) rest(since time.Time) { k.settle(k.newest(), since, nil) }

// touch says that the text changed. While keys come faster than they can be
// dealt with, nothing that was put off gets its turn: then the text is kept here.
func (k *keeper) touch() {
	now := time.Now()
	switch {
	case !k.armed:
		k.arm(keepDelay)
	case now.After(k.due):
		k.err = k.now()
		k.due = time.Now().Add(keepDelay)
	}
}

func (k *keeper) arm(delay time.Duration) {
	k.armed, k.due = true, time.Now().Add(delay)
	k.after(delay, k.flush)
}

func (k *keeper) flush() {
	k.armed = false
	if k.busy || !k.isBehind() {
		return
	}
	k.busy = true
	k.changed()
	var err error
	edit, write := k.prepare()
	k.do(func() error { err = k.write(edit, write); return nil }, func() {
		k.busy = false
		k.kept(edit, err)
		k.changed()
		switch {
		case !k.isBehind() || k.armed:
		case err == nil: // what came while this was written has waited long enough
			k.flush()
		default:
			k.arm(k.retry)
		}
	})
}

// now keeps the text before it returns.
func (k *keeper) now() error {
	if !k.isBehind() {
		return nil
	}
	edit, write := k.prepare()
	err := k.write(edit, write)
	k.kept(edit, err)
	return err
}

// kept hears how a write ended.
func (k *keeper) kept(edit int, err error) {
	again := k.err != nil
	k.settle(edit, time.Now(), err)
	k.wrote(again && err == nil)
}

func (k *keeper) settle(edit int, at time.Time, err error) {
	k.err = err
	if err == nil && edit >= k.safe {
		k.safe, k.at = edit, at
	}
}

// write keeps the copy of an edit unless a newer one was written already.
func (k *keeper) write(edit int, put func() error) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	if edit <= k.written {
		return nil
	}
	err := put()
	if err == nil {
		k.written = edit
	}
	return err
}

// alone runs a use case that stores the text up to an edit, while nothing else
// is written; no copy of that text or an older one is written after it.
func (k *keeper) alone(edit int, f func() error) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	err := f()
	if err == nil {
		k.written = max(k.written, edit)
	}
	return err
}
