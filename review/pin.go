package review

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
)

// PINHash is a PIN as stored: argon2id with its parameters and salt, in the
// usual "$argon2id$…" form. The PIN itself is kept nowhere.
type PINHash string

// PINCost is what one try of a PIN costs.
type PINCost struct {
	Passes uint32
	KiB    uint32
}

// DefaultPINCost takes about a fifth of a second and 64 MiB.
var DefaultPINCost = PINCost{Passes: 3, KiB: 64 * 1024}

// MinPIN is the least number of characters of a PIN.
const MinPIN = 4

var b64 = base64.RawStdEncoding

// hashPIN returns ErrWeakPIN for a PIN that is too short.
func hashPIN(pin string, cost PINCost) (PINHash, error) {
	if utf8.RuneCountInString(pin) < MinPIN {
		return "", ErrWeakPIN
	}
	salt := make([]byte, 16)
	rand.Read(salt) // never fails: see crypto/rand
	key := argon2.IDKey([]byte(pin), salt, cost.Passes, cost.KiB, 1, 32)
	return PINHash(fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=1$%s$%s",
		argon2.Version, cost.KiB, cost.Passes, b64.EncodeToString(salt), b64.EncodeToString(key))), nil
}

// check returns ErrNoPIN if no PIN was ever set, ErrWrongPIN if this is not it
// and ErrDamaged if the stored form cannot be read.
func (h PINHash) check(pin string) error {
	if h == "" {
		return ErrNoPIN
	}
	parts := strings.Split(string(h), "$")
	if len(parts) != 6 || parts[1] != "argon2id" {
		return ErrDamaged
	}
	var cost PINCost
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=1", &cost.KiB, &cost.Passes); err != nil {
		return ErrDamaged
	}
	salt, err1 := b64.DecodeString(parts[4])
	want, err2 := b64.DecodeString(parts[5])
	if err1 != nil || err2 != nil || cost.Passes == 0 || len(want) == 0 {
		return ErrDamaged
	}
	got := argon2.IDKey([]byte(pin), salt, cost.Passes, cost.KiB, 1, uint32(len(want)))
	if subtle.ConstantTimeCompare(got, want) != 1 {
		return ErrWrongPIN
	}
	return nil
}
