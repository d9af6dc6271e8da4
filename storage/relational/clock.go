package relational

import (
	"time"

	"jianbao/storage/record"
)

// Now implements review.Tx: by the engine's clock where it has one, which all
// who share the database read, else by this machine's.
func (tx *Tx) Now() (time.Time, error) {
	if tx.dialect.Clock == "" {
		return record.Time(time.Now()), nil
	}
	ms, err := tx.number(tx.dialect.Clock)
	if err != nil {
		return time.Time{}, err
	}
	return time.UnixMilli(ms).UTC(), nil
}
