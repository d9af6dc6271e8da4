package review

import (
	"context"
	"time"

	"jianbao/editor/doc"
)

// Store keeps everything Desk works with. Every method of Tx and its parts may
// return ErrDamaged (what is stored is not what was written), ErrBusy, ErrFull
// or ErrReadOnly besides what its comment names; a driver's own error is only
// ever wrapped behind one of these or passed on as unknown.
type Store interface {
	// View runs f on a snapshot: f sees no change made while it runs. Writing
	// through the Tx is an error.
	View(ctx context.Context, f func(Tx) error) error
	// Atomically runs f in one transaction: either everything f wrote is there
	// and on disk when it returns nil, or nothing is. Transactions behave as if
	// they ran one after another. f may be run more than once.
	Atomically(ctx context.Context, f func(Tx) error) error
	// Jot is Atomically for what only one person or session writes, such as an
	// unsaved copy: it need not wait its turn behind others.
	Jot(ctx context.Context, f func(Tx) error) error
	// Check reads everything the store keeps for itself (files, indexes) and
	// reports what is wrong with it. Hashes of contents are Desk.Verify's.
	Check(ctx context.Context) ([]Finding, error)
	// Close releases the store. Everything acknowledged is safe without it.
	Close() error
}

// Tx is a store inside a transaction. It must not be kept after f returns.
type Tx interface {
	People() PersonStore
	Series() SeriesStore
	Drafts() DraftStore
	Revisions() RevisionStore
	Workings() WorkingStore
	SignOffs() SignOffStore
	Demands() DemandStore
	Comments() CommentStore
	Decisions() DecisionStore
	Looks() LookStore
	Ledger() LedgerStore
	Events() EventStore
	Items() ItemStore
	Dismissals() DismissalStore
	Tallies() TallyStore
	Steps() StepStore
	Keys() KeyStore
	Signatures() SignatureStore
	Tries() TriesStore
	Sessions() SessionStore
	Leases() LeaseStore
	// Now returns the time by the store's own clock, which is the same for all
	// who share it, in UTC and whole milliseconds. It does not stand still within
	// a transaction.
	Now() (time.Time, error)
	// Together runs f, which only reads. A store that it is a long way to may run
	// f beforehand with a Tx of empty answers, to learn what f reads, and fetch all
	// of it at once: f had better read the same whatever it is answered.
	Together(f func(Tx) error) error
}

// PersonStore keeps people.
type PersonStore interface {
	// Get returns ErrNotFound for an unknown id.
	Get(PersonID) (Person, error)
	// List returns everybody, in the order they joined.
	List() ([]Person, error)
	// Put adds or replaces.
	Put(Person) error
}

// SeriesStore keeps series.
type SeriesStore interface {
	// Get returns ErrNotFound for an unknown id.
	Get(SeriesID) (Series, error)
	// List returns every series by name.
	List() ([]Series, error)
	// Put adds or replaces.
	Put(Series) error
}

// DraftFilter selects drafts; a zero field selects all.
type DraftFilter struct {
	Series SeriesID
	States []State
	Prefix DraftID // drafts whose id begins so; none for half a character or a NUL
	Limit  int
}

// DraftStore keeps drafts.
type DraftStore interface {
	// Get returns ErrNotFound for an unknown id.
	Get(DraftID) (Draft, error)
	// List returns what the filter selects, last updated first. Where some
	// records are damaged, the sound ones come back together with ErrDamaged, so
	// that one bad record does not hide the rest.
	List(DraftFilter) ([]Draft, error)
	// Add returns ErrExists if the id is taken.
	Add(Draft) error
	// Update replaces the record if its stored Version is the one given, and
	// stores Version+1; ErrStale if it is another, ErrNotFound if there is none.
	Update(Draft) error
}

// RevisionStore keeps revisions; there is no way to change or delete one.
type RevisionStore interface {
	// Add returns ErrExists if the draft has a revision with this Seq.
	Add(Revision) error
	// Get returns ErrNotFound, or ErrDamaged if the bytes do not hash to what
	// was written: damaged text is never returned as text.
	Get(DraftID, int) (Revision, error)
	// List returns what is known of a draft's revisions, oldest first.
	List(DraftID) ([]RevisionInfo, error)
}

// WorkingStore keeps what autosave wrote.
type WorkingStore interface {
	// Get returns ErrNotFound if the person has no unsaved copy.
	Get(DraftID, PersonID) (Working, error)
	// List returns every unsaved copy of a draft.
	List(DraftID) ([]Working, error)
	Put(Working) error
	// Delete does nothing if there is none.
	Delete(DraftID, PersonID) error
}

// SignOffStore keeps sign-offs; the only change is that one falls.
type SignOffStore interface {
	Add(SignOff) error
	// Fell marks a sign-off as fallen; ErrNotFound if there is none, no change
	// if it fell before.
	Fell(SignOff) error
	// List returns a draft's sign-offs, oldest first.
	List(DraftID) ([]SignOff, error)
}

