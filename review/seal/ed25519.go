package seal

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"errors"

	"jianbao/editor/doc"
	"jianbao/review"
)

var errHalf = errors.New("seal: not the private half of a key")

var ed25519Suite = suite{
	name: review.SuiteEd25519,
	make: func() ([]byte, error) {
		seed := make([]byte, ed25519.SeedSize)
		_, err := rand.Read(seed)
		return seed, err
	},
	public: func(seed []byte) ([]byte, error) {
		if len(seed) != ed25519.SeedSize {
			return nil, errHalf
		}
		return x509.MarshalPKIXPublicKey(ed25519.NewKeyFromSeed(seed).Public())
	},
	sign: func(seed, message []byte) ([]byte, error) {
		key := ed25519.NewKeyFromSeed(seed)
		defer clear(key)
		return ed25519.Sign(key, message), nil
	},
	verify: func(der, message, signature []byte) bool {
		key, err := x509.ParsePKIXPublicKey(der)
		public, ok := key.(ed25519.PublicKey)
		return err == nil && ok && ed25519.Verify(public, message, signature)
	},
	digest: func(data []byte) []byte {
		sum := sha256.Sum256(data)
		return sum[:]
	},
}

func hexOf(sum []byte) doc.Hash { return doc.Hash(hex.EncodeToString(sum)) }
