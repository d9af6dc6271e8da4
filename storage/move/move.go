// Package move owns the copying of a whole database into an empty one, maybe of
// another engine: row by row with its sums, from one moment of the source, to be
// taken up again wherever it was stopped, and compared when all is there. It does
// not own the statements (see relational), nor what makes a database sound (see
// review.Desk.Verify).
package move

import (
	"context"
	"errors"

	"jianbao/review"
	"jianbao/storage/relational"
)

// Job says what is copied where. The source is only read, in one snapshot, so
// that a desk that goes on writing there does no harm. Until Run has returned
// nil, the target is marked: see Check.
type Job struct {
	From, To review.Store
	// Verify reads and hashes a whole database again as the program does, and
	// tells how many of all drafts it looked at.
	Verify func(ctx context.Context, store review.Store, along func(done, all int)) (review.Report, error)
	Along  func(Progress) // told how far it is; nil for nobody
}

// Stage is a part of the work.
type Stage string

// The stages, in their order.
const (
	Copying   Stage = "copying"   // rows
	Comparing Stage = "comparing" // rows
	Verifying Stage = "verifying" // drafts
)

// Progress is how far a job is.
type Progress struct {
	Stage     Stage
	Table     string // while copying and comparing
	Done, All int64
}

// Count is how many rows of a table there are.
type Count struct {
	Table string
	Rows  int64
}

// Report is what was copied and found sound.
type Report struct {
	Tables   []Count
	Rows     int64        // of all tables
	Added    int64        // those that were not there from an earlier try
	Resumed  bool         // an earlier try had begun
	Newest   review.Event // of the moment that was copied: the head of the chain
	Verified review.Report
}

// Run copies, compares and verifies. Stopped at any point, it goes on when it is
// run again. It returns a *Problem, or what the stores return; whatever it
// returns, the source is as it was.
func (j Job) Run(ctx context.Context) (Report, error) {
	if same(j.From, j.To) {
		return Report{}, &Problem{Code: CodeSame}
	}
	var want moment
	var r Report
	err := j.From.View(ctx, func(tx review.Tx) (err error) {
		want, r, err = j.carry(ctx, tx)
		return err
	})
	if damage := new(sourceDamage); errors.As(err, &damage) {
		return r, j.damaged(ctx, damage)
	}
	for _, step := range []func() error{
		func() error { return err },
		func() error { return j.compare(ctx, want) },
		func() error { return j.verify(ctx, &r) },
		func() error { return j.finish(ctx, want) },
	} {
		if err := step(); err != nil {
			return r, err
		}
	}
	return r, nil
}

func (j Job) tell(p Progress) {
	if j.Along != nil {
		j.Along(p)
	}
}

// identified is a store that knows which database it is.
type identified interface{ Identity() string }

// same reports whether both stores are one database on a server.
func same(a, b review.Store) bool {
	first, ok1 := a.(identified)
	second, ok2 := b.(identified)
	return ok1 && ok2 && first.Identity() == second.Identity()
}

// verify has the copy read and hashed again as the program does.
func (j Job) verify(ctx context.Context, r *Report) (err error) {
	r.Verified, err = j.Verify(ctx, j.To, func(done, all int) { j.tell(Progress{Verifying, "", int64(done), int64(all)}) })
	if err == nil && len(r.Verified.Findings) > 0 {
		err = found(CodeUnsound, r.Verified.Findings)
	}
	return err
}

// damaged names everything in the source that is not what was written.
func (j Job) damaged(ctx context.Context, damage error) error {
	findings, err := j.From.Check(ctx)
	if err != nil {
		return errors.Join(err, damage)
	}
	p := found(CodeDamaged, findings)
	p.Err = damage
	return p
}

// raw is the transaction of a store that keeps its records in tables.
func raw(tx review.Tx) (*relational.Tx, error) {
	if t, ok := tx.(*relational.Tx); ok {
		return t, nil
	}
	return nil, &Problem{Code: CodeMemory}
}
