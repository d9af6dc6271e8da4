package cli

import (
	"errors"
	"os"

	"jianbao/review"
	"jianbao/storage/exchange"
	"jianbao/storage/exchange/packet"
)

// sender is who made a packet, as far as that is known here.
type sender struct {
	Name  string `json:"name"`
	Key   string `json:"key"` // fingerprint
	Known string `json:"known"`
}

func (c *call) sender(p review.SealedPacket) (sender, error) {
	known, name, err := c.desk.Signer(c.ctx, p)
	return sender{name, string(p.Seal.Public.Fingerprint()), string(known)}, err
}

func (s sender) print(p *page) { p.say("packet.signer."+s.Known, "name", s.Name, "key", s.Key) }

func (c *call) readPacket(path string) (review.SealedPacket, sender, error) {
	data, err := readFile(path)
	if err != nil {
		return review.SealedPacket{}, sender{}, err
	}
	p, err := packet.Read(data, c.desk.Sealed)
	if err != nil {
		return p, sender{}, err
	}
	s, err := c.sender(p)
	return p, s, err
}

// sent is the answer to "packet send".
type sent struct {
	outcome
	Kind     string          `json:"kind"`
	Comments int             `json:"comments"`
	File     exchange.Result `json:"file"`
}

// sendPacket sends a draft of this machine out, and one from another back.
func sendPacket(c *call) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.worker(f)
	if err != nil {
		return nil, err
	}
	if who, err = c.unlock(who); err != nil {
		return nil, err
	}
	defer who.Rest()
	dir := c.folder()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return nil, fail(err, "cli.folder.unmade", "folder", dir)
	}
	p, file, err := c.program.SendPacket(c.ctx, who.Actor, f.Draft.ID, dir)
	if err != nil {
		return nil, err
	}
	o, err := c.outcome(review.ActPacket, who, f)
	return sent{o, string(p.Kind), len(p.Comments), file}, err
}

// worker returns the person that --as names, else the only one who works here
// and may have a hand in the draft; f is nil where there is none yet.
func (c *call) worker(f *review.File) (acting, error) {
	if c.in.has("as") {
		return c.named()
	}
	people, err := c.desk.People(c.ctx)
	if err != nil {
		return acting{}, err
	}
	var may []acting
	for _, p := range people {
		if p.Left {
			continue
		}
		who, err := c.as(p.Name)
		if err != nil {
			return acting{}, err
		}
		if f == nil || f.Can(review.ActComment, who.Actor, review.Ask{}) == nil {
			may = append(may, who)
		}
	}
	return only(may)
}

func (s sent) print(p *page) {
	s.outcome.print(p)
	p.say("packet.sent."+s.Kind, "path", s.File.Path, "bytes", s.File.Bytes, "comments", s.Comments)
}

// opened is the answer to "packet open".
type opened struct {
	outcome
	Sender sender `json:"sender"`
}

func openPacket(c *call) (result, error) {
	p, from, err := c.readPacket(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.worker(nil)
	if err != nil {
		return nil, err
	}
	f, err := c.desk.OpenPacket(c.ctx, who.Actor, p)
	if err != nil {
		return nil, err
	}
	o, err := c.outcome(review.ActPacket, who, f)
	return opened{o, from}, err
}

func (o opened) print(p *page) {
	o.outcome.print(p)
	o.Sender.print(p)
	p.say("packet.abroad", "name", o.Sender.Name)
}

// taken is the answer to "packet take".
type taken struct {
	outcome
	Sender    sender                `json:"sender"`
	Kept      int                   `json:"kept,omitempty"`
	Comments  int                   `json:"comments"`
	Closed    int                   `json:"closed"`
	Conflicts []review.Disagreement `json:"conflicts"`
}

// takePacket ends with an error status where somebody must decide.
func takePacket(c *call) (result, error) {
	p, from, err := c.readPacket(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.taker(p)
	if err != nil {
		return nil, err
	}
	came, err := c.desk.TakePacket(c.ctx, who.Actor, p)
	if err != nil {
		return nil, err
	}
	t := taken{Sender: from, Kept: came.Kept, Comments: came.Comments, Closed: came.Closed, Conflicts: came.Open}
	if t.outcome, err = c.outcome(review.ActPacket, who, came.File); err != nil {
		return nil, err
	}
	t.Unchanged, t.Fell = came.Unchanged, came.Fell
	if len(came.Open) > 0 {
		return t, errSaid
	}
	return t, nil
}

// taker is who may edit the draft now; a draft that is not at home here is the
// desk's to refuse.
func (c *call) taker(p review.SealedPacket) (acting, error) {
	f, err := c.desk.Open(c.ctx, review.Actor{}, p.Draft)
	if errors.Is(err, review.ErrNotFound) {
		return c.worker(nil)
	}
	if err != nil || f.Draft.Frozen() {
		return acting{}, err
	}
	return c.who(f, review.ActEdit)
}

func (t taken) print(p *page) {
	t.outcome.print(p)
	t.Sender.print(p)
	p.say("packet.taken", "comments", t.Comments, "closed", t.Closed)
	if t.Kept > 0 {
		p.say("packet.kept", "id", t.ID, "rev", t.Kept)
	}
	p.disagreements(t.Conflicts, t.ID, t.Kept)
}

func (p *page) disagreements(list []review.Disagreement, id string, aside int) {
	for i, d := range list {
		p.say("packet.conflict", "n", i+1, "base", visible(d.Base), "mine", visible(d.Mine), "theirs", visible(d.Theirs))
	}
	if len(list) > 0 {
		p.say("packet.conflicts", "count", len(list), "id", id, "rev", aside)
	}
}

// mergedAside is the answer to "packet merge": what has to be decided, or what came
// of the decisions.
type mergedAside struct {
	outcome
	Conflicts []review.Disagreement `json:"conflicts"`
	aside     int
}

// mergeAside puts a revision aside together with the newest one; without --pick
// it lists what has to be decided.
func mergeAside(c *call) (result, error) {
	f, aside, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.who(f, review.ActEdit)
	if err != nil {
		return nil, err
	}
	m := mergedAside{aside: aside}
	if m.Conflicts, err = c.desk.Disagreements(c.ctx, f.Draft.ID, aside); err != nil {
		return nil, err
	}
	if len(m.Conflicts) > 0 && !c.in.has("pick") {
		m.outcome, err = c.outcome(review.ActPacket, who, f)
		return m, errors.Join(err, errSaid)
	}
	saved, err := c.desk.MergeAside(c.ctx, who.Actor, f.Draft.ID, aside, f.Head.Seq, c.picks())
	if err != nil {
		return nil, err
	}
	m.Conflicts = nil
	m.outcome, err = c.outcome(review.ActEdit, who, saved.File)
	m.Unchanged, m.Fell = saved.Unchanged, saved.Fell
	return m, err
}

func (c *call) picks() []review.Side {
	var sides []review.Side
	for _, s := range c.in.values["pick"] {
		sides = append(sides, review.Side(s))
	}
	return sides
}

func (m mergedAside) print(p *page) {
	if len(m.Conflicts) == 0 {
		m.outcome.print(p)
	}
	p.disagreements(m.Conflicts, m.ID, m.aside)
}
