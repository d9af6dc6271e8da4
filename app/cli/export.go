package cli

import (
	"os"
	"strings"

	"jianbao/review"
	"jianbao/storage/exchange"
)

// exported is the answer to "export".
type exported struct {
	ID       string            `json:"id"`
	Revision int               `json:"revision"`
	Final    bool              `json:"final"`
	Stamp    string            `json:"stamp,omitempty"` // what a draft's files say on themselves
	Files    []exchange.Result `json:"files"`
}

func export(c *call) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.named()
	if err != nil {
		return nil, err
	}
	return c.export(who.Actor, f, c.formats(), c.folder())
}

// formats reads --to; every format where it is not given.
func (c *call) formats() []exchange.Format {
	if !c.in.has("to") {
		return exchange.Formats()
	}
	var list []exchange.Format
	for name := range strings.SplitSeq(c.in.first("to"), ",") {
		list = append(list, exchange.Format(strings.ToLower(strings.TrimSpace(name))))
	}
	return list
}

func (c *call) folder() string {
	if dir := c.in.first("out"); dir != "" {
		return dir
	}
	return "."
}

// export writes the newest text of a draft and records every file made, also
// where a later one fails.
func (c *call) export(who review.Actor, f *review.File, formats []exchange.Format, dir string) (exported, error) {
	e := exported{ID: string(f.Draft.ID), Revision: f.Head.Seq}
	key, marked := stamp(f.Draft)
	if marked {
		e.Stamp = c.words.T(key, "hash", f.Head.TextHash.Short())
	}
	e.Final = !marked
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return e, fail(err, "cli.folder.unmade", "folder", dir)
	}
	meta := exchange.Meta{Final: e.Final, Stamp: e.Stamp, Creator: f.Head.Text.Masthead.Office, Created: f.Head.At}
	var err error
	e.Files, err = exchange.Export(c.ctx, dir, f.Head.Text, formats, meta)
	for _, file := range e.Files {
		if err := c.desk.RecordExport(c.ctx, who, f.Head.RevisionInfo, string(file.Format), file.Path, file.SHA256); err != nil {
			return e, err
		}
	}
	return e, err
}

// stamp names the sentence that a file must bear unless its text was signed
// through, numbered and not voided. It is printed on a Chinese document, and so
// is Chinese in every language of the interface.
func stamp(d review.Draft) (key string, marked bool) {
	switch {
	case d.State == review.Voided:
		return "cli.export.stamp.void", true
	case d.Number.IsZero():
		return "cli.export.stamp", true
	}
	return "", false
}

func (e exported) print(p *page) {
	if e.Stamp != "" {
		p.say("cli.export.draft", "stamp", e.Stamp)
	}
	for _, f := range e.Files {
		p.say("cli.export.file", "path", f.Path, "bytes", f.Bytes, "sha256", f.SHA256)
	}
}
