package compose

import (
	"context"
	"crypto/rand"
	"errors"
	"slices"
	"sync"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/journal"
)

// courier takes the unsaved copy of one draft to the journal and from there to
// the store. Its own copies it knows again: one in the store that is none of them
// was written by this person at another place, and stands aside before it is
// replaced.
type courier struct {
	journal *journal.Journal
	shell   Shell
	draft   review.DraftID
	writing string // this sitting
	person  review.PersonID

	mu   sync.Mutex
	own  []doc.Hash // the copies that the store may have, oldest first
	sure bool       // the store has the one sent last
}

// newCourier returns nil where there is no journal.
func newCourier(shell Shell, draft review.DraftID) *courier {
	if shell.Journal() == nil {
		return nil
	}
	return &courier{journal: shell.Journal(), shell: shell, draft: draft, writing: rand.Text()}
}

// begin says who writes, and which unsaved copy in the store is the one that
// this sitting goes on from, if there is one.
func (c *courier) begin(who review.PersonID, mine *review.Working) {
	if c == nil {
		return
	}
	c.person = who
	if mine == nil {
		return
	}
	if hash, err := doc.TextHash(mine.Text); err == nil {
		c.goOn(hash)
	}
}

// The copies remembered: those that the store may have from before it was cut
// off, and the last ones.
const firstCopies, mostCopies = 16, 64

// goOn remembers a copy and returns those before it.
func (c *courier) goOn(hash doc.Hash) (before []doc.Hash) {
	c.mu.Lock()
	defer c.mu.Unlock()
	before = slices.Clone(c.own)
	if len(c.own) >= mostCopies {
		c.own = slices.Delete(c.own, firstCopies, firstCopies+1)
	}
	c.own = append(c.own, hash)
	return before
}

// put returns what keeps a text in the journal.
func (c *courier) put(shot snapshot) func() error {
	e := journal.Entry{Draft: c.draft, Person: c.person, Base: shot.base, Writing: c.writing,
		Edit: shot.edit, At: time.Now(), Text: shot.text}
	return func() error {
		hash, err := doc.TextHash(e.Text)
		if err != nil {
			return err
		}
		e.Follows = c.goOn(hash)
		return c.journal.Put(e)
	}
}

func (c *courier) drop(edit int) error {
	return c.journal.Drop(c.draft, c.person, c.writing, edit)
}

// alone runs a use case while nothing of the draft is on its way.
func (c *courier) alone(use func() error) error { return c.journal.Alone(c.draft, use) }

// deliver returns what takes the newest entry to the store.
func (c *courier) deliver() func() error {
	desk, who, person := c.shell.Desk(), c.shell.Actor(), c.person
	return func() error {
		return c.journal.Deliver(c.draft, person, func(e journal.Entry) error { return c.send(desk, who, e) })
	}
}

func (c *courier) send(desk *review.Desk, who review.Actor, e journal.Entry) error {
	ctx := context.Background()
	if !c.arrived(false, "") {
		if err := c.makeWay(ctx, desk, who, e); err != nil {
			return err
		}
	}
	hash, err := doc.TextHash(e.Text)
	if err != nil {
		return err
	}
	if err := desk.Autosave(ctx, who, c.draft, e.Base, e.Text); err != nil {
		return err
	}
	c.arrived(true, hash)
	return nil
}

// arrived notes whether the store surely has the copy sent last, and forgets the
// copies before that one. It reports what was so before.
func (c *courier) arrived(sure bool, last doc.Hash) (was bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	was, c.sure = c.sure, sure
	if i := slices.Index(c.own, last); i > 0 {
		c.own = c.own[i:]
	}
	return was
}

// makeWay sets aside an unsaved copy of this person's that was written elsewhere
// while the server was out of reach.
func (c *courier) makeWay(ctx context.Context, desk *review.Desk, who review.Actor, e journal.Entry) error {
	f, err := desk.Open(ctx, who, c.draft)
	if err != nil {
		return err
	}
	there := f.Working(e.Person)
	if there == nil || sameText(there.Text, e.Text) || follows(e, *there) {
		return nil
	}
	_, err = desk.SetAside(ctx, who, c.draft, there.Base, there.Text)
	return err
}

// follows reports whether an entry goes on from an unsaved copy.
func follows(e journal.Entry, w review.Working) bool {
	hash, err := doc.TextHash(w.Text)
	return err == nil && slices.Contains(e.Follows, hash)
}

// BroughtIn tells what became of unsaved copies that the journal had of earlier
// sittings.
type BroughtIn struct {
	Drafts []review.DraftID // whose copies are in the store now
	Aside  []review.DraftID // whose copies became revisions aside: the same person had written elsewhere since
}

// BringIn takes what earlier sittings left in the journal to the store: every
// unsaved copy of who, or that of one draft. What the store has already is
// dropped. It returns review.ErrLost and the other errors of the desk, of which
// none keeps the other copies from being brought in, and loses nothing.
func BringIn(ctx context.Context, j *journal.Journal, desk *review.Desk, who review.Actor, only review.DraftID) (BroughtIn, error) {
	var done BroughtIn
	if j == nil || who.Person().ID == "" {
		return done, nil
	}
	left, err := j.List()
	errs := []error{err}
	for _, e := range left {
		if e.Person == who.Person().ID && (only == "" || e.Draft == only) {
			errs = append(errs, j.Deliver(e.Draft, e.Person, func(e journal.Entry) error { return bringIn(ctx, desk, who, e, &done) }))
		}
	}
	return done, errors.Join(errs...)
}

func bringIn(ctx context.Context, desk *review.Desk, who review.Actor, e journal.Entry, done *BroughtIn) error {
	f, err := desk.Open(ctx, who, e.Draft)
	if err != nil {
		return err
	}
	there := f.Working(e.Person)
	switch {
	case there != nil && sameText(there.Text, e.Text), there == nil && isStored(f, e):
		return nil
	case there == nil || follows(e, *there):
		if err = desk.Autosave(ctx, who, e.Draft, e.Base, e.Text); err == nil {
			done.Drafts = append(done.Drafts, e.Draft)
		}
		return err
	}
	if _, err = desk.LayAside(ctx, who, e.Draft, e.Base, e.Text); err == nil {
		done.Aside = append(done.Aside, e.Draft)
	}
	return err
}

// isStored reports whether an entry is a revision already: the answer to that
// save was lost.
func isStored(f *review.File, e journal.Entry) bool {
	hash, err := doc.TextHash(e.Text)
	return err == nil && slices.ContainsFunc(f.Revisions, func(r review.RevisionInfo) bool {
		return r.Author == e.Person && r.TextHash == hash && r.Parent >= e.Base || r.Seq == e.Base && r.TextHash == hash
	})
}
