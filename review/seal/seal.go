// Package seal owns the keys by which people sign: how they are made, sealed by
// a PIN, opened for a moment, and used in two suites, Ed25519 with SHA-256 and
// SM2 with SM3. What is signed, who may sign and where keys are kept is not
// known here.
package seal

import (
	"jianbao/editor/doc"
	"jianbao/review"
)

// suite is one way of signing. Private halves are raw bytes, public ones DER of
// a SubjectPublicKeyInfo.
type suite struct {
	name   review.Suite
	make   func() (private []byte, err error)
	public func(private []byte) (der []byte, err error)
	sign   func(private, message []byte) ([]byte, error)
	verify func(der, message, signature []byte) bool
	digest func(data []byte) []byte
}

var suites = []suite{ed25519Suite, sm2Suite}

func suiteOf(name review.Suite) (suite, bool) {
	for _, s := range suites {
		if s.name == name {
			return s, true
		}
	}
	return suite{}, false
}

// Sealer implements review.Sealer.
type Sealer struct{}

// Make implements review.Sealer.
func (Sealer) Make(pin string, cost review.PINCost) ([]byte, []review.PublicKey, error) {
	p := &pen{private: map[review.Suite][]byte{}}
	defer p.Wipe()
	for _, s := range suites {
		private, err := s.make()
		if err != nil {
			return nil, nil, err
		}
		if err := p.add(s, private); err != nil {
			return nil, nil, err
		}
	}
	sealed, err := p.Seal(pin, cost)
	return sealed, p.public, err
}

// Open implements review.Sealer.
func (Sealer) Open(sealed []byte, pin string) (review.Pen, error) {
	halves, err := openBox(sealed, pin)
	if err != nil {
		return nil, err
	}
	p := &pen{private: map[review.Suite][]byte{}}
	for _, s := range suites {
		if private, ok := halves[s.name]; ok {
			if err := p.add(s, private); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

// Verify implements review.Sealer.
func (Sealer) Verify(public review.PublicKey, message, signature []byte) bool {
	s, ok := suiteOf(public.Suite)
	return ok && s.verify(public.DER, message, signature)
}

// Digest implements review.Sealer.
func (Sealer) Digest(name review.Suite, data []byte) doc.Hash {
	s, ok := suiteOf(name)
	if !ok {
		return ""
	}
	return hexOf(s.digest(data))
}
