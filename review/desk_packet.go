package review

import (
	"context"
	"slices"
	"strconv"

	"jianbao/editor/doc"
)

// PacketSeal is the signature of a packet: by which key, in whose name.
type PacketSeal struct {
	Public PublicKey `json:"public"`
	Value  []byte    `json:"value"`
}

// SealedPacket is a packet as it was read from a file, with what proves that the
// file is the one its sender made.
type SealedPacket struct {
	Packet
	Digest doc.Hash // of all that is signed; names the packet
	Seal   PacketSeal
}

// sealedMessage is what a sender signs. No sign-off reads like it, so that
// neither can pass for the other.
func sealedMessage(digest doc.Hash) []byte { return []byte("jianbao.packet/1\n" + digest + "\n") }

// Pack puts a draft into a packet: to go out, or back home if it came from
// another machine. It is refused to who did not give his PIN, whose key cannot
// sign, or who has something typed that is not saved; and for a text that is
// frozen here.
func (d *Desk) Pack(ctx context.Context, who Actor, id DraftID) (Packet, error) {
	var p Packet
	err := d.store.View(ctx, func(tx Tx) error {
		f, err := load(tx, id, who.person.ID)
		if err != nil {
			return err
		}
		if err := f.mayPack(who); err != nil {
			return err
		}
		p = Packet{Kind: PacketOut, Trip: TripID(newID()), Draft: id, Heading: f.Draft.Heading, Series: f.Series,
			Base: f.Head.Seq, BaseHash: f.Head.Hash, Comments: f.Comments, Demands: f.Demands, By: who.person.ID, At: d.now()}
		if f.Draft.Foreign() {
			o := f.Draft.Origin
			p.Kind, p.Trip, p.Draft, p.Base, p.BaseHash, p.Demands = PacketBack, o.Trip, o.Draft, o.Base, o.BaseHash, nil
		}
		if err := p.addRevisions(tx, f); err != nil {
			return err
		}
		return p.addPeople(tx, f)
	})
	return p, err
}

func (f *File) mayPack(who Actor) error {
	p := f.People[who.person.ID]
	switch {
	case f.Draft.Frozen() || f.Draft.State == Held:
		return refuse(ActPacket, CodeState, "state", string(f.Draft.State))
	case p.Left || p.ID == "":
		return refuse(ActPacket, CodeInactive, "name", who.person.Name)
	case !f.Draft.Foreign() && !p.HasAny(append(f.Series.Chain(), RoleDrafter)):
		return refuse(ActPacket, CodeNoRole, "name", p.Name)
	case f.Working(p.ID) != nil:
		return refuse(ActPacket, CodeUnsaved)
	case !who.verified:
		return refuse(ActPacket, CodePIN, "name", p.Name)
	case who.pen == nil:
		return refuse(ActPacket, CodeKey)
	}
	return nil
}

func (p *Packet) addRevisions(tx Tx, f *File) error {
	for _, info := range f.Revisions {
		if (info.Seq > p.Base) != (p.Kind == PacketBack) {
			continue // known at home, or beside the text that goes out
		}
		rev, err := tx.Revisions().Get(f.Draft.ID, info.Seq)
		if err != nil {
			return err
		}
		rev.Draft = p.Draft
		p.Revisions = append(p.Revisions, rev)
	}
	return nil
}

// addPeople adds everybody whom the packet names.
func (p *Packet) addPeople(tx Tx, f *File) error {
	named := []PersonID{p.By}
	for _, r := range p.Revisions {
		named = append(named, r.Author)
	}
	for _, c := range p.Comments {
		named = append(named, c.Author, c.Closer)
	}
	for _, d := range p.Demands {
		named = append(named, d.By, d.Answerer)
	}
	slices.Sort(named)
	for _, id := range slices.Compact(named) {
		if id == "" {
			continue
		}
		k, _, err := openKey(tx, id)
		if err != nil {
			return err
		}
		p.People = append(p.People, Correspondent{ID: id, Name: f.Name(id), Public: k.Public})
	}
	return nil
}

