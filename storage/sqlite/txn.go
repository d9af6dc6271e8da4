package sqlite

import (
	"database/sql"

	"jianbao/review"
)

// txn implements review.Tx.
type txn struct{ *sql.Tx }

// People implements review.Tx.
func (tx txn) People() review.PersonStore { return people{tx.Tx} }

// Series implements review.Tx.
func (tx txn) Series() review.SeriesStore { return series{tx.Tx} }

// Drafts implements review.Tx.
func (tx txn) Drafts() review.DraftStore { return drafts{tx.Tx} }

// Revisions implements review.Tx.
func (tx txn) Revisions() review.RevisionStore { return revisions{tx.Tx} }

// Workings implements review.Tx.
func (tx txn) Workings() review.WorkingStore { return workings{tx.Tx} }

// SignOffs implements review.Tx.
func (tx txn) SignOffs() review.SignOffStore { return signOffs{tx.Tx} }

// Demands implements review.Tx.
func (tx txn) Demands() review.DemandStore { return demands{tx.Tx} }

// Comments implements review.Tx.
func (tx txn) Comments() review.CommentStore { return comments{tx.Tx} }

// Decisions implements review.Tx.
func (tx txn) Decisions() review.DecisionStore { return decisions{tx.Tx} }

// Looks implements review.Tx.
func (tx txn) Looks() review.LookStore { return looks{tx.Tx} }

// Ledger implements review.Tx.
func (tx txn) Ledger() review.LedgerStore { return ledger{tx.Tx} }

// Events implements review.Tx.
func (tx txn) Events() review.EventStore { return events{tx.Tx} }

// Items implements review.Tx.
func (tx txn) Items() review.ItemStore { return items{tx.Tx} }

// Dismissals implements review.Tx.
func (tx txn) Dismissals() review.DismissalStore { return dismissals{tx.Tx} }

// Tallies implements review.Tx.
func (tx txn) Tallies() review.TallyStore { return tallies{tx.Tx} }

// Steps implements review.Tx.
func (tx txn) Steps() review.StepStore { return steps{tx.Tx} }

// Keys implements review.Tx.
func (tx txn) Keys() review.KeyStore { return keys{tx.Tx} }

// Signatures implements review.Tx.
func (tx txn) Signatures() review.SignatureStore { return signatures{tx.Tx} }

// Tries implements review.Tx.
func (tx txn) Tries() review.TriesStore { return tries{tx.Tx} }
