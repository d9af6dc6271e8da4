package history

import (
	"fmt"
	"slices"
	"strings"

	"jianbao/editor/doc"
	"jianbao/review"
)

// The rows are what a reading and the model are compared by. Times are stamps.

type draftRow struct {
	ID      review.DraftID
	State   review.State
	Held    review.State
	Step    int
	Round   int
	Head    int
	Number  doc.Number
	Label   string
	Drafter review.PersonID
	Updated int
	Version int
}

type revisionRow struct {
	Seq    int
	Parent int
	Round  int
	Stage  review.Role
	Cause  review.Cause
	Author review.PersonID
	Hash   doc.Hash
	At     int
}

type signOffRow struct {
	Step     int
	Round    int
	Revision int
	Person   review.PersonID
	Hash     doc.Hash
	At       int
	Fell     review.Fall
	FellAt   int
}

type commentRow struct {
	At       int
	Revision int
	Author   review.PersonID
	Status   review.CommentStatus
	Closer   review.PersonID
	ClosedAt int
}

type demandRow struct {
	N          int
	Round      int
	Revision   int
	By         review.PersonID
	At         int
	Answer     review.Answer
	Answerer   review.PersonID
	AnsweredAt int
}

type ledgerRow struct {
	Kind   review.EntryKind
	Number doc.Number
	Label  string
	Draft  review.DraftID
	By     review.PersonID
	At     int
}

func draftOf(d review.Draft) draftRow {
	return draftRow{d.ID, d.State, d.HeldFrom, d.Step, d.Round, d.Head, d.Number, d.Label, d.Drafter, stampOf(d.Updated), d.Version}
}

func revisionOf(r review.RevisionInfo) revisionRow {
	return revisionRow{r.Seq, r.Parent, r.Round, r.Stage, r.Cause, r.Author, r.TextHash, stampOf(r.At)}
}

func signOffOf(s review.SignOff) signOffRow {
	return signOffRow{s.Step, s.Round, s.Revision, s.Person, s.TextHash, stampOf(s.At), s.Fell, stampOf(s.FellAt)}
}

func commentOf(c review.Comment) commentRow {
	return commentRow{stampOf(c.At), c.Revision, c.Author, c.Status, c.Closer, stampOf(c.ClosedAt)}
}

func demandOf(d review.Demand) demandRow {
	return demandRow{d.N, d.Round, d.Revision, d.By, stampOf(d.At), d.Answer, d.Answerer, stampOf(d.Answered)}
}

func ledgerOf(e review.Entry) ledgerRow {
	return ledgerRow{e.Kind, e.Number, e.Label, e.Draft, e.By, stampOf(e.At)}
}

func unsavedOf(w review.Working) unsaved {
	hash, err := doc.TextHash(w.Text)
	if err != nil {
		panic("history: what a store gave back cannot be hashed: " + err.Error())
	}
	return unsaved{stampOf(w.At), w.Base, hash}
}

// say renders rows, one a line.
func say[R any](rows []R) string {
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprintf(&b, "%+v\n", r)
	}
	return b.String()
}

// each turns every element into its row.
func each[T, R any](list []T, row func(T) R) []R {
	rows := make([]R, len(list))
	for i, t := range list {
		rows[i] = row(t)
	}
	return rows
}

// tail is how many rows of a ledger are rendered one by one.
const tail = 8

// sayLedger renders a ledger, which grows long and is read often: its newest rows,
// and the sum of all.
func sayLedger(rows []ledgerRow) string {
	return fmt.Sprintf("%d rows, %s\n%s", len(rows), doc.HashOf([]byte(say(rows))), say(rows[max(0, len(rows)-tail):]))
}

// sayDrafts renders drafts in the order of their ids: which of two was changed
// last is told by each.
func sayDrafts(rows []draftRow) string {
	slices.SortFunc(rows, func(a, b draftRow) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return say(rows)
}

// The subjects of a reading; those of one draft are followed by its id.
const (
	onDesk    = "desk"
	ledgerOn  = "ledger"
	draftOn   = "draft "
	texts     = "revisions "
	signed    = "sign-offs "
	remarks   = "comments "
	demanded  = "demands "
	separator = " "
)
