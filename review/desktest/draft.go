package desktest

import (
	"jianbao/review"
)

// draft is one draft of the office. Its methods do what must succeed; what must
// be refused is asked of the desk itself.
type draft struct {
	*office
	id review.DraftID
}

// begin lets the drafter begin a draft.
func (o *office) begin(edits ...edit) *draft { return o.beginAs(drafter, edits...) }

func (o *office) beginAs(name string, edits ...edit) *draft {
	o.t.Helper()
	f, err := o.desk.Create(o.ctx, o.as(name), o.series.ID, newText(edits...), review.CauseNew, "")
	o.ok(err)
	return &draft{o, f.Draft.ID}
}

// fine passes a file on if there is no error.
func (d *draft) fine(f *review.File, err error) *review.File {
	d.t.Helper()
	d.ok(err)
	return f
}

func (d *draft) file() *review.File {
	d.t.Helper()
	return d.fine(d.desk.Open(d.ctx, d.as(drafter), d.id))
}

// write opens the newest text, changes it and saves it.
func (d *draft) write(name string, e edit) review.Saved {
	d.t.Helper()
	saved, err := d.tryWrite(name, e)
	d.ok(err)
	return saved
}

func (d *draft) tryWrite(name string, e edit) (review.Saved, error) {
	d.t.Helper()
	head := d.file().Head
	text := head.Text.Clone()
	e(&text)
	return d.desk.Save(d.ctx, d.as(name), d.id, head.Seq, text, "")
}

func (d *draft) submit() *draft {
	d.t.Helper()
	d.fine(d.desk.Submit(d.ctx, d.as(drafter), d.id))
	return d
}

func (d *draft) sign(name string) *review.File {
	d.t.Helper()
	f, err := d.trySign(name, "")
	d.ok(err)
	return f
}

// trySign signs the newest text, passing open comments for the reason given.
func (d *draft) trySign(name, override string) (*review.File, error) {
	d.t.Helper()
	return d.desk.Sign(d.ctx, d.as(name), d.id, review.Signing{Revision: d.file().Head.Seq, Override: override})
}

// finish brings a draft that is being drafted to 定稿.
func (d *draft) finish() *draft {
	d.t.Helper()
	d.submit().sign(editor)
	equal(d.office, "state", d.sign(checker).Draft.State, review.Final)
	return d
}

// issue brings a draft that is being drafted to 印发.
func (d *draft) issue() *draft {
	d.t.Helper()
	d.finish().fine(d.desk.Issue(d.ctx, d.as(checker), d.id))
	return d
}

// sendBack returns the draft to its drafter with these demands.
func (d *draft) sendBack(name string, demands ...string) *review.File {
	d.t.Helper()
	return d.fine(d.trySendBack(name, review.ToDrafting, "数字前后不一", demands...))
}

func (d *draft) trySendBack(name string, to int, reason string, demands ...string) (*review.File, error) {
	d.t.Helper()
	texts := make([]review.DemandText, len(demands))
	for i, text := range demands {
		texts[i].Text = text
	}
	return d.desk.Return(d.ctx, d.as(name), d.id, to, reason, texts)
}

func (d *draft) answer(name string, n int, a review.Answer, note string) {
	d.t.Helper()
	d.fine(d.desk.AnswerDemand(d.ctx, d.as(name), d.id, n, a, note))
}

// at fails unless the draft is in this state and it is this role's turn.
func (d *draft) at(state review.State, turn review.Role) {
	d.t.Helper()
	f := d.file()
	if got := f.Draft.Waiting(f.Series); f.Draft.State != state || got != turn {
		d.t.Fatalf("the draft is in %s waiting for %q, want %s waiting for %q", f.Draft.State, got, state, turn)
	}
}

// standing lists the roles whose sign-offs hold for the newest text.
func (d *draft) standing() string {
	d.t.Helper()
	roles, f := "", d.file()
	for _, s := range f.SignOffs {
		if s.Stands(f.Head.TextHash) {
			roles += string(s.Role)
		}
	}
	return roles
}
