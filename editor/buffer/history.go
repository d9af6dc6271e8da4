package buffer

import (
	"slices"
	"strings"
	"time"
	"unicode/utf8"
)

// What makes a run of typing or deleting one thought.
const (
	thoughtPause = 1500 * time.Millisecond // a longer pause begins another
	thoughtRunes = 30                      // a longer run is cut, paragraph ends or not
)

// historyLimit is how much the history holds, in bytes: some 400,000 keys
// typed, or a text of 300,000 characters thrown away whole seventy times. Only
// past it are the oldest groups forgotten (see Forgotten); the newest never is.
const historyLimit = 64 << 20

// State names the text at one moment. Undo and Redo come back to the states
// they came from; every edit makes a new one.
type State uint64

// step is what takes one performed change back.
type step struct {
	edits     []Edit
	displaced []displaced
}

// bytes is about what the step holds in memory.
func (s step) bytes() int {
	sum := 64 // the step itself
	for _, e := range s.edits {
		sum += 72 + len(e.New) + 32*len(e.IDs)
	}
	return sum + 56*len(s.displaced)
}

// group is what one Undo takes back, or one Redo does again.
type group struct {
	kind          Kind
	steps         []step // each takes back what came after the one before it
	from, to      State  // the text before its steps were done and after
	before, after Selection
	runes         int // typed or deleted in a run
	last          time.Time
	open          bool // may still grow
	bytes         int
}

// history is the way back and the way forth again.
type history struct {
	done, undone []group
	bytes, limit int
	forgotten    int
	state, saved State
	newest       State
}

// add records a change made by the user. There is no way forth after it.
func (h *history) add(change Change, done step) {
	h.clearUndone()
	from := h.state
	h.newest++
	h.state = h.newest
	g := h.joined(change)
	if g == nil {
		h.done = append(h.done, group{kind: change.Kind, from: from, before: change.Before, open: alone(change) && runs(change.Kind)})
		g = &h.done[len(h.done)-1]
	}
	g.steps = append(g.steps, done)
	g.to, g.last = h.state, change.At
	g.runes += length(change)
	g.after = At(change.Inverse[len(change.Inverse)-1].End)
	g.bytes += done.bytes()
	h.bytes += done.bytes()
	h.forget()
}

// joined returns the newest group if the change goes on with its thought.
func (h *history) joined(change Change) *group {
	if len(h.done) == 0 {
		return nil
	}
	g := &h.done[len(h.done)-1]
	pause := change.At.Sub(g.last)
	if !g.open || g.kind != change.Kind || pause < 0 || pause > thoughtPause ||
		!alone(change) || g.runes+length(change) > thoughtRunes {
		return nil
	}
	e := change.Edits[0]
	switch {
	case g.kind == Typing && e.Start == e.End && e.Start == g.after.Caret:
		return g
	case g.kind == Deletion && e.New == "" && (e.Start == g.after.Caret || e.End == g.after.Caret):
		return g
	}
	return nil
}

func runs(k Kind) bool { return k == Typing || k == Deletion }

// alone reports whether the change is one edit that neither begins nor joins a
// paragraph: only such a one can be part of a run.
func alone(c Change) bool {
	return len(c.Edits) == 1 && !strings.Contains(c.Edits[0].New+c.Inverse[0].New, "\n")
}

// length is how much a change adds to a run.
func length(c Change) int {
	return max(utf8.RuneCountInString(c.Edits[0].New), utf8.RuneCountInString(c.Inverse[0].New))
}

// forget drops the oldest groups while the history is past its limit.
func (h *history) forget() {
	n := 0
	for ; h.bytes > h.limit && n < len(h.done)-1; n++ {
		h.bytes -= h.done[n].bytes
	}
	clear(h.done[:n])
	h.done = h.done[n:]
	h.forgotten += n
}

func (h *history) clearUndone() {
	for _, g := range h.undone {
		h.bytes -= g.bytes
	}
	h.undone = nil
}

// close ends the newest group: nothing joins it any more.
func (h *history) close() {
	if n := len(h.done); n > 0 {
		h.done[n-1].open = false
	}
}

// CanUndo reports whether there is something to undo.
func (b *Buffer) CanUndo() bool { return len(b.history.done) > 0 }

// CanRedo reports whether there is something to redo.
func (b *Buffer) CanRedo() bool { return len(b.history.undone) > 0 }

// Forgotten returns how many of the oldest groups can no longer be undone
// because the history was past its limit.
func (b *Buffer) Forgotten() int { return b.history.forgotten }

// Thoughts returns how many groups the text is away from how it began, the
// forgotten ones included: an edit that begins a group and a Redo make it one
// more, an Undo one less. An observer is told of an edit after it has counted.
func (b *Buffer) Thoughts() int { return len(b.history.done) + b.history.forgotten }

// EndGroup makes the next edit begin a group of its own. It is for what ends a
// thought without an edit: the caret set elsewhere, the focus lost.
func (b *Buffer) EndGroup() { b.history.close() }

// Undo takes the newest group back and returns the selection as it was before
// it; false where there is nothing to undo or an observer asks for it. Anchors
// come back to where they were.
func (b *Buffer) Undo() (Selection, bool) {
	h := &b.history
	if len(h.done) == 0 || b.observers.busy {
		return Selection{}, false
	}
	g := pop(&h.done)
	h.undone = append(h.undone, b.takeBack(g, Undone))
	h.state = g.from
	return g.before, true
}

// Redo does again what the last Undo took back and returns where the caret
// stood after it; false where there is nothing to redo or an observer asks.
func (b *Buffer) Redo() (Selection, bool) {
	h := &b.history
	if len(h.undone) == 0 || b.observers.busy {
		return Selection{}, false
	}
	g := pop(&h.undone)
	h.done = append(h.done, b.takeBack(g, Redone))
	h.state = g.to
	return g.after, true
}

// pop takes the newest of some groups off.
func pop(groups *[]group) group {
	newest := len(*groups) - 1
	g := (*groups)[newest]
	(*groups)[newest] = group{}
	*groups = (*groups)[:newest]
	return g
}

// takeBack performs the steps of g from the last to the first and returns the
// group that takes that back.
func (b *Buffer) takeBack(g group, kind Kind) group {
	back := g
	back.steps, back.open, back.bytes = make([]step, 0, len(g.steps)), false, 0
	for _, s := range slices.Backward(g.steps) {
		change, done := b.perform(s.edits)
		restore(s.displaced)
		change.Kind = kind
		back.steps = append(back.steps, done)
		back.bytes += done.bytes()
		b.observers.tell(change)
	}
	b.history.bytes += back.bytes - g.bytes
	return back
}

// State names the text as it is now.
func (b *Buffer) State() State { return b.history.state }

// Checkpoint returns the state for a save that begins now, and ends the group
// so that undo can come back to exactly this text.
func (b *Buffer) Checkpoint() State {
	b.history.close()
	return b.history.state
}

// MarkSaved says that the text as it was at s is safe. It may be called after
// more was typed.
func (b *Buffer) MarkSaved(s State) { b.history.saved = s }

// Dirty reports whether the text is another state than the one last saved; a
// new buffer is not dirty. Undoing back to what was saved makes it clean.
func (b *Buffer) Dirty() bool { return b.history.state != b.history.saved }
