package review

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"jianbao/editor/doc"
)

// Packet (评审包) is a draft on its way between two machines that share no
// database: out to be reviewed there, or back with what was made of it.
type Packet struct {
	Kind      PacketKind
	Trip      TripID  // the same out and back
	Draft     DraftID // at home
	Heading   string
	Series    Series
	Base      int        // the newest revision when it went out
	BaseHash  doc.Hash   // of its stored bytes
	Revisions []Revision // out: those up to Base; back: those made since, numbered from Base+1
	Comments  []Comment
	Demands   []Demand // out only: to be read there
	People    []Correspondent
	By        PersonID // who sends it
	At        time.Time
}

// PacketKind is the way a packet goes.
type PacketKind string

// The ways.
const (
	PacketOut  PacketKind = "out"
	PacketBack PacketKind = "back"
)

// TripID names a packet that went out, and what comes back of it.
type TripID string

// Correspondent is somebody whose name a packet needs, with the public halves of
// the key he signs with now. His PIN and what it seals never leave a machine.
type Correspondent struct {
	ID     PersonID
	Name   string
	Public []PublicKey
}

// Origin is where a draft came from in a packet; zero for one begun here.
type Origin struct {
	Draft    DraftID  `json:"draft"` // at home
	Trip     TripID   `json:"trip"`
	Base     int      `json:"base"`
	BaseHash doc.Hash `json:"basehash"`
	Key      doc.Hash `json:"key"` // fingerprint of who sent it
	Name     string   `json:"name"`
}

// Foreign reports whether the draft is at home on another machine: here it is
// read and edited, there it is signed and numbered.
func (d Draft) Foreign() bool { return d.Origin != Origin{} }

// abroad lists what may be done to a foreign draft. Whoever works here may: the
// hands of its series sit at home.
var abroad = []Action{ActEdit, ActComment, ActDecide, ActDismiss, ActStep, ActWithdraw}

func (f *File) mayAbroad(a Action, who Actor) error {
	switch {
	case !slices.Contains(abroad, a):
		return refuse(a, CodeAbroad, "name", f.Draft.Origin.Name)
	case who.person.Left:
		return refuse(a, CodeInactive, "name", who.person.Name)
	}
	return nil
}

// The codes of what Check finds and of what keeps a packet out.
const (
	CodePacketBad      = "packet.bad"      // it does not hold together: what
	CodePacketOwn      = "packet.own"      // opened on the machine where its draft is at home
	CodePacketOpened   = "packet.opened"   // opened before: id
	CodePacketKind     = "packet.kind"     // it goes the other way
	CodePacketStranger = "packet.stranger" // its draft is not at home here
	CodePacketBase     = "packet.base"     // the version it was made from is not here: rev
	CodePacketTwice    = "packet.twice"    // taken in before
	CodePacketFrozen   = "packet.frozen"   // the draft's text is final by now
	CodePacketSeal     = "packet.seal"     // the signature is not that of these bytes
	CodePacketPicks    = "packet.picks"    // not every conflict is decided: open
	CodePacketAside    = "packet.aside"    // not a version kept aside: rev
)

var packetCodes = []string{CodePacketBad, CodePacketOwn, CodePacketOpened, CodePacketKind, CodePacketStranger, CodePacketBase,
	CodePacketTwice, CodePacketFrozen, CodePacketSeal, CodePacketPicks, CodePacketAside}

// Check says what does not hold together, nil if everything does: whoever signed
// a packet, nothing is taken on trust.
func (p Packet) Check() error {
	checks := []struct {
		what  string
		sound bool
	}{
		{"kind", p.Kind == PacketOut || p.Kind == PacketBack},
		{"ids", p.Trip != "" && p.Draft != "" && p.Series.ID != "" && p.Series.Name != ""},
		{"people", p.peopleSound()},
		{"revisions", p.revisionsSound()},
		{"comments", p.commentsSound()},
		{"demands", p.demandsSound()},
		{"series", p.Series.Template.Validate() == nil && p.Series.Suite.known()},
	}
	for _, c := range checks {
		if !c.sound {
			return refuse(ActPacket, CodePacketBad, "what", "packet"+c.what)
		}
	}
	return nil
}

func (p Packet) knows(ids ...PersonID) bool {
	return !slices.ContainsFunc(ids, func(id PersonID) bool {
		return !slices.ContainsFunc(p.People, func(c Correspondent) bool { return c.ID == id })
	})
}

func (p Packet) peopleSound() bool {
	seen := map[PersonID]bool{}
	for _, c := range p.People {
		if c.ID == "" || seen[c.ID] || c.Name == "" || c.Name != strings.TrimSpace(c.Name) || strings.ContainsFunc(c.Name, unicode.IsControl) {
			return false
		}
		seen[c.ID] = true
	}
	return seen[p.By]
}

// revisionsSound also hashes every text again.
func (p Packet) revisionsSound() bool {
	first := 1
	if p.Kind == PacketBack {
		first = p.Base + 1
	}
	if p.Base < 1 || p.BaseHash == "" || p.Kind == PacketOut && (len(p.Revisions) != p.Base || p.Revisions[p.Base-1].Hash != p.BaseHash) {
		return false
	}
	for i, r := range p.Revisions {
		again, err := NewRevision(r.RevisionInfo, r.Text)
		if err != nil || again.RevisionInfo != r.RevisionInfo || r.Seq != first+i || r.Parent < 0 || r.Parent >= r.Seq ||
			r.Parent == 0 && r.Seq > 1 || !p.knows(r.Author) {
			return false
		}
	}
	return true
}

func (p Packet) commentsSound() bool {
	threads, seen := map[CommentID]bool{}, map[CommentID]bool{}
	for _, c := range p.Comments {
		isStatus := c.Status == CommentOpen || (c.Status == CommentResolved || c.Status == CommentDeclined) && p.knows(c.Closer)
		if c.ID == "" || seen[c.ID] || c.Text == "" || !p.knows(c.Author) || c.ReplyTo == "" && !isStatus ||
			c.ReplyTo != "" && (!threads[c.ReplyTo] || c.Status != "") {
			return false
		}
		seen[c.ID], threads[c.ID] = true, c.ReplyTo == ""
	}
	return true
}

func (p Packet) demandsSound() bool {
	for i, d := range p.Demands {
		if d.ID == "" || d.N != i+1 || !p.knows(d.By) || d.Answer != AnswerOpen && !p.knows(d.Answerer) {
			return false
		}
	}
	return p.Kind == PacketOut || len(p.Demands) == 0
}
