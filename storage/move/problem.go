package move

import (
	"fmt"
	"strconv"

	"jianbao/review"
)

// The codes of a Problem.
const (
	CodeMemory     = "move.memory"     // one of the two is in memory only
	CodeSame       = "move.same"       // both are one database
	CodeNothing    = "move.nothing"    // nothing ever happened in the source
	CodeHalf       = "move.half"       // the source is itself an unfinished copy
	CodeTaken      = "move.taken"      // the target is not empty
	CodeDone       = "move.done"       // the target holds a finished copy of the source
	CodeOther      = "move.other"      // the target is an unfinished copy of another database
	CodeRights     = "move.rights"     // the login may not fill the target
	CodeChanged    = "move.changed"    // what never changes is not the same in both: table, row
	CodeBroken     = "move.broken"     // what was copied is no longer what was written: detail
	CodeDamaged    = "move.damaged"    // the source is not what was written: count
	CodeUnlike     = "move.unlike"     // a table is not the same after copying: table, want, got
	CodeUnsound    = "move.unsound"    // the copy does not verify: count
	CodeUnfinished = "move.unfinished" // nobody may work in an unfinished copy
)

// Codes lists every code of this package.
func Codes() []string {
	return []string{CodeMemory, CodeSame, CodeNothing, CodeHalf, CodeTaken, CodeDone, CodeOther, CodeRights,
		CodeChanged, CodeBroken, CodeDamaged, CodeUnlike, CodeUnsound, CodeUnfinished}
}

// Problem says why a database was not copied, or not wholly. Code names the
// sentence people read.
type Problem struct {
	Code     string
	Args     map[string]string
	Findings []review.Finding // everything that is wrong, where that is more than one thing
	Err      error
}

func (p *Problem) Error() string { return fmt.Sprintf("move: %s %v: %v", p.Code, p.Args, p.Err) }

// Unwrap returns what went wrong below, if anything did.
func (p *Problem) Unwrap() error { return p.Err }

// Message returns the code of the sentence people read and its arguments.
func (p *Problem) Message() (string, map[string]string) { return p.Code, p.Args }

func problem(code string, args ...string) *Problem {
	p := &Problem{Code: code, Args: map[string]string{}}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[args[i]] = args[i+1]
	}
	return p
}

func found(code string, findings []review.Finding) *Problem {
	p := problem(code, "count", strconv.Itoa(len(findings)))
	p.Findings = findings
	return p
}
