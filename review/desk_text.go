package review

import (
	"context"
	"errors"
	"slices"
	"strconv"

	"jianbao/editor/doc"
)

// Create begins a draft with the given text. The text's own number, if it
// bears one, stays in the text and is held against the ledger at 定稿.
func (d *Desk) Create(ctx context.Context, who Actor, series SeriesID, text doc.Bulletin, cause Cause, note string) (*File, error) {
	return d.create(ctx, who, Draft{Series: series}, text, cause, note)
}

func (d *Desk) create(ctx context.Context, who Actor, draft Draft, text doc.Bulletin, cause Cause, note string) (*File, error) {
	var f *File
	err := d.store.Atomically(ctx, func(tx Tx) (err error) {
		f, err = d.createIn(tx, who, draft, text, cause, note)
		return err
	})
	return f, err
}

func (d *Desk) createIn(tx Tx, who Actor, draft Draft, text doc.Bulletin, cause Cause, note string) (*File, error) {
	series, err := tx.Series().Get(draft.Series)
	if err != nil {
		return nil, err
	}
	person, err := tx.People().Get(who.person.ID)
	if err != nil {
		return nil, err
	}
	if !person.HasAny(append(series.Chain(), RoleDrafter)) || person.Left {
		return nil, refuse(ActCreate, CodeNoRole, "name", person.Name)
	}
	at := d.now()
	draft.ID, draft.State, draft.Head = DraftID(newID()), Drafting, 1
	draft.Drafter, draft.Created, draft.Updated = who.person.ID, at, at
	draft.Heading, draft.Label = text.Heading(), text.Masthead.Label
	rev, err := NewRevision(RevisionInfo{Draft: draft.ID, Seq: 1, Author: who.person.ID, At: at,
		Stage: RoleDrafter, Cause: cause, Note: note}, text)
	if err != nil {
		return nil, err
	}
	if err := tx.Drafts().Add(draft); err != nil {
		return nil, err
	}
	if err := tx.Revisions().Add(rev); err != nil {
		return nil, err
	}
	err = record(tx, Event{At: at, Actor: who.person.ID, Draft: draft.ID, Action: ActCreate,
		Detail: map[string]string{"cause": string(cause), "note": note, "text": string(rev.TextHash)}})
	if err != nil {
		return nil, err
	}
	return d.load(tx, draft.ID, who.person.ID)
}

// NewIssue begins a draft from the series' template; what the template carries
// over comes from the last issue, if there is one.
func (d *Desk) NewIssue(ctx context.Context, who Actor, series Series) (*File, error) {
	last, err := d.lastIssue(ctx, series.ID)
	if err != nil {
		return nil, err
	}
	text, err := series.Template.NewIssue(last)
	if err != nil {
		return nil, err
	}
	return d.Create(ctx, who, series.ID, text, CauseNew, "")
}

// NewFromLast begins a draft with the whole text of the last issue, without its
// number and date. It returns ErrNotFound if the series has no issue yet.
func (d *Desk) NewFromLast(ctx context.Context, who Actor, series Series) (*File, error) {
	last, err := d.lastIssue(ctx, series.ID)
	if err != nil {
		return nil, err
	}
	if last == nil {
		return nil, ErrNotFound
	}
	last.Masthead.Number, last.Masthead.Date = doc.Number{}, doc.Date{}
	return d.Create(ctx, who, series.ID, *last, CauseLast, "")
}

// lastIssue returns the text of the issue with the newest number, or of the
// newest draft where none is numbered, or nil.
func (d *Desk) lastIssue(ctx context.Context, id SeriesID) (*doc.Bulletin, error) {
	var text *doc.Bulletin
	err := d.store.View(ctx, func(tx Tx) error {
		ledger, err := tx.Ledger().List(id)
		if err != nil {
			return err
		}
		draft, err := newestOf(tx, id, ledger)
		if err != nil || draft == nil {
			return err
		}
		b, _, err := headText(tx, *draft)
		text = &b
		return err
	})
	return text, err
}

