package memory

import (
	"fmt"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/record"
)

// state is everything stored at one moment. States are copied, never changed
// once they are the store's.
type state struct {
	people     table[review.PersonID]
	series     table[review.SeriesID]
	drafts     table[review.DraftID]
	texts      table[doc.Hash]
	revisions  table[nth[review.DraftID]]
	workings   table[handKey]
	signOffs   table[partKey]
	demands    table[partKey]
	comments   table[partKey]
	decisions  table[nth[review.DraftID]]
	looks      table[handKey]
	ledger     table[nth[review.SeriesID]]
	events     table[nth[review.DraftID]]
	items      table[review.ItemID]
	dismissals table[dismissalKey]
	tallies    table[ruleKey]
	steps      table[nth[review.DraftID]]
	keys       table[review.KeyID]
	signatures table[partKey]
	tries      table[review.PersonID]
	sessions   table[review.SessionID]
	leases     table[partKey]
}

// handKey names what one person has of one draft.
type handKey struct {
	draft  review.DraftID
	person review.PersonID
}

// partKey names a record that has an id of its own within a draft.
type partKey struct {
	draft review.DraftID
	id    string
}

// nth names the n-th record of a draft or a series.
type nth[Parent comparable] struct {
	parent Parent
	n      int64
}

// txn implements review.Tx on a state.
type txn struct {
	state *state
	owner *owner // nil in a View
	named []review.DraftID
}

// end forbids writing through a Tx that was kept.
func (tx *txn) end() { tx.owner = nil }

// names remembers that something written belongs to a draft.
func (tx *txn) names(d review.DraftID) { tx.named = append(tx.named, d) }

// checkDrafts returns review.ErrNotFound if something was written for a draft
// that is not there when the transaction ends.
func (tx *txn) checkDrafts() error {
	for _, id := range tx.named {
		if _, ok := tx.state.drafts.rows[id]; !ok {
			return fmt.Errorf("%w: draft %q", review.ErrNotFound, id)
		}
	}
	return nil
}

// People implements review.Tx.
func (tx *txn) People() review.PersonStore { return people{tx} }

// Series implements review.Tx.
func (tx *txn) Series() review.SeriesStore { return series{tx} }

// Drafts implements review.Tx.
func (tx *txn) Drafts() review.DraftStore { return drafts{tx} }

// Revisions implements review.Tx.
func (tx *txn) Revisions() review.RevisionStore { return revisions{tx} }

// Workings implements review.Tx.
func (tx *txn) Workings() review.WorkingStore { return workings{tx} }

// SignOffs implements review.Tx.
func (tx *txn) SignOffs() review.SignOffStore { return signOffs{tx} }

// Demands implements review.Tx.
func (tx *txn) Demands() review.DemandStore { return demands{tx} }

// Comments implements review.Tx.
func (tx *txn) Comments() review.CommentStore { return comments{tx} }

// Decisions implements review.Tx.
func (tx *txn) Decisions() review.DecisionStore { return decisions{tx} }

// Looks implements review.Tx.
func (tx *txn) Looks() review.LookStore { return looks{tx} }

// Ledger implements review.Tx.
func (tx *txn) Ledger() review.LedgerStore { return ledger{tx} }

// Events implements review.Tx.
func (tx *txn) Events() review.EventStore { return events{tx} }

// Items implements review.Tx.
func (tx *txn) Items() review.ItemStore { return items{tx} }

// Dismissals implements review.Tx.
func (tx *txn) Dismissals() review.DismissalStore { return dismissals{tx} }

// Tallies implements review.Tx.
func (tx *txn) Tallies() review.TallyStore { return tallies{tx} }

// Steps implements review.Tx.
func (tx *txn) Steps() review.StepStore { return steps{tx} }

// Keys implements review.Tx.
func (tx *txn) Keys() review.KeyStore { return keys{tx} }

// Signatures implements review.Tx.
func (tx *txn) Signatures() review.SignatureStore { return signatures{tx} }

// Tries implements review.Tx.
func (tx *txn) Tries() review.TriesStore { return tries{tx} }

// Sessions implements review.Tx.
func (tx *txn) Sessions() review.SessionStore { return sessions{tx} }

// Leases implements review.Tx.
func (tx *txn) Leases() review.LeaseStore { return leases{tx} }

// Together implements review.Tx.
func (tx *txn) Together(f func(review.Tx) error) error { return f(tx) }

// Now implements review.Tx by this machine's clock.
func (tx *txn) Now() (time.Time, error) { return record.Time(time.Now()), nil }
