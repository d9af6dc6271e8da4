package cli

import (
	"io"
	"path/filepath"
	"strings"
	"time"

	"jianbao/app/proofread"
	"jianbao/app/setup"
	"jianbao/storage/exchange"
)

// reported is the answer to "check --report".
type reported struct {
	exchange.Result
	Open      int `json:"open"`
	Dismissed int `json:"dismissed"`
}

func (r reported) print(p *page) {
	p.say("cli.check.reported", "path", r.Path, "open", r.Open, "dismissed", r.Dismissed)
}

// proofreport writes what is found in a revision, and what was decided about it: a
// table where the name of the file ends in .csv, else lines.
func (c *call) proofreport(s subject) (result, error) {
	if s.file == nil {
		return nil, fail(nil, "cli.check.noreport", "name", c.word(0))
	}
	r, err := c.reportOf(s)
	if err != nil {
		return nil, err
	}
	write, path := r.Text, c.in.first("report")
	if strings.EqualFold(filepath.Ext(path), ".csv") {
		write = r.CSV
	}
	made, err := exchange.Deliver(c.ctx, filepath.Dir(path), filepath.Base(path),
		func(w io.Writer) error { return write(w, c.words) }, func(string) error { return nil })
	return reported{made, len(r.Open), len(r.Gone)}, err
}

func (c *call) reportOf(s subject) (proofread.Report, error) {
	rev, err := c.desk.Revision(c.ctx, s.file.Draft.ID, s.revision)
	if err != nil {
		return proofread.Report{}, err
	}
	r := proofread.Report{Title: s.file.Draft.Heading, Series: s.series.Name, At: time.Now(), Revision: rev.Seq,
		Hash: rev.TextHash.Short(), Name: s.file.Name}
	checker, err := c.checker(s)
	if err != nil {
		return r, err
	}
	found, err := checker.Check(c.ctx, s.text)
	if err != nil {
		return r, err
	}
	memory, err := c.desk.Dismissals(c.ctx, s.series.ID)
	if err != nil {
		return r, err
	}
	r.Open, r.Gone = proofread.Sift(s.text, found, s.file.Draft.ID, memory)
	rules, err := setup.Rules()
	r.Off = proofread.Off(rules, s.series)
	return r, err
}
