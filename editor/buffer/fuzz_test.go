package buffer

import (
	"math/rand/v2"
	"testing"
)

// addRandom gives the fuzzer scripts to begin with, so that an ordinary run of
// the tests does random work too.
func addRandom(f *testing.F) {
	random := rand.NewChaCha8([32]byte{3})
	for range 200 {
		data := make([]byte, 200)
		if _, err := random.Read(data); err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
}

// FuzzBuffer does edits, input-method bursts, undo, redo, selections, saves
// and anchors in a buffer and in a plain slice of runes.
func FuzzBuffer(f *testing.F) {
	f.Add([]byte("0123456789abcdefghijklmnopqrstuvwxyz"))
	f.Add([]byte{12, 0, 4, 1, 12, 3, 3, 0, 9, 0, 5, 0, 10, 10, 11, 11})
	f.Add([]byte{12, 1, 6, 2, 7, 4, 0, 1, 1, 3, 0, 2, 2, 1, 10, 15, 3, 11})
	addRandom(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		w := newPair(t, data[:min(len(data), 300)], "春天来了\n\n的e\u0301的的")
		for len(w.script) > 0 {
			w.step()
			w.check()
		}
		for w.b.CanUndo() {
			w.travel(w.b.Undo, &w.past, &w.future)
			w.check()
		}
		for w.b.CanRedo() {
			w.travel(w.b.Redo, &w.future, &w.past)
		}
		w.check()
	})
}

// FuzzAnchors does batches over many anchors in a buffer and in a slice of
// runes with markers.
func FuzzAnchors(f *testing.F) {
	f.Add([]byte("anchors move with the text"))
	f.Add([]byte{1, 2, 0, 2, 3, 1, 3, 4, 2, 0, 9, 3, 4, 0, 2, 1, 2, 2, 0, 1, 1, 1, 3})
	addRandom(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		w := newPair(t, data[:min(len(data), 200)], "一二三\n四五\n\n六七八")
		for range 12 {
			w.anchor()
		}
		for len(w.script) > 0 {
			w.apply(Command, w.batch()...)
			w.check()
		}
	})
}
