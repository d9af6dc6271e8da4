package cli

import (
	"errors"

	"jianbao/editor/doc"
	"jianbao/review"
)

// criticalInfo is a change that a signer looks at by itself.
type criticalInfo struct {
	ID    string    `json:"id"`
	Place doc.Place `json:"place"`
	Old   string    `json:"old"`
	New   string    `json:"new"`
	Class string    `json:"class"`
}

func criticalChanges(list []review.Critical) []criticalInfo {
	infos := make([]criticalInfo, len(list))
	for i, c := range list {
		infos[i] = criticalInfo{c.Change, c.At.Place, c.Old, c.New, c.Class}
	}
	return infos
}

func (p *page) critical(list []criticalInfo) {
	for _, c := range list {
		p.item(p.words.T(review.CodeUnticked, "class", p.words.T("term.diff."+c.Class), "old", shorten(c.Old), "new", shorten(c.New), "change", c.ID))
	}
}

// unticked is the answer to "tick" without a change.
type unticked struct {
	By       string         `json:"by"`
	Critical []criticalInfo `json:"critical"`
}

func (u unticked) print(p *page) {
	if len(u.Critical) == 0 {
		p.say("cli.tick.none", "name", u.By)
		return
	}
	p.say("cli.tick.open", "name", u.By, "count", len(u.Critical))
	p.critical(u.Critical)
}

// tick ticks one critical change or takes the tick back, or lists those that are
// open.
func tick(c *call) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	who, err := c.who(f, review.ActTick)
	if err != nil {
		return nil, err
	}
	change := c.word(1)
	if change == "" {
		return unticked{who.name(), criticalChanges(f.CriticalOpen(who.Person().ID))}, nil
	}
	action, do := review.ActTick, c.desk.Tick
	if c.in.has("undo") {
		action, do = review.ActUntick, c.desk.Untick
	}
	f, err = do(c.ctx, who.Actor, f.Draft.ID, change)
	if errors.Is(err, review.ErrNotFound) {
		return nil, fail(err, "cli.tick.unknown", "change", change)
	}
	return c.done(action, who, f, err)
}
