package compose

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
)

// keepDelay bounds how far the unsaved copy is behind the writer.
const keepDelay = 800 * time.Millisecond

// keeper keeps the unsaved copy of a manuscript: at most a second behind the
// writer, one write at a time, never an older text over a newer one. All but
// alone and write belongs to the UI goroutine.
type keeper struct {
	text    *manuscript
	prepare func(snapshot) func() error            // the write, for another goroutine
	do      func(work func() error, done func())   // work elsewhere, done here
	after   func(delay time.Duration, then func()) // then on the UI goroutine
	changed func()

	safe  int // the edit up to which everything is kept
	armed bool
	busy  bool
	at    time.Time // of the last copy; zero while the text is a revision
	err   error     // of the last try

	mu      sync.Mutex // held while anything is written
	written int        // the newest edit that was written
}

func newKeeper(text *manuscript, prepare func(snapshot) func() error, do func(func() error, func()), changed func()) *keeper {
	return &keeper{text: text, prepare: prepare, do: do, changed: changed, after: func(d time.Duration, then func()) {
		time.AfterFunc(d, func() { fyne.Do(then) })
	}}
}

// safety is what can be said of the unsaved copy.
type safety struct {
	at     time.Time
	busy   bool
	behind bool
	err    error
}

func (k *keeper) state() safety {
	return safety{at: k.at, busy: k.busy, behind: k.safe < k.text.edits, err: k.err}
}

// rest says that the text at hand is stored as it is.
func (k *keeper) rest() { k.settle(k.text.edits, time.Time{}, nil) }

// touch says that the text changed.
func (k *keeper) touch() {
	if !k.armed {
		k.armed = true
		k.after(keepDelay, k.flush)
	}
}

func (k *keeper) flush() {
	k.armed = false
	if k.busy || k.safe >= k.text.edits {
		return
	}
	k.busy = true
	k.changed()
	var err error
	shot := k.text.snapshot()
	write := k.prepare(shot)
	k.do(func() error { err = k.write(shot.edit, write); return nil }, func() {
		k.busy = false
		k.settle(shot.edit, time.Now(), err)
		k.changed()
		if k.safe < k.text.edits {
			k.touch()
		}
	})
}

// now keeps the text before it returns.
func (k *keeper) now() error {
	if k.safe >= k.text.edits {
		return nil
	}
	shot := k.text.snapshot()
	err := k.write(shot.edit, k.prepare(shot))
	k.settle(shot.edit, time.Now(), err)
	return err
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
