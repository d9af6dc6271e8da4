package seal

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/json"
	"fmt"

	"golang.org/x/crypto/argon2"

	"jianbao/review"
)

// boxFormat is the format of the boxes written now.
const boxFormat = "jianbao.key/1"

// What a box may ask of the machine that opens it: one that was tampered with
// must not stop the program for minutes.
const (
	mostPasses = 64
	mostKiB    = 1 << 20
)

// header says how a box was sealed. It is bound to the contents: a box with
// another header does not open.
type header struct {
	Format string `json:"format"`
	KiB    uint32 `json:"kib"` // argon2id
	Passes uint32 `json:"passes"`
	Salt   []byte `json:"salt"`
	Nonce  []byte `json:"nonce"`
}

// box is the sealed form of private keys: AES-256-GCM under a key that argon2id
// makes of the PIN.
type box struct {
	header
	Sealed []byte `json:"sealed"`
}

// sealBox seals private halves by suite.
func sealBox(halves map[review.Suite][]byte, pin string, cost review.PINCost) ([]byte, error) {
	h := header{Format: boxFormat, KiB: cost.KiB, Passes: cost.Passes, Salt: make([]byte, 16), Nonce: make([]byte, 12)}
	rand.Read(h.Salt) // never fails: see crypto/rand
	rand.Read(h.Nonce)
	inside, err := json.Marshal(halves)
	if err != nil {
		return nil, err
	}
	defer clear(inside)
	lock, err := h.lock(pin)
	if err != nil {
		return nil, err
	}
	bound, err := json.Marshal(h)
	if err != nil {
		return nil, err
	}
	return json.Marshal(box{h, lock.Seal(nil, h.Nonce, inside, bound)})
}

// openBox returns review.ErrWrongPIN where the PIN does not open it, and
// review.ErrDamaged for what is no box.
func openBox(sealed []byte, pin string) (map[review.Suite][]byte, error) {
	var b box
	if err := json.Unmarshal(sealed, &b); err != nil {
		return nil, fmt.Errorf("%w: box: %v", review.ErrDamaged, err)
	}
	lock, err := b.lock(pin)
	if err != nil {
		return nil, err
	}
	bound, err := json.Marshal(b.header)
	if err != nil {
		return nil, err
	}
	inside, err := lock.Open(nil, b.Nonce, b.Sealed, bound)
	if err != nil {
		return nil, review.ErrWrongPIN
	}
	defer clear(inside)
	var halves map[review.Suite][]byte
	if err := json.Unmarshal(inside, &halves); err != nil {
		return nil, fmt.Errorf("%w: box: %v", review.ErrDamaged, err)
	}
	return halves, nil
}

// lock is the cipher that the PIN makes.
func (h header) lock(pin string) (cipher.AEAD, error) {
	if h.Format != boxFormat || h.Passes < 1 || h.Passes > mostPasses || h.KiB > mostKiB || len(h.Nonce) != 12 {
		return nil, fmt.Errorf("%w: box %q", review.ErrDamaged, h.Format)
	}
	key := argon2.IDKey([]byte(pin), h.Salt, h.Passes, h.KiB, 1, 32)
	defer clear(key)
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCM(block)
}
