package review

import (
	"context"
	"slices"
	"strconv"
)

// Taken tells what became of a packet that came back.
type Taken struct {
	Saved
	Kept     int // the revision aside that holds the returned text whole; 0 where it is the newest, or nothing was changed
	Open     []Disagreement
	Comments int // that came in
	Closed   int // threads that were closed there
}

// TakePacket brings home what was made of a draft on another machine. Where
// nobody changed it here since, its revisions follow the newest one. Otherwise
// the returned text is kept aside, and put together with the newest one if the
// two agree; each revision keeps its author. It refuses what Check and the seal
// refuse, a packet whose draft or base is not here, one that was taken before,
// and a draft that this person may not edit now.
func (d *Desk) TakePacket(ctx context.Context, who Actor, p SealedPacket) (Taken, error) {
	if err := d.sound(p, PacketBack); err != nil {
		return Taken{}, err
	}
	var taken Taken
	may := func(f *File) error { return f.mayTake(who, p.Packet) }
	if err := d.isHome(ctx, p); err != nil {
		return Taken{}, err
	}
	after, err := d.within(ctx, who, p.Draft, may, func(w *work) error {
		if err := w.neverTaken(p); err != nil {
			return err
		}
		people, err := w.acquaint(w.tx, p.People)
		if err != nil {
			return err
		}
		taken = Taken{}
		if err := w.takeText(p.Packet, people, &taken); err != nil {
			return err
		}
		if err := w.takeComments(p.Packet, people, &taken); err != nil {
			return err
		}
		detail := p.detail("taken")
		detail["conflicts"], detail["kept"] = strconv.Itoa(len(taken.Open)), strconv.Itoa(taken.Kept)
		return w.record(ActPacket, detail)
	})
	taken.File = after
	return taken, err
}

func (d *Desk) isHome(ctx context.Context, p SealedPacket) error {
	return d.store.View(ctx, func(tx Tx) error {
		drafts, err := tx.Drafts().List(DraftFilter{Prefix: p.Draft})
		if err == nil && !slices.ContainsFunc(drafts, func(d Draft) bool { return d.ID == p.Draft }) {
			err = refuse(ActPacket, CodePacketStranger, "heading", p.Heading)
		}
		return err
	})
}

func (f *File) mayTake(who Actor, p Packet) error {
	if f.Draft.Frozen() {
		return refuse(ActPacket, CodePacketFrozen, "state", string(f.Draft.State))
	}
	if p.Base > len(f.Revisions) || f.Revisions[p.Base-1].Hash != p.BaseHash {
		return refuse(ActPacket, CodePacketBase, "rev", strconv.Itoa(p.Base))
	}
	return f.Can(ActEdit, who, Ask{})
}

func (w *work) neverTaken(p SealedPacket) error {
	events, err := w.tx.Events().List(w.file.Draft.ID)
	for _, e := range events {
		if e.Action == ActPacket && e.Detail["what"] == "taken" && e.Detail["packet"] == string(p.Digest) {
			return refuse(ActPacket, CodePacketTwice)
		}
	}
	return err
}

// takeText takes in what was written there: the texts that were set aside there
// are set aside here too, then the others.
func (w *work) takeText(p Packet, people map[PersonID]PersonID, taken *Taken) error {
	var line []Outside
	for _, r := range p.Revisions {
		o := Outside{Author: people[r.Author], Text: r.Text, Note: r.Note}
		last := len(line) - 1
		switch {
		case r.Cause == CauseAside:
			if _, _, err := w.enterAside(p.Base, o); err != nil {
				return err
			}
		case last >= 0 && line[last].Author == o.Author:
			line[last] = o // one revision for what one person did in one go
		default:
			line = append(line, o)
		}
	}
	if len(line) == 0 {
		taken.Unchanged = true
		return nil
	}
	if w.file.Draft.Head == p.Base {
		return w.follow(p.Base, line, taken)
	}
	return w.meet(p.Base, line, taken)
}

// enterAside keeps a text as a revision beside the newest one.
func (w *work) enterAside(base int, o Outside) (Saved, int, error) {
	return w.enter(base, o, CauseAside, Saved{})
}

// follow makes the texts the newest ones, one after the other.
func (w *work) follow(base int, line []Outside, taken *Taken) (err error) {
	for _, o := range line {
		if taken.Saved, base, err = w.enter(base, o, CausePacket, taken.Saved); err != nil {
			return err
		}
	}
	return nil
}

// meet keeps the last text aside and puts the line together with what was done
// here since; it changes nothing of the newest text where the two disagree.
func (w *work) meet(base int, line []Outside, taken *Taken) error {
	last := line[len(line)-1]
	kept, _, err := w.enterAside(base, last)
	if err != nil {
		return err
	}
	if kept.Unchanged {
		taken.Saved = kept
		return nil
	}
	taken.Kept = kept.Revision.Seq
	if w.merger == nil {
		taken.Saved = kept
		return nil
	}
	was, err := w.tx.Revisions().Get(w.file.Draft.ID, base)
	if err != nil {
		return err
	}
	mine := w.file.Head.Text
	whole, err := w.merger.MergeTexts(was.Text, mine, last.Text, nil)
	if err != nil {
		return err
	}
	if taken.Open = whole.Open; len(whole.Open) > 0 {
		taken.Saved = kept
		return nil
	}
	var merged []Outside
	for _, o := range line {
		m, err := w.merger.MergeTexts(was.Text, mine, o.Text, nil)
		if err != nil {
			return err
		}
		if o.Text = m.Text; len(m.Open) == 0 {
			merged = append(merged, o)
		}
	}
	return w.follow(w.file.Draft.Head, merged, taken)
}

// takeComments adds what was remarked there, and closes the threads that were
// closed there. One closed on both sides stays as it was closed here.
func (w *work) takeComments(p Packet, people map[PersonID]PersonID, taken *Taken) error {
	for _, c := range p.Comments {
		c.Draft, c.Author, c.Closer = w.file.Draft.ID, people[c.Author], people[c.Closer]
		i := slices.IndexFunc(w.file.Comments, func(o Comment) bool { return o.ID == c.ID })
		if i < 0 {
			c.Revision = w.file.Head.Seq
			if err := w.tx.Comments().Add(c); err != nil {
				return err
			}
			taken.Comments++
			continue
		}
		here := w.file.Comments[i]
		if here.Status != CommentOpen || c.Status == CommentOpen || c.Status == "" {
			continue
		}
		here.Status, here.Reason, here.Closer, here.ClosedAt = c.Status, c.Reason, c.Closer, c.ClosedAt
		if err := w.tx.Comments().Update(here); err != nil {
			return err
		}
		taken.Closed++
	}
	return nil
}
