package cli

import (
	"errors"
	"os"
	"strings"

	"jianbao/app/setup"
	"jianbao/review/diff"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/text"
)

// comparison is the answer to "diff".
type comparison struct{ diff.Script }

// compare opens the database only where a side is no file.
func compare(c *call) (result, error) {
	old, err := c.side(c.word(0))
	if err != nil {
		return nil, err
	}
	fresh, err := c.side(c.word(1))
	if err != nil {
		return nil, err
	}
	return comparison{setup.Comparer().Texts(old, fresh)}, nil
}

// side returns the text of one side: a file as it is, or a revision as it
// prints.
func (c *call) side(name string) (string, error) {
	if info, err := os.Stat(name); err == nil && !info.IsDir() {
		return c.textOf(name)
	}
	if c.desk == nil {
		if err := c.openNamed(); err != nil {
			return "", err
		}
	}
	f, seq, err := c.file(name)
	if unknown := new(failure); errors.As(err, &unknown) && unknown.code == "cli.draft.unknown" {
		return "", fail(err, "cli.diff.unknown", "name", name)
	}
	if err != nil {
		return "", err
	}
	rev, err := c.desk.Revision(c.ctx, f.Draft.ID, seq)
	return printed(rev.Text), err
}

// textOf reads a file of any kind: a text as it is, any other laid out as a text
// file has it, for it has no margins and blank lines of its own. An empty file
// is an empty side.
func (c *call) textOf(path string) (string, error) {
	data, err := readFile(path)
	if err != nil || len(data) == 0 {
		return "", err
	}
	f, err := exchange.Open(c.ctx, data)
	if err != nil {
		return "", err
	}
	if f.Kind == exchange.KindTXT {
		s, _, err := text.Decode(data)
		return s, err
	}
	r, err := f.Exact()
	return printed(r.Bulletin), err
}

func (s comparison) print(p *page) {
	if !s.Changed() {
		p.say("cli.diff.same")
		return
	}
	n, before := 0, ""
	for _, h := range s.Hunks {
		if h.IsChange() {
			n++
			p.say("cli.diff."+string(h.Kind), "n", n, "mark", importance(p, h), "old", visible(h.Old), "new", visible(h.New), "move", h.Move,
				"before", before, "class", p.words.T("term.diff."+string(h.Class)))
		}
		before = lastRunes(h.New, 8)
	}
}

// importance marks the changes that must be looked at one by one.
func importance(p *page, h diff.Hunk) string {
	if h.Critical {
		return p.words.T("cli.diff.critical")
	}
	return ""
}

// visible shows line ends, which else could not be told from the layout.
func visible(s string) string { return strings.ReplaceAll(s, "\n", "↵") }

func lastRunes(s string, n int) string {
	runes := []rune(visible(s))
	return string(runes[max(0, len(runes)-n):])
}
