// Package overview owns what the desk (工作台) shows of a series: what waits for
// a person, every draft by stage, the two ledgers at a glance. It fetches that once
// and keeps it current cheaply. It paints nothing and changes nothing; how much a
// refresh reads is review.Desk.Survey's.
package overview

import (
	"context"
	"sync"
	"time"

	"jianbao/review"
	"jianbao/review/diff"
)

// Board is what one desk shows, kept from one look to the next. It may be
// refreshed from several goroutines: they wait for one another.
type Board struct {
	desk     *review.Desk
	comparer diff.Comparer
	now      func() time.Time

	turn   sync.Mutex
	survey *review.Survey          // nil until fetched
	told   map[*review.Glance]Item // what the glances of survey became
}

// NewBoard returns a board on which nothing stands yet. now is the clock of this
// machine: it says which year it is.
func NewBoard(d *review.Desk, comparer diff.Comparer, now func() time.Time) *Board {
	return &Board{desk: d, comparer: comparer, now: now}
}

// Refresh brings the board up to date for a person and a series, the first one
// where chosen is unknown, and returns what it then shows. Where it fails, the
// board stays as it was. The errors are those of the store; drafts that cannot be
// read are shown as damaged, or as missing by Overview.Damaged.
func (b *Board) Refresh(ctx context.Context, who review.Actor, chosen review.SeriesID) (Overview, error) {
	b.turn.Lock()
	defer b.turn.Unlock()
	survey, err := b.desk.Survey(ctx, who, chosen, b.survey)
	if err != nil {
		return Overview{}, err
	}
	told := make(map[*review.Glance]Item, len(survey.Drafts))
	for _, g := range survey.Drafts {
		item, known := b.told[g]
		if !known {
			item = b.tell(survey, g)
		}
		told[g] = item
	}
	b.survey, b.told = survey, told
	return b.overview(), nil
}

// Forget lets the next refresh read everything anew.
func (b *Board) Forget() {
	b.turn.Lock()
	defer b.turn.Unlock()
	b.survey, b.told = nil, nil
}

// tell makes a card's content of a glance.
func (b *Board) tell(s *review.Survey, g *review.Glance) Item {
	item := Item{Glance: g}
	if g.Author != "" {
		item.By = string(g.Author)
	}
	if p, ok := s.People[g.Author]; ok {
		item.By = p.Name
	}
	if g.From != nil {
		item.Changes = len(b.comparer.Bulletins(g.From.Text, g.Head.Text).Changes())
	}
	return item
}

func (b *Board) overview() Overview {
	s := b.survey
	o := Overview{Series: s.Series, People: s.People, Current: s.Current, Damaged: s.Damaged}
	if s.Current.ID == "" {
		return o
	}
	o.place(s.Drafts, b.told)
	o.sumUp(s.Ledger, b.now().Year())
	return o
}
