package record_test

import (
	"bytes"
	"testing"
	"time"

	"jianbao/review"
	"jianbao/storage/record"
)

// FuzzSignature checks that not one byte of what was signed changes on its way.
func FuzzSignature(f *testing.F) {
	f.Add([]byte(`{"format":"jianbao.signoff/1"}`), []byte{0, 0xff})
	f.Add([]byte("半\xe4<>&\u2028"), []byte(nil))
	f.Fuzz(func(t *testing.T, message, value []byte) {
		s := review.Signature{SignOff: "x1", Draft: "d1", Message: message, Value: value, Public: review.PublicKey{Suite: "sm2", DER: value}}
		data, err := record.Signature.Encode(s)
		if err != nil {
			t.Fatal(err)
		}
		got, err := record.Signature.Decode(data)
		if err != nil || !bytes.Equal(got.Message, message) || !bytes.Equal(got.Value, value) || !bytes.Equal(got.Public.DER, value) {
			t.Errorf("came back as %+v, %v", got, err)
		}
	})
}

// FuzzDecodeSign feeds the decoders of signatures and keys: what they take is
// encoded as it was read.
func FuzzDecodeSign(f *testing.F) {
	key, err := record.Key.Encode(review.Key{ID: "k1", Person: "p1", Sealed: []byte("x"), From: time.Unix(0, 0)})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(key)
	f.Add([]byte(`{"signoff":"x1","draft":"d1","key":"k1","public":{"suite":"sm2","der":"AA=="},"message":"AA==","value":"AA=="}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if s, err := record.Signature.Decode(data); err == nil {
			if _, err := record.Signature.Encode(s); err != nil {
				t.Errorf("read, but not written: %v", err)
			}
		}
		if k, err := record.Key.Decode(data); err == nil {
			if _, err := record.Key.Encode(k); err != nil {
				t.Errorf("read, but not written: %v", err)
			}
		}
	})
}
