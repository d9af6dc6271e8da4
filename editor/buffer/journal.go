package buffer

import (
	"encoding/json"
	"fmt"
	"hash/crc32"
	"io"
	"time"
)

// journalVersion is the form of the lines; another is not replayed.
const journalVersion = 1

// Journal writes changes down as they happen, one JSON object with a checksum
// on each line, so that after a crash Replay can do them again. The first line
// names the text that the changes start from.
//
// A journal is for one buffer. The writer is called once for each line, on the
// goroutine that edits; making the lines safe on disk is the writer's part.
type Journal struct {
	w      io.Writer
	number int
	err    error
}

// journalLine is a line: an entry and its checksum.
type journalLine struct {
	Sum   string          `json:"sum"` // CRC-32C of the bytes of Entry, in hexadecimal
	Entry json.RawMessage `json:"entry"`
}

// journalEntry is the head (Number 0) or one change.
type journalEntry struct {
	Number  int        `json:"n"`
	Version int        `json:"version,omitempty"` // head only
	Base    string     `json:"base,omitempty"`    // head only
	Kind    Kind       `json:"kind,omitempty"`
	At      *time.Time `json:"at,omitempty"`
	Before  *Selection `json:"before,omitempty"`
	Edits   []Edit     `json:"edits,omitempty"`
}

// NewJournal begins a journal with its first line. base names the text as it
// is now, for instance by its hash; Replay is done on no other. The error is
// the writer's.
func NewJournal(w io.Writer, base string) (*Journal, error) {
	j := &Journal{w: w}
	j.write(journalEntry{Version: journalVersion, Base: base})
	return j, j.err
}

// Record writes a change down; hand it to Observe. After a failed write it
// writes nothing more, since nothing behind a gap could be replayed.
func (j *Journal) Record(c Change) {
	entry := journalEntry{Kind: c.Kind, Edits: c.Edits}
	if !c.At.IsZero() {
		entry.At = &c.At
	}
	if c.Before != (Selection{}) {
		entry.Before = &c.Before
	}
	j.write(entry)
}

// Err returns the error of the first write that failed.
func (j *Journal) Err() error { return j.err }

func (j *Journal) write(entry journalEntry) {
	if j.err != nil {
		return
	}
	entry.Number = j.number
	line, err := encodeLine(entry)
	if err == nil {
		_, err = j.w.Write(line)
	}
	if err != nil {
		j.err = fmt.Errorf("buffer: journal line %d: %w", j.number+1, err)
	}
	j.number++
}

func encodeLine(entry journalEntry) ([]byte, error) {
	raw, err := json.Marshal(entry)
	if err != nil {
		return nil, err
	}
	line, err := json.Marshal(journalLine{Sum: checksum(raw), Entry: raw})
	return append(line, '\n'), err
}

// checksum is over the bytes of the entry as they stand in the line.
func checksum(raw []byte) string {
	return fmt.Sprintf("%08x", crc32.Checksum(raw, crc32.MakeTable(crc32.Castagnoli)))
}
