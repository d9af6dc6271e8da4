package cli

import (
	"fmt"

	"jianbao/app/i18n"
	"jianbao/editor/doc"
)

// failure is what only the command line can find wrong.
type failure struct {
	code  string
	args  map[string]string
	cause error
	usage bool // the command line itself is not understood
}

func fail(cause error, code string, args ...string) *failure {
	f := &failure{code: code, args: map[string]string{}, cause: cause}
	for i := 0; i+1 < len(args); i += 2 {
		f.args[args[i]] = args[i+1]
	}
	return f
}

func usage(code string, args ...string) *failure {
	f := fail(nil, code, args...)
	f.usage = true
	return f
}

func (f *failure) Error() string { return fmt.Sprintf("cli: %s %v: %v", f.code, f.args, f.cause) }

func (f *failure) Unwrap() error { return f.cause }

// Message returns the code of the sentence people read and its arguments.
func (f *failure) Message() (string, map[string]string) { return f.code, f.args }

// mention is a problem of a bulletin in words.
type mention struct {
	Code    string    `json:"code"`
	Place   doc.Place `json:"place"`
	Message string    `json:"message"`
}

func mentions(words *i18n.Catalogue, problems []doc.Problem) []mention {
	list := make([]mention, len(problems))
	for i, p := range problems {
		list[i] = mention{p.Code, p.Place, words.Problem(p)}
	}
	return list
}
