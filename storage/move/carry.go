package move

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"slices"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/relational"
)

// moment is what a database holds at one moment.
type moment struct {
	origin string
	newest review.Event
	tables map[string]*content
}

// sourceDamage is an error that the source gave for what it holds.
type sourceDamage struct{ error }

// Unwrap returns what is damaged.
func (e *sourceDamage) Unwrap() error { return e.error }

// carrier copies out of one snapshot.
type carrier struct {
	Job
	from      *relational.Tx
	moment    moment
	report    Report
	done, all int64
}

// carry copies everything that tx sees.
func (j Job) carry(ctx context.Context, tx review.Tx) (moment, Report, error) {
	from, err := raw(tx)
	if err != nil {
		return moment{}, Report{}, err
	}
	c := &carrier{Job: j, from: from, moment: moment{tables: map[string]*content{}}}
	for _, step := range []func(context.Context) error{c.survey, c.begin, c.tables} {
		if err := step(ctx); err != nil {
			return c.moment, c.report, err
		}
	}
	return c.moment, c.report, nil
}

// survey reads whose copy this will be and how much there is.
func (c *carrier) survey(context.Context) (err error) {
	if err := c.whole(); err != nil {
		return err
	}
	if c.moment.origin, err = origin(c.from); err != nil {
		return ofSource(err)
	}
	if c.moment.origin == "" {
		return problem(CodeNothing)
	}
	if c.moment.newest, err = c.from.Events().Last(); err != nil {
		return ofSource(err)
	}
	c.report.Newest = c.moment.newest
	c.all, err = rowsIn(c.from)
	return err
}

// rowsIn counts what is copied.
func rowsIn(tx *relational.Tx) (all int64, err error) {
	for _, t := range carried() {
		n, err := tx.Count(t)
		if err != nil {
			return 0, err
		}
		all += n
	}
	return all, nil
}

// whole refuses a source that is itself being filled.
func (c *carrier) whole() error {
	source, err := c.from.Moving()
	if err == nil && source != "" {
		err = problem(CodeHalf)
	}
	return err
}

// origin tells whose copies two databases are: the hash of the first event of
// the chain, "" if there is none.
func origin(tx *relational.Tx) (string, error) {
	tables := carried()
	events := tables[slices.IndexFunc(tables, func(t relational.Table) bool { return t.Name == "events" })]
	first, err := tx.Rows(events, nil, 1)
	if err != nil || len(first) == 0 {
		return "", err
	}
	return string(doc.HashOf(first[0].Record)), nil
}

func ofSource(err error) error {
	if errors.Is(err, review.ErrDamaged) {
		return &sourceDamage{err}
	}
	return err
}

func (c *carrier) tables(ctx context.Context) error {
	for _, t := range carried() {
		if err := c.table(ctx, t); err != nil {
			return err
		}
	}
	return nil
}

func (c *carrier) table(ctx context.Context, t relational.Table) error {
	if kinds[t.Name] == passing { // what is there may stand in the way of what came later
		if err := into(ctx, c.To, func(to *relational.Tx) error { return to.Empty(t) }); err != nil {
			return err
		}
	}
	held := &content{}
	c.moment.tables[t.Name] = held
	var failed error
	err := pages(c.from, t, func(page []relational.Row) error {
		held.add(page)
		failed = c.put(ctx, t, page)
		return failed
	})
	if err != nil && failed == nil {
		return ofSource(err)
	}
	c.report.Tables = append(c.report.Tables, Count{t.Name, held.rows})
	c.report.Rows += held.rows
	return err
}

// put writes rows in one transaction.
func (c *carrier) put(ctx context.Context, t relational.Table, page []relational.Row) error {
	var added int64
	err := into(ctx, c.To, func(to *relational.Tx) (err error) {
		added, err = to.PutRows(t, page)
		if err != nil || added == int64(len(page)) {
			return err
		}
		return update(to, t, page)
	})
	if err != nil {
		return err
	}
	c.report.Added += added
	c.done += int64(len(page))
	c.tell(Progress{Copying, t.Name, c.done, c.all})
	return ctx.Err()
}

// update makes the rows of an earlier try what they are now.
func update(to *relational.Tx, t relational.Table, page []relational.Row) error {
	keys := make([][]any, len(page))
	for i, row := range page {
		keys[i] = row.Key
	}
	there, err := to.RowsOf(t, keys)
	if err != nil {
		return err
	}
	records := map[string][]byte{}
	for _, row := range there {
		records[fmt.Sprintf("%q", row.Key)] = row.Record
	}
	for _, row := range page {
		record, ok := records[fmt.Sprintf("%q", row.Key)]
		switch {
		case ok && bytes.Equal(record, row.Record):
			continue
		case !ok || kinds[t.Name] == lasting:
			return problem(CodeChanged, "table", t.Name, "row", fmt.Sprint(row.Key...))
		}
		if err := to.ReplaceRow(t, row); err != nil {
			return err
		}
	}
	return nil
}
