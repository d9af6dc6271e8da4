package review

import (
	"slices"
	"time"
)

// KeyID names a key for good.
type KeyID string

// Key (签字钥匙) is what a person signs with from one moment to another. The
// public halves are kept for good, so that old signatures can always be checked;
// the sealed private halves are destroyed when the key ends.
type Key struct {
	ID      KeyID
	Person  PersonID
	Public  []PublicKey
	Sealed  []byte // nil once the key ended
	From    time.Time
	FromSeq int64 // the event that records its making
	To      time.Time
	ToSeq   int64  // the event that records its end; 0 while it is in use
	Ended   KeyEnd // why; "" while it is in use
}

// KeyEnd is the reason why a key is used no more.
type KeyEnd string

// The reasons.
const (
	KeyLost KeyEnd = "lost" // its PIN was forgotten, and another key took its place
	KeyLeft KeyEnd = "left" // its owner works here no more
)

// Open reports whether the key is in use.
func (k Key) Open() bool { return k.Ended == "" }

// Of returns the public half for a suite.
func (k Key) Of(s Suite) (PublicKey, bool) {
	i := slices.IndexFunc(k.Public, func(p PublicKey) bool { return p.Suite == s })
	if i < 0 {
		return PublicKey{}, false
	}
	return k.Public[i], true
}

// signedAt reports whether the key was in use at a place of the event chain.
// Places count, not the clock: a clock can be turned back.
func (k Key) signedAt(seq int64) bool {
	return seq > k.FromSeq && (k.Open() || seq < k.ToSeq)
}

// marks are the fingerprints of the key by suite, as its event states them.
func (k Key) marks() map[string]string {
	marks := map[string]string{}
	for _, p := range k.Public {
		marks[string(p.Suite)] = string(p.Fingerprint())
	}
	return marks
}

// openKey returns the key that a person signs with now; false where there is none.
func openKey(tx Tx, id PersonID) (Key, bool, error) {
	keys, err := tx.Keys().List(id)
	i := slices.IndexFunc(keys, Key.Open)
	if err != nil || i < 0 {
		return Key{}, false, err
	}
	return keys[i], true, nil
}
