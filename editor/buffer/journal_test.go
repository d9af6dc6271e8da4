package buffer

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
)

// journalled does some work of every kind on "一\n二" with a journal, and
// returns the journal and the contents after each of its lines.
func journalled(t testing.TB) (*bytes.Buffer, [][]Content) {
	t.Helper()
	b := newBuffer(t, "一\n二")
	var out bytes.Buffer
	j, err := NewJournal(&out, "base")
	if err != nil {
		t.Fatal(err)
	}
	passed := [][]Content{b.Contents()}
	b.Observe(j.Record)
	b.Observe(func(Change) { passed = append(passed, b.Contents()) })
	do(t, b, typed(0, 0, 1, "<&>"), typed(9, 0, 4, "\u2028\\\""), typed(9, 0, 7, "\n"), deed{Deletion, 10, Delete(span(1, 0, 2, 0))},
		deed{Paste, 20, Insert(pos(1, 1), "👨\u200d👩\n\n𠮷\x01")})
	b.Undo()
	b.Undo()
	b.Redo()
	apply(t, b, Insert(pos(0, 0), "x"), Delete(span(1, 0, 1, 1)))
	if j.Err() != nil {
		t.Fatal(j.Err())
	}
	return &out, passed
}

func TestReplay(t *testing.T) {
	journal, passed := journalled(t)
	b := newBuffer(t, "一\n二")
	got, err := b.Replay(bytes.NewReader(journal.Bytes()), "base")
	if err != nil || got != (Replayed{Changes: len(passed) - 1}) {
		t.Fatalf("Replay: %+v, %v", got, err)
	}
	if !reflect.DeepEqual(b.Contents(), passed[len(passed)-1]) {
		t.Errorf("replayed to %v, want %v", b.Contents(), passed[len(passed)-1])
	}
	if !b.Dirty() {
		t.Error("the recovered text counts as saved")
	}
	for b.CanUndo() {
		b.Undo()
	}
	if !reflect.DeepEqual(b.Contents(), passed[0]) {
		t.Errorf("undone to %v", b.Contents())
	}
}

func TestReplayKeepsGroups(t *testing.T) {
	b := newBuffer(t, "")
	var out bytes.Buffer
	j, err := NewJournal(&out, "")
	if err != nil {
		t.Fatal(err)
	}
	b.Observe(j.Record)
	do(t, b, typed(0, 0, 0, "a"), typed(9, 0, 1, "b"), typed(9000, 0, 2, "c"))
	again := newBuffer(t, "")
	if _, err := again.Replay(&out, ""); err != nil {
		t.Fatal(err)
	}
	if got, want := undoAll(again), undoAll(b); !reflect.DeepEqual(got, want) {
		t.Errorf("undo passes %q, want %q", got, want)
	}
}

// TestReplayCut cuts the journal at every byte, as a crash would.
func TestReplayCut(t *testing.T) {
	journal, passed := journalled(t)
	whole := journal.Bytes()
	headEnd := bytes.IndexByte(whole, '\n')
	for cut := range len(whole) {
		b := newBuffer(t, "一\n二")
		got, err := b.Replay(bytes.NewReader(whole[:cut]), "base")
		if cut < headEnd {
			if !errors.Is(err, ErrJournal) {
				t.Fatalf("cut at %d, in the head: %v", cut, err)
			}
			continue
		}
		lines := bytes.Count(whole[:cut+1], []byte("\n")) // a line without its line end is whole
		torn := whole[cut] != '\n' && cut > 0 && whole[cut-1] != '\n'
		if err != nil || got.Changes != lines-1 || torn != (got.Torn == lines+1) || torn != (got.Reason != nil) {
			t.Fatalf("cut at %d, behind %d lines: %+v, %v", cut, lines, got, err)
		}
		if !reflect.DeepEqual(b.Contents(), passed[lines-1]) {
			t.Fatalf("cut at %d: replayed to %v, want %v", cut, b.Contents(), passed[lines-1])
		}
	}
}

