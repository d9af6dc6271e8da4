package relational

import (
	"fmt"

	"jianbao/review"
)

// Tx implements review.Tx.
type Tx struct {
	conn    Conn
	dialect Dialect
	needed  []review.DraftID // what was written belongs to them
	present map[review.DraftID]bool
	recall  *recall    // nil where nothing is remembered
	heard   *rehearsal // nil but in a rehearsal
}

// NewTx returns the store inside a transaction. Who began it also ends it; a
// writing one not without asking Settle, unless the engine does that itself
// (Dialect.ForeignKeys).
func NewTx(conn Conn, d Dialect) *Tx {
	tx := &Tx{conn: conn, dialect: d, present: map[review.DraftID]bool{}}
	if d.Far {
		tx.recall = newRecall()
	}
	return tx
}

// needs remembers that something written belongs to a draft, which may still
// come.
func (tx *Tx) needs(id review.DraftID) { tx.needed = append(tx.needed, id) }

// Settle returns review.ErrNotFound if something was written for a draft that
// is not there now, at the end of the transaction. It asks nothing about drafts
// that the transaction read or wrote.
func (tx *Tx) Settle() error {
	for _, id := range tx.needed {
		if tx.present[id] {
			continue
		}
		n, err := tx.number("SELECT count(*) FROM drafts WHERE id = $1", id)
		if err == nil && n == 0 {
			err = fmt.Errorf("%w: draft %q", review.ErrNotFound, id)
		}
		if err != nil {
			return err
		}
		tx.present[id] = true
	}
	tx.needed = nil
	return nil
}

// People implements review.Tx.
func (tx *Tx) People() review.PersonStore { return people{tx} }

// Series implements review.Tx.
func (tx *Tx) Series() review.SeriesStore { return series{tx} }

// Drafts implements review.Tx.
func (tx *Tx) Drafts() review.DraftStore { return drafts{tx} }

// Revisions implements review.Tx.
func (tx *Tx) Revisions() review.RevisionStore { return revisions{tx} }

// Workings implements review.Tx.
func (tx *Tx) Workings() review.WorkingStore { return workings{tx} }

// SignOffs implements review.Tx.
func (tx *Tx) SignOffs() review.SignOffStore { return signOffs{tx} }

// Demands implements review.Tx.
func (tx *Tx) Demands() review.DemandStore { return demands{tx} }

// Comments implements review.Tx.
func (tx *Tx) Comments() review.CommentStore { return comments{tx} }

// Decisions implements review.Tx.
func (tx *Tx) Decisions() review.DecisionStore { return decisions{tx} }

// Looks implements review.Tx.
func (tx *Tx) Looks() review.LookStore { return looks{tx} }

// Ledger implements review.Tx.
func (tx *Tx) Ledger() review.LedgerStore { return ledger{tx} }

// Events implements review.Tx.
func (tx *Tx) Events() review.EventStore { return events{tx} }

// Items implements review.Tx.
func (tx *Tx) Items() review.ItemStore { return items{tx} }

// Dismissals implements review.Tx.
func (tx *Tx) Dismissals() review.DismissalStore { return dismissals{tx} }

// Tallies implements review.Tx.
func (tx *Tx) Tallies() review.TallyStore { return tallies{tx} }

// Steps implements review.Tx.
func (tx *Tx) Steps() review.StepStore { return steps{tx} }

// Keys implements review.Tx.
func (tx *Tx) Keys() review.KeyStore { return keys{tx} }

// Signatures implements review.Tx.
func (tx *Tx) Signatures() review.SignatureStore { return signatures{tx} }

// Tries implements review.Tx.
func (tx *Tx) Tries() review.TriesStore { return tries{tx} }

// Sessions implements review.Tx.
func (tx *Tx) Sessions() review.SessionStore { return sessions{tx} }

// Leases implements review.Tx.
func (tx *Tx) Leases() review.LeaseStore { return leases{tx} }