// SealPacket signs what a packet's file says with the sender's key, in the suite
// of its series. It is refused where the key is not open.
func (d *Desk) SealPacket(who Actor, s Series, digest doc.Hash) (PacketSeal, error) {
	if who.pen == nil {
		return PacketSeal{}, refuse(ActPacket, CodeKey)
	}
	halves := who.pen.Public()
	i := slices.IndexFunc(halves, func(p PublicKey) bool { return p.Suite == s.suite() })
	if i < 0 {
		return PacketSeal{}, refuse(ActPacket, CodeKey)
	}
	value, err := who.pen.Sign(s.suite(), sealedMessage(digest))
	if err != nil {
		return PacketSeal{}, refuse(ActPacket, CodeKey)
	}
	return PacketSeal{halves[i], value}, nil
}

// Sealed reports whether a seal is the signature of exactly this digest.
func (d *Desk) Sealed(digest doc.Hash, s PacketSeal) bool {
	return d.sealer != nil && d.sealer.Verify(s.Public, sealedMessage(digest), s.Value)
}

// sound refuses a packet that its seal does not cover, or that does not hold
// together.
func (d *Desk) sound(p SealedPacket, want PacketKind) error {
	switch {
	case !d.Sealed(p.Digest, p.Seal):
		return refuse(ActPacket, CodePacketSeal)
	case p.Kind != want:
		return refuse(ActPacket, CodePacketKind, "kind", string(p.Kind))
	}
	return p.Check()
}

// Sent records that a packet left this machine in a file.
func (d *Desk) Sent(ctx context.Context, who Actor, id DraftID, p Packet, digest doc.Hash, path string) error {
	return d.store.Atomically(ctx, func(tx Tx) error {
		return record(tx, Event{At: d.now(), Actor: who.person.ID, Draft: id, Action: ActPacket, Detail: map[string]string{
			"what": "sent", "kind": string(p.Kind), "trip": string(p.Trip), "packet": string(digest), "path": path,
			"base": strconv.Itoa(p.Base), "revisions": strconv.Itoa(len(p.Revisions)), "comments": strconv.Itoa(len(p.Comments))}})
	})
}

// Acquaintance is what is known here of the key that sealed a packet.
type Acquaintance string

// The acquaintances. A key is known only from packets that were taken before:
// nothing here proves whose it is.
const (
	SignerOwn     Acquaintance = "own"     // the key of somebody of this database
	SignerKnown   Acquaintance = "known"   // taken before under this name
	SignerChanged Acquaintance = "changed" // another key was taken before under this name
	SignerNew     Acquaintance = "new"
)

// Signer returns what is known here of who sealed a packet, and his name as the
// packet gives it.
func (d *Desk) Signer(ctx context.Context, p SealedPacket) (Acquaintance, string, error) {
	name, known := p.nameOf(p.By), SignerNew
	err := d.store.View(ctx, func(tx Tx) (err error) {
		known, err = acquaintance(tx, p.Seal.Public, name)
		return err
	})
	return known, name, err
}

func acquaintance(tx Tx, public PublicKey, name string) (Acquaintance, error) {
	keys, err := tx.Keys().List("")
	if err != nil {
		return SignerNew, err
	}
	mark := public.Fingerprint()
	for _, k := range keys {
		if own, ok := k.Of(public.Suite); ok && own.Fingerprint() == mark {
			return SignerOwn, nil
		}
	}
	events, err := tx.Events().List("")
	known := SignerNew
	for _, e := range events {
		if e.Action != ActPacket || e.Detail["key"] == "" || e.Detail["name"] != name {
			continue
		}
		if e.Detail["key"] == string(mark) {
			return SignerKnown, err
		}
		known = SignerChanged
	}
	return known, err
}

func (p Packet) nameOf(id PersonID) string {
	for _, c := range p.People {
		if c.ID == id {
			return c.Name
		}
	}
	return ""
}

// detail is what the record of a packet's arrival says.
func (p SealedPacket) detail(what string) map[string]string {
	return map[string]string{"what": what, "trip": string(p.Trip), "packet": string(p.Digest), "origin": string(p.Draft),
		"key": string(p.Seal.Public.Fingerprint()), "name": p.nameOf(p.By), "base": strconv.Itoa(p.Base),
		"revisions": strconv.Itoa(len(p.Revisions)), "comments": strconv.Itoa(len(p.Comments))}
}
