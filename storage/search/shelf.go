package search

import (
	"context"
	"database/sql"
	"errors"
	"slices"

	"jianbao/editor/doc"
	"jianbao/review"
)

// shelf is all but the lists, in memory: whose each row is, the newest texts in
// the order of answers, and the rows that are in no list yet.
type shelf struct {
	known   known
	owner   map[int64]review.DraftID // of every row
	newest  map[review.DraftID]*entry
	order   []*entry
	sorted  bool
	waiting map[int64]row
	version int64 // changes when another program writes to the file
}

// known is the row of that table.
type known struct {
	seq     int64
	hash    doc.Hash
	entries int64
	waiting int64
	pieces  int64
	lists   int64
	sum     int64
}

// errLost says that some of the file is gone.
var errLost = errors.New("search: some of the index is gone")

// load reads the file. It returns errSum or errLost where it is damaged.
func load(ctx context.Context, db *sql.DB) (*shelf, error) {
	s := &shelf{owner: map[int64]review.DraftID{}, newest: map[review.DraftID]*entry{}, waiting: map[int64]row{}}
	k := &s.known
	err := db.QueryRowContext(ctx, "SELECT seq, hash, entries, waiting, pieces, lists, sum FROM known").
		Scan(&k.seq, &k.hash, &k.entries, &k.waiting, &k.pieces, &k.lists, &k.sum)
	if err != nil {
		return nil, err
	}
	if err := s.loadEntries(ctx, db); err != nil {
		return nil, err
	}
	if err := s.loadWaiting(ctx, db); err != nil {
		return nil, err
	}
	if int64(len(s.owner)) != k.entries || int64(len(s.waiting)) != k.waiting {
		return nil, errLost
	}
	s.version, err = versionOf(ctx, db)
	return s, err
}

func versionOf(ctx context.Context, db *sql.DB) (v int64, err error) {
	err = db.QueryRowContext(ctx, "PRAGMA data_version").Scan(&v)
	return v, err
}

func (s *shelf) loadEntries(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, "SELECT "+entryColumns+", sum FROM entries")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		e, err := scanEntry(rows)
		if err != nil {
			return err
		}
		s.put(e)
	}
	return rows.Err()
}

func (s *shelf) loadWaiting(ctx context.Context, db *sql.DB) error {
	rows, err := db.QueryContext(ctx, "SELECT number, body, title, person, section, other, sum FROM waiting")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var number, sum int64
		var r row
		if err := rows.Scan(&number, &r[0], &r[1], &r[2], &r[3], &r[4], &sum); err != nil {
			return err
		}
		if sum != sumOfValues(r.values(number)) {
			return errSum
		}
		s.waiting[number] = r
	}
	return rows.Err()
}

// put adds an entry or replaces the newest one of its draft.
func (s *shelf) put(e *entry) {
	s.owner[e.number] = e.Draft
	if !e.Newest {
		return
	}
	s.newest[e.Draft], s.sorted = e, false
}

// ordered returns the newest texts in the order of answers.
func (s *shelf) ordered() []*entry {
	if !s.sorted {
		s.order = s.order[:0]
		for _, e := range s.newest {
			s.order = append(s.order, e)
		}
		slices.SortFunc(s.order, func(a, b *entry) int { return a.Before(b.Card) })
		s.sorted = true
	}
	return s.order
}
