package relational

import (
	"fmt"

	"jianbao/editor/doc"
	"jianbao/review"
)

// texts is the table of texts: each once, under the hash of its bytes.
type texts struct{}

// putText stores a text unless it is there.
func putText(tx *Tx, hash doc.Hash, body []byte) error {
	_, err := tx.exec("texts", insertion("texts", []string{"hash", "body"}, placeholders(2), unlessThere), hash, body)
	return err
}

// textOf returns the bytes stored under a hash. A revision whose text is gone is
// damaged, not unknown.
func textOf(tx *Tx, hash doc.Hash) ([]byte, error) {
	var body []byte
	err := eachText(tx, "WHERE hash = $1", []any{hash}, func(_ doc.Hash, found []byte) { body = found })
	if err == nil && body == nil {
		err = fmt.Errorf("%w: no text %s", review.ErrDamaged, hash)
	}
	return body, err
}

func eachText(tx *Tx, tail string, args []any, f func(hash doc.Hash, body []byte)) error {
	rows, err := tx.query("SELECT hash, body FROM texts "+tail, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var hash doc.Hash
		var body []byte
		if err := rows.Scan(&hash, &body); err != nil {
			return tx.dialect.Translate(err)
		}
		f(hash, body)
	}
	return tx.dialect.Translate(rows.Err())
}

// audit reports the texts that do not hash to what they are stored under.
func (texts) audit(tx *Tx) (found []review.Finding, err error) {
	err = eachText(tx, "", nil, func(hash doc.Hash, body []byte) {
		if doc.HashOf(body) != hash {
			found = append(found, finding(CodeText, "hash", string(hash)))
		}
	})
	return found, err
}

// belongs is false: drafts may share a text.
func (texts) belongs() bool { return false }

func (texts) read(tx *Tx, tail string, args []any) (found []Row, err error) {
	var damage error
	err = eachText(tx, tail, args, func(hash doc.Hash, body []byte) {
		if doc.HashOf(body) != hash {
			damage = fmt.Errorf("%w: text %s", review.ErrDamaged, hash)
		}
		found = append(found, Row{[]any{string(hash)}, body})
	})
	if err == nil {
		err = damage
	}
	return found, err
}

func (texts) fill(row Row) ([]any, error) {
	hash := doc.HashOf(row.Record)
	if row.Key[0] != string(hash) {
		return nil, fmt.Errorf("%w: text %v", review.ErrDamaged, row.Key)
	}
	return []any{string(hash), row.Record}, nil
}
