package setup

import "fmt"

// The codes of Problem.
const (
	CodeSeries = "setup.series.unreadable" // detail
)

// Codes lists every code of this package.
func Codes() []string { return []string{CodeSeries} }

// Problem says why something could not be set up. Code names the sentence
// people read.
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

func (p *Problem) Error() string { return fmt.Sprintf("setup: %s: %v", p.Code, p.Err) }

func (p *Problem) Unwrap() error { return p.Err }

// Message returns the code of the sentence people read and its arguments.
func (p *Problem) Message() (string, map[string]string) { return p.Code, p.Args }
