package faulttest

import (
	"fmt"

	"jianbao/editor/doc"
	"jianbao/review"
)

// takes is a review.Merger for which the two never disagree: theirs stands.
type takes struct{}

// MergeTexts implements review.Merger.
func (takes) MergeTexts(_, _, theirs doc.Bulletin, _ []review.Side) (review.Merging, error) {
	return review.Merging{Text: theirs}, nil
}

// digest stands for that of a packet's file, which these desks never see.
const digest doc.Hash = "00"

// packet is one that brings another text: out with a draft of another machine,
// or back with what was made of the draft at hand.
func (d *desk) packet(kind review.PacketKind) (review.SealedPacket, error) {
	p := review.Packet{Kind: kind, Trip: review.TripID(d.word()), Draft: d.id(), Series: d.series, Base: d.file.Head.Seq,
		BaseHash: d.file.Head.Hash, By: d.who.Person().ID,
		People: []review.Correspondent{{ID: d.who.Person().ID, Name: d.who.Person().Name}}}
	if kind == review.PacketOut {
		p.Draft, p.Base = review.DraftID(fmt.Sprintf("%032x", d.chance.Uint64())), 1
	}
	info := review.RevisionInfo{Draft: p.Draft, Seq: 1, Author: p.By, Cause: review.CauseSave}
	if kind == review.PacketBack {
		info.Seq, info.Parent = p.Base+1, p.Base
	}
	rev, err := review.NewRevision(info, d.text())
	if err != nil {
		return review.SealedPacket{}, err
	}
	p.Revisions = []review.Revision{rev}
	if kind == review.PacketOut {
		p.BaseHash = rev.Hash
	}
	seal, err := d.SealPacket(d.who, d.series, digest)
	return review.SealedPacket{Packet: p, Digest: digest, Seal: seal}, err
}

func (d *desk) openPacket() error {
	p, err := d.packet(review.PacketOut)
	if err != nil {
		return err
	}
	return second(d.OpenPacket(d.ctx, d.who, p))
}

func (d *desk) takePacket() error {
	p, err := d.packet(review.PacketBack)
	if err != nil {
		return err
	}
	return second(d.TakePacket(d.ctx, d.who, p))
}

func (d *desk) sent() error {
	p, err := d.Pack(d.ctx, d.who, d.id())
	if err != nil {
		return err
	}
	return d.Sent(d.ctx, d.who, d.id(), p, digest, "稿件.jbp")
}

// mergeAside sets a text aside and puts it together with the newest one.
func (d *desk) mergeAside() error {
	saved, err := d.SetAside(d.ctx, d.who, d.id(), d.file.Head.Seq, d.text())
	if err != nil || !saved.Aside {
		return refusedHere(err)
	}
	return second(d.MergeAside(d.ctx, d.who, d.id(), saved.Revision.Seq, saved.File.Head.Seq, nil))
}
