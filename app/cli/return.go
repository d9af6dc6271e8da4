package cli

import (
	"slices"
	"strings"

	"jianbao/review"
)

func sendBack(c *call) (result, error) {
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	to, err := earlier(f, c.in.first("to"))
	if err != nil {
		return nil, err
	}
	var demands []review.DemandText
	for _, s := range c.in.values["demand"] {
		d, err := demandText(f.Head.Text, s)
		if err != nil {
			return nil, err
		}
		demands = append(demands, d)
	}
	who, err := c.who(f, review.ActReturn)
	if err != nil {
		return nil, err
	}
	f, err = c.desk.Return(c.ctx, who.Actor, f.Draft.ID, to, c.in.first("reason"), demands)
	return c.done(review.ActReturn, who, f, err)
}

// earlier finds the hand that a draft is sent back to: the drafter unless
// another is named.
func earlier(f *review.File, role string) (int, error) {
	if role == "" || review.Role(role) == review.RoleDrafter {
		return review.ToDrafting, nil
	}
	chain := f.Series.Chain()
	step := slices.Index(chain, review.Role(role))
	if step < 0 {
		names := []string{string(review.RoleDrafter)}
		for _, r := range chain {
			names = append(names, string(r))
		}
		return 0, usage("cli.role.unknown", "role", role, "roles", strings.Join(names, "、"))
	}
	return step, nil
}

func answerDemand(c *call) (result, error) {
	n, err := number(c.word(1))
	if err != nil {
		return nil, err
	}
	verdict, err := c.verdict()
	if err != nil {
		return nil, err
	}
	f, _, err := c.file(c.word(0))
	if err != nil {
		return nil, err
	}
	if n > len(f.Demands) {
		return nil, fail(nil, "cli.demand.unknown", "n", c.word(1))
	}
	who, err := c.who(f, review.ActAnswer)
	if err != nil {
		return nil, err
	}
	answer := review.AnswerDone
	if verdict == "decline" {
		answer = review.AnswerDeclined
	}
	f, err = c.desk.AnswerDemand(c.ctx, who.Actor, f.Draft.ID, n, answer, c.in.first("note"))
	return c.done(review.ActAnswer, who, f, err)
}

// verdict tells which one of --done and --decline is given.
func (c *call) verdict() (string, error) {
	if c.in.has("done") == c.in.has("decline") {
		return "", usage("cli.verdict")
	}
	if c.in.has("done") {
		return "done", nil
	}
	return "decline", nil
}
