package review

import (
	"context"
	"slices"
	"strconv"
	"strings"
)

// Dismissals returns those of a series, oldest first, taken back ones included.
func (d *Desk) Dismissals(ctx context.Context, id SeriesID) (Dismissals, error) {
	var all []Dismissal
	err := d.store.View(ctx, func(tx Tx) (err error) {
		all, err = tx.Dismissals().List(id)
		return err
	})
	return all, err
}

// Dismiss records that a finding is none, for a reason. What is dismissed
// already stays as it is.
func (d *Desk) Dismiss(ctx context.Context, who Actor, id DraftID, m Mark, scope Scope, reason string) (Dismissal, error) {
	var made Dismissal
	reason = strings.TrimSpace(reason)
	_, err := d.on(ctx, ActDismiss, who, id, Ask{Reason: reason}, func(w *work) error {
		if !slices.Contains(Scopes(), scope) {
			return refuse(ActDismiss, CodeUnknown, "value", string(scope))
		}
		all, err := w.tx.Dismissals().List(w.file.Draft.Series)
		if err != nil {
			return err
		}
		if old, ok := Dismissals(all).Of(id, m); ok && old.Scope == scope {
			made = old
			return nil
		}
		made = Dismissal{ID: DismissalID(newID()), Series: w.file.Draft.Series, Draft: id, Mark: m, Scope: scope,
			Reason: reason, By: who.person.ID, At: w.at}
		if err := w.tx.Dismissals().Put(made); err != nil {
			return err
		}
		if err := count(w.tx, made.Series, map[string]Tally{m.Rule: {Shown: 1, Dismissed: 1}}); err != nil {
			return err
		}
		return w.record(ActDismiss, map[string]string{"dismissal": string(made.ID), "rule": m.Rule, "words": m.Words,
			"sentence": string(m.Sentence), "scope": string(scope), "reason": reason})
	})
	return made, err
}

// Undismiss takes a dismissal back: the finding stands again. It returns
// ErrNotFound for one that is not of the draft's series or was taken back.
func (d *Desk) Undismiss(ctx context.Context, who Actor, id DraftID, which DismissalID) error {
	_, err := d.on(ctx, ActDismiss, who, id, Ask{Reason: "undo"}, func(w *work) error {
		all, err := w.tx.Dismissals().List(w.file.Draft.Series)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(d Dismissal) bool { return d.ID == which && d.UndoneBy == "" })
		if i < 0 {
			return ErrNotFound
		}
		gone := all[i]
		gone.UndoneBy, gone.UndoneAt = who.person.ID, w.at
		if err := w.tx.Dismissals().Put(gone); err != nil {
			return err
		}
		if err := count(w.tx, gone.Series, map[string]Tally{gone.Rule: {Shown: -1, Dismissed: -1}}); err != nil {
			return err
		}
		return w.record(ActDismiss, map[string]string{"undone": string(which), "rule": gone.Rule, "words": gone.Words})
	})
	return err
}

// Accepted counts findings of a draft whose fixes a person took over, by rule.
// The change itself is in the text and its revision; no event is made.
func (d *Desk) Accepted(ctx context.Context, id DraftID, byRule map[string]int) error {
	return d.store.Atomically(ctx, func(tx Tx) error {
		draft, err := tx.Drafts().Get(id)
		if err != nil {
			return err
		}
		more := map[string]Tally{}
		for rule, n := range byRule {
			more[rule] = Tally{Shown: n, Accepted: n}
		}
		return count(tx, draft.Series, more)
	})
}

// Tallies returns what became of the findings in a series, by rule.
func (d *Desk) Tallies(ctx context.Context, id SeriesID) ([]Tally, error) {
	var all []Tally
	err := d.store.View(ctx, func(tx Tx) (err error) {
		all, err = tx.Tallies().List(id)
		return err
	})
	return all, err
}

// SetRule changes a rule of proofreading for a series; the zero setting gives
// the rule back its own. Whether there is such a rule is not known here.
func (d *Desk) SetRule(ctx context.Context, who Actor, id SeriesID, rule string, s RuleSetting) error {
	return d.store.Atomically(ctx, func(tx Tx) error {
		series, err := tx.Series().Get(id)
		if err != nil {
			return err
		}
		series.Rules = withRule(series.Rules, rule, s)
		if err := tx.Series().Put(series); err != nil {
			return err
		}
		return record(tx, Event{At: d.now(), Actor: who.person.ID, Action: ActSeries, Detail: map[string]string{
			"series": string(id), "name": series.Name, "rule": rule, "off": strconv.FormatBool(s.Off), "level": s.Level}})
	})
}
