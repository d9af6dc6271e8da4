// Package handover owns giving a file or folder to the programs of the system:
// to be shown, or printed. It writes nothing, and knows no bulletin.
package handover

import (
	"errors"
	"os/exec"
	"runtime"
	"time"
)

// The codes of Error.
const (
	CodeNone   = "handover.none"   // the system has no program for it: path
	CodeFailed = "handover.failed" // the program refused: path
)

// Codes lists every code of this package.
func Codes() []string { return []string{CodeNone, CodeFailed} }

// Error says why something was not handed over.
type Error struct {
	Code, Path string
	Err        error // the cause, for a log
}

func (e *Error) Error() string { return "handover: " + e.Code + " " + e.Path }

func (e *Error) Unwrap() error { return e.Err }

// Message returns the code of the sentence people read and its arguments.
func (e *Error) Message() (string, map[string]string) {
	return e.Code, map[string]string{"path": e.Path}
}

// program is one way of giving a path to the system.
type program struct {
	name string
	args []string
}

// openers show a path in the program that its owner chose for such.
var openers = map[string][]program{
	"linux":   {{"xdg-open", nil}, {"gio", []string{"open"}}},
	"darwin":  {{"open", nil}},
	"windows": {{"rundll32", []string{"url.dll,FileProtocolHandler"}}},
}

// printers put a file on paper where nothing can show it first.
var printers = map[string][]program{
	"linux":  {{"lp", nil}, {"lpr", nil}},
	"darwin": {{"lpr", nil}},
}

// Open shows a file or folder. A non-nil error is an *Error.
func Open(path string) error { return hand(path, openers[runtime.GOOS]) }

// Print shows a file in the program from which its owner prints; where the system
// has none, it goes to the printer. A non-nil error is an *Error.
func Print(path string) error {
	return hand(path, append(openers[runtime.GOOS], printers[runtime.GOOS]...))
}

// hand tries the programs that are there, best first.
func hand(path string, programs []program) error {
	failed := &Error{Code: CodeNone, Path: path}
	for _, p := range programs {
		name, err := exec.LookPath(p.name)
		if err != nil {
			continue
		}
		if err = start(exec.Command(name, append(p.args[:len(p.args):len(p.args)], path)...)); err == nil {
			return nil
		}
		failed = &Error{Code: CodeFailed, Path: path, Err: err}
	}
	return failed
}

// patience is how long a program may take to refuse; one that still runs then
// shows what it was given.
const patience = 3 * time.Second

func start(c *exec.Cmd) error {
	if err := c.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			return errors.Join(errRefused, err)
		}
	case <-time.After(patience):
	}
	return nil
}

var errRefused = errors.New("handover: the program refused")
