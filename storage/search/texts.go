package search

import (
	"jianbao/review"
	"jianbao/review/find"
)

// texts keeps the texts that were last quoted from, taken apart and folded: the
// newest issues are quoted at every key that is typed. A revision never changes, so
// none of it grows old.
type texts struct {
	folded map[textKey]find.Folded
	order  []textKey // as they came
}

type textKey struct {
	draft    review.DraftID
	revision int
}

// keptTexts is how many texts are kept: some 15 MB of long ones.
const keptTexts = 1000

func newTexts() *texts { return &texts{folded: map[textKey]find.Folded{}} }

func (t *texts) get(c find.Card) (find.Folded, bool) {
	text, ok := t.folded[textKey{c.Draft, c.Revision}]
	return text, ok
}

func (t *texts) put(c find.Card, text find.Folded) {
	key := textKey{c.Draft, c.Revision}
	if len(t.order) == keptTexts {
		delete(t.folded, t.order[0])
		t.order = t.order[1:]
	}
	t.folded[key], t.order = text, append(t.order, key)
}