// DemandStore keeps demands.
type DemandStore interface {
	Add(Demand) error
	// Update replaces; ErrNotFound if there is none.
	Update(Demand) error
	// List returns a draft's demands by number.
	List(DraftID) ([]Demand, error)
}

// CommentStore keeps comments.
type CommentStore interface {
	Add(Comment) error
	// Update replaces; ErrNotFound if there is none.
	Update(Comment) error
	// List returns a draft's comments, oldest first.
	List(DraftID) ([]Comment, error)
}

// DecisionStore keeps decisions; a later one about the same change stands
// beside the earlier one.
type DecisionStore interface {
	Add(Decision) error
	// List returns a draft's decisions, oldest first.
	List(DraftID) ([]Decision, error)
}

// LookStore remembers what each person last looked at.
type LookStore interface {
	// Get returns the last revision seen, or 0.
	Get(DraftID, PersonID) (int, error)
	Put(DraftID, PersonID, int) error
}

// LedgerStore keeps the ledgers.
type LedgerStore interface {
	// List returns a series' rows in the order they were written.
	List(SeriesID) (Ledger, error)
	// Deciding returns at least the rows that decide the next number of a year
	// and label (see Ledger.Next), in the order they were written: unlike List
	// it need not read a whole ledger.
	Deciding(id SeriesID, year int, label string) (Ledger, error)
	// Add returns ErrExists if a row of the series that uses its number up has
	// the same year, label and 期号, or the same non-zero 总期号. Rows that only
	// explain (Entry.Explains) forbid none; of them just an opening is forbidden.
	Add(Entry) error
	// Void turns the issue row of a draft into a void row; ErrNotFound if there
	// is none.
	Void(SeriesID, DraftID, string) error
}

// EventStore keeps the event chain.
type EventStore interface {
	// Last returns the newest event, or the zero Event.
	Last() (Event, error)
	// Add returns ErrStale unless the event follows the newest one.
	Add(Event) error
	// List returns a draft's events in order; "" means all.
	List(DraftID) ([]Event, error)
	// Since returns the events after the one numbered seq, in order.
	Since(seq int64) ([]Event, error)
}

// ItemStore keeps the registers.
type ItemStore interface {
	// Get returns ErrNotFound for an unknown id.
	Get(ItemID) (Item, error)
	// List returns every item in the order in which they were first put.
	List() ([]Item, error)
	// Put adds or replaces.
	Put(Item) error
	// Delete does nothing if there is none.
	Delete(ItemID) error
}

// DismissalStore keeps dismissals.
type DismissalStore interface {
	// List returns a series' dismissals, oldest first.
	List(SeriesID) ([]Dismissal, error)
	// Put adds or replaces.
	Put(Dismissal) error
}

// TallyStore keeps counts, one row for a rule of a series.
type TallyStore interface {
	// List returns a series' rows by rule.
	List(SeriesID) ([]Tally, error)
	// Put adds or replaces.
	Put(Tally) error
}

// StepStore keeps steps; a later one on the same sentence stands beside the
// earlier one.
type StepStore interface {
	Add(Step) error
	// List returns a draft's steps, oldest first.
	List(DraftID) ([]Step, error)
}

// KeyStore keeps the keys by which people sign.
type KeyStore interface {
	// Add returns ErrExists if the id is taken.
	Add(Key) error
	// Update replaces; ErrNotFound if there is none. A key that ended stays as
	// it is, and no key gets other public halves: ErrExists.
	Update(Key) error
	// List returns a person's keys, or with "" everybody's, oldest first.
	List(PersonID) ([]Key, error)
}

// SignatureStore keeps signatures; there is no way to change or delete one.
type SignatureStore interface {
	// Add returns ErrExists if the sign-off has a signature.
	Add(Signature) error
	// Last returns the newest signature, the zero one if there is none.
	Last() (Signature, error)
	// List returns a draft's signatures, or with "" all of them, oldest first.
	List(DraftID) ([]Signature, error)
}

// TriesStore keeps how often PINs were given wrongly.
type TriesStore interface {
	// Get returns a zero count for somebody who never failed.
	Get(PersonID) (Tries, error)
	// Put adds or replaces.
	Put(Tries) error
}

// Finding is one thing wrong with what is stored. Code names the sentence.
type Finding struct {
	Code  string            `json:"code"`
	Draft DraftID           `json:"draft,omitempty"`
	Args  map[string]string `json:"args,omitempty"`
}

// headText reads the newest revision of a draft.
func headText(tx Tx, d Draft) (doc.Bulletin, Revision, error) {
	rev, err := tx.Revisions().Get(d.ID, d.Head)
	return rev.Text, rev, err
}
