package review

import (
	"errors"
	"fmt"
	"slices"

	"jianbao/editor/doc"
)

// kind is a sentinel error with a stable code by which the message catalogue
// finds its sentence.
type kind string

func (k kind) Error() string { return "review: " + string(k) }

// Message returns the code of the sentence people read.
func (k kind) Message() (string, map[string]string) { return string(k), nil }

// What a store or the desk may answer. Test with errors.Is.
var (
	ErrNotFound  error = kind("store.notfound") // no such record
	ErrExists    error = kind("store.exists")   // a record with this identity is there already
	ErrStale     error = kind("store.stale")    // somebody else changed it since it was read
	ErrDamaged   error = kind("store.damaged")  // what is stored is not what was written
	ErrBusy      error = kind("store.busy")     // another program holds the database too long
	ErrFull      error = kind("store.full")     // no room left on the disk
	ErrReadOnly  error = kind("store.readonly") // the database cannot be written
	ErrForeign   error = kind("store.foreign")  // the file is not a database of this program
	ErrNewer     error = kind("store.newer")    // the database was made by a newer program
	ErrLost      error = kind("store.lost")     // the server cannot be reached; nothing of this was done
	ErrUnsure    error = kind("store.unsure")   // the server was lost while it answered: this may be done, or not
	ErrDenied    error = kind("store.denied")   // the server does not let this login do that
	ErrWrongPIN  error = kind("review.pin.wrong")
	ErrNoPIN     error = kind("review.pin.none")
	ErrWeakPIN   error = kind("review.pin.weak")
	ErrAmbiguous error = kind("review.name.ambiguous")
)

// Refusal says that an action is not allowed now, and why. Code names the
// sentence people read and Args fill it; Problems, if any, are the places to
// mend first.
type Refusal struct {
	Action   Action
	Code     string
	Args     map[string]string
	Problems []doc.Problem
}

// ErrRefused is what every Refusal is, in the sense of errors.Is.
var ErrRefused = errors.New("review: refused")

func (r *Refusal) Error() string {
	return fmt.Sprintf("review: %s refused: %s %v", r.Action, r.Code, r.Args)
}

// Is makes errors.Is(err, ErrRefused) true.
func (r *Refusal) Is(target error) bool { return target == ErrRefused }

// Message returns the code of the sentence people read and its arguments.
func (r *Refusal) Message() (string, map[string]string) { return r.Code, r.Args }

func refuse(a Action, code string, args ...string) *Refusal {
	r := &Refusal{Action: a, Code: code}
	for i := 0; i+1 < len(args); i += 2 {
		if r.Args == nil {
			r.Args = map[string]string{}
		}
		r.Args[args[i]] = args[i+1]
	}
	return r
}

// The codes of refusals.
const (
	CodeState      = "review.refuse.state"
	CodeRole       = "review.refuse.role"
	CodeSameHand   = "review.refuse.samehand"
	CodeMissing    = "review.refuse.missing"
	CodeInvalid    = "review.refuse.invalid"
	CodeDemands    = "review.refuse.demands"
	CodeComments   = "review.refuse.comments"
	CodePIN        = "review.refuse.pin"
	CodeReason     = "review.refuse.reason"
	CodeNoDemand   = "review.refuse.nodemand"
	CodeMoved      = "review.refuse.moved"
	CodeNumber     = "review.refuse.number"
	CodePastYear   = "review.refuse.pastyear"
	CodeEarlier    = "review.refuse.earlier"
	CodeAnswered   = "review.refuse.answered"
	CodeClosed     = "review.refuse.closed"
	CodeName       = "review.refuse.name"
	CodeNoRole     = "review.refuse.norole"
	CodeNumbered   = "review.refuse.numbered"
	CodeInactive   = "review.refuse.inactive"
	CodeOverridden = "review.refuse.override"
	CodeUnsaved    = "review.refuse.unsaved"
	CodeNoDate     = "review.refuse.nodate"
	CodeUnknown    = "review.refuse.unknown"
	CodeStranded   = "review.refuse.stranded"
	CodeCritical   = "review.refuse.critical"
	CodeFlaws      = "review.refuse.flaws"
	CodeFlaw       = "review.flaw.open" // one of the problems of CodeFlaws
	CodeItems      = "review.refuse.items"
	CodeNotThere   = "review.refuse.notthere"
	CodeKey        = "review.refuse.key"     // the key is not open, or cannot be opened
	CodeWitness    = "review.refuse.witness" // somebody else who gave his PIN must do it
	CodeTries      = "review.refuse.tries"   // too many wrong PINs: wait
	CodeSuite      = "review.refuse.suite"
	CodeTakeover   = "review.refuse.takeover"   // rows of an old ledger cannot be entered: count
	CodeExplain    = "review.refuse.explain"    // gaps or duplicates of an old ledger need a reason: count
	CodeAbroad     = "review.refuse.abroad"     // a draft from another machine: only there
	CodeUnlike     = "review.refuse.unlike"     // files did not say what was signed: formats
	CodeHeld       = "review.refuse.held"       // another writes in this article: name, at
	CodePatience   = "review.refuse.patience"   // he was asked to yield just now: name, at, seconds
	CodeUnticked   = "review.critical.unticked" // one of the problems of CodeCritical
)

// Codes lists every code of this package that reaches people, so that the
// message catalogue can be checked for completeness.
func Codes() []string {
	codes := []string{CodeState, CodeRole, CodeSameHand, CodeMissing, CodeInvalid, CodeDemands, CodeComments, CodePIN,
		CodeReason, CodeNoDemand, CodeMoved, CodeNumber, CodePastYear, CodeEarlier, CodeAnswered, CodeClosed, CodeName,
		CodeNoRole, CodeNumbered, CodeInactive, CodeOverridden, CodeUnsaved, CodeNoDate, CodeUnknown, CodeStranded, CodeCritical, CodeUnticked,
		CodeFlaws, CodeFlaw, CodeItems, CodeNotThere, CodeUnlike, CodeKey, CodeWitness, CodeTries, CodeSuite, CodeTakeover, CodeExplain, CodeAbroad, CodeHeld, CodePatience}
	for _, k := range []error{ErrNotFound, ErrExists, ErrStale, ErrDamaged, ErrBusy, ErrFull, ErrReadOnly, ErrForeign,
		ErrNewer, ErrLost, ErrUnsure, ErrDenied, ErrWrongPIN, ErrNoPIN, ErrWeakPIN, ErrAmbiguous} {
		codes = append(codes, string(k.(kind)))
	}
	return slices.Concat(codes, findingCodes, itemCodes, takeoverCodes, packetCodes)
}
