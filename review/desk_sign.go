package review

import (
	"context"
	"errors"
	"strconv"

	"jianbao/editor/doc"
)

// Submit hands a draft to the first signer. The drafter's unsaved copy, if any,
// becomes a revision first.
func (d *Desk) Submit(ctx context.Context, who Actor, id DraftID) (*File, error) {
	may := func(f *File) error { return f.may(ActSubmit, who) }
	return d.within(ctx, who, id, may, func(w *work) error {
		if err := w.commitWorking(ActSubmit, CauseSubmit); err != nil {
			return err
		}
		if err := w.file.Can(ActSubmit, who, Ask{}); err != nil {
			return err
		}
		w.file.Draft.State, w.file.Draft.Step = Reviewing, 0
		if err := w.countLeft(); err != nil {
			return err
		}
		return w.record(ActSubmit, map[string]string{"revision": strconv.Itoa(w.file.Head.Seq), "text": string(w.file.Head.TextHash)})
	})
}

// Signing is what a signer brings to a sign-off.
type Signing struct {
	Revision int    // the revision he read; must be the newest
	Comment  string // printed on the 发文稿纸
	Override string // why open comments are passed over, where the series allows it
	Errors   string // why errors that proofreading finds are passed over
}

// Sign signs the newest text in the role whose turn it is. The last signature
// of the chain makes the text final: the number is drawn and the text frozen.
func (d *Desk) Sign(ctx context.Context, who Actor, id DraftID, s Signing) (*File, error) {
	may := func(f *File) error { return f.canBind(who, s) }
	return d.within(ctx, who, id, may, func(w *work) error {
		if err := w.mayBind(); err != nil {
			return err
		}
		sign, err := w.signOff(s)
		if err != nil {
			return err
		}
		if err := w.tx.SignOffs().Add(sign); err != nil {
			return err
		}
		w.file.SignOffs = append(w.file.SignOffs, sign)
		proof, err := w.proof(sign)
		if err != nil {
			return err
		}
		if err := w.record(ActSign, withProof(proof, map[string]string{"role": string(sign.Role), "revision": strconv.Itoa(sign.Revision),
			"text": string(sign.TextHash), "override": sign.Override, "errors": sign.Errors, "samehand": sign.SameHand,
			"compared": string(sign.Compared), "nature": string(sign.Nature)})); err != nil {
			return err
		}
		if err := errors.Join(w.countLeft(), w.tx.Looks().Put(id, who.person.ID, sign.Revision)); err != nil {
			return err
		}
		if w.file.Draft.Step+1 == len(w.file.Series.Template.Chain) {
			return w.finalise()
		}
		w.file.Draft.Step++
		return nil
	})
}

// canBind refuses a signature on a text that moved on since it was read, before
// anything is said about the newest one.
func (f *File) canBind(who Actor, s Signing) error {
	if err := f.may(ActSign, who); err != nil {
		return err
	}
	if head := f.Head.Seq; s.Revision != head {
		return refuse(ActSign, CodeMoved, "head", strconv.Itoa(head), "base", strconv.Itoa(s.Revision))
	}
	return f.Can(ActSign, who, Ask{Override: s.Override, Errors: s.Errors})
}

// mayBind refuses a signature while the signer has changes unsaved.
func (w *work) mayBind() error {
	mine := w.file.Working(w.who.person.ID)
	if mine == nil {
		return nil
	}
	hash, err := doc.TextHash(mine.Text)
	if err == nil && hash != w.file.Head.TextHash {
		return refuse(ActSign, CodeUnsaved)
	}
	return err
}

func (w *work) signOff(s Signing) (SignOff, error) {
	f, p := w.file, w.who.person
	sign := SignOff{ID: SignOffID(newID()), Draft: f.Draft.ID, Round: f.Draft.Round, Step: f.Draft.Step,
		Role: f.Series.StepRole(f.Draft.Step), Person: p.ID, Name: p.Name, Revision: f.Head.Seq, TextHash: f.Head.TextHash,
		Comment: s.Comment, At: w.at}
	if len(f.OpenComments()) > 0 {
		sign.Override = s.Override
	}
	open, err := f.OpenErrors()
	if len(open) > 0 {
		sign.Errors = s.Errors
	}
	if _, other := f.otherHandOf(p.ID); other {
		sign.SameHand = f.Series.SameHandReason
	}
	sign.Nature = f.Nature(p.ID)
	if basis := f.Basis(p.ID); basis < f.Head.Seq {
		sign.Compared = f.Revisions[basis-1].TextHash
	}
	return sign, err
}

// finalise draws the number and freezes the text. The final revision is the
// signed text with the number set: its TextHash is the one that was signed.
func (w *work) finalise() error {
	number, err := w.number()
	if err != nil {
		return err
	}
	f := w.file
	text := f.Head.Text.Clone()
	if n := text.Masthead.Number; !n.IsZero() && !n.Same(number) {
		return refuse(ActSign, CodeNumber, "bears", NumberText(n), "draws", NumberText(number))
	}
	text.Masthead.Number = number
	if text.Masthead.Number != f.Head.Text.Masthead.Number {
		if _, err := w.commit(f.Head.Seq, text, CauseFinal, ""); err != nil {
			return err
		}
	}
	f.Draft.State, f.Draft.Number = Final, number
	f.Draft.Step++
	return w.record(ActLedger, map[string]string{"year": strconv.Itoa(number.Year),
		"issue": strconv.Itoa(number.Issue), "total": strconv.Itoa(number.Total), "hash": string(f.Head.Hash)})
}

// number draws the next number from the ledger; a reissue keeps the number of
// the issue it corrects.
func (w *work) number() (doc.Number, error) {
	f := w.file
	if f.Draft.Reissues != "" {
		old, err := w.tx.Drafts().Get(f.Draft.Reissues)
		return old.Number, err
	}
	m := f.Head.Text.Masthead
	if m.Date.IsZero() {
		return doc.Number{}, refuse(ActSign, CodeNoDate)
	}
	ledger, err := w.tx.Ledger().Deciding(f.Draft.Series, m.Date.Year, m.Label)
	if err != nil {
		return doc.Number{}, err
	}
	number, err := ledger.Next(m.Date.Year, m.Label, f.Series.SupplementsCount)
	if err != nil {
		return doc.Number{}, err
	}
	return number, w.tx.Ledger().Add(Entry{Series: f.Draft.Series, Label: m.Label, Number: number,
		Kind: EntryIssue, Draft: f.Draft.ID, By: w.who.person.ID, At: w.at,
		Date: m.Date, Title: f.Head.Text.Heading()})
}

// NumberText is a number for messages and records: "4/2196", or "4" without a
// total.
func NumberText(n doc.Number) string {
	if n.Total == 0 {
		return strconv.Itoa(n.Issue)
	}
	return strconv.Itoa(n.Issue) + "/" + strconv.Itoa(n.Total)
}
