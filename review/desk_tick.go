package review

import (
	"context"
	"slices"
	"strconv"
)

// Tick (核对) records that the person whose turn it is has looked at one critical
// change. It returns ErrNotFound for a change that is not critical now; ticking
// twice changes nothing.
func (d *Desk) Tick(ctx context.Context, who Actor, id DraftID, change string) (*File, error) {
	return d.tick(ctx, ActTick, Checked, who, id, change)
}

// Untick takes a person's own tick back: he has yet to look at the change, and
// cannot sign before he has. It returns ErrNotFound for a change that is not
// critical now; where there is no tick it changes nothing.
func (d *Desk) Untick(ctx context.Context, who Actor, id DraftID, change string) (*File, error) {
	return d.tick(ctx, ActUntick, Unchecked, who, id, change)
}

func (d *Desk) tick(ctx context.Context, a Action, v Verdict, who Actor, id DraftID, change string) (*File, error) {
	return d.on(ctx, ActTick, who, id, Ask{}, func(w *work) error {
		f, me := w.file, who.person.ID
		critical := f.Delta(me).Critical
		i := slices.IndexFunc(critical, func(c Critical) bool { return c.Change == change })
		if i < 0 {
			return ErrNotFound
		}
		if f.Ticked(me, change) == (v == Checked) {
			return nil
		}
		tick := Decision{Draft: id, From: f.Basis(me), To: f.Head.Seq, Change: change, Verdict: v, By: me, At: w.at}
		if err := w.tx.Decisions().Add(tick); err != nil {
			return err
		}
		c := critical[i]
		return w.record(a, map[string]string{"change": change, "class": c.Class, "old": c.Old, "new": c.New,
			"from": strconv.Itoa(tick.From), "revision": strconv.Itoa(tick.To)})
	})
}
