package desktest

import "jianbao/review"

// returned is a packet that brings a draft home with another text, sealed by
// who gives it.
func (d *draft) returned(a review.Actor) (review.SealedPacket, error) {
	base, err := d.desk.Revision(d.ctx, d.id, 1)
	if err != nil {
		return review.SealedPacket{}, err
	}
	rev, err := review.NewRevision(review.RevisionInfo{Draft: d.id, Seq: 2, Parent: 1, Author: a.Person().ID, Cause: review.CauseSave}, newText(body("夹带。")))
	if err != nil {
		return review.SealedPacket{}, err
	}
	seal, err := d.desk.SealPacket(a, d.series, "00")
	return review.SealedPacket{Digest: "00", Seal: seal, Packet: review.Packet{Kind: review.PacketBack, Trip: "t", Draft: d.id, Series: d.series,
		Base: 1, BaseHash: base.Hash, Revisions: []review.Revision{rev}, By: a.Person().ID,
		People: []review.Correspondent{{ID: a.Person().ID, Name: a.Person().Name}}}}, err
}

// takeReturned takes home what returned brings.
func (d *draft) takeReturned(a review.Actor) error {
	p, err := d.returned(a)
	if err != nil {
		return err
	}
	return second(d.desk.TakePacket(d.ctx, a, p))
}

var packetRules = []rule{
	{"a text that comes home in a packet follows the one that it was made from", func(o *office) {
		d := o.begin()
		o.ok(d.takeReturned(o.as(drafter)))
		equal(o, "cause", d.file().Head.Cause, review.CausePacket)
	}},
	{"a text that comes home after 定稿 is refused in words", func(o *office) {
		d := o.begin().finish()
		o.refused(d.takeReturned(o.as(allHands)), review.CodePacketFrozen)
	}},
	{"a packet is signed only by who gave his PIN", func(o *office) {
		d := o.begin()
		who, err := o.desk.As(o.ctx, drafter)
		o.ok(err)
		_, err = o.desk.Pack(o.ctx, who, d.id)
		o.refused(err, review.CodePIN)
		_, err = o.desk.SealPacket(who, o.series, "00")
		o.refused(err, review.CodeKey)
	}},
}
