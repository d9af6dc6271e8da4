package review

import (
	"context"
	"slices"
)

// OpenPacket makes a foreign draft of a packet from another machine, with all
// its revisions and comments; who sent it is recorded with his key. It refuses
// what Check and the seal refuse, a packet whose draft is at home here, and one
// that was opened before.
func (d *Desk) OpenPacket(ctx context.Context, who Actor, p SealedPacket) (*File, error) {
	if err := d.sound(p, PacketOut); err != nil {
		return nil, err
	}
	var f *File
	err := d.store.Atomically(ctx, func(tx Tx) error {
		person, err := tx.People().Get(who.person.ID)
		if err != nil {
			return err
		}
		if person.Left {
			return refuse(ActPacket, CodeInactive, "name", person.Name)
		}
		if err := isNew(tx, p.Packet); err != nil {
			return err
		}
		id, err := d.adopt(tx, who, p)
		if err != nil {
			return err
		}
		f, err = d.load(tx, id, who.person.ID)
		return err
	})
	return f, err
}

// isNew refuses a packet whose draft is here already.
func isNew(tx Tx, p Packet) error {
	drafts, err := tx.Drafts().List(DraftFilter{})
	if err != nil {
		return err
	}
	for _, d := range drafts {
		switch {
		case d.ID == p.Draft:
			return refuse(ActPacket, CodePacketOwn, "id", string(d.ID))
		case d.Origin.Trip == p.Trip:
			return refuse(ActPacket, CodePacketOpened, "id", string(d.ID))
		}
	}
	return nil
}

func (d *Desk) adopt(tx Tx, who Actor, p SealedPacket) (DraftID, error) {
	series, err := d.adoptSeries(tx, who, p.Series)
	if err != nil {
		return "", err
	}
	people, err := d.acquaint(tx, p.People)
	if err != nil {
		return "", err
	}
	head, at := p.Revisions[p.Base-1], d.now()
	draft := Draft{ID: DraftID(newID()), Series: series, Heading: head.Text.Heading(), State: Drafting, Head: p.Base,
		Label: head.Text.Masthead.Label, Drafter: people[p.Revisions[0].Author], Created: at, Updated: at,
		Origin: Origin{Draft: p.Draft, Trip: p.Trip, Base: p.Base, BaseHash: p.BaseHash,
			Key: p.Seal.Public.Fingerprint(), Name: p.nameOf(p.By)}}
	if err := tx.Drafts().Add(draft); err != nil {
		return "", err
	}
	for _, rev := range p.Revisions {
		rev.Draft, rev.Author = draft.ID, people[rev.Author]
		if err := tx.Revisions().Add(rev); err != nil {
			return "", err
		}
	}
	for _, c := range p.Comments {
		c.Draft, c.Author, c.Closer = draft.ID, people[c.Author], people[c.Closer]
		if err := tx.Comments().Add(c); err != nil {
			return "", err
		}
	}
	for _, m := range p.Demands {
		m.Draft, m.By, m.Answerer = draft.ID, people[m.By], people[m.Answerer]
		if err := tx.Demands().Add(m); err != nil {
			return "", err
		}
	}
	return draft.ID, record(tx, Event{At: at, Actor: who.person.ID, Draft: draft.ID, Action: ActPacket, Detail: p.detail("opened")})
}

// adoptSeries leaves a series that is here already as it is: a packet changes no
// custom of this office.
func (d *Desk) adoptSeries(tx Tx, who Actor, s Series) (SeriesID, error) {
	all, err := tx.Series().List()
	if err != nil || slices.ContainsFunc(all, func(o Series) bool { return o.ID == s.ID }) {
		return s.ID, err
	}
	if err := tx.Series().Put(s); err != nil {
		return s.ID, err
	}
	return s.ID, record(tx, Event{At: d.now(), Actor: who.person.ID, Action: ActSeries,
		Detail: map[string]string{"series": string(s.ID), "name": s.Name, "what": "packet"}})
}

// acquaint finds the people of a packet here: by their ids, else by their names.
// Who is not here is entered as somebody who does not work here.
func (d *Desk) acquaint(tx Tx, strangers []Correspondent) (map[PersonID]PersonID, error) {
	all, err := tx.People().List()
	if err != nil {
		return nil, err
	}
	here := map[PersonID]PersonID{"": ""}
	for _, c := range strangers {
		i := slices.IndexFunc(all, func(p Person) bool { return p.ID == c.ID })
		if i < 0 {
			i = slices.IndexFunc(all, func(p Person) bool { return p.Name == c.Name })
		}
		if i < 0 {
			guest := Person{ID: c.ID, Name: c.Name, Left: true, Joined: d.now()}
			if err := d.putPerson(tx, guest, "guest"); err != nil {
				return nil, err
			}
			all, i = append(all, guest), len(all)
		}
		here[c.ID] = all[i].ID
	}
	return here, nil
}
