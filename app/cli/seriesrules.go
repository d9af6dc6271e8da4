package cli

import (
	"slices"
	"strconv"
	"strings"

	"jianbao/app/setup"
	"jianbao/review"
	"jianbao/review/proof"
)

// ruleInfo is a rule of proofreading as it holds in a series.
type ruleInfo struct {
	Rule      string `json:"rule"`
	Name      string `json:"name"`
	Level     string `json:"level"`
	Off       bool   `json:"off,omitempty"`
	Changed   bool   `json:"changed,omitempty"` // not as the rule itself says
	Shown     int    `json:"shown"`
	Accepted  int    `json:"accepted"`
	Dismissed int    `json:"dismissed"`
}

// ruleInfos is the answer to "series rules".
type ruleInfos []ruleInfo

// seriesRules shows how the rules hold in a series and what became of their
// findings, or changes one rule.
func seriesRules(c *call) (result, error) {
	s, err := c.series(c.word(0))
	if err != nil {
		return nil, err
	}
	rules, err := setup.Rules()
	if err != nil {
		return nil, err
	}
	only := c.word(1)
	if only != "" && !slices.ContainsFunc(rules, func(r *proof.Rule) bool { return r.ID == only }) {
		return nil, fail(nil, "cli.rule.unknown", "rule", only)
	}
	if only != "" && (c.in.has("off") || c.in.has("on") || c.in.has("level")) {
		if s, err = c.setRule(s, only); err != nil {
			return nil, err
		}
	}
	tallies, err := c.desk.Tallies(c.ctx, s.ID)
	return ruleInfosOf(s, rules, tallies, only), err
}

// setRule changes a rule; --on gives it back its own level.
func (c *call) setRule(s review.Series, rule string) (review.Series, error) {
	who, err := c.named()
	if err != nil {
		return s, err
	}
	level := c.in.first("level")
	if level != "" && !slices.Contains(proof.Levels(), proof.Level(level)) {
		return s, usage("cli.level.unknown", "level", level, "levels", "error、warning、suggestion")
	}
	if err := c.desk.SetRule(c.ctx, who.Actor, s.ID, rule, review.RuleSetting{Off: c.in.has("off"), Level: level}); err != nil {
		return s, err
	}
	return c.series(string(s.ID))
}

func ruleInfosOf(s review.Series, rules []*proof.Rule, tallies []review.Tally, only string) ruleInfos {
	counts := map[string]review.Tally{}
	for _, t := range tallies {
		counts[t.Rule] = t
	}
	list := ruleInfos{}
	for _, r := range rules {
		if only != "" && r.ID != only {
			continue
		}
		set, changed := s.Rules[r.ID]
		t := counts[r.ID]
		i := ruleInfo{r.ID, r.Name, string(r.Level), set.Off, changed, t.Shown, t.Accepted, t.Dismissed}
		if set.Level != "" {
			i.Level = set.Level
		}
		list = append(list, i)
	}
	return list
}

func (list ruleInfos) print(p *page) {
	p.say("cli.series.rules", "count", len(list))
	var rows [][]string
	for _, r := range list {
		rows = append(rows, []string{"  " + r.Rule, r.Name, r.state(p), strconv.Itoa(r.Shown), strconv.Itoa(r.Accepted), strconv.Itoa(r.Dismissed)})
	}
	p.columns(rows)
}

func (r ruleInfo) state(p *page) string {
	var words []string
	if r.Off {
		words = append(words, p.words.T("cli.rule.off"))
	} else {
		words = append(words, p.words.T("term.proof."+r.Level))
	}
	if r.Changed {
		words = append(words, p.words.T("cli.rule.changed"))
	}
	return strings.Join(words, "·")
}
