package cli

import (
	"io"
	"slices"

	"jianbao/review"
)

// signed is the answer to "sign": also what was shown and ticked beforehand.
type signed struct {
	outcome
	Critical []criticalInfo `json:"critical"`
	Nature   string         `json:"nature,omitempty"` // of what changed since the person's earlier signature
}

func (s signed) print(p *page) {
	s.outcome.print(p)
	if s.Nature != "" {
		p.say("cli.sign.nature", "name", s.By, "nature", p.words.T("term."+s.Nature))
	}
}

// sign signs the revision named, or the newest one; the desk refuses any other
// than the newest. Critical changes are shown before the PIN is asked for, and
// count as ticked, each by itself, once it is given.
func sign(c *call) (result, error) {
	f, seq, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.who(f, review.ActSign)
	if err != nil {
		return nil, err
	}
	nature, open := f.Nature(who.Person().ID), []review.Critical{}
	if seq == f.Head.Seq {
		open = f.CriticalOpen(who.Person().ID)
	}
	if err := c.showBefore(who, open); err != nil {
		return nil, err
	}
	if who, err = c.unlock(who); err != nil {
		return nil, err
	}
	signing := review.Signing{Revision: seq, Comment: c.in.first("note"), Override: c.in.first("override"), Errors: c.in.first("despite")}
	if f, err = c.tickAndSign(who, f, open, signing); err != nil {
		return nil, err
	}
	o, err := c.outcome(review.ActSign, who, f)
	return signed{o, criticalChanges(open), string(nature)}, err
}

// showBefore lists critical changes on stderr; --json has them in its answer.
func (c *call) showBefore(who acting, open []review.Critical) error {
	if len(open) == 0 || c.in.has("json") {
		return nil
	}
	p := &page{words: c.words}
	p.say("cli.sign.critical", "name", who.name(), "count", len(open))
	p.critical(criticalChanges(open))
	_, err := io.WriteString(c.shell.Stderr, tame(p.String()))
	return err
}

// tickAndSign ticks nothing where something else stands in the way, such as a
// tick that this person has taken back: that he gives again by himself.
func (c *call) tickAndSign(who acting, f *review.File, open []review.Critical, s review.Signing) (*review.File, error) {
	err := f.Can(review.ActSign, who.Actor, review.Ask{Override: s.Override, Errors: s.Errors})
	takenBack := func(c review.Critical) bool { return f.TookBack(who.Person().ID, c.Change) }
	if err != nil && s.Revision == f.Head.Seq && (!refusedFor(err, review.CodeCritical) || slices.ContainsFunc(open, takenBack)) {
		return nil, err
	}
	for _, change := range open {
		if _, err := c.desk.Tick(c.ctx, who.Actor, f.Draft.ID, change.Change); err != nil {
			return nil, err
		}
	}
	return c.desk.Sign(c.ctx, who.Actor, f.Draft.ID, s)
}
