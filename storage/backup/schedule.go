package backup

import (
	"context"
	"strconv"
	"time"
)

// How often things are done while the program runs.
const (
	copyEvery     = 24 * time.Hour
	rehearseEvery = 7 * 24 * time.Hour
	lookEvery     = 30 * time.Minute
	tolerated     = 2 * copyEvery // how old the newest copy may be before the light turns red
)

// Due reports whether a copy should be made now: there is no sound one, it is a
// day old, or it is of the future, which says that the clock was set back.
func (k *Keeper) Due() bool {
	copies, err := k.Copies()
	newest, ok := newestSound(copies)
	return err != nil || !ok || stale(k.now(), newest.At, copyEvery)
}

// stale reports whether something done at a time is to be done again.
func stale(now, done time.Time, every time.Duration) bool {
	age := now.Sub(done)
	return age >= every || age < -time.Hour
}

// Tend does what is due: a copy, the readable texts with it, and the rehearsal
// of a restore. It returns the first thing that went wrong.
func (k *Keeper) Tend(ctx context.Context) error {
	if k.Due() {
		if _, err := k.Make(ctx); err != nil {
			return err
		}
		if err := k.Mirror(ctx); err != nil {
			return err
		}
	}
	s, err := k.load()
	if err != nil || !stale(k.now(), s.Rehearsed, rehearseEvery) {
		return err
	}
	return k.Rehearse(ctx)
}

// Run tends the copies until the context ends, and tells after each time how it
// went. Work at the database goes on meanwhile.
func (k *Keeper) Run(ctx context.Context, tell func(error)) {
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for {
		err := k.Tend(ctx)
		if ctx.Err() != nil {
			return
		}
		tell(err)
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Status is how the copies stand, as the light on the desk shows it.
type Status struct {
	Good      bool
	Code      string // of the sentence
	Args      map[string]string
	Folder    string
	Newest    Copy // the newest sound one; zero if there is none
	Copies    int
	Rehearsed time.Time
}

// Status tells how the copies stand, by what was last found.
func (k *Keeper) Status() Status {
	known, err := k.load()
	st := Status{Folder: k.folderOf(known), Rehearsed: known.Rehearsed}
	if err == nil && known.Failed != "" {
		return st.bad(CodeFailed, "detail", known.Failed, "at", known.FailedAt.Format("2006-1-2 15:04"))
	}
	copies, listErr := k.Copies()
	if err == nil {
		err = listErr
	}
	if err != nil {
		return st.bad(CodeFailed, "detail", err.Error(), "at", k.now().Format("2006-1-2 15:04"))
	}
	return k.judge(st, copies)
}

func (k *Keeper) judge(st Status, copies []Copy) Status {
	newest, ok := newestSound(copies)
	st.Newest, st.Copies = newest, len(copies)
	if !ok {
		return st.bad(CodeNone, "folder", st.Folder)
	}
	if first := copies[0]; !first.Sound && !first.Checked.IsZero() {
		return st.bad(CodeDamaged, "name", first.Name())
	}
	at := newest.At.Format("2006-1-2 15:04")
	if stale(k.now(), newest.At, tolerated) {
		return st.bad(CodeOld, "newest", at)
	}
	st.Good, st.Code = true, CodeGood
	st.Args = map[string]string{"newest": at, "count": strconv.Itoa(len(copies))}
	return st
}

func (st Status) bad(code string, args ...string) Status {
	p := problem(code, nil, args...)
	st.Code, st.Args = p.Code, p.Args
	return st
}
