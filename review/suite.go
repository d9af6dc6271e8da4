package review

import (
	"slices"

	"jianbao/editor/doc"
)

// Suite (签名算法) is a way of signing: a signature scheme and the hash that
// belongs to it. Each series chooses one.
type Suite string

// The suites.
const (
	SuiteEd25519 Suite = "ed25519" // Ed25519, SHA-256
	SuiteSM2     Suite = "sm2"     // SM2, SM3
)

// Suites returns every suite, the default first.
func Suites() []Suite { return []Suite{SuiteEd25519, SuiteSM2} }

// suite is the one that a series signs by.
func (s Series) suite() Suite {
	if s.Suite == "" {
		return SuiteEd25519
	}
	return s.Suite
}

// known reports whether a series may choose s.
func (s Suite) known() bool { return s == "" || slices.Contains(Suites(), s) }

// Sealer makes the keys by which people sign, and checks what they signed. How
// it is done is not known here; package review/seal does it.
type Sealer interface {
	// Make makes a key pair for every suite. The private halves come back sealed:
	// only pin opens them.
	Make(pin string, cost PINCost) (sealed []byte, public []PublicKey, err error)
	// Open opens what Make or Pen.Seal sealed. It returns ErrWrongPIN, or
	// ErrDamaged for what neither of them wrote.
	Open(sealed []byte, pin string) (Pen, error)
	// Verify reports whether a signature is that of the public key on exactly
	// this message. It is false for what it cannot read.
	Verify(public PublicKey, message, signature []byte) bool
	// Digest hashes by the hash of a suite; "" for an unknown suite.
	Digest(suite Suite, data []byte) doc.Hash
}

// Pen is the opened private halves of a person's key.
type Pen interface {
	// Public returns the public halves, one for each suite.
	Public() []PublicKey
	// Sign returns the signature of message, or ErrNotFound for a suite that the
	// key has no half for.
	Sign(suite Suite, message []byte) ([]byte, error)
	// Seal seals the key anew under another PIN.
	Seal(pin string, cost PINCost) ([]byte, error)
	// Wipe overwrites the private halves; the pen signs nothing afterwards.
	Wipe()
}

// PublicKey is the public half of a key for one suite, as DER of a
// SubjectPublicKeyInfo: what other programs read.
type PublicKey struct {
	Suite Suite  `json:"suite"`
	DER   []byte `json:"der"`
}

// Fingerprint names a public key: the SHA-256 of its DER.
func (p PublicKey) Fingerprint() doc.Hash { return doc.HashOf(p.DER) }
