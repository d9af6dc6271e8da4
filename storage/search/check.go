package search

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"

	"jianbao/review"
	"jianbao/review/find"
)

// CodeIndex is the code of what Check finds: the index is damaged or does not
// agree with the texts; no text is concerned, and it can be made anew: detail.
const CodeIndex = "search.index"

// Codes lists every code of this package.
func Codes() []string { return []string{CodeIndex} }

// probes is how many texts Check looks up in the index.
const probes = 200

// Check implements find.Finder: SQLite's own check of the file, the sums over all
// that is in it, every entry against the store, and a sample of texts against
// what the index finds. That there is no index yet is nothing wrong. What is wrong
// stays as it is.
func (x *Index) Check(ctx context.Context) ([]review.Finding, error) {
	if err := x.lock(ctx); err != nil {
		return nil, err
	}
	defer x.unlock()
	if x.db == nil {
		switch err := recognise(x.path); {
		case errors.Is(err, fs.ErrNotExist):
			return nil, nil
		case err != nil:
			return damaged(err), nil
		}
	}
	var wrong fault
	err := x.check(ctx)
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case errors.As(err, &wrong):
		x.release() // the file is as it was found
		return damaged(wrong), nil
	}
	return nil, err
}

func damaged(err error) []review.Finding {
	return []review.Finding{{Code: CodeIndex, Args: map[string]string{"detail": err.Error()}}}
}

// check returns a fault for what is wrong.
func (x *Index) check(ctx context.Context) error {
	if err := x.ready(ctx); err != nil {
		return faulty(err)
	}
	var said string
	if err := x.db.QueryRowContext(ctx, "PRAGMA integrity_check(1)").Scan(&said); err != nil {
		return faulty(err)
	}
	if said != "ok" {
		return faulty(errors.New(said))
	}
	if err := x.checkLists(ctx); err != nil {
		return faulty(err)
	}
	if err := x.refresh(); err != nil {
		return err
	}
	return x.store.View(ctx, func(tx review.Tx) error { return x.checkTexts(ctx, tx) })
}

// checkLists reads every list. None may have changed, and none be gone.
func (x *Index) checkLists(ctx context.Context) error {
	rows, err := x.db.QueryContext(ctx, "SELECT key, list FROM lists")
	if err != nil {
		return err
	}
	defer rows.Close()
	var count, total int64
	for rows.Next() {
		var key int64
		var stored sql.RawBytes
		if err := rows.Scan(&key, &stored); err != nil {
			return err
		}
		_, sum, err := unsealed(key, stored)
		if err != nil {
			return err
		}
		count, total = count+1, total+int64(sum)
	}
	if k := x.shelf.known; rows.Err() == nil && (count != k.lists || total != k.sum) {
		return errLost
	}
	return rows.Err()
}

// checkTexts reads the entries' texts again, and looks some of them up.
func (x *Index) checkTexts(ctx context.Context, tx review.Tx) error {
	r, err := find.NewReader(tx)
	if err != nil {
		return err
	}
	drafts, err := r.Drafts()
	if err != nil {
		return err
	}
	for i, d := range drafts {
		t, sound, err := r.Text(d, d.Head)
		if err != nil {
			return err
		}
		e := x.shelf.newest[d.ID]
		if !sound {
			continue
		}
		if e == nil || e.Card != t.Card {
			return errDisagrees
		}
		if i%(len(drafts)/probes+1) == 0 {
			if err := x.probe(ctx, e, t); err != nil {
				return err
			}
		}
	}
	return nil
}

// probe looks for the first characters of a text's longest part.
func (x *Index) probe(ctx context.Context, e *entry, t find.Text) error {
	var longest find.Part
	for _, p := range t.Parts {
		if len(p.Text) > len(longest.Text) {
			longest = p
		}
	}
	folded := []rune(find.Fold(longest.Text))
	if len(folded) == 0 {
		return nil
	}
	rows, err := x.rows(ctx, longest.Field, []string{string(folded[:min(len(folded), 12)])})
	if err == nil && !rows.has(e.number) {
		return errDisagrees
	}
	return err
}
