package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"jianbao/review"
	"jianbao/storage/exchange"
)

// transcribed is the answer to "import --as-changes-of".
type transcribed struct {
	outcome
	File      string   `json:"file"`
	Authors   []string `json:"authors"`   // whose changes became revisions, in their order
	Comments  int      `json:"comments"`  // that came in with them
	Untracked bool     `json:"untracked"` // there are changes that the file does not show as such
	Notices   []string `json:"notices,omitempty"`
}

// transcribe (代录) makes revisions of the changes in a file that came back, each
// by who made it.
func transcribe(c *call) (result, error) {
	f, base, err := c.file(c.in.first("as-changes-of"))
	if err != nil {
		return nil, err
	}
	who, err := c.who(f, review.ActEdit)
	if err != nil {
		return nil, err
	}
	rev, err := c.desk.Revision(c.ctx, f.Draft.ID, base)
	if err != nil {
		return nil, err
	}
	data, err := readFile(c.word(0))
	if err != nil {
		return nil, err
	}
	opened, err := exchange.Open(c.ctx, data)
	if err != nil {
		return nil, err
	}
	came, err := opened.ChangesOf(rev.Text)
	if err != nil {
		return nil, err
	}
	answer := transcribed{File: filepath.Base(c.word(0)), Comments: len(came.Remarks), Untracked: came.Untracked,
		Notices: notices(c.words, opened.Notices)}
	hands, remarks, err := c.attribute(came, answer.File)
	if err != nil {
		return nil, err
	}
	saved, err := c.desk.EnterFor(c.ctx, who.Actor, f.Draft.ID, base, hands, remarks)
	if err != nil {
		return nil, err
	}
	for _, h := range hands {
		if name := saved.Name(h.Author); !slices.Contains(answer.Authors, name) {
			answer.Authors = append(answer.Authors, name)
		}
	}
	answer.outcome, err = c.outcome(review.ActEdit, who, saved.File)
	answer.Unchanged, answer.Fell = saved.Unchanged, saved.Fell
	if saved.Aside {
		answer.Aside = saved.Revision.Seq
	}
	return answer, err
}

// attribute finds the people whom the file names.
func (c *call) attribute(came exchange.Returned, file string) ([]review.Outside, []review.OutsideRemark, error) {
	people, err := c.desk.People(c.ctx)
	if err != nil {
		return nil, nil, err
	}
	var hands []review.Outside
	for _, h := range came.Hands {
		id, err := c.author(people, h.Author)
		if err != nil {
			return nil, nil, err
		}
		hands = append(hands, review.Outside{Author: id, Text: h.Text, Note: file})
	}
	var remarks []review.OutsideRemark
	for _, r := range came.Remarks {
		id, err := c.author(people, r.Author)
		if err != nil {
			return nil, nil, err
		}
		remarks = append(remarks, review.OutsideRemark{Author: id, Anchor: r.Anchor, Text: r.Text, ReplyTo: r.ReplyTo, Done: r.Done})
	}
	return hands, remarks, nil
}

// author is the person of that name, else the one that --author names: programs
// name people as they please.
func (c *call) author(people []review.Person, name string) (review.PersonID, error) {
	named := func(name string) int {
		return slices.IndexFunc(people, func(p review.Person) bool { return p.Name == strings.TrimSpace(name) })
	}
	at := named(name)
	if at < 0 && c.in.has("author") {
		name = c.in.first("author")
		if at = named(name); at < 0 {
			return "", fail(nil, "cli.person.unknown", "name", name)
		}
	}
	if at < 0 {
		return "", usage("cli.transcribe.author", "name", name)
	}
	return people[at].ID, nil
}

func (t transcribed) print(p *page) {
	t.outcome.print(p)
	p.say("cli.transcribed", "file", t.File, "names", joined(t.Authors), "comments", t.Comments)
	if t.Untracked {
		p.say("cli.transcribed.untracked")
	}
	for _, n := range t.Notices {
		p.item(n)
	}
}
