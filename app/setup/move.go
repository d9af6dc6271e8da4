package setup

import (
	"context"
	"errors"

	"jianbao/app/secret"
	"jianbao/review"
	"jianbao/storage"
	"jianbao/storage/move"
)

// Moving says which database is copied where, by the names that Options takes.
type Moving struct {
	From, To  string
	Passwords secret.Keyring  // of logins to servers; nil for none
	Desk      []review.Option // how the desk that verifies works; tests use it
	Along     func(move.Progress)
}

// Move copies a whole database into an empty one, which is made if there is
// none; the built-in series are not put there first. It returns what
// storage.OpenToRead, storage.OpenCurrent and move.Job.Run return.
func Move(ctx context.Context, m Moving) (r move.Report, err error) {
	switch {
	case m.From == storage.Memory, m.To == storage.Memory:
		return r, &move.Problem{Code: move.CodeMemory}
	case storage.SameFile(m.From, m.To):
		return r, &move.Problem{Code: move.CodeSame}
	}
	reach := Options{Passwords: m.Passwords}.Reach()
	from, err := storage.OpenToRead(ctx, m.From, reach...)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, from.Close()) }()
	to, err := storage.OpenCurrent(ctx, m.To, reach...)
	if err != nil {
		return r, err
	}
	defer func() { err = errors.Join(err, to.Close()) }()
	return move.Job{From: from, To: to, Verify: m.verify, Along: m.Along}.Run(ctx)
}

// verify is Program.Verify for a database in which nobody works yet.
func (m Moving) verify(ctx context.Context, store review.Store, along func(done, all int)) (review.Report, error) {
	return review.NewDesk(store, deskOptions(m.Desk)...).VerifyAlong(ctx, "", along)
}
