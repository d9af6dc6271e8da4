package seal

import (
	"fmt"

	"jianbao/review"
)

// pen implements review.Pen.
type pen struct {
	private map[review.Suite][]byte
	public  []review.PublicKey
}

// add returns review.ErrDamaged for a private half that is none.
func (p *pen) add(s suite, private []byte) error {
	der, err := s.public(private)
	if err != nil {
		return fmt.Errorf("%w: %s key: %v", review.ErrDamaged, s.name, err)
	}
	p.private[s.name] = private
	p.public = append(p.public, review.PublicKey{Suite: s.name, DER: der})
	return nil
}

// Public implements review.Pen.
func (p *pen) Public() []review.PublicKey { return p.public }

// Sign implements review.Pen.
func (p *pen) Sign(name review.Suite, message []byte) ([]byte, error) {
	s, ok := suiteOf(name)
	private, has := p.private[name]
	if !ok || !has {
		return nil, fmt.Errorf("%w: no %q key", review.ErrNotFound, name)
	}
	return s.sign(private, message)
}

// Seal implements review.Pen.
func (p *pen) Seal(pin string, cost review.PINCost) ([]byte, error) {
	return sealBox(p.private, pin, cost)
}

// Wipe implements review.Pen.
func (p *pen) Wipe() {
	for _, private := range p.private {
		clear(private)
	}
	clear(p.private)
}
