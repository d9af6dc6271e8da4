package cli

import (
	"jianbao/app/setup"
	"jianbao/review/diff"
)

// merging is the answer to "merge".
type merging struct {
	diff.Merged
	Conflicts int     `json:"conflicts"`
	Looks     int     `json:"looks"`
	Text      *string `json:"text,omitempty"` // only where nothing is left to decide
}

// merge ends with an error status where somebody must decide.
func merge(c *call) (result, error) {
	var texts [3]string
	for i := range texts {
		var err error
		if texts[i], err = c.side(c.word(i)); err != nil {
			return nil, err
		}
	}
	m := merging{Merged: setup.Comparer().Merge(texts[0], texts[1], texts[2])}
	m.Conflicts, m.Looks = m.Merged.Conflicts(), m.Merged.Looks()
	if m.Conflicts > 0 {
		return m, errSaid
	}
	text := m.Merged.Text(nil) // there is no conflict to decide
	m.Text = &text
	return m, nil
}

// stroke writes what a part that was merged changes.
func stroke(p diff.Part) string {
	new := p.Mine
	if p.Origin == diff.FromTheirs {
		new = p.Theirs
	}
	return marked("[-", p.Base, "-]") + marked("{+", new, "+}")
}

func marked(before, text, after string) string {
	if text == "" {
		return ""
	}
	return before + visible(text) + after
}

func (m merging) print(p *page) {
	n, before := 0, ""
	for _, part := range m.Parts {
		if part.Origin != diff.FromBase {
			n++
			p.say("cli.merge."+string(part.Origin), "n", n, "before", before, "base", visible(part.Base),
				"mine", visible(part.Mine), "theirs", visible(part.Theirs), "text", visible(part.Text), "change", stroke(part))
		}
		switch {
		case part.Origin == diff.Combined:
			p.say("cli.merge.look.moved")
		case part.Look:
			p.say("cli.merge.look")
		}
		before = lastRunes(part.Base, 8)
	}
	if m.Text == nil {
		p.say("cli.merge.open", "count", m.Conflicts)
		return
	}
	p.say("cli.merge.done")
	p.line(*m.Text)
}
