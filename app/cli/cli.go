// Package cli owns the command line: which commands there are, what they take
// and what they print. It holds no rule of the office: every command is a use
// case of review.Desk, the same that the window calls.
package cli

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"runtime"
	"strings"

	"jianbao/app/i18n"
	"jianbao/app/secret"
	"jianbao/app/settings"
	"jianbao/app/setup"
	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/ledger"
	"jianbao/storage/exchange/register"
)

// Version is what --version says.
const Version = setup.Version

// The exit statuses.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

// Window opens the window on files, if any, and returns when it is closed.
type Window func(ctx context.Context, o setup.Options, files []string) error

// Shell is where a command line runs: what it reads and writes, and the window
// it opens where no command is given.
type Shell struct {
	Stdin          io.Reader
	Stdout, Stderr io.Writer
	Getenv         func(string) string
	Window         Window
	Settings       settings.File   // names the server, where nothing else names a database
	Passwords      secret.Keyring  // of logins to servers; nil for none
	Desk           []review.Option // how the desk works; tests use it

	open opener // nil for setup.Open; tests have other stores stand behind a name
}

// opener opens what options say.
type opener func(context.Context, setup.Options) (*setup.Program, error)

// Run does what args say and returns the exit status: 0 done, 1 refused or
// failed, 2 not understood.
func (s Shell) Run(ctx context.Context, args []string) int {
	in, parseErr := parse(args)
	language := s.language(in)
	words, err := setup.Words(language)
	if err != nil {
		io.WriteString(s.Stderr, err.Error()+"\n")
		return exitFailed
	}
	c := &call{ctx: ctx, in: in, language: language, shell: s, words: words, pins: newPINs(s)}
	defer c.close()
	if parseErr == nil {
		parseErr = c.dispatch()
	}
	return c.report(parseErr)
}

// language is the one asked for, or "" where none is that the program speaks.
func (s Shell) language(in input) i18n.Language {
	for _, asked := range []string{in.first("lang"), s.Getenv("JIANBAO_LANG")} {
		if l := i18n.Language(asked); l == i18n.Chinese || l == i18n.English {
			return l
		}
	}
	return ""
}

// errSaid ends a command whose answer already says that something is wrong.
var errSaid = errors.New("cli: the answer says what is wrong")

// dispatch finds the command and runs it.
func (c *call) dispatch() error {
	if c.in.has("version") {
		return c.answer(version{Version})
	}
	cmd, words, ok := find(c.in.words)
	switch {
	case !ok && len(c.in.words) == 0 && c.in.has("help"):
		return c.answer(newOverview())
	case !ok && filesOnly(c.in.words):
		return c.window()
	case !ok:
		return usage("cli.command.unknown", "name", c.in.words[0])
	case c.in.has("help"):
		return c.answer(newManual(cmd))
	}
	c.in.words = words
	if err := cmd.accepts(c.in); err != nil {
		return err
	}
	if err := c.prepare(cmd); err != nil {
		return err
	}
	result, err := cmd.run(c)
	if result != nil {
		return errors.Join(c.answer(result), err)
	}
	return err
}

// filesOnly reports whether every word names a file: then the window opens them.
func filesOnly(words []string) bool {
	for _, w := range words {
		if info, err := os.Stat(w); err != nil || info.IsDir() {
			return false
		}
	}
	return true
}

func (c *call) window() error {
	if c.shell.Window == nil || runtime.GOOS == "linux" && c.shell.Getenv("DISPLAY") == "" {
		return usage("cli.window.none")
	}
	return c.shell.Window(c.ctx, c.surroundings(), c.in.words)
}

// answer writes a result: as JSON, or in words.
func (c *call) answer(r result) error {
	if !c.in.has("json") {
		return c.print(c.shell.Stdout, r)
	}
	return c.encode(c.shell.Stdout, r)
}

func (c *call) encode(w io.Writer, v any) error {
	var out strings.Builder
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return err
	}
	_, err := io.WriteString(w, tameJSON(out.String()))
	return err
}

// report says on stderr why a command was not done, and returns its status.
func (c *call) report(err error) int {
	var own *failure
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errSaid):
		return exitFailed
	case errors.As(err, &own) && own.usage:
		c.complain(err)
		return exitUsage
	}
	c.complain(err)
	return exitFailed
}

// complaint is an error as --json writes it.
type complaint struct {
	Code     string    `json:"code"`
	Message  string    `json:"message"`
	Problems []mention `json:"problems,omitempty"`
}

func (c *call) complain(err error) {
	said := complaint{Code: "error.unexpected", Message: c.sentence(err)}
	var m i18n.Messenger
	if errors.As(err, &m) {
		said.Code, _ = m.Message()
	}
	said.Problems = mentions(c.words, problemsOf(err))
	if c.in.has("json") {
		if c.encode(c.shell.Stderr, map[string]complaint{"error": said}) == nil {
			return
		}
	}
	p := &page{words: c.words}
	p.line(said.Message)
	for _, m := range said.Problems {
		p.item(m.Message)
	}
	io.WriteString(c.shell.Stderr, tame(p.String()))
}

// sentence is the catalogue's. What the command line itself found wrong quotes
// words as they were typed, even where one of them is a term.
func (c *call) sentence(err error) string {
	var own *failure
	if !errors.As(err, &own) {
		return c.words.Error(err)
	}
	var pairs []any
	for name, value := range own.args {
		pairs = append(pairs, name, value)
	}
	return c.words.T(own.code, pairs...)
}

func problemsOf(err error) []doc.Problem {
	var refusal *review.Refusal
	if errors.As(err, &refusal) {
		return refusal.Problems
	}
	var table *register.Error
	if errors.As(err, &table) {
		return table.Problems
	}
	var old *ledger.Error
	if errors.As(err, &old) {
		return old.Problems
	}
	return nil
}

// readFile reads a file named on the command line.
func readFile(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fail(err, "cli.file.none", "file", path)
	case errors.Is(err, fs.ErrPermission):
		return nil, fail(err, "cli.file.denied", "file", path)
	case err != nil:
		return nil, fail(err, "cli.file.unreadable", "file", path)
	}
	return data, nil
}
