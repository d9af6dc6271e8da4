package move

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"jianbao/review"
	"jianbao/storage/relational"
)

// Check returns a *Problem with CodeUnfinished for a database that another one
// has not been wholly copied into. Nobody may work there.
func Check(ctx context.Context, store review.Store) error {
	return store.View(ctx, func(tx review.Tx) error {
		t, ok := tx.(*relational.Tx)
		if !ok {
			return nil // nothing is copied into memory
		}
		source, err := t.Moving()
		if err == nil && source != "" {
			err = problem(CodeUnfinished)
		}
		return err
	})
}

// begin marks an empty target, or finds the mark of an earlier try.
func (c *carrier) begin(ctx context.Context) error {
	return into(ctx, c.To, func(to *relational.Tx) error {
		source, err := to.Moving()
		switch {
		case err != nil:
			return err
		case source == c.moment.origin:
			c.report.Resumed = true
			return nil
		case source != "":
			return problem(CodeOther)
		}
		if err := c.fresh(to); err != nil {
			return err
		}
		return to.SetMoving(c.moment.origin)
	})
}

// fresh refuses a target that is not marked and holds anything.
func (c *carrier) fresh(to *relational.Tx) error {
	theirs, err := origin(to)
	switch {
	case err != nil && !errors.Is(err, review.ErrDamaged):
		return err
	case err == nil && theirs == c.moment.origin:
		return problem(CodeDone)
	}
	for _, t := range relational.Tables() {
		n, err := to.Count(t)
		if err == nil && n > 0 {
			err = problem(CodeTaken)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// compare holds the copy against what was read from the source.
func (j Job) compare(ctx context.Context, want moment) error {
	err := j.To.View(ctx, func(tx review.Tx) error {
		to, err := raw(tx)
		if err != nil {
			return err
		}
		all, err := rowsIn(to)
		if err != nil {
			return err
		}
		p := Progress{Stage: Comparing, All: all}
		for _, t := range carried() {
			if err := j.compareTable(ctx, to, t, want, &p); err != nil {
				return err
			}
		}
		return head(to, want)
	})
	return ofTarget(err)
}

func (j Job) compareTable(ctx context.Context, to *relational.Tx, t relational.Table, want moment, p *Progress) error {
	var got content
	p.Table = t.Name
	err := pages(to, t, func(page []relational.Row) error {
		got.add(page)
		p.Done += int64(len(page))
		j.tell(*p)
		return ctx.Err()
	})
	if err == nil && got != *want.tables[t.Name] {
		err = unlike(t.Name, strconv.FormatInt(want.tables[t.Name].rows, 10), strconv.FormatInt(got.rows, 10))
	}
	return err
}

// head compares the heads of the chains.
func head(to *relational.Tx, want moment) error {
	newest, err := to.Events().Last()
	if err == nil && (newest.Seq != want.newest.Seq || newest.Hash != want.newest.Hash) {
		err = unlike("events", fmt.Sprintf("%d %s", want.newest.Seq, want.newest.Hash), fmt.Sprintf("%d %s", newest.Seq, newest.Hash))
	}
	return err
}

func unlike(table, want, got string) *Problem {
	return problem(CodeUnlike, "table", table, "want", want, "got", got)
}

// finish takes the mark away, unless somebody wrote there after all.
func (j Job) finish(ctx context.Context, want moment) error {
	return into(ctx, j.To, func(to *relational.Tx) error {
		source, err := to.Moving()
		if err == nil && source != want.origin {
			err = problem(CodeOther)
		}
		if err != nil {
			return err
		}
		for _, t := range carried() {
			n, err := to.Count(t)
			if err == nil && n != want.tables[t.Name].rows {
				err = unlike(t.Name, strconv.FormatInt(want.tables[t.Name].rows, 10), strconv.FormatInt(n, 10))
			}
			if err != nil {
				return err
			}
		}
		if err := head(to, want); err != nil {
			return err
		}
		return to.SetMoving("")
	})
}

// into writes to a target.
func into(ctx context.Context, store review.Store, f func(*relational.Tx) error) error {
	err := store.Atomically(ctx, func(tx review.Tx) error {
		to, err := raw(tx)
		if err != nil {
			return err
		}
		return f(to)
	})
	return ofTarget(err)
}

// ofTarget says of an error that it is the target's where that matters.
func ofTarget(err error) error {
	code := ""
	switch {
	case errors.Is(err, review.ErrDamaged):
		code = CodeBroken
	case errors.Is(err, review.ErrDenied):
		code = CodeRights
	default:
		return err
	}
	p := problem(code, "detail", err.Error())
	p.Err = err
	return p
}
