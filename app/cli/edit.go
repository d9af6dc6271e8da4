package cli

import (
	"path/filepath"

	"jianbao/review"
	"jianbao/storage/exchange"
)

// edit makes a revision from a file. ID@REV says which revision the file was
// made from; where the draft has moved on since, the new one stands aside.
func edit(c *call) (result, error) {
	path := c.in.first("from")
	read, err := c.readIssue(path, false)
	if err != nil {
		return nil, err
	}
	f, base, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.who(f, review.ActEdit)
	if err != nil {
		return nil, err
	}
	note := c.in.first("note")
	if note == "" {
		note = filepath.Base(path)
	}
	saved, err := c.desk.Save(c.ctx, who.Actor, f.Draft.ID, base, exchange.Adopt(f.Head.Text, read.Bulletin, read.exact), note)
	if err != nil {
		return nil, err
	}
	o, err := c.outcome(review.ActEdit, who, saved.File)
	o.Unchanged, o.Fell = saved.Unchanged, saved.Fell
	if saved.Aside {
		o.Aside = saved.Revision.Seq
	}
	return o, err
}
