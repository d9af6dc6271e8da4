package seal

import (
	"crypto/ecdsa"
	"crypto/rand"
	"encoding/asn1"

	"github.com/emmansun/gmsm/sm2"
	"github.com/emmansun/gmsm/sm3"

	"jianbao/review"
)

// signer is the identity that GM/T 0009 lays down where none is agreed on.
var signer = []byte("1234567812345678")

var sm2Suite = suite{
	name: review.SuiteSM2,
	make: func() ([]byte, error) {
		key, err := sm2.GenerateKey(rand.Reader)
		if err != nil {
			return nil, err
		}
		return key.D.FillBytes(make([]byte, 32)), nil
	},
	public: func(private []byte) ([]byte, error) {
		key, err := sm2.NewPrivateKey(private)
		if err != nil {
			return nil, err
		}
		return marshalSM2(&key.PublicKey)
	},
	sign: func(private, message []byte) ([]byte, error) {
		key, err := sm2.NewPrivateKey(private)
		if err != nil {
			return nil, err
		}
		return key.SignWithSM2(rand.Reader, signer, message)
	},
	verify: func(der, message, signature []byte) bool {
		key, err := parseSM2(der)
		return err == nil && sm2.VerifyASN1WithSM2(key, signer, message, signature)
	},
	digest: func(data []byte) []byte {
		sum := sm3.Sum(data)
		return sum[:]
	},
}

// The names of GB/T 33560 and RFC 5480 for a key on the curve of SM2.
var (
	oidECKey = asn1.ObjectIdentifier{1, 2, 840, 10045, 2, 1}
	oidSM2   = asn1.ObjectIdentifier{1, 2, 156, 10197, 1, 301}
)

type publicKeyInfo struct {
	Algorithm struct{ Key, Curve asn1.ObjectIdentifier }
	Point     asn1.BitString
}

func marshalSM2(key *ecdsa.PublicKey) ([]byte, error) {
	var info publicKeyInfo
	info.Algorithm.Key, info.Algorithm.Curve = oidECKey, oidSM2
	point := append([]byte{4}, key.X.FillBytes(make([]byte, 32))...)
	point = append(point, key.Y.FillBytes(make([]byte, 32))...)
	info.Point = asn1.BitString{Bytes: point, BitLength: 8 * len(point)}
	return asn1.Marshal(info)
}

func parseSM2(der []byte) (*ecdsa.PublicKey, error) {
	var info publicKeyInfo
	rest, err := asn1.Unmarshal(der, &info)
	if err != nil {
		return nil, err
	}
	if len(rest) > 0 || !info.Algorithm.Key.Equal(oidECKey) || !info.Algorithm.Curve.Equal(oidSM2) {
		return nil, asn1.StructuralError{Msg: "not an SM2 key"}
	}
	return sm2.NewPublicKey(info.Point.RightAlign())
}
