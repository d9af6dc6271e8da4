package compose

import (
	"errors"
	"time"

	"jianbao/review"
)

// serverRetry is how long after a failure the server is asked again.
const serverRetry = 2 * time.Second

// keeping is how the unsaved copy is kept: in the store or, where that is a
// server, first in the journal on this machine and from there in the store, so
// that nothing typed waits for the network.
type keeping struct {
	text  *manuscript
	near  *keeper // to the journal; nil where the store is on this machine
	store *keeper
	post  *courier // nil likewise
}

// newKeeping keeps a text in the store by put and, if there is a courier, in its
// journal before that.
func newKeeping(text *manuscript, put func(snapshot) func() error, post *courier, do func(func() error, func()), changed func()) *keeping {
	k := &keeping{text: text, post: post}
	k.store = newKeeper(func() int { return text.edits }, func() (int, func() error) {
		shot := text.snapshot()
		return shot.edit, put(shot)
	}, do, changed)
	if post == nil {
		return k
	}
	direct := k.store.prepare
	k.near = newKeeper(k.store.newest, func() (int, func() error) {
		shot := text.snapshot()
		return shot.edit, post.put(shot)
	}, do, changed)
	k.near.wrote = func(bool) { k.forward() }
	k.store.retry = serverRetry
	k.store.newest = func() int {
		if k.near.err != nil { // the journal cannot be written: the store must have it at once
			return text.edits
		}
		return k.near.safe
	}
	k.store.prepare = func() (int, func() error) {
		if k.near.err != nil {
			return direct()
		}
		return k.near.safe, post.deliver()
	}
	return k
}

// forward takes what the journal has to the store, unless that was asked in vain
// a moment ago.
func (k *keeping) forward() {
	if !k.store.armed {
		k.store.flush()
	}
}

// first is where the text is kept first.
func (k *keeping) first() *keeper {
	if k.near != nil {
		return k.near
	}
	return k.store
}

func (k *keeping) touch() { k.first().touch() }

// rest says that the text at hand is stored as it is: since then as an unsaved
// copy, or where that is zero as a revision.
func (k *keeping) rest(since time.Time) {
	k.first().rest(since)
	k.store.rest(since)
}

// now keeps the text on this machine before it returns; where that is not
// possible, in the store.
func (k *keeping) now() error {
	err := k.first().now()
	if err != nil && k.near != nil {
		return k.store.now()
	}
	return err
}

// alone runs a use case that stores the text up to an edit, while no unsaved
// copy is taken to the store; none of that text or an older one is kept after it.
func (k *keeping) alone(edit int, use func() error) error {
	if k.near == nil {
		return k.store.alone(edit, use)
	}
	err := k.store.alone(edit, func() error { return k.post.alone(use) })
	if err != nil {
		return err
	}
	return k.near.alone(edit, func() error { return k.post.drop(edit) })
}

// state is what can be said of both places together; lost says that the server is
// known to be out of reach, whether or not the store was told so yet.
func (k *keeping) state(lost bool) safety {
	there := k.store.state()
	if k.near == nil || k.near.err != nil {
		return there
	}
	here := k.near.state()
	if isCut(there.err) || lost && (there.busy || there.behind) {
		return safety{at: here.at, busy: here.busy, behind: here.behind, cut: true}
	}
	there.busy, there.behind = there.busy || here.busy, there.behind || here.behind
	return there
}

// isCut reports whether an error says that the server cannot be spoken to now.
func isCut(err error) bool {
	return errors.Is(err, review.ErrLost) || errors.Is(err, review.ErrUnsure) || errors.Is(err, review.ErrBusy)
}