func newestOf(tx Tx, id SeriesID, ledger Ledger) (*Draft, error) {
	for i := len(ledger) - 1; i >= 0; i-- {
		if e := ledger[i]; e.Kind == EntryIssue && e.Label == "" {
			draft, err := tx.Drafts().Get(e.Draft)
			return &draft, err
		}
	}
	drafts, err := tx.Drafts().List(DraftFilter{Series: id})
	own := slices.IndexFunc(drafts, func(d Draft) bool { return !d.Foreign() })
	if err != nil || own < 0 {
		return nil, err
	}
	return &drafts[own], nil
}

// Autosave keeps a person's unsaved copy. It is allowed in every state: typed
// text is never lost, but it becomes part of the draft only by Save.
func (d *Desk) Autosave(ctx context.Context, who Actor, id DraftID, base int, text doc.Bulletin) error {
	if _, err := doc.Encode(text); err != nil {
		return err
	}
	return d.store.Jot(ctx, func(tx Tx) error {
		if _, err := tx.Drafts().Get(id); err != nil {
			return err
		}
		return tx.Workings().Put(Working{Draft: id, Person: who.person.ID, Base: base, Text: text.Clone(), At: d.now()})
	})
}

// Saved tells what became of a text that was handed to Save.
type Saved struct {
	*File
	Revision  RevisionInfo
	Unchanged bool // the text is that of the newest revision or of the one it was made from: nothing was written, nothing fell
	Aside     bool // the text is kept as a revision beside the newest one: somebody saved in between or writes there, or it was set aside
	Fell      int  // sign-offs that no longer stand

	Writer PersonID // who holds the lease for whose sake the text was kept aside; "" if that is not why
}

// Save makes a revision of text, which was made from revision base. Where the
// text is the one already there, nothing happens. Where somebody else saved
// since base, neither overwrites the other: the text becomes a revision aside.
// So it does where it changes an article in which another person writes at this
// moment, holding its lease: what he saves next would else be the one aside.
// Sign-offs on another text fall, and the draft goes back to the first of them.
func (d *Desk) Save(ctx context.Context, who Actor, id DraftID, base int, text doc.Bulletin, note string) (Saved, error) {
	return d.save(ctx, who, id, base, text, CauseSave, note)
}

func (d *Desk) save(ctx context.Context, who Actor, id DraftID, base int, text doc.Bulletin, cause Cause, note string) (Saved, error) {
	var saved Saved
	after, err := d.on(ctx, ActEdit, who, id, Ask{}, func(w *work) (err error) {
		saved, err = w.commit(base, text, cause, note)
		return err
	})
	saved.File = after
	return saved, err
}

// commit makes a revision, lets sign-offs fall and keeps the file in memory as
// the store will have it.
func (w *work) commit(base int, text doc.Bulletin, cause Cause, note string) (Saved, error) {
	f := w.file
	if base < 1 || base > len(f.Revisions) {
		return Saved{}, ErrNotFound
	}
	if err := w.tx.Workings().Delete(f.Draft.ID, w.author()); err != nil {
		return Saved{}, err
	}
	info := RevisionInfo{Draft: f.Draft.ID, Seq: len(f.Revisions) + 1, Parent: base, Author: w.author(), At: w.at,
		Round: f.Draft.Round, Stage: f.Draft.Waiting(f.Series), Cause: cause, Note: note}
	rev, err := NewRevision(info, text)
	if err != nil {
		return Saved{}, err
	}
	if same, err := w.unchanged(rev); err != nil || same {
		return Saved{Revision: f.Head.RevisionInfo, Unchanged: same}, err
	}
	writer, err := w.aside(&rev)
	if err != nil {
		return Saved{}, err
	}
	if err := w.tx.Revisions().Add(rev); err != nil {
		return Saved{}, err
	}
	f.Revisions = append(f.Revisions, rev.RevisionInfo)
	err = w.record(ActEdit, w.forAuthor(map[string]string{"revision": strconv.Itoa(rev.Seq), "cause": string(rev.Cause), "note": note, "text": string(rev.TextHash)}))
	if err != nil || rev.Cause == CauseAside {
		return Saved{Revision: rev.RevisionInfo, Aside: true, Writer: writer}, err
	}
	f.Head, f.Draft.Head = rev, rev.Seq
	f.Draft.Heading, f.Draft.Label = text.Heading(), text.Masthead.Label
	fell, err := w.fall(0, FellByChange, func(s SignOff) bool { return !s.Stands(rev.TextHash) })
	return Saved{Revision: rev.RevisionInfo, Fell: fell}, err
}

