package cli

import (
	"errors"
	"io"
	"time"

	"jianbao/app/i18n"
	"jianbao/app/setup"
	"jianbao/storage"
	"jianbao/storage/move"
)

// moved is the answer to "move".
type moved struct {
	From       string        `json:"from"`
	To         string        `json:"to"`
	Resumed    bool          `json:"resumed,omitempty"`
	Rows       int64         `json:"rows"`
	Added      int64         `json:"added"` // by this try
	Tables     []tableRows   `json:"tables"`
	Drafts     int           `json:"drafts"`
	Revisions  int           `json:"revisions"`
	SignOffs   int           `json:"signoffs"`
	Signatures int           `json:"signatures"`
	Texts      int64         `json:"texts"`
	Head       headInfo      `json:"head"`
	Newest     time.Time     `json:"newest"` // when the newest event happened that was copied
	Findings   []findingInfo `json:"findings"`
}

type tableRows struct {
	Table string `json:"table"`
	Rows  int64  `json:"rows"`
}

// moveDatabase copies a whole database into an empty one and compares.
func moveDatabase(c *call) (result, error) {
	m := setup.Moving{From: c.in.first("from"), To: c.in.first("to"), Passwords: c.shell.Passwords, Desk: c.shell.Desk}
	if !c.in.has("json") {
		m.Along = (&ticker{out: c.shell.Stderr, words: c.words}).tick
	}
	r, err := setup.Move(c.ctx, m)
	var p *move.Problem
	if errors.As(err, &p) && len(p.Findings) > 0 {
		return newMoved(c, m, r, p), err
	}
	if err != nil {
		return nil, err
	}
	return newMoved(c, m, r, &move.Problem{}), nil
}

func newMoved(c *call, m setup.Moving, r move.Report, p *move.Problem) moved {
	said := moved{From: storage.Shown(m.From), To: storage.Shown(m.To), Resumed: r.Resumed, Rows: r.Rows, Added: r.Added,
		Tables: []tableRows{}, Drafts: r.Verified.Drafts, Revisions: r.Verified.Revisions, SignOffs: r.Verified.SignOffs,
		Signatures: r.Verified.Signatures, Head: headInfo{r.Newest.Seq, string(r.Newest.Hash)}, Newest: r.Newest.At, Findings: []findingInfo{}}
	for _, t := range r.Tables {
		said.Tables = append(said.Tables, tableRows(t))
		if t.Table == "texts" {
			said.Texts = t.Rows
		}
	}
	for _, f := range p.Findings {
		said.Findings = append(said.Findings, findingInfo{f.Code, string(f.Draft), f.Args, c.words.With(f.Code, f.Args)})
	}
	return said
}

func (m moved) print(p *page) {
	if len(m.Findings) > 0 {
		for _, f := range m.Findings {
			p.item(f.Draft + " " + f.Message)
		}
		return
	}
	p.say("cli.move.done", "from", m.From, "to", m.To, "rows", m.Rows, "tables", len(m.Tables))
	if m.Resumed {
		p.say("cli.move.resumed", "added", m.Added)
	}
	p.say("cli.verify.read", "drafts", m.Drafts, "revisions", m.Revisions, "signoffs", m.SignOffs, "events", m.Head.Seq)
	p.say("cli.move.texts", "texts", m.Texts, "signatures", m.Signatures, "newest", m.Newest.Local().Format("2006-01-02 15:04:05"))
	p.say("cli.verify.head", "seq", m.Head.Seq, "hash", m.Head.Hash)
	p.say("cli.move.next", "from", m.From, "to", m.To)
}

// ticker says how far a move is: a line when a stage begins, and one every tenth
// of it.
type ticker struct {
	out   io.Writer
	words *i18n.Catalogue
	stage move.Stage
	tenth int64
}

func (t *ticker) tick(p move.Progress) {
	tenth := 10 * p.Done / max(p.All, 1)
	if p.Stage == t.stage && tenth <= t.tenth {
		return
	}
	t.stage, t.tenth = p.Stage, tenth
	line := &page{words: t.words}
	line.say("cli.move."+string(p.Stage), "done", p.Done, "all", p.All)
	io.WriteString(t.out, line.String()) // who does not read on misses nothing
}
