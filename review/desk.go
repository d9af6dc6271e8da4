package review

import (
	"context"
	"maps"
	"slices"
	"time"
)

// Desk is the use cases: all that can be done to drafts, people, series and
// ledgers, with every rule enforced and every step recorded in the event chain.
type Desk struct {
	store   Store
	now     func() time.Time
	clock   func(Tx) (time.Time, error) // by which silence is judged
	cost    PINCost
	compare Comparer // nil: no change is critical

	proofreader Proofreader // nil: no finding stands in the way

	merger Merger // nil: what comes back in a packet is kept aside

	sealer  Sealer // nil: sign-offs are not signed
	version string // of the program, for what is signed
}

// Option changes how a Desk works.
type Option func(*Desk)

// WithClock makes the desk read the time from now, in the place of this machine's
// clock and of the store's.
func WithClock(now func() time.Time) Option {
	return func(d *Desk) {
		d.now = now
		d.clock = func(Tx) (time.Time, error) { return now(), nil }
	}
}

// WithPINCost sets what hashing a PIN costs; tests want it cheap.
func WithPINCost(c PINCost) Option { return func(d *Desk) { d.cost = c } }

// WithComparer makes the desk ask for critical changes to be ticked before a
// signature.
func WithComparer(c Comparer) Option { return func(d *Desk) { d.compare = c } }

// WithProofreader makes the desk warn of open errors before a signature, and
// count what became of findings.
func WithProofreader(p Proofreader) Option { return func(d *Desk) { d.proofreader = p } }

// NewDesk returns a desk on a store.
func NewDesk(store Store, options ...Option) *Desk {
	d := &Desk{store: store, now: time.Now, clock: Tx.Now, cost: DefaultPINCost}
	for _, o := range options {
		o(d)
	}
	return d
}

// Open returns the file of a draft as this person sees it.
func (d *Desk) Open(ctx context.Context, who Actor, id DraftID) (*File, error) {
	var f *File
	err := d.store.View(ctx, func(tx Tx) (err error) {
		f, err = d.load(tx, id, who.person.ID)
		return err
	})
	return f, err
}

// List returns drafts, last updated first; where some are damaged, the sound
// ones together with ErrDamaged.
func (d *Desk) List(ctx context.Context, filter DraftFilter) ([]Draft, error) {
	var list []Draft
	err := d.store.View(ctx, func(tx Tx) (err error) {
		list, err = tx.Drafts().List(filter)
		return err
	})
	return list, err
}

// Find returns the one draft whose id is, or begins with, prefix. It returns
// ErrNotFound or ErrAmbiguous.
func (d *Desk) Find(ctx context.Context, prefix string) (Draft, error) {
	list, err := d.List(ctx, DraftFilter{Prefix: DraftID(prefix), Limit: 2})
	switch {
	case err != nil && len(list) == 0:
		return Draft{}, err
	case prefix == "" || len(list) == 0:
		return Draft{}, ErrNotFound
	case len(list) > 1 && list[0].ID != DraftID(prefix) && list[1].ID != DraftID(prefix):
		return Draft{}, ErrAmbiguous
	case len(list) > 1 && list[1].ID == DraftID(prefix):
		return list[1], nil
	}
	return list[0], nil
}

// Revision returns one revision with its text.
func (d *Desk) Revision(ctx context.Context, id DraftID, seq int) (Revision, error) {
	var rev Revision
	err := d.store.View(ctx, func(tx Tx) (err error) {
		rev, err = tx.Revisions().Get(id, seq)
		return err
	})
	return rev, err
}

// Line returns the revisions that led to the newest text, which comes last: each
// was made from the one before. Revisions aside are not among them.
func (d *Desk) Line(ctx context.Context, id DraftID) ([]Revision, error) {
	var line []Revision
	err := d.store.View(ctx, func(tx Tx) error {
		draft, err := tx.Drafts().Get(id)
		line = nil
		for seq := draft.Head; err == nil && seq > 0; seq = line[len(line)-1].Parent {
			var rev Revision
			if rev, err = tx.Revisions().Get(id, seq); err == nil {
				line = append(line, rev)
			}
		}
		return err
	})
	slices.Reverse(line)
	return line, err
}

// History returns what was done to a draft, oldest first.
func (d *Desk) History(ctx context.Context, id DraftID) ([]Event, error) {
	var events []Event
	err := d.store.View(ctx, func(tx Tx) (err error) {
		events, err = tx.Events().List(id)
		return err
	})
	return events, err
}

// work is one use case under way: the transaction, the file, who acts.
type work struct {
	*Desk
	tx   Tx
	file *File
	who  Actor
	at   time.Time
	hand PersonID // whose words are entered, where they are not those of who acts
}

// on runs a use case on a draft if the action is allowed.
func (d *Desk) on(ctx context.Context, a Action, who Actor, id DraftID, ask Ask, f func(*work) error) (*File, error) {
	return d.within(ctx, who, id, func(file *File) error { return file.Can(a, who, ask) }, f)
}

// within runs a use case on a draft: it reads the file, asks may, lets f do it,
// stores the draft and returns the file as it then is.
func (d *Desk) within(ctx context.Context, who Actor, id DraftID, may func(*File) error, f func(*work) error) (*File, error) {
	var after *File
	err := d.store.Atomically(ctx, func(tx Tx) error {
		file, err := d.load(tx, id, who.person.ID)
		if err != nil {
			return err
		}
		if err := may(file); err != nil {
			return err
		}
		w, before := &work{Desk: d, tx: tx, file: file, who: who, at: d.now()}, file.Draft
		if err := f(w); err != nil {
			return err
		}
		if err := w.turned(before); err != nil {
			return err
		}
		w.file.Draft.Updated = w.at
		if err := tx.Drafts().Update(w.file.Draft); err != nil {
			return err
		}
		after, err = d.load(tx, id, who.person.ID)
		return err
	})
	return after, err
}

// record adds an event about the draft; pairs are the detail's keys and values.
func (w *work) record(a Action, detail map[string]string) error {
	return record(w.tx, Event{At: w.at, Actor: w.who.person.ID, Draft: w.file.Draft.ID, Action: a, Detail: detail})
}

func record(tx Tx, e Event) error {
	last, err := tx.Events().Last()
	if err != nil {
		return err
	}
	e.Detail = maps.Clone(e.Detail)
	return tx.Events().Add(e.Seal(last))
}
