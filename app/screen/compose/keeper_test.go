package compose

import (
	"testing"
	"time"

	"jianbao/editor/doc"
)

// bench is a keeper whose work waits until the test lets it go on.
type bench struct {
	*keeper
	text  *manuscript
	kept  []int // the edits that were written
	fail  error
	tasks []func()
	later []func()
}

func newBench() *bench {
	b := &bench{text: &manuscript{text: doc.New()}}
	b.keeper = newKeeper(func() int { return b.text.edits }, func() (int, func() error) {
		edit := b.text.edits
		return edit, func() error {
			if b.fail == nil {
				b.kept = append(b.kept, edit)
			}
			return b.fail
		}
	}, func(work func() error, done func()) {
		b.tasks = append(b.tasks, func() {
			if work() == nil {
				done()
			}
		})
	}, func() {})
	b.after = func(_ time.Duration, then func()) { b.later = append(b.later, then) }
	return b
}

func (b *bench) write() {
	b.text.write(doc.Place{Field: doc.FieldTitle}, "刊名")
	b.touch()
}

func pop(list *[]func()) {
	first := (*list)[0]
	*list = (*list)[1:]
	first()
}

func TestOneSaveAtATime(t *testing.T) {
	b := newBench()
	b.write()
	b.write()
	pop(&b.later)
	b.write()
	pop(&b.later)
	if len(b.tasks) != 1 {
		t.Fatalf("%d saves under way", len(b.tasks))
	}
	pop(&b.tasks)
	pop(&b.tasks) // what came meanwhile is written at once
	if len(b.kept) != 2 || b.kept[0] != 2 || b.kept[1] != 3 || b.state().behind {
		t.Errorf("kept %v, state %+v", b.kept, b.state())
	}
}

func TestAnOlderTextNeverFollowsANewerOne(t *testing.T) {
	b := newBench()
	b.write()
	pop(&b.later)
	b.write()
	if err := b.now(); err != nil {
		t.Fatal(err)
	}
	pop(&b.tasks)
	if len(b.kept) != 1 || b.kept[0] != 2 {
		t.Errorf("kept %v, want only edit 2", b.kept)
	}
}

func TestAFailedSaveIsSaidAndTriedAgain(t *testing.T) {
	b := newBench()
	b.fail = errDisk
	b.write()
	pop(&b.later)
	pop(&b.tasks)
	if b.state().err == nil || !b.state().behind {
		t.Errorf("state %+v", b.state())
	}
	if err := b.now(); err == nil {
		t.Error("leaving is possible though nothing was kept")
	}
	b.fail = nil
	pop(&b.later)
	pop(&b.tasks)
	if b.state().err != nil || b.state().behind {
		t.Errorf("state %+v", b.state())
	}
}

func TestAFloodOfKeysIsKeptThoughNothingPutOffGetsItsTurn(t *testing.T) {
	b := newBench()
	b.write()
	b.due = time.Now().Add(-time.Millisecond)
	b.write()
	if len(b.kept) != 1 || b.kept[0] != 2 || b.state().behind {
		t.Errorf("kept %v, state %+v", b.kept, b.state())
	}
	b.write()
	pop(&b.later)
	pop(&b.tasks)
	if len(b.kept) != 2 || b.kept[1] != 3 {
		t.Errorf("kept %v", b.kept)
	}
}
