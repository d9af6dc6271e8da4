package cli

import (
	"errors"
	"os"
	"slices"
	"strings"

	"jianbao/app/setup"
	sheets "jianbao/editor/typeset/page"
	"jianbao/review"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/text"
)

// exported is the answer to "export".
type exported struct {
	ID       string            `json:"id"`
	Revision int               `json:"revision"`
	Final    bool              `json:"final"`
	Stamp    string            `json:"stamp,omitempty"` // what a draft's files say on themselves
	Files    []exchange.Result `json:"files"`
	Notices  []sheets.Notice   `json:"notices,omitempty"` // what the pages could not do
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

// textStyle reads how a TXT is to be written.
func (c *call) textStyle() (exchange.TextStyle, error) {
	style := exchange.TextStyle{BOM: c.in.has("bom"), CRLF: c.in.has("crlf")}
	switch name := c.in.first("encoding"); strings.ToLower(name) {
	case "", "utf-8", "utf8":
	case "gb18030":
		style.Encoding = text.GB18030
	default:
		return style, fail(nil, "cli.encoding", "encoding", name)
	}
	return style, nil
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
	layout, err := c.layout(f)
	if err != nil {
		return e, err
	}
	layout.Sentences, layout.WideMargin = c.in.has("sentences"), c.in.has("wide-margin")
	meta := exchange.Meta{Final: e.Final, Stamp: e.Stamp, Creator: f.Head.Text.Masthead.Office, Created: f.Head.At, Layout: layout}
	if meta.Text, err = c.textStyle(); err != nil {
		return e, err
	}
	if meta.Marked, err = c.marking(f, formats); err != nil {
		return e, err
	}
	if slices.ContainsFunc(formats, exchange.Format.Paged) {
		e.Notices = exchange.Lay(f.Head.Text, meta).Notices
	}
	e.Files, err = c.write(f, formats, dir, meta)
	for _, file := range e.Files {
		if err := c.desk.RecordExport(c.ctx, who, f.Head.RevisionInfo, string(file.Format), file.Path, file.SHA256); err != nil {
			return e, err
		}
	}
	return e, errors.Join(err, c.unlike(who, f, formats, len(e.Files), err))
}

// unlike records that the format after those written did not say what it should.
func (c *call) unlike(who review.Actor, f *review.File, formats []exchange.Format, written int, failed error) error {
	u, ok := exchange.UnlikeOf(failed)
	if !ok {
		return nil
	}
	u.Format = string(exchange.Archive) // which is written last
	if plain := plain(formats); written < len(plain) {
		u.Format = string(plain[written])
	}
	return c.desk.RecordUnlike(c.ctx, who, f.Head.RevisionInfo, u)
}

// plain are the formats that a text alone is written in.
func plain(formats []exchange.Format) []exchange.Format {
	return slices.DeleteFunc(slices.Clone(formats), func(f exchange.Format) bool { return f == exchange.Archive })
}

// write writes the formats; an archive package, which needs more than the text,
// after all others.
func (c *call) write(f *review.File, formats []exchange.Format, dir string, meta exchange.Meta) ([]exchange.Result, error) {
	plain := plain(formats)
	files, err := exchange.Export(c.ctx, dir, f.Head.Text, plain, meta)
	if err != nil || len(plain) == len(formats) {
		return files, err
	}
	events, err := c.desk.History(c.ctx, f.Draft.ID)
	if err != nil {
		return files, err
	}
	head, err := c.desk.ChainHead(c.ctx)
	if err != nil {
		return files, err
	}
	signed, err := c.desk.Signatures(c.ctx, f.Draft.ID)
	if err != nil {
		return files, err
	}
	record, err := setup.Record(f, events, head, signed)
	if err != nil {
		return files, err
	}
	archived, err := exchange.ExportArchive(c.ctx, dir, f.Head.Text, record, meta)
	return append(files, archived...), err
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
	for _, n := range e.Notices {
		p.say("cli.export.notice", "said", p.words.With(n.Code, n.Args))
	}
}
