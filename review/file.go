package review

import (
	"slices"

	"jianbao/editor/doc"
)

// File (卷宗) is everything about one draft at one moment: what a screen shows
// and what the workflow decides by.
type File struct {
	Draft     Draft
	Series    Series
	Head      Revision
	Revisions []RevisionInfo // oldest first
	SignOffs  []SignOff      // oldest first, fallen ones included
	Demands   []Demand
	Comments  []Comment
	Decisions []Decision
	Workings  []Working // unsaved copies of anybody
	Looked    int       // the revision the asking person last looked at; 0 if none
	Expected  doc.Number
	People    map[PersonID]Person

	deltas map[int]func() Delta     // by the revision compared with
	flaws  func() ([]Flaw, error)   // nil where nothing is proofread
	unlike func() ([]string, error) // nil where the draft is not final
}

// load reads a draft's file with what its signatures are compared with and what
// proofreading finds.
func (d *Desk) load(tx Tx, id DraftID, who PersonID) (*File, error) {
	f, err := load(tx, id, who)
	if err != nil {
		return nil, err
	}
	if err := f.loadDeltas(tx, d.compare); err != nil {
		return nil, err
	}
	f.loadUnlike(tx)
	return f, f.loadFlaws(tx, d.proofreader)
}

// load reads a draft's file inside a transaction.
func load(tx Tx, id DraftID, who PersonID) (*File, error) {
	f := &File{People: map[PersonID]Person{}}
	var err error
	if f.Draft, err = tx.Drafts().Get(id); err != nil {
		return nil, err
	}
	if err := tx.Together(func(tx Tx) error { return f.read(tx, who) }); err != nil {
		return nil, err
	}
	return f, f.loadExpected(tx)
}

// read reads all that belongs to the draft. The newest text comes last: which it
// is, is not known before.
func (f *File) read(tx Tx, who PersonID) error {
	id := f.Draft.ID
	steps := []func() error{
		func() (err error) { f.Series, err = tx.Series().Get(f.Draft.Series); return },
		func() (err error) { f.Revisions, err = tx.Revisions().List(id); return },
		func() (err error) { f.SignOffs, err = tx.SignOffs().List(id); return },
		func() (err error) { f.Demands, err = tx.Demands().List(id); return },
		func() (err error) { f.Comments, err = tx.Comments().List(id); return },
		func() (err error) { f.Decisions, err = tx.Decisions().List(id); return },
		func() (err error) { f.Workings, err = tx.Workings().List(id); return },
		func() (err error) { f.Looked, err = tx.Looks().Get(id, who); return },
		func() error { return f.loadPeople(tx) },
		func() (err error) { f.Head, err = tx.Revisions().Get(id, f.Draft.Head); return },
	}
	for _, step := range steps {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

func (f *File) loadPeople(tx Tx) error {
	all, err := tx.People().List()
	for _, p := range all {
		f.People[p.ID] = p
	}
	return err
}

// loadExpected computes the number the draft would draw now. A ledger that
// refuses to number it leaves the expectation empty: the refusal is said when
// somebody signs.
func (f *File) loadExpected(tx Tx) error {
	if !f.Draft.Number.IsZero() {
		f.Expected = f.Draft.Number
		return nil
	}
	m := f.Head.Text.Masthead
	ledger, err := tx.Ledger().Deciding(f.Draft.Series, m.Date.Year, m.Label)
	if err != nil {
		return err
	}
	if n, err := ledger.Next(m.Date.Year, m.Label, f.Series.SupplementsCount); err == nil && !m.Date.IsZero() {
		f.Expected = n
	}
	return nil
}

// Working returns a person's unsaved copy, or nil.
func (f *File) Working(p PersonID) *Working {
	i := slices.IndexFunc(f.Workings, func(w Working) bool { return w.Person == p })
	if i < 0 {
		return nil
	}
	return &f.Workings[i]
}

// OpenDemands returns the demands not yet answered.
func (f *File) OpenDemands() []Demand {
	return slices.DeleteFunc(slices.Clone(f.Demands), func(d Demand) bool { return d.Answer != AnswerOpen })
}

// OpenComments returns the first comment of each thread that is still open.
func (f *File) OpenComments() []Comment {
	return slices.DeleteFunc(slices.Clone(f.Comments), func(c Comment) bool {
		return c.ReplyTo != "" || c.Status != CommentOpen
	})
}

// Standing returns the sign-off that holds at a step, or nil.
func (f *File) Standing(step int) *SignOff {
	for i := len(f.SignOffs) - 1; i >= 0; i-- {
		if s := &f.SignOffs[i]; s.Step == step && s.Stands(f.Head.TextHash) {
			return s
		}
	}
	return nil
}

// LastSigned returns the newest revision the person signed, 0 if none.
func (f *File) LastSigned(p PersonID) int {
	for i := len(f.SignOffs) - 1; i >= 0; i-- {
		if f.SignOffs[i].Person == p {
			return f.SignOffs[i].Revision
		}
	}
	return 0
}

// Since returns the revision from which this person wants to see what changed:
// what he last looked at or signed, else the first text there was.
func (f *File) Since(p PersonID) int {
	return max(f.Looked, f.Basis(p))
}

// Name returns a person's name, or the id if nobody has it.
func (f *File) Name(p PersonID) string {
	if person, ok := f.People[p]; ok {
		return person.Name
	}
	return string(p)
}
