package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/relational"
)

// DamagedTexts returns the hashes of the texts that revisions need and that are
// gone or not what was written, in order.
func (s *Store) DamagedTexts(ctx context.Context) ([]doc.Hash, error) {
	tx, err := s.snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() // ends the snapshot
	found := map[doc.Hash]bool{}
	const needed = "SELECT DISTINCT r.hash, t.body FROM revisions AS r LEFT JOIN texts AS t ON t.hash = r.hash"
	err = eachRow(tx, needed, func(row []string) {
		if hash := doc.Hash(row[0]); doc.HashOf([]byte(row[1])) != hash {
			found[hash] = true
		}
	})
	return slices.Sorted(maps.Keys(found)), err
}

// Text returns the bytes stored under a hash, review.ErrNotFound where there are
// none, or review.ErrDamaged where they are not what was written.
func (s *Store) Text(ctx context.Context, hash doc.Hash) (body []byte, err error) {
	tx, err := s.snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback() // ends the snapshot
	err = tx.QueryRow("SELECT body FROM texts WHERE hash = ?", hash).Scan(&body)
	switch {
	case err == sql.ErrNoRows:
		return nil, review.ErrNotFound
	case err != nil:
		return nil, translate(err)
	case doc.HashOf(body) != hash:
		return nil, fmt.Errorf("%w: text %s", review.ErrDamaged, hash)
	}
	return body, nil
}

// MendTexts puts texts in the place of those that are gone or damaged, and runs
// also in the same transaction. Each is written only under the hash that it has,
// and only where what stands there has another: no sound text ever changes.
func (s *Store) MendTexts(ctx context.Context, bodies [][]byte, also func(review.Tx) error) (err error) {
	defer because(ctx, &err)
	tx, err := s.writer.BeginTx(ctx, nil)
	if err != nil {
		return translate(err)
	}
	defer tx.Rollback() // does nothing once committed
	if err := unguarded(tx, "texts_update", func() error {
		for _, body := range bodies {
			if err := mendText(tx, body); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return err
	}
	if err := also(relational.NewTx(tx, dialect)); err != nil {
		return err
	}
	return translate(tx.Commit())
}

func mendText(tx *sql.Tx, body []byte) error {
	hash := doc.HashOf(body)
	var there []byte
	err := tx.QueryRow("SELECT body FROM texts WHERE hash = ?", hash).Scan(&there)
	switch {
	case err == sql.ErrNoRows:
		_, err = tx.Exec("INSERT INTO texts (hash, body) VALUES (?, ?)", hash, body)
	case err == nil && doc.HashOf(there) != hash:
		_, err = tx.Exec("UPDATE texts SET body = ? WHERE hash = ?", body, hash)
	}
	return translate(err)
}

// unguarded runs f without a trigger, which stands again when the transaction
// ends, however it ends.
func unguarded(tx *sql.Tx, trigger string, f func() error) error {
	var made string
	if err := tx.QueryRow("SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?", trigger).Scan(&made); err != nil {
		return translate(err)
	}
	if _, err := tx.Exec("DROP TRIGGER " + trigger); err != nil {
		return translate(err)
	}
	if err := f(); err != nil {
		return err
	}
	_, err := tx.Exec(made)
	return translate(err)
}