// TestReplayDamaged changes each byte of the journal: what is replayed is
// always one of the texts passed, and damage is never passed over.
func TestReplayDamaged(t *testing.T) {
	journal, passed := journalled(t)
	whole := journal.Bytes()
	for at := range whole {
		damaged := bytes.Clone(whole)
		damaged[at] ^= 0x15
		b := newBuffer(t, "一\n二")
		got, err := b.Replay(bytes.NewReader(damaged), "base")
		if err == nil && got.Torn == 0 && !reflect.DeepEqual(b.Contents(), passed[len(passed)-1]) {
			t.Fatalf("byte %d: the damage was not noticed", at)
		}
		if !reflect.DeepEqual(b.Contents(), passed[got.Changes]) {
			t.Fatalf("byte %d: %d changes replayed to %v", at, got.Changes, b.Contents())
		}
	}
}

func TestReplayRefuses(t *testing.T) {
	journal, passed := journalled(t)
	lines := strings.SplitAfter(journal.String(), "\n")
	for _, c := range []struct {
		name, journal, base string
		want                Replayed
		err                 error
	}{
		{"empty", "", "base", Replayed{}, ErrJournal},
		{"another file", "简报\n", "base", Replayed{}, ErrJournal},
		{"another text", journal.String(), "other", Replayed{}, ErrBase},
		{"no head", strings.Join(lines[1:], ""), "base", Replayed{}, ErrJournal},
		{"a line lost", lines[0] + lines[1] + lines[3], "base", Replayed{Changes: 1, Torn: 3}, nil},
		{"a line twice", lines[0] + lines[1] + lines[1], "base", Replayed{Changes: 1, Torn: 3}, nil},
		{"an empty line", lines[0] + lines[1] + "\n", "base", Replayed{Changes: 1, Torn: 3}, nil},
	} {
		b := newBuffer(t, "一\n二")
		got, err := b.Replay(strings.NewReader(c.journal), c.base)
		if !errors.Is(err, c.err) || got.Changes != c.want.Changes || got.Torn != c.want.Torn {
			t.Errorf("%s: %+v, %v; want %+v, %v", c.name, got, err, c.want, c.err)
		}
		if !reflect.DeepEqual(b.Contents(), passed[got.Changes]) {
			t.Errorf("%s: %v", c.name, b.Contents())
		}
	}
}

func TestReplayMisfit(t *testing.T) {
	journal, _ := journalled(t)
	b := newBuffer(t, "")
	got, err := b.Replay(journal, "base")
	if err != nil || got.Torn != 2 || !errors.Is(got.Reason, ErrPosition) {
		t.Errorf("on another text: %+v, %v", got, err)
	}
}

func TestReplayReader(t *testing.T) {
	broken := errors.New("broken")
	journal, _ := journalled(t)
	for name, kept := range map[string]int{"in the head": 10, "in a change": journal.Len() - 10} {
		r := &failing{data: journal.Bytes()[:kept], err: broken}
		if _, err := newBuffer(t, "一\n二").Replay(r, "base"); !errors.Is(err, broken) {
			t.Errorf("%s: %v", name, err)
		}
	}
	b := newBuffer(t, "一\n二")
	if got, err := b.Replay(iotest.OneByteReader(journal), "base"); err != nil || got.Torn != 0 {
		t.Errorf("byte by byte: %+v, %v", got, err)
	}
}

// failing reads data and then fails.
type failing struct {
	data []byte
	err  error
}

func (f *failing) Read(p []byte) (int, error) {
	if len(f.data) == 0 {
		return 0, f.err
	}
	n := copy(p, f.data)
	f.data = f.data[n:]
	return n, nil
}

// full takes some lines and fails from then on.
type full struct{ left, calls int }

func (f *full) Write(p []byte) (int, error) {
	f.calls++
	if f.left--; f.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(p), nil
}

func TestJournalWriteFails(t *testing.T) {
	if _, err := NewJournal(&full{}, ""); err == nil {
		t.Error("a head that could not be written was no error")
	}
	disk := &full{left: 2}
	b := newBuffer(t, "")
	j, err := NewJournal(disk, "")
	if err != nil {
		t.Fatal(err)
	}
	b.Observe(j.Record)
	do(t, b, typed(0, 0, 0, "a"), typed(1, 0, 1, "b"), typed(2, 0, 2, "c"))
	if j.Err() == nil || disk.calls != 3 {
		t.Errorf("%v after %d writes: nothing may follow a failed line", j.Err(), disk.calls)
	}
	wantText(t, b, "abc")
}
