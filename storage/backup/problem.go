package backup

import "fmt"

// The codes of this package.
const (
	CodeGood    = "backup.good"    // newest, count
	CodeNone    = "backup.none"    // folder
	CodeOld     = "backup.old"     // newest
	CodeFailed  = "backup.failed"  // detail, at
	CodeDamaged = "backup.damaged" // name
	CodeMemory  = "backup.memory"  // the work is in memory only
	CodeServer  = "backup.server"  // the work is on a server, and so are its backups
	CodeFolder  = "backup.folder"  // folder
	CodeInUse   = "backup.inuse"   // path
	CodeReserve = "backup.reserve" // the reserve was used
)

// Codes lists every code of this package.
func Codes() []string {
	return []string{CodeGood, CodeNone, CodeOld, CodeFailed, CodeDamaged, CodeMemory, CodeServer, CodeFolder, CodeInUse, CodeReserve}
}

// Problem says why something could not be done. Code names the sentence.
type Problem struct {
	Code string
	Args map[string]string
	Err  error
}

func problem(code string, err error, args ...string) *Problem {
	p := &Problem{Code: code, Args: map[string]string{}, Err: err}
	for i := 0; i+1 < len(args); i += 2 {
		p.Args[args[i]] = args[i+1]
	}
	return p
}

func (p *Problem) Error() string { return fmt.Sprintf("%s %v: %v", p.Code, p.Args, p.Err) }

func (p *Problem) Unwrap() error { return p.Err }

// Message returns the code of the sentence people read and its arguments.
func (p *Problem) Message() (string, map[string]string) { return p.Code, p.Args }
