package postgres

import (
	"context"

	"jianbao/review"
	"jianbao/storage/relational"
)

// Check implements review.Store: the shape of the tables with what guards them,
// and the checksum of every record and text. It needs no more rights than a desk
// has.
func (s *Store) Check(ctx context.Context) (found []review.Finding, err error) {
	defer because(ctx, &err)
	w, err := s.snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer w.tx.Rollback() // ends the snapshot; there is nothing to undo
	found, err = s.checkShape(w)
	if err != nil {
		return found, s.place.told(err)
	}
	more, err := relational.Check(ctx, w, w.dialect(true))
	if err != nil {
		err = s.place.told(err)
	}
	return append(found, more...), err
}
