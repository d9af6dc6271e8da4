package review

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"jianbao/editor/doc"
)

// Registers returns the items that hold for a series, those for every series
// among them, in the order in which they were entered; for "" those for every
// series alone.
func (d *Desk) Registers(ctx context.Context, id SeriesID) ([]Item, error) {
	var items []Item
	err := d.store.View(ctx, func(tx Tx) (err error) {
		items, err = itemsOf(tx, id)
		return err
	})
	return items, err
}

func itemsOf(tx Tx, id SeriesID) ([]Item, error) {
	all, err := tx.Items().List()
	return slices.DeleteFunc(all, func(i Item) bool { return i.Series != "" && i.Series != id }), err
}

// Entered tells what became of items that were handed in.
type Entered struct {
	Added []Item
	Known int // stood there already
}

// Enter adds items to the registers, all of them or none. An item that stands
// there already is passed over. It returns a Refusal that names what keeps an
// item out, the argument "row" of each problem counting items from 1; and
// ErrNotFound for an unknown series.
func (d *Desk) Enter(ctx context.Context, who Actor, items []Item) (Entered, error) {
	if r := invalid(items); r != nil {
		return Entered{}, r
	}
	var done Entered
	err := d.store.Atomically(ctx, func(tx Tx) error {
		all, err := tx.Items().List()
		if err != nil {
			return err
		}
		done = Entered{}
		for _, i := range items {
			if slices.ContainsFunc(all, i.Says) {
				done.Known++
				continue
			}
			i, err := d.enter(tx, who, i)
			if err != nil {
				return err
			}
			all, done.Added = append(all, i), append(done.Added, i)
		}
		return d.recordEntered(tx, who, done.Added)
	})
	return done, err
}

func invalid(items []Item) *Refusal {
	r := refuse(ActRegister, CodeItems)
	for n, i := range items {
		for _, p := range i.Validate() {
			p.Args["row"] = strconv.Itoa(n + 1)
			r.Problems = append(r.Problems, p)
		}
	}
	if len(r.Problems) == 0 {
		return nil
	}
	r.Args = map[string]string{"count": strconv.Itoa(len(r.Problems))}
	return r
}

func (d *Desk) enter(tx Tx, who Actor, i Item) (Item, error) {
	if i.Series != "" {
		if _, err := tx.Series().Get(i.Series); err != nil {
			return i, err
		}
	}
	i.ID, i.By, i.At = ItemID(newID()), who.person.ID, d.now()
	return i, tx.Items().Put(i)
}

// recordEntered makes one event of one batch: every item bears its author and
// its time itself.
func (d *Desk) recordEntered(tx Tx, who Actor, added []Item) error {
	if len(added) == 0 {
		return nil
	}
	ids, names := make([]string, len(added)), make([]string, len(added))
	for n, i := range added {
		ids[n], names[n] = string(i.ID), string(i.Kind)+" "+i.Name
	}
	return record(tx, Event{At: d.now(), Actor: who.person.ID, Action: ActRegister, Detail: map[string]string{
		"what": "added", "count": strconv.Itoa(len(added)), "items": strings.Join(ids, " "), "names": strings.Join(names, "\n")}})
}

// ChangeItem replaces an item. It returns ErrNotFound for an unknown one, a
// Refusal as Enter does.
func (d *Desk) ChangeItem(ctx context.Context, who Actor, i Item) (Item, error) {
	if r := invalid([]Item{i}); r != nil {
		return i, r
	}
	err := d.store.Atomically(ctx, func(tx Tx) error {
		old, err := tx.Items().Get(i.ID)
		if err != nil {
			return err
		}
		i.Series, i.Found, i.By, i.At = old.Series, old.Found, who.person.ID, d.now()
		if err := tx.Items().Put(i); err != nil {
			return err
		}
		return d.recordItem(tx, who, "changed", old)
	})
	return i, err
}

// RemoveItem takes an item out of its register; the event keeps what it said.
// It returns ErrNotFound for an unknown one.
func (d *Desk) RemoveItem(ctx context.Context, who Actor, id ItemID) error {
	return d.store.Atomically(ctx, func(tx Tx) error {
		old, err := tx.Items().Get(id)
		if err != nil {
			return err
		}
		if err := tx.Items().Delete(id); err != nil {
			return err
		}
		return d.recordItem(tx, who, "removed", old)
	})
}

// recordItem records what was done to an item, with what it said before.
func (d *Desk) recordItem(tx Tx, who Actor, what string, old Item) error {
	return record(tx, Event{At: d.now(), Actor: who.person.ID, Action: ActRegister, Detail: map[string]string{
		"what": what, "item": string(old.ID), "kind": string(old.Kind), "name": old.Name, "post": old.Post, "order": strconv.Itoa(old.Order),
		"short": strings.Join(old.Short, " "), "right": old.Right, "except": strings.Join(old.Except, " "),
		"from": old.From.String(), "to": old.To.String(), "note": old.Note}})
}

// AddSlip enters a slip that was found in an issue after it was final, to be
// looked for in every later issue of the series. It is refused unless the wrong
// words stand in the issue; right may not be empty.
func (d *Desk) AddSlip(ctx context.Context, who Actor, id DraftID, wrong, right, note string) (Item, error) {
	var slip Item
	_, err := d.on(ctx, ActSlip, who, id, Ask{}, func(w *work) error {
		i := Item{Series: w.file.Draft.Series, Kind: ItemSlip, Name: strings.TrimSpace(wrong), Right: strings.TrimSpace(right),
			Found: id, Note: strings.TrimSpace(note)}
		if r := invalid([]Item{i}); r != nil {
			return r
		}
		if !stands(w.file.Head.Text, i.Name) {
			return refuse(ActSlip, CodeNotThere, "text", i.Name)
		}
		var err error
		if slip, err = d.enter(w.tx, who, i); err != nil {
			return err
		}
		return w.record(ActSlip, map[string]string{"item": string(slip.ID), "wrong": i.Name, "right": i.Right, "note": i.Note})
	})
	return slip, err
}

// stands reports whether words stand in a text.
func stands(b doc.Bulletin, words string) bool {
	return slices.ContainsFunc(Sentences(b), func(s Sentence) bool { return strings.Contains(s.Text, words) })
}
