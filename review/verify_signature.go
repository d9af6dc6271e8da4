package review

import (
	"errors"
	"maps"
	"slices"

	"jianbao/editor/doc"
)

// The codes of what is found wrong with signatures.
const (
	FoundSignature = "verify.signature"           // it does not fit its message: role, name
	FoundStatement = "verify.signature.statement" // what was signed is not what the record says: role, name
	FoundKey       = "verify.signature.key"       // the key was not in use then, or is not the signer's: role, name
	FoundUnsigned  = "verify.signature.missing"   // a sign-off that was signed has no signature: role, name
	FoundSequence  = "verify.signature.chain"     // it does not follow the one before it, or the events: role, name
	FoundOrphan    = "verify.signature.orphan"    // a signature without its sign-off
	FoundUnread    = "verify.signature.unread"    // this desk cannot check signatures: role, name
	FoundKeyChange = "verify.key"                 // a key is not the one that the event chain records: name
)

// book is everything that signatures are checked against.
type book struct {
	sealer  Sealer
	events  []Event
	proofs  map[SignOffID]Signature
	drafts  map[DraftID][]SignOffID // those with a signature
	before  map[SignOffID][]byte    // the record before each signature
	keys    map[doc.Hash]Key        // by the fingerprints of their public halves
	claimed map[SignOffID]bool      // sign-offs that the events say were signed
	since   map[PersonID]int64      // the event that records somebody's first key
	signed  map[signing]int64       // the event that records a sign-off
	whole   bool                    // nothing of this was damaged
}

// signing is what the event of a sign-off says, also one from before there were
// signatures.
type signing struct {
	draft  DraftID
	person PersonID
	text   string
	at     int64 // milliseconds since 1970
}

// readBook reads it; what is damaged becomes a finding.
func (v *verifier) readBook(tx Tx, sealer Sealer) error {
	v.book = book{sealer: sealer, proofs: map[SignOffID]Signature{}, drafts: map[DraftID][]SignOffID{},
		before: map[SignOffID][]byte{}, keys: map[doc.Hash]Key{}, claimed: map[SignOffID]bool{}, since: map[PersonID]int64{}, signed: map[signing]int64{}}
	events, err1 := tx.Events().List("")
	proofs, err2 := tx.Signatures().List("")
	keys, err3 := tx.Keys().List("")
	v.book.whole = errors.Join(err1, err2, err3) == nil
	if err := errors.Join(v.damaged(err1, "", "events"), v.damaged(err2, "", "signatures"), v.damaged(err3, "", "keys")); err != nil {
		return err
	}
	v.book.enterEvents(events)
	var last []byte
	for _, p := range proofs {
		v.book.proofs[p.SignOff], v.book.before[p.SignOff] = p, last
		v.book.drafts[p.Draft] = append(v.book.drafts[p.Draft], p.SignOff)
		last = p.Bytes()
	}
	for _, k := range keys {
		v.key(k)
	}
	return nil
}

func (b *book) enterEvents(events []Event) {
	b.events = events
	for _, e := range events {
		if e.Action == ActSign {
			b.signed[signing{e.Draft, e.Actor, e.Detail["text"], e.At.UnixMilli()}] = e.Seq
		}
		switch {
		case e.Action == ActSign && e.Detail["signature"] != "":
			b.claimed[SignOffID(e.Detail["signoff"])] = true
		case e.Action == ActKey && e.Detail["what"] == "made" && b.since[PersonID(e.Detail["person"])] == 0:
			b.since[PersonID(e.Detail["person"])] = e.Seq
		}
	}
}

// event returns the event at a place of the chain, the zero one beyond its ends.
func (b *book) event(seq int64) Event {
	if seq < 1 || seq > int64(len(b.events)) {
		return Event{}
	}
	return b.events[seq-1]
}

// key checks that a key is the one whose making, and whose end, was recorded.
func (v *verifier) key(k Key) {
	for _, p := range k.Public {
		v.book.keys[p.Fingerprint()] = k
	}
	made, ended := v.book.event(k.FromSeq), v.book.event(k.ToSeq)
	if !k.recordedBy(made, "made") || !k.Open() && !k.recordedBy(ended, string(k.Ended)) || k.Open() && k.ToSeq != 0 {
		v.found(FoundKeyChange, "", "name", made.Detail["name"])
	}
}

func (k Key) recordedBy(e Event, what string) bool {
	said := maps.Clone(k.marks())
	maps.Copy(said, map[string]string{"what": what, "key": string(k.ID), "person": string(k.Person), "name": e.Detail["name"]})
	return e.Action == ActKey && maps.Equal(e.Detail, said)
}

// signature checks the proof of one sign-off on a text.
func (v *verifier) signature(o SignOff, rev Revision) {
	if !v.book.whole {
		return // reported as damaged
	}
	found := func(code string) { v.found(code, o.Draft, "role", string(o.Role), "name", o.Name) }
	p, ok := v.book.proofs[o.ID]
	if !ok {
		if v.book.claimed[o.ID] || v.book.signsAt(o) {
			found(FoundUnsigned)
		} else {
			v.Unsigned++
		}
		return
	}
	v.Signatures++
	if v.book.sealer == nil {
		found(FoundUnread)
		return
	}
	s, err := ParseStatement(p.Message)
	if err != nil || !v.book.says(s, o, rev) {
		found(FoundStatement)
	}
	if err != nil || !v.book.keyHolds(s, p) {
		found(FoundKey)
	}
	if err != nil || !v.book.follows(s, p) {
		found(FoundSequence)
	}
	if !v.book.sealer.Verify(p.Public, p.Message, p.Value) {
		found(FoundSignature)
	}
}

// signsAt reports whether the signer of a sign-off without a signature had a
// key already. The event chain tells when, not the clock.
func (b *book) signsAt(o SignOff) bool {
	since := b.since[o.Person]
	if since == 0 {
		return false
	}
	seq := b.signed[signing{o.Draft, o.Person, string(o.TextHash), o.At.UnixMilli()}]
	return seq == 0 || seq > since
}

// says reports whether a statement is about this sign-off and this text.
func (b *book) says(s Statement, o SignOff, rev Revision) bool {
	if s.of(o) != s {
		return false
	}
	content, err := doc.Encode(rev.Text)
	return err == nil && s.Content == b.sealer.Digest(s.Suite, content)
}

// keyHolds reports whether the key named was the signer's, and in use.
func (b *book) keyHolds(s Statement, p Signature) bool {
	k, ok := b.keys[s.Key]
	return ok && k.ID == p.Key && k.Person == s.Person && k.signedAt(s.Counter) &&
		p.Public.Fingerprint() == s.Key && p.Public.Suite == s.Suite
}

// follows reports whether a signature stands where it says: after the signature
// and the event before it, and in the event that records it.
func (b *book) follows(s Statement, p Signature) bool {
	var previous doc.Hash
	if before := b.before[p.SignOff]; before != nil {
		previous = b.sealer.Digest(s.Suite, before)
	}
	e := b.event(s.Counter)
	return s.Previous == previous && s.Events == b.event(s.Counter-1).Hash && e.Action == ActSign &&
		e.Detail["signoff"] == string(p.SignOff) && e.Detail["signature"] == string(doc.HashOf(p.Bytes()))
}

// orphans reports signatures whose sign-off is not there.
func (v *verifier) orphans(draft DraftID, signs []SignOff) {
	for _, id := range v.book.drafts[draft] {
		if !slices.ContainsFunc(signs, func(s SignOff) bool { return s.ID == id }) {
			v.found(FoundOrphan, draft)
		}
	}
}
