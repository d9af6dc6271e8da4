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
)

var findingCodes = []string{FoundDamaged, FoundNoHead, FoundSignOff, FoundFinal, FoundNumber, FoundChain, FoundGap, FoundDuplicate, FoundNoRow}

// Verify reads and hashes everything again: the store itself, every revision of
// every draft (or of the one named), sign-offs against the texts they bind to,
// the event chain, the ledgers. It changes nothing.
func (d *Desk) Verify(ctx context.Context, only DraftID) (Report, error) {
	own, err := d.store.Check(ctx)
	if err != nil {
		return Report{}, err
	}
	v := &verifier{Report: Report{Findings: own}}
	err = d.store.View(ctx, func(tx Tx) error {
		drafts, err := tx.Drafts().List(DraftFilter{Prefix: only})
		if err := v.damaged(err, "", "drafts"); err != nil {
			return err
		}
		for _, draft := range drafts {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := v.draft(tx, draft); err != nil {
				return err
			}
		}
		if err := v.chain(tx); err != nil {
			return err
		}
		return v.ledgers(tx)
	})
	return v.Report, err
}

type verifier struct{ Report }

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
	for _, s := range signs {
		v.SignOffs++
		rev, ok := texts[s.Revision]
		if !ok {
			continue // reported as damaged
		}
		if hash, err := doc.TextHash(rev.Text); err != nil || hash != s.TextHash {
			v.found(FoundSignOff, draft.ID, "role", string(s.Role), "name", s.Name)
		}
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
	ledger, err := tx.Ledger().List(draft.Series)
	if err != nil {
		return v.damaged(err, draft.ID, "ledger")
	}
	if _, ok := ledger.Of(draft.ID); !ok && draft.Reissues == "" {
		v.found(FoundNoRow, draft.ID, "number", NumberText(draft.Number))
	}
	return nil
}

func (v *verifier) chain(tx Tx) error {
	events, err := tx.Events().List("")
	if err != nil {
		return v.damaged(err, "", "events")
	}
	var last Event
	for _, e := range events {
		v.Events++
		if !e.Follows(last) {
			v.found(FoundChain, e.Draft, "seq", strconv.FormatInt(e.Seq, 10))
		}
		last = e
	}
	return nil
}

func (v *verifier) ledgers(tx Tx) error {
	all, err := tx.Series().List()
	if err != nil {
		return v.damaged(err, "", "series")
	}
	for _, s := range all {
		l, err := tx.Ledger().List(s.ID)
		if err != nil {
			if err := v.damaged(err, "", "ledger"); err != nil {
				return err
			}
			continue
		}
		v.Findings = append(v.Findings, l.Check(s)...)
	}
	return nil
}
