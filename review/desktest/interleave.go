package desktest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

var interleaveRules = []rule{
	{"in whatever order two write in one draft, nothing that either was told is kept is gone", func(o *office) {
		for seed := range uint64(6) {
			t := o.table(seed)
			for range 50 {
				t.step()
			}
		}
	}},
	{"a desk that wakes after a week overwrites nobody, and what was written there is kept", func(o *office) {
		d := o.begin()
		mine := o.hand(d, drafter)
		o.ok(second(mine.take("a1")))
		o.later(7 * 24 * time.Hour)
		yours := o.hand(d, allHands)
		o.ok(second(yours.take("a1")))
		d.write(allHands, body("这一周里改的。"))
		slept := newText(body("合上电脑前写的。"))
		o.ok(o.desk.Autosave(o.ctx, o.as(drafter), d.id, 1, slept))
		equal(o, "unsaved", d.unsaved(drafter), "合上电脑前写的。")
		saved, err := o.desk.Save(o.ctx, o.as(drafter), d.id, 1, slept, "")
		o.ok(err)
		equal(o, "aside", saved.Aside, true)
		equal(o, "its text", d.textOf(saved.Revision.Seq), "合上电脑前写的。")
		equal(o, "newest", d.textOf(d.file().Head.Seq), "这一周里改的。")
		equal(o, "who writes there", o.pulse().Leases[0].Session, yours.session.ID)
	}},
}

// table is a draft at which two people write, in an order that chance chooses.
type table struct {
	*draft
	chance  *rand.Rand
	writers []*writer
}

// writer is one of them, and what he was told is kept.
type writer struct {
	*holder
	who     review.Actor
	base    int // the revision his page goes on from
	text    doc.Bulletin
	unsaved string   // the last unsaved copy, until he saves or goes on; "" for none
	saved   []string // all he saved
}

func (o *office) table(seed uint64) *table {
	t := &table{draft: o.begin(another), chance: rand.New(rand.NewPCG(seed, 7))}
	for _, name := range []string{drafter, allHands} {
		w := &writer{holder: o.hand(t.draft, name), who: o.as(name)}
		w.look()
		t.writers = append(t.writers, w)
	}
	return t
}

// step lets one of them do something, and looks whether all is still there.
func (t *table) step() {
	t.t.Helper()
	w := t.writers[t.chance.IntN(len(t.writers))]
	article := t.chance.IntN(2)
	name := doc.ArticleID(fmt.Sprintf("a%d", article+1))
	t.later(time.Duration(t.chance.IntN(50)-10) * time.Second) // clocks are set back, too
	switch t.chance.IntN(9) {
	case 0, 1:
		w.write(article, fmt.Sprint(w.name, t.chance.Uint64()))
		w.autosave()
	case 2:
		w.write(article, fmt.Sprint(w.name, t.chance.Uint64()))
		w.save()
	case 3:
		w.look()
	case 4:
		t.settled(second(w.take(name)))
	case 5:
		t.settled(second(w.want(name)))
	case 6:
		t.settled(second(w.relieve(name)))
	case 7:
		t.settled(w.yield(name))
	case 8:
		t.wait(0, w.holder)
	}
	t.complete()
}

// settled lets refusals pass: who holds what is not the question here.
func (t *table) settled(err error) {
	t.t.Helper()
	if !errors.Is(err, review.ErrRefused) {
		t.ok(err)
	}
}

// look puts the newest text on the page of who has nothing unsaved there.
func (w *writer) look() {
	if w.unsaved == "" {
		head := w.file().Head
		w.base, w.text = head.Seq, head.Text.Clone()
	}
}

func (w *writer) write(article int, words string) { w.text.Articles[article].Body[0].Text = words }

func (w *writer) autosave() {
	w.t.Helper()
	w.ok(w.desk.Autosave(w.ctx, w.who, w.id, w.base, w.text))
	w.unsaved = w.hash(w.text)
}

func (w *writer) save() {
	w.t.Helper()
	saved, err := w.desk.Save(w.ctx, w.who, w.id, w.base, w.text, "")
	w.ok(err)
	w.saved, w.unsaved = append(w.saved, w.hash(w.text)), ""
	if saved.Aside {
		w.look()
		return
	}
	w.base = saved.Head.Seq
}

func (d *draft) hash(b doc.Bulletin) string {
	d.t.Helper()
	hash, err := doc.TextHash(b)
	d.ok(err)
	return string(hash)
}

// complete fails unless everything kept is in a revision of its author or in his
// unsaved copy, and nobody's revision was built on without being seen.
func (t *table) complete() {
	t.t.Helper()
	f := t.file()
	for _, w := range t.writers {
		id := w.who.Person().ID
		kept := func(hash string) bool {
			return slices.ContainsFunc(f.Revisions, func(r review.RevisionInfo) bool {
				return r.Author == id && string(r.TextHash) == hash
			})
		}
		for _, hash := range w.saved {
			equal(t.office, w.name+"'s saved text is a revision", kept(hash), true)
		}
		if mine := f.Working(id); w.unsaved != "" && (mine == nil || t.hash(mine.Text) != w.unsaved) {
			equal(t.office, w.name+"'s unsaved copy is a revision", kept(w.unsaved), true)
		}
	}
	t.inLine(f)
}

// inLine fails unless each revision that became the newest was made from the one
// that was the newest before: otherwise what that one says went unseen.
func (t *table) inLine(f *review.File) {
	t.t.Helper()
	head := 1
	for _, r := range f.Revisions[1:] {
		if r.Cause != review.CauseAside {
			equal(t.office, "made from", r.Parent, head)
			head = r.Seq
		}
	}
	equal(t.office, "newest", f.Head.Seq, head)
}
