package review

import (
	"time"

	"jianbao/editor/doc"
)

// Lease (编辑权) is the right of one session to write in one article, so that two
// people do not write the same lines at once. It is held while its session lives.
// It spares people a merge and protects no text: what somebody writes without it
// is kept too, as a revision aside.
type Lease struct {
	Draft    DraftID
	Article  doc.ArticleID // "" for what is in no article: masthead and imprint
	Person   PersonID
	Session  SessionID
	Since    time.Time
	Wanted   PersonID // who asked for it; "" if nobody
	WantedAt time.Time
}

// Patience is how long a holder who was asked for a lease has to yield it before
// who asked may take it over.
const Patience = time.Minute

// wish is how long somebody's asking keeps others from asking.
const wish = 2 * Patience

// LeaseStore keeps leases, one for an article.
type LeaseStore interface {
	// List returns a draft's leases, or with "" all of them, by when they were
	// taken; those of dead sessions too.
	List(DraftID) ([]Lease, error)
	// Put adds or replaces the lease of the article.
	Put(Lease) error
	// Delete does nothing if there is none.
	Delete(DraftID, doc.ArticleID) error
}
