package buffer

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// The kinds of journal that Replay does not begin with.
var (
	ErrBase    = errors.New("buffer: journal of another text")
	ErrJournal = errors.New("buffer: not a journal, or of another version")
)

// Replayed says how far a replay went.
type Replayed struct {
	Changes int   // done again
	Torn    int   // number of the line, from 1, at which it stopped short; 0 if it came to the end
	Reason  error // why that line could not be used
}

// Replay does the changes of a journal again, on the text that base names, up
// to the end or to the first line that is torn: cut short, damaged, out of
// turn or not fitting the text. Nothing behind a torn line is used. The
// changes become undo groups by the same rules as when they were made; what
// was an undo or a redo becomes a group of its own. Replay returns ErrJournal where not even the first line can be
// read, ErrBase where it names another text, or the reader's error.
func (b *Buffer) Replay(r io.Reader, base string) (Replayed, error) {
	lines := bufio.NewReader(r)
	head, err := lines.ReadBytes('\n')
	if err != nil && err != io.EOF {
		return Replayed{}, err
	}
	entry, torn := decodeLine(head, 0)
	switch {
	case torn != nil || entry.Version != journalVersion:
		return Replayed{}, errors.Join(ErrJournal, torn)
	case entry.Base != base:
		return Replayed{}, fmt.Errorf("%w: %q, not %q", ErrBase, entry.Base, base)
	}
	return b.replayLines(lines)
}

func (b *Buffer) replayLines(lines *bufio.Reader) (Replayed, error) {
	for done := 0; ; done++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && err != io.EOF {
			return Replayed{Changes: done}, err
		}
		if len(line) == 0 {
			return Replayed{Changes: done}, nil
		}
		entry, torn := decodeLine(line, done+1)
		if torn == nil {
			_, torn = b.Apply(entry.action(), entry.Edits...)
		}
		if torn != nil {
			return Replayed{Changes: done, Torn: done + 2, Reason: torn}, nil
		}
	}
}

// action is how the change is done again.
func (e journalEntry) action() Action {
	action := Action{Kind: e.Kind}
	if e.Kind == Undone || e.Kind == Redone {
		action.Kind = Command
	}
	if e.At != nil {
		action.At = *e.At
	}
	if e.Before != nil {
		action.Before = *e.Before
	}
	return action
}

// decodeLine returns the entry of a line, or what is wrong with it. A last
// line that lacks only its line end is whole.
func decodeLine(line []byte, number int) (journalEntry, error) {
	var l journalLine
	var entry journalEntry
	if err := json.Unmarshal(bytes.TrimSuffix(line, []byte("\n")), &l); err != nil {
		return entry, err
	}
	if sum := checksum(l.Entry); sum != l.Sum {
		return entry, fmt.Errorf("checksum %s, not %s", sum, l.Sum)
	}
	if err := json.Unmarshal(l.Entry, &entry); err != nil {
		return entry, err
	}
	if entry.Number != number {
		return entry, fmt.Errorf("entry %d, not %d", entry.Number, number)
	}
	return entry, nil
}
