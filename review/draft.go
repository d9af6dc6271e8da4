package review

import (
	"time"

	"jianbao/editor/doc"
)

// DraftID names a draft for good.
type DraftID string

// State is how far a draft has come.
type State string

// The states. Within Reviewing, Draft.Step tells whose turn it is.
const (
	Drafting  State = "drafting"  // 拟稿
	Reviewing State = "review"    // 责编, 核稿 …: the series' chain
	Final     State = "final"     // 定稿, numbered and frozen
	Issued    State = "issued"    // 印发
	Archived  State = "archived"  // 归档
	Held      State = "held"      // 缓发
	Withdrawn State = "withdrawn" // 撤稿
	Voided    State = "void"      // 作废, number kept
)

// States lists every state in the order of the way.
func States() []State {
	return []State{Drafting, Reviewing, Final, Issued, Archived, Held, Withdrawn, Voided}
}

// Draft (稿件卷) is one issue on its way.
type Draft struct {
	ID       DraftID
	Series   SeriesID
	Heading  string // of the newest revision, for lists
	State    State
	Step     int        // index into the series' chain while Reviewing (or held there)
	HeldFrom State      // where a held draft goes on
	Round    int        // counts send-backs
	Head     int        // sequence number of the newest revision
	Number   doc.Number // drawn at 定稿, zero before
	Label    string     // 增刊 …, of the newest revision
	Reissues DraftID    // the draft this one corrects (更正重印)
	Drafter  PersonID   // who began it
	Created  time.Time
	Updated  time.Time
	Version  int // counts changes of this record; see DraftStore.Update
	Origin   Origin
	Shares   []Share // who gets how many copies; see Desk.Spread
}

// Frozen reports whether the text can no longer change.
func (d Draft) Frozen() bool {
	switch d.State {
	case Final, Issued, Archived, Withdrawn, Voided:
		return true
	case Held:
		return d.HeldFrom == Final
	}
	return false
}

// Waiting returns the role whose turn it is, or "" if nobody's: the hands of a
// foreign draft sit at its home.
func (d Draft) Waiting(s Series) Role {
	if d.Foreign() {
		return ""
	}
	switch d.State {
	case Drafting:
		return RoleDrafter
	case Reviewing:
		return s.StepRole(d.Step)
	}
	return ""
}
