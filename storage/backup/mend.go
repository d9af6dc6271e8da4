package backup

import (
	"context"
	"errors"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/sqlite"
)

// Mended is what Mend did.
type Mended struct {
	Texts []doc.Hash // put right
	Left  []doc.Hash // in no backup as they were written
	From  []string   // names of the copies they came from
}

// Damaged returns the hashes of the texts that are gone or not what was written.
func (k *Keeper) Damaged(ctx context.Context) ([]doc.Hash, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.source == nil {
		return nil, nil
	}
	return k.source.DamagedTexts(ctx)
}

// Mend looks in the copies, newest first, for the texts that are damaged in the
// database, and puts right those that a copy holds exactly as they were
// written. That is recorded as an event of who. Nothing sound is touched.
func (k *Keeper) Mend(ctx context.Context, who review.PersonID) (Mended, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.source == nil {
		return Mended{}, problem(CodeMemory, nil)
	}
	var m Mended
	var err error
	if m.Left, err = k.source.DamagedTexts(ctx); err != nil {
		return m, err
	}
	copies, err := k.Copies()
	if err != nil {
		return m, err
	}
	for _, c := range copies {
		if len(m.Left) == 0 {
			break
		}
		if err := k.mendFrom(ctx, c, who, &m); err != nil {
			return m, err
		}
	}
	return m, nil
}

// mendFrom takes what one copy has. A copy that is damaged elsewhere may still
// hold a text; one that cannot be read is passed over.
func (k *Keeper) mendFrom(ctx context.Context, c Copy, who review.PersonID, m *Mended) error {
	store, err := sqlite.OpenCopy(c.Path)
	if err != nil {
		return ctx.Err()
	}
	defer store.Close() // only read from
	var bodies [][]byte
	var found, left []doc.Hash
	for _, hash := range m.Left {
		body, err := store.Text(ctx, hash)
		if err != nil {
			left = append(left, hash)
			continue
		}
		found, bodies = append(found, hash), append(bodies, body)
	}
	if len(found) == 0 {
		return ctx.Err()
	}
	err = k.source.MendTexts(ctx, bodies, func(tx review.Tx) error { return review.RecordMend(tx, k.now(), who, found, c.Name()) })
	if err != nil {
		return errors.Join(err, ctx.Err())
	}
	m.Texts, m.Left, m.From = append(m.Texts, found...), left, append(m.From, c.Name())
	return nil
}
