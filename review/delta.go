package review

import (
	"errors"
	"slices"
	"strconv"
	"sync"

	"jianbao/editor/doc"
)

// Comparer tells what lies between two texts, as far as a signature depends on
// it. How texts are compared is not known here.
type Comparer interface {
	Delta(from, to doc.Bulletin) Delta
}

// Delta is what changed between the text a person's next signature is compared
// with and the newest one.
type Delta struct {
	Critical []Critical // in reading order
	Share    int        // of the characters of the sentence that changed most, in %
}

// Critical (要害改动) is a change that a signer looks at by itself.
type Critical struct {
	Change string     // its identity, which depends on nothing but what it says
	At     doc.Anchor // in the newer text; in the older one for an article taken out
	Class  string
	Old    string
	New    string
}

// Nature says how much lies between a person's earlier signature and the text
// that he signs anew.
type Nature string

// The natures. A first signature has none.
const (
	Textual     Nature = "textual"     // 文字性更正
	Substantive Nature = "substantive" // 实质性修改
)

// DefaultShare is how many of the characters of a sentence may change, in %,
// before a change is substantive, where the series does not say.
const DefaultShare = 30

// substantiveShare returns the share that holds in the series.
func (s Series) substantiveShare() int {
	if s.SubstantiveShare > 0 {
		return s.SubstantiveShare
	}
	return DefaultShare
}

// Basis returns the revision that a person's next signature is compared with:
// the one he signed last, else the first text there was. Looking at a text does
// not move it.
func (f *File) Basis(p PersonID) int { return max(f.firstText(), f.LastSigned(p)) }

// firstText returns the first revision, or, where that was a blank page or the
// text of the last issue, the one that was first handed on: all of it was new.
func (f *File) firstText() int {
	first := 1
	if r := f.Revisions[0]; r.Runes > 0 && r.Cause != CauseLast {
		return first
	}
	for _, r := range f.Revisions {
		if r.Round == 0 && r.Stage == RoleDrafter && r.Cause != CauseAside {
			first = r.Seq
		}
	}
	return first
}

// Delta returns what changed since a person's basis. It is empty where the
// draft is not under review, where nothing changed, and on a desk that compares
// nothing.
func (f *File) Delta(p PersonID) Delta {
	if compare := f.deltas[f.Basis(p)]; compare != nil {
		return compare()
	}
	return Delta{}
}

// Nature returns what a signature of this person would be an answer to, "" if
// he never signed or signed this very text.
func (f *File) Nature(p PersonID) Nature {
	compare := f.deltas[f.LastSigned(p)]
	if compare == nil {
		return ""
	}
	if d := compare(); len(d.Critical) > 0 || d.Share > f.Series.substantiveShare() {
		return Substantive
	}
	return Textual
}

// Ticked reports whether a person has ticked a change since his basis, and has
// not taken that back.
func (f *File) Ticked(p PersonID, change string) bool { return f.lastTick(p, change) == Checked }

// TookBack reports whether a person has taken back his tick of a change since
// his basis.
func (f *File) TookBack(p PersonID, change string) bool { return f.lastTick(p, change) == Unchecked }

func (f *File) lastTick(p PersonID, change string) Verdict {
	basis := f.Basis(p)
	for _, d := range slices.Backward(f.Decisions) {
		if d.Verdict.IsTick() && d.By == p && d.From == basis && d.Change == change {
			return d.Verdict
		}
	}
	return ""
}

// CriticalOpen returns the critical changes that a person has yet to tick.
func (f *File) CriticalOpen(p PersonID) []Critical {
	return slices.DeleteFunc(slices.Clone(f.Delta(p).Critical), func(c Critical) bool { return f.Ticked(p, c.Change) })
}

func (f *File) isTicked(a Action, p PersonID) error {
	open := f.CriticalOpen(p)
	if len(open) == 0 {
		return nil
	}
	r := refuse(a, CodeCritical, "count", strconv.Itoa(len(open)))
	for _, c := range open {
		r.Problems = append(r.Problems, c.problem())
	}
	return r
}

func (c Critical) problem() doc.Problem {
	return doc.Problem{Code: CodeUnticked, Place: c.At.Place,
		Args: map[string]string{"change": c.Change, "class": "diff." + c.Class, "old": c.Old, "new": c.New}}
}

// loadDeltas reads the texts that signatures may be compared with, and leaves
// comparing them to when it is asked for.
func (f *File) loadDeltas(tx Tx, comparer Comparer) error {
	if comparer == nil || f.Draft.State != Reviewing {
		return nil
	}
	f.deltas = map[int]func() Delta{}
	bases := []int{f.firstText()}
	for _, s := range f.SignOffs {
		bases = append(bases, s.Revision)
	}
	for _, seq := range bases {
		if _, read := f.deltas[seq]; read || seq >= f.Head.Seq {
			continue
		}
		base, err := basisText(tx, f.Draft.ID, seq)
		if err != nil {
			return err
		}
		head := f.Head.Text
		f.deltas[seq] = sync.OnceValue(func() Delta { return comparer.Delta(base, head) })
	}
	return nil
}

// basisText reads a text to compare with. One that is damaged counts as empty,
// so that everything is to be looked at and the draft can go on.
func basisText(tx Tx, id DraftID, seq int) (doc.Bulletin, error) {
	rev, err := tx.Revisions().Get(id, seq)
	if errors.Is(err, ErrDamaged) {
		return doc.Bulletin{}, nil
	}
	return rev.Text, err
}
