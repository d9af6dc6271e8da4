package setup

import (
	"context"
	"strings"
	"sync/atomic"

	"jianbao/review"
	"jianbao/storage"
	"jianbao/storage/backup"
)

// Safety is what protects the database beyond itself.
type Safety struct {
	Backups *backup.Keeper  // nil where the work is in memory only, or on a server
	Reserve *backup.Reserve // nil likewise
	Kept    string          // the former database, where a restored one took its place at this start; else ""

	lacking string // code of why there is no keeper; "" where there is one
	full    atomic.Pointer[func()]
}

// OnFull has f called, on any goroutine, when the reserve was given up because
// the disk is full.
func (s *Safety) OnFull(f func()) { s.full.Store(&f) }

// protect prepares a database for being opened: a restored one that waits takes
// its place, and one that must be upgraded is copied first. Where that copy
// cannot be made, nothing is upgraded.
func protect(ctx context.Context, dsn string) (*Safety, error) {
	s := &Safety{lacking: lacking(dsn)}
	if s.lacking != "" {
		return s, nil
	}
	keeper, err := backup.For(dsn)
	if err != nil {
		return nil, err
	}
	if s.Kept, err = keeper.AdoptPending(ctx); err != nil {
		return nil, err
	}
	if err := keeper.BeforeUpgrade(ctx); err != nil {
		return nil, err
	}
	s.Backups = keeper
	s.Reserve = backup.NewReserve(dsn, func() {
		if f := s.full.Load(); f != nil {
			(*f)()
		}
	})
	return s, nil
}

// guard returns the store with the reserve behind it, and has copies made of it.
func (s *Safety) guard(store review.Store) review.Store {
	source, ok := store.(backup.Source)
	if !ok || s.Backups == nil {
		return store
	}
	s.Backups.Attach(source)
	return s.Reserve.Guard(store)
}

// Watch keeps copies and reserve as they should be until the context ends, and
// calls told each time it looked.
func (s *Safety) Watch(ctx context.Context, told func(error)) {
	if s.Backups == nil {
		return
	}
	s.Backups.Run(ctx, func(err error) {
		if held := s.Reserve.Hold(); err == nil {
			err = held
		}
		told(err)
	})
}

// Status is how the copies stand. In memory there are none, which is not good;
// those of a server are its administrator's, and are not seen from here.
func (s *Safety) Status() backup.Status {
	if s.Backups == nil {
		return backup.Status{Good: s.lacking == backup.CodeServer, Code: s.lacking}
	}
	return s.Backups.Status()
}

// Keeper is Backups, or the *backup.Problem that says why there is none.
func (s *Safety) Keeper() (*backup.Keeper, error) {
	if s.Backups == nil {
		return nil, &backup.Problem{Code: s.lacking}
	}
	return s.Backups, nil
}

// lacking is the code of why a database has no keeper of copies, or "".
func lacking(dsn string) string {
	switch {
	case dsn == storage.Memory:
		return backup.CodeMemory
	case strings.Contains(dsn, "://"):
		return backup.CodeServer
	}
	return ""
}

// check reports the copies that are not what was written.
func (s *Safety) check(ctx context.Context) ([]review.Finding, error) {
	if s.Backups == nil {
		return nil, nil
	}
	copies, err := s.Backups.Copies()
	if err != nil || len(copies) == 0 {
		return nil, err
	}
	if err := s.Backups.Check(ctx, copies[0]); ctx.Err() != nil {
		return nil, err
	}
	if copies, err = s.Backups.Copies(); err != nil {
		return nil, err
	}
	var found []review.Finding
	for _, c := range copies {
		if !c.Checked.IsZero() && !c.Sound {
			found = append(found, review.Finding{Code: backup.CodeDamaged, Args: map[string]string{"name": c.Name()}})
		}
	}
	return found, nil
}

// Backups returns the keeper of the copies of a database without opening it,
// which may not be possible any more. It returns a *backup.Problem for one in
// memory or on a server.
func Backups(o Options) (*backup.Keeper, error) {
	dsn, err := o.Database()
	if err != nil {
		return nil, err
	}
	if code := lacking(dsn); code != "" {
		return nil, &backup.Problem{Code: code}
	}
	return backup.For(dsn)
}
