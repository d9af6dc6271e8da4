package cli

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

// shown is the answer to "show": the file of a draft and one of its texts.
type shown struct {
	row
	Expected  *issueNo        `json:"expected"` // the number it would draw now
	Seq       int             `json:"shown"`    // the revision shown
	Hash      string          `json:"hash"`     // of its canonical text, whole
	Missing   []mention       `json:"missing"`
	Revisions []revisionInfo  `json:"revisions"`
	SignOffs  []signOffInfo   `json:"signoffs"`
	Demands   []demandInfo    `json:"demands"`
	Comments  []commentInfo   `json:"comments"`
	Text      string          `json:"text"`     // as it prints
	Bulletin  json.RawMessage `json:"bulletin"` // the exchange form
}

type revisionInfo struct {
	Seq    int       `json:"revision"`
	Author string    `json:"author"`
	Stage  string    `json:"stage"`
	Cause  string    `json:"cause"`
	Note   string    `json:"note,omitempty"`
	At     time.Time `json:"at"`
	Hash   string    `json:"hash"`
}

type signOffInfo struct {
	Role     string    `json:"role"`
	Name     string    `json:"name"`
	Revision int       `json:"revision"`
	Stands   bool      `json:"stands"`
	Nature   string    `json:"nature,omitempty"`
	Comment  string    `json:"comment,omitempty"`
	At       time.Time `json:"at"`
}

type demandInfo struct {
	N      int    `json:"n"`
	By     string `json:"by"`
	Reason string `json:"reason"`
	Text   string `json:"text"`
	Quote  string `json:"quote,omitempty"`
	Holds  bool   `json:"holds"` // the quoted text still stands where it stood
	Answer string `json:"answer"`
	Note   string `json:"note,omitempty"`
}

type commentInfo struct {
	N       int      `json:"n"`
	By      string   `json:"by"`
	Text    string   `json:"text"`
	Quote   string   `json:"quote,omitempty"`
	Holds   bool     `json:"holds"`
	Status  string   `json:"status"`
	Reason  string   `json:"reason,omitempty"`
	Replies []string `json:"replies,omitempty"`
}

// raw is a text alone: what "show --format" prints.
type raw string

func (r raw) print(p *page) { p.WriteString(string(r)) }

func show(c *call) (result, error) {
	format := c.in.first("format")
	if format != "" && format != "text" && format != "json" {
		return nil, usage("cli.format.unknown", "format", format)
	}
	f, seq, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	rev, err := c.desk.Revision(c.ctx, f.Draft.ID, seq)
	if err != nil {
		return nil, err
	}
	bulletin, err := doc.Encode(rev.Text)
	if err != nil {
		return nil, err
	}
	switch {
	case c.in.has("json") || format == "":
		return c.shown(f, rev, bulletin)
	case format == "json":
		return raw(string(bulletin) + "\n"), nil
	}
	return raw(printed(rev.Text)), nil
}

func (c *call) shown(f *review.File, rev review.Revision, bulletin []byte) (result, error) {
	rows, err := c.rows()
	if err != nil {
		return nil, err
	}
	s := shown{row: rows.of(f.Draft), Expected: newNumber(f.Expected), Seq: rev.Seq, Hash: string(rev.TextHash),
		Missing: mentions(c.words, f.Missing()), Revisions: []revisionInfo{}, SignOffs: []signOffInfo{}, Demands: []demandInfo{},
		Comments: comments(f), Text: printed(rev.Text), Bulletin: bulletin}
	for _, r := range f.Revisions {
		s.Revisions = append(s.Revisions, revisionInfo{r.Seq, f.Name(r.Author), string(r.Stage), string(r.Cause), r.Note, r.At.UTC(), r.TextHash.Short()})
	}
	for _, o := range f.SignOffs {
		s.SignOffs = append(s.SignOffs, signOffInfo{string(o.Role), o.Name, o.Revision, o.Stands(f.Head.TextHash), string(o.Nature), o.Comment, o.At.UTC()})
	}
	for _, d := range f.Demands {
		s.Demands = append(s.Demands, demandInfo{d.N, f.Name(d.By), d.Reason, d.Text, d.Anchor.Quote, f.Head.Text.Holds(d.Anchor), string(d.Answer), d.Note})
	}
	return s, nil
}

// comments lists the threads with their numbers, which count from 1.
func comments(f *review.File) []commentInfo {
	list, at := []commentInfo{}, map[review.CommentID]int{}
	for _, k := range f.Comments {
		if k.ReplyTo != "" {
			i := at[k.ReplyTo]
			list[i].Replies = append(list[i].Replies, f.Name(k.Author)+"："+k.Text)
			continue
		}
		at[k.ID] = len(list)
		list = append(list, commentInfo{len(list) + 1, f.Name(k.Author), k.Text, k.Anchor.Quote, f.Head.Text.Holds(k.Anchor), string(k.Status), k.Reason, nil})
	}
	return list
}

func (s shown) print(p *page) {
	p.say("cli.show.head", "id", s.ID, "title", s.Title, "rev", s.Seq, "head", s.Revision, "hash", doc.Hash(s.Hash).Short())
	outcome{row: s.row}.stands(p)
	if s.Number == nil && s.Expected != nil {
		p.say("cli.show.expected", "number", s.Expected.in(p.words))
	}
	for _, m := range s.Missing {
		p.item(m.Message)
	}
	p.revisions(s.Revisions)
	p.signOffs(s.SignOffs)
	p.demands(s.Demands)
	p.comments(s.Comments)
	p.line(strings.Repeat("─", 40))
	p.WriteString(s.Text)
}

func (p *page) revisions(list []revisionInfo) {
	p.say("cli.show.revisions", "count", len(list))
	var rows [][]string
	for _, r := range list {
		rows = append(rows, []string{"  @" + strconv.Itoa(r.Seq), r.Author, r.Stage, p.words.T("term." + r.Cause), r.Hash,
			r.At.Local().Format("2006-01-02 15:04"), r.Note})
	}
	p.columns(rows)
}

func (p *page) signOffs(list []signOffInfo) {
	for _, o := range list {
		key := "cli.show.signoff.fell"
		if o.Stands {
			key = "cli.show.signoff"
		}
		p.say(key, "role", o.Role, "name", o.Name, "rev", o.Revision)
		p.note(o.Comment)
	}
}

func (p *page) demands(list []demandInfo) {
	for _, d := range list {
		p.say("cli.show.demand", "n", d.N, "by", d.By, "text", about(d.Text, d.Quote))
		p.orphan(d.Quote, d.Holds)
		p.say("cli.show.demand." + orOpen(d.Answer))
		p.note(d.Note)
	}
}

// about writes a remark and the words it is about as the command line takes them.
func about(text, quote string) string {
	if quote == "" {
		return text
	}
	return text + " @ " + quote
}

// orphan says that the words a remark is about are gone.
func (p *page) orphan(quote string, holds bool) {
	if !holds {
		p.say("cli.show.orphan", "quote", quote)
	}
}

// note prints what somebody added, if anything.
func (p *page) note(s string) {
	if s != "" {
		p.line("    " + oneLine(s))
	}
}

func orOpen(answer string) string {
	if answer == "" {
		return "open"
	}
	return answer
}

func (p *page) comments(list []commentInfo) {
	for _, k := range list {
		p.say("cli.show.comment", "n", k.N, "by", k.By, "text", about(k.Text, k.Quote), "status", p.words.T("term."+k.Status))
		p.orphan(k.Quote, k.Holds)
		p.note(k.Reason)
		for _, r := range k.Replies {
			p.item(r)
		}
	}
}
