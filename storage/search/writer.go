package search

import (
	"database/sql"
	"errors"
	"maps"
	"slices"
	"strings"

	"jianbao/review"
	"jianbao/review/find"
)

// writer writes rows; the shelf follows once they are committed.
type writer struct {
	tx      *sql.Tx
	store   review.Tx
	reader  *find.Reader
	shelf   *shelf
	known   known
	waiting map[int64]row // rows that are in no list yet
	batch   *batch
	put     []*entry
}

func newWriter(tx *sql.Tx, store review.Tx, r *find.Reader, s *shelf) *writer {
	return &writer{tx: tx, store: store, reader: r, shelf: s, known: s.known, waiting: maps.Clone(s.waiting), batch: newBatch()}
}

// draft brings the rows of one draft up to date.
func (w *writer) draft(d review.Draft) error {
	old := w.shelf.newest[d.ID]
	head, ok, err := w.reader.Text(d, d.Head)
	if err != nil || !ok {
		return err
	}
	infos, err := w.store.Revisions().List(d.ID)
	if err != nil {
		return unlessDamaged(err)
	}
	e := &entry{Card: head.Card, seen: len(infos)}
	if old != nil && old.Revision == d.Head {
		e.number = old.number
		if err := w.replace(e); err != nil {
			return err
		}
	} else if err := w.supersede(old, e, head.Parts); err != nil {
		return err
	}
	return w.past(d, e, infos[seenOf(old, infos):], head.Parts)
}

func unlessDamaged(err error) error {
	if errors.Is(err, review.ErrDamaged) {
		return nil
	}
	return err
}

func seenOf(old *entry, infos []review.RevisionInfo) int {
	if old == nil {
		return 0
	}
	return min(old.seen, len(infos))
}

// supersede adds the row of a new newest text; the one before stays among the
// earlier texts.
func (w *writer) supersede(old, e *entry, parts []find.Part) error {
	if old != nil {
		past := *old
		past.Newest = false
		if err := w.replace(&past); err != nil {
			return err
		}
	}
	return w.add(e, parts)
}

// past adds what only earlier texts of a draft say, those not yet read.
func (w *writer) past(d review.Draft, e *entry, infos []review.RevisionInfo, head []find.Part) error {
	known := map[partKey]bool{}
	for _, p := range head {
		known[keyOfPart(p)] = true
	}
	var gone []find.Part
	for _, info := range infos {
		if info.Seq == d.Head {
			continue
		}
		t, ok, err := w.reader.Text(d, info.Seq)
		if err != nil {
			return err
		}
		for _, p := range t.Parts {
			if ok && !known[keyOfPart(p)] {
				known[keyOfPart(p)] = true
				gone = append(gone, p)
			}
		}
	}
	if len(gone) == 0 {
		return nil
	}
	return w.add(&entry{Card: find.Card{Draft: e.Draft}, seen: e.seen}, gone)
}

type partKey struct {
	field find.Field
	text  string
}

func keyOfPart(p find.Part) partKey { return partKey{p.Field, p.Text} }

// mostWaiting is how many rows wait to be written into lists: to read them all
// for a question takes no longer than to read a list, and to add one to its
// thousands of lists takes as long as to add many.
const mostWaiting = 64

// add adds a row.
func (w *writer) add(e *entry, parts []find.Part) error {
	w.known.entries++
	e.number = w.known.entries
	w.waiting[e.number] = rowOf(parts)
	if len(w.waiting) > mostWaiting {
		if err := w.gather(); err != nil {
			return err
		}
	}
	return w.replace(e)
}

// gather moves the waiting rows to the batch.
func (w *writer) gather() error {
	for _, number := range slices.Sorted(maps.Keys(w.waiting)) {
		w.batch.add(number, w.waiting[number])
	}
	clear(w.waiting)
	if w.batch.size < fullBatch {
		return nil
	}
	return w.flush()
}

// flush writes the batch.
func (w *writer) flush() error {
	if len(w.batch.lists) == 0 {
		return nil
	}
	lists, sum, err := w.batch.write(w.tx, w.known.pieces)
	w.known.pieces, w.known.lists, w.known.sum = w.known.pieces+1, w.known.lists+lists, w.known.sum+sum
	return faulty(err)
}

// replace writes an entry.
func (w *writer) replace(e *entry) error {
	w.put = append(w.put, e)
	return faulty(insert(w.tx, "entries", e.values()))
}

// insert writes a row and the sum over it.
func insert(tx *sql.Tx, table string, values []any) error {
	_, err := tx.Exec("INSERT OR REPLACE INTO "+table+" VALUES (?"+strings.Repeat(", ?", len(values))+")", append(values, sumOfValues(values))...)
	return err
}

// finish writes what is left, and what is known now.
func (w *writer) finish(last review.Event) error {
	if len(w.batch.lists) > 0 { // then the few that wait are no trouble
		if err := w.gather(); err != nil {
			return err
		}
	}
	if err := errors.Join(w.flush(), w.wait()); err != nil {
		return err
	}
	k := &w.known
	k.seq, k.hash, k.waiting = last.Seq, last.Hash, int64(len(w.waiting))
	_, err := w.tx.Exec("UPDATE known SET seq = ?, hash = ?, entries = ?, waiting = ?, pieces = ?, lists = ?, sum = ?",
		k.seq, k.hash, k.entries, k.waiting, k.pieces, k.lists, k.sum)
	return err
}

// wait makes the table of waiting rows what it must be.
func (w *writer) wait() error {
	for number := range w.shelf.waiting {
		if _, still := w.waiting[number]; !still {
			if _, err := w.tx.Exec("DELETE FROM waiting WHERE number = ?", number); err != nil {
				return err
			}
		}
	}
	for number, r := range w.waiting {
		if _, already := w.shelf.waiting[number]; !already {
			if err := insert(w.tx, "waiting", r.values(number)); err != nil {
				return err
			}
		}
	}
	return nil
}

// shelve brings the shelf to what was committed.
func (w *writer) shelve(s *shelf) {
	for _, e := range w.put {
		s.put(e)
	}
	s.known, s.waiting = w.known, w.waiting
}