// aside makes a revision stand aside that would overwrite what another saved, or
// what another is writing: then it returns who. Handing on is kept from nobody.
func (w *work) aside(rev *Revision) (writer PersonID, err error) {
	behind := rev.Parent != w.file.Draft.Head
	if !behind && rev.Cause != CauseAside && rev.Cause != CauseSubmit {
		l, err := w.writing(rev.Text)
		if err != nil {
			return "", err
		}
		writer = l.Person
	}
	if behind || writer != "" {
		rev.Cause = CauseAside
	}
	return writer, nil
}

// unchanged reports whether a revision says what the newest one says, or what
// the one it was made from says: then there is nothing to keep.
func (w *work) unchanged(rev Revision) (bool, error) {
	same := func(o Revision) bool {
		return rev.TextHash == o.TextHash && rev.Text.Masthead.Number == o.Text.Masthead.Number
	}
	if same(w.file.Head) || rev.Parent == w.file.Head.Seq {
		return same(w.file.Head), nil
	}
	base, err := w.tx.Revisions().Get(rev.Draft, rev.Parent)
	return err == nil && same(base), err
}

// fall lets every standing sign-off from the first one that which picks, at
// step from or later, fall, and puts a draft under review back to that step.
func (w *work) fall(from int, why Fall, which func(SignOff) bool) (int, error) {
	f, first := w.file, -1
	for _, s := range f.SignOffs {
		if s.Fell == "" && s.Step >= from && which(s) && (first < 0 || s.Step < first) {
			first = s.Step
		}
	}
	if first < 0 {
		return 0, nil
	}
	count := 0
	for i := range f.SignOffs {
		s := &f.SignOffs[i]
		if s.Fell != "" || s.Step < first {
			continue
		}
		s.Fell, s.FellAt = why, w.at
		if err := w.tx.SignOffs().Fell(*s); err != nil {
			return count, err
		}
		count++
		if err := w.record(ActFall, map[string]string{"role": string(s.Role), "name": s.Name, "why": string(why)}); err != nil {
			return count, err
		}
	}
	if f.Draft.State == Reviewing {
		f.Draft.Step = min(f.Draft.Step, first)
	}
	return count, nil
}

// commitWorking makes a revision of the acting person's unsaved copy, if he has
// one. It refuses where somebody saved since: that wants a look first.
func (w *work) commitWorking(a Action, cause Cause) error {
	mine, err := w.tx.Workings().Get(w.file.Draft.ID, w.who.person.ID)
	if errors.Is(err, ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	if mine.Base != w.file.Draft.Head {
		return refuse(a, CodeMoved, "head", strconv.Itoa(w.file.Draft.Head), "base", strconv.Itoa(mine.Base))
	}
	_, err = w.commit(mine.Base, mine.Text, cause, "")
	w.file.Workings = slices.DeleteFunc(w.file.Workings, func(x Working) bool { return x.Person == mine.Person })
	return err
}

// Looked remembers that a person has looked at a revision; it never goes back,
// but where two windows of that person say so at the very same moment: then it
// may be the older of the two, and what changed in between is shown once more.
func (d *Desk) Looked(ctx context.Context, who Actor, id DraftID, seq int) error {
	return d.store.Jot(ctx, func(tx Tx) error {
		last, err := tx.Looks().Get(id, who.person.ID)
		if err != nil || last >= seq {
			return err
		}
		return tx.Looks().Put(id, who.person.ID, seq)
	})
}
