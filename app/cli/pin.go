package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// pins reads PINs: from a terminal without showing them, else one line of
// standard input each.
type pins struct {
	terminal *os.File // nil where standard input is none
	lines    *bufio.Reader
	prompt   io.Writer
}

func newPINs(s Shell) *pins {
	p := &pins{lines: bufio.NewReader(s.Stdin), prompt: s.Stderr}
	if f, ok := s.Stdin.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		p.terminal = f
	}
	return p
}

// line asks for one PIN; the end of the input is "".
func (p *pins) line(question string) (string, error) {
	if p.terminal == nil {
		s, err := p.lines.ReadString('\n')
		if errors.Is(err, io.EOF) {
			err = nil
		}
		return trimLine(s), err
	}
	fmt.Fprint(p.prompt, tame(question))
	secret, err := term.ReadPassword(int(p.terminal.Fd()))
	fmt.Fprintln(p.prompt)
	return string(secret), err
}

func trimLine(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	return strings.TrimSuffix(s, "\r")
}

// pin returns the PIN that the flag's file holds in its first line, or asks.
func (c *call) pin(flag, question, name string) (string, error) {
	if path := c.in.first(flag); path != "" {
		data, err := readFile(path)
		return trimLine(string(data)), err
	}
	return c.pins.line(c.words.T(question, "name", name))
}

// newPIN asks for a PIN to be set; on a terminal twice, since nobody sees it.
func (c *call) newPIN(name string) (string, error) {
	pin, err := c.pin("pin-file", "cli.pin.new", name)
	if err != nil || c.pins.terminal == nil || c.in.has("pin-file") {
		return pin, err
	}
	again, err := c.pins.line(c.words.T("cli.pin.again", "name", name))
	if err == nil && again != pin {
		err = fail(nil, "cli.pin.differ")
	}
	return pin, err
}
