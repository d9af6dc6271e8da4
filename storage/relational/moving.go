package relational

import (
	"errors"

	"jianbao/review"
)

// Moving tells which database is being copied into this one, as SetMoving was
// told; "" for a database that is whole.
func (tx *Tx) Moving() (source string, err error) {
	rows, err := tx.query("SELECT source FROM moving WHERE id = 1")
	if err != nil {
		return "", err
	}
	defer rows.Close()
	if rows.Next() {
		err = rows.Scan(&source)
	}
	return source, tx.dialect.Translate(errors.Join(err, rows.Err()))
}

// SetMoving marks a database that another one is being copied into; with "" it
// is whole. It returns review.ErrExists for one that is marked.
func (tx *Tx) SetMoving(source string) error {
	if source == "" {
		_, err := tx.exec("moving", "DELETE FROM moving WHERE id = 1")
		return err
	}
	n, err := tx.exec("moving", insertion("moving", []string{"id", "source"}, []string{"1", "$1"}, unlessThere), source)
	if err == nil && n == 0 {
		err = review.ErrExists
	}
	return err
}
