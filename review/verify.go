package review

import (
	"context"
	"errors"
	"strconv"

	"jianbao/editor/doc"
)

// Report is what Verify found and how much it looked at.
type Report struct {
	Drafts    int       `json:"drafts"`
	Revisions int       `json:"revisions"`
	SignOffs  int       `json:"signoffs"`
	Events    int       `json:"events"`
	Findings  []Finding `json:"findings"`

	Signatures int `json:"signatures"` // of the sign-offs, those that are signed
	Unsigned   int `json:"unsigned"`   // and those from before sign-offs were signed
}

// The codes of findings.
const (
	FoundDamaged   = "verify.damaged"
	FoundNoHead    = "verify.nohead"
	FoundSignOff   = "verify.signoff"
	FoundFinal     = "verify.final"
	FoundNumber    = "verify.number"
	FoundChain     = "verify.chain"
	FoundGap       = "verify.ledger.gap"
	FoundDuplicate = "verify.ledger.duplicate"
	FoundNoRow     = "verify.ledger.norow"
	FoundRow       = "verify.ledger.row"     // the row bears another number, or tells another end: number, row
	FoundNoDraft   = "verify.ledger.nodraft" // no such draft, or one without a number: series, number
)

var findingCodes = []string{FoundDamaged, FoundNoHead, FoundSignOff, FoundFinal, FoundNumber, FoundChain, FoundGap, FoundDuplicate, FoundNoRow, FoundRow, FoundNoDraft,
	FoundSignature, FoundStatement, FoundKey, FoundUnsigned, FoundSequence, FoundOrphan, FoundUnread, FoundKeyChange}

// Verify reads and hashes everything again: the store itself, every revision of
// every draft (or of the one named), sign-offs against the texts they bind to,
// the event chain, the ledgers. It changes nothing.
func (d *Desk) Verify(ctx context.Context, only DraftID) (Report, error) {
	return d.VerifyAlong(ctx, only, func(done, all int) {})
}

// VerifyAlong is Verify telling how far it is: how many of all drafts were
// looked at. The store's own check runs beside.
func (d *Desk) VerifyAlong(ctx context.Context, only DraftID, along func(done, all int)) (Report, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	type checked struct {
		found []Finding
		err   error
	}
	own := make(chan checked, 1)
	go func() {
		found, err := d.store.Check(ctx)
		own <- checked{found, err}
	}()
	report, err := d.verify(ctx, only, along)
	if err != nil {
		cancel()
	}
	stored := <-own
	if err == nil {
		err = stored.err
	}
	report.Findings = append(stored.found, report.Findings...)
	return report, err
}

// verify is Verify without the store's own check.
func (d *Desk) verify(ctx context.Context, only DraftID, along func(done, all int)) (Report, error) {
	var v verifier
	err := d.store.View(ctx, func(tx Tx) error {
		v = verifier{rows: map[SeriesID]map[DraftID]Entry{}}
		if err := v.readBook(tx, d.sealer); err != nil {
			return err
		}
		drafts, err := tx.Drafts().List(DraftFilter{Prefix: only})
		if err := v.damaged(err, "", "drafts"); err != nil {
			return err
		}
		for i, draft := range drafts {
			if err := ctx.Err(); err != nil {
				return err
			}
			along(i, len(drafts))
			if err := v.draft(tx, draft); err != nil {
				return err
			}
		}
		along(len(drafts), len(drafts))
		v.chain()
		return v.ledgers(tx)
	})
	return v.Report, err
}

type verifier struct {
	Report
	book book
	rows map[SeriesID]map[DraftID]Entry // the rows of drafts, by series once read
}

func (v *verifier) found(code string, id DraftID, args ...string) {
	f := Finding{Code: code, Draft: id, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		f.Args[args[i]] = args[i+1]
	}
	v.Findings = append(v.Findings, f)
}

// damaged turns a damage into a finding and lets every other error through.
func (v *verifier) damaged(err error, id DraftID, what string) error {
	if errors.Is(err, ErrDamaged) {
		v.found(FoundDamaged, id, "what", what)
		return nil
	}
	return err
}

func (v *verifier) draft(tx Tx, draft Draft) error {
	v.Drafts++
	revs, err := tx.Revisions().List(draft.ID)
	if err != nil {
		return v.damaged(err, draft.ID, "revisions")
	}
	texts := make(map[int]Revision, len(revs))
	for _, info := range revs {
		v.Revisions++
		rev, err := tx.Revisions().Get(draft.ID, info.Seq)
		if err != nil {
			if err := v.damaged(err, draft.ID, "@"+strconv.Itoa(info.Seq)); err != nil {
				return err
			}
			continue
		}
		texts[info.Seq] = rev
	}
	if draft.Head < 1 || draft.Head > len(revs) {
		v.found(FoundNoHead, draft.ID, "head", strconv.Itoa(draft.Head))
	}
	if err := v.final(tx, draft, texts[draft.Head]); err != nil {
		return err
	}
	return v.signOffs(tx, draft, texts)
}

func (v *verifier) signOffs(tx Tx, draft Draft, texts map[int]Revision) error {
	signs, err := tx.SignOffs().List(draft.ID)
	if err != nil {
		return v.damaged(err, draft.ID, "signoffs")
	}
	v.orphans(draft.ID, signs)
	for _, s := range signs {
		v.SignOffs++
		rev, ok := texts[s.Revision]
		if !ok {
			continue // reported as damaged
		}
		if hash, err := doc.TextHash(rev.Text); err != nil || hash != s.TextHash {
			v.found(FoundSignOff, draft.ID, "role", string(s.Role), "name", s.Name)
		}
		v.signature(s, rev)
	}
	return nil
}

// final checks that a numbered text bears its number and every signature of the
// chain.
func (v *verifier) final(tx Tx, draft Draft, head Revision) error {
	if draft.Number.IsZero() || head.Draft == "" {
		return nil
	}
	f, err := load(tx, draft.ID, "")
	if err != nil {
		return v.damaged(err, draft.ID, "file")
	}
	for step := range f.Draft.Step { // as many hands as the chain had at 定稿
		if f.Standing(step) == nil {
			v.found(FoundFinal, draft.ID, "role", string(f.Series.StepRole(step)))
		}
	}
	if head.Text.Masthead.Number != draft.Number {
		v.found(FoundNumber, draft.ID, "number", NumberText(draft.Number))
	}
	return v.row(tx, draft)
}

func (v *verifier) chain() {
	var last Event
	for _, e := range v.book.events {
		v.Events++
		if !e.Follows(last) {
			v.found(FoundChain, e.Draft, "seq", strconv.FormatInt(e.Seq, 10))
		}
		last = e
	}
}
