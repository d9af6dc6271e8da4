package search

import (
	"database/sql"
	"errors"
	"fmt"
	"hash/crc32"
	"time"

	"jianbao/editor/doc"
	"jianbao/review/find"
)

// entry is a row of entries.
type entry struct {
	find.Card
	number int64
	seen   int // revisions of the draft that were read
}

const entryColumns = "number, draft, newest, seen, revision, series, state, heading, label, year, issue, total, date, at, author"

// errSum says that a row is not what was written.
var errSum = errors.New("search: a row of the index is damaged")

func scanEntry(rows *sql.Rows) (*entry, error) {
	var e entry
	var date string
	var at, sum int64
	err := rows.Scan(&e.number, &e.Draft, &e.Newest, &e.seen, &e.Revision, &e.Series, &e.State, &e.Heading, &e.Label,
		&e.Number.Year, &e.Number.Issue, &e.Number.Total, &date, &at, &e.By, &sum)
	if err != nil {
		return nil, err
	}
	e.At = time.UnixMilli(at).UTC()
	if e.Date, err = doc.ParseDate(date); err != nil {
		return nil, err
	}
	if sum != sumOfValues(e.values()) {
		return nil, errSum
	}
	return &e, nil
}

// values are what the row of an entry holds, in the order of entryColumns.
func (e *entry) values() []any {
	return []any{e.number, e.Draft, e.Newest, e.seen, e.Revision, e.Series, e.State, e.Heading, e.Label,
		e.Number.Year, e.Number.Issue, e.Number.Total, e.Date.String(), e.At.UnixMilli(), e.By}
}

// values are what the row of waiting holds.
func (r row) values(number int64) []any { return []any{number, r[0], r[1], r[2], r[3], r[4]} }

// sumOfValues is the sum that stands behind the values of a row.
func sumOfValues(values []any) int64 {
	h := crc32.New(castagnoli)
	for _, v := range values {
		fmt.Fprintf(h, "%v\x00", v)
	}
	return int64(h.Sum32())
}
