package seal

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"jianbao/review"
)

var cheap = review.PINCost{Passes: 1, KiB: 8}

func opened(t testing.TB, pin string) (sealed []byte, p review.Pen) {
	t.Helper()
	sealed, public, err := Sealer{}.Make(pin, cheap)
	if err != nil {
		t.Fatal(err)
	}
	p, err = Sealer{}.Open(sealed, pin)
	if err != nil {
		t.Fatal(err)
	}
	for i, half := range p.Public() {
		if half.Suite != public[i].Suite || !bytes.Equal(half.DER, public[i].DER) {
			t.Errorf("%s: opened another key than was made", half.Suite)
		}
	}
	return sealed, p
}

// TestEveryFlippedBitFails flips each bit of message, signature and public key.
func TestEveryFlippedBitFails(t *testing.T) {
	_, p := opened(t, "2468")
	for _, public := range p.Public() {
		message := []byte("关于防汛值班的通知")
		value, err := p.Sign(public.Suite, message)
		if err != nil || !(Sealer{}).Verify(public, message, value) {
			t.Fatalf("%s: %v", public.Suite, err)
		}
		for _, part := range [][]byte{message, value, public.DER} {
			for bit := range 8 * len(part) {
				part[bit/8] ^= 1 << (bit % 8)
				if (Sealer{}).Verify(public, message, value) {
					t.Errorf("%s: bit %d of %d bytes flipped, and still valid", public.Suite, bit, len(part))
				}
				part[bit/8] ^= 1 << (bit % 8)
			}
		}
		if (Sealer{}).Verify(public, message, value[:len(value)-1]) || (Sealer{}).Verify(public, message, append(bytes.Clone(value), 0)) {
			t.Errorf("%s: a signature of another length is valid", public.Suite)
		}
	}
}

func TestSuitesDoNotPassForEachOther(t *testing.T) {
	_, p := opened(t, "2468")
	message := []byte("正文")
	a, b := p.Public()[0], p.Public()[1]
	value, err := p.Sign(a.Suite, message)
	if err != nil {
		t.Fatal(err)
	}
	for _, public := range []review.PublicKey{b, {Suite: b.Suite, DER: a.DER}, {Suite: "rot13", DER: a.DER}} {
		if (Sealer{}).Verify(public, message, value) {
			t.Errorf("valid as %s", public.Suite)
		}
	}
	if _, err := p.Sign("rot13", message); !errors.Is(err, review.ErrNotFound) {
		t.Errorf("signed by a suite that is none: %v", err)
	}
	if got := (Sealer{}).Digest("rot13", message); got != "" {
		t.Errorf("digest by a suite that is none: %s", got)
	}
}

// TestDigest holds both hashes to the examples of their standards.
func TestDigest(t *testing.T) {
	for suite, want := range map[review.Suite]string{
		review.SuiteEd25519: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
		review.SuiteSM2:     "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
	} {
		if got := (Sealer{}).Digest(suite, []byte("abc")); string(got) != want {
			t.Errorf("%s: %s, want %s", suite, got, want)
		}
	}
}

func TestOnlyThePINOpens(t *testing.T) {
	sealed, p := opened(t, "2468")
	for _, wrong := range []string{"", "2467", "24680", "２４６８"} {
		if _, err := (Sealer{}).Open(sealed, wrong); !errors.Is(err, review.ErrWrongPIN) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
	again, err := p.Seal("9753", cheap)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := (Sealer{}).Open(again, "2468"); !errors.Is(err, review.ErrWrongPIN) {
		t.Errorf("the old PIN: %v", err)
	}
	fresh, err := Sealer{}.Open(again, "9753")
	if err != nil || !bytes.Equal(fresh.Public()[1].DER, p.Public()[1].DER) {
		t.Errorf("sealed anew: %v", err)
	}
}

// TestWhatWasSealedIsOpenedWholeOrNotAtAll flips every byte of a box.
func TestWhatWasSealedIsOpenedWholeOrNotAtAll(t *testing.T) {
	sealed, want := opened(t, "2468")
	for i := range sealed {
		broken := bytes.Clone(sealed)
		broken[i] ^= 1
		p, err := Sealer{}.Open(broken, "2468")
		switch {
		case err == nil && !bytes.Equal(p.Public()[0].DER, want.Public()[0].DER):
			t.Errorf("byte %d: another key came out", i)
		case err != nil && !errors.Is(err, review.ErrWrongPIN) && !errors.Is(err, review.ErrDamaged):
			t.Errorf("byte %d: %v", i, err)
		}
	}
	for name, hostile := range map[string]string{
		"no box": "", "greedy": `{"format":"jianbao.key/1","kib":4294967295,"passes":1,"nonce":"AAAAAAAAAAAAAAAA"}`,
		"endless": `{"format":"jianbao.key/1","kib":8,"passes":4294967295,"nonce":"AAAAAAAAAAAAAAAA"}`,
		"short":   `{"format":"jianbao.key/1","kib":8,"passes":1}`, "other": `{"format":"x"}`,
	} {
		if _, err := (Sealer{}).Open([]byte(hostile), "2468"); !errors.Is(err, review.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAWipedPenSignsNothing(t *testing.T) {
	_, p := opened(t, "2468")
	inside := p.(*pen).private[review.SuiteEd25519]
	p.Wipe()
	if !bytes.Equal(inside, make([]byte, len(inside))) {
		t.Error("the private half is still there")
	}
	if _, err := p.Sign(review.SuiteEd25519, []byte("x")); !errors.Is(err, review.ErrNotFound) {
		t.Errorf("signed: %v", err)
	}
}

// FuzzOpen feeds what is no box.
func FuzzOpen(f *testing.F) {
	f.Add([]byte(`{"format":"jianbao.key/1","kib":8,"passes":1,"salt":"AA==","nonce":"AAAAAAAAAAAAAAAA","sealed":"AA=="}`))
	f.Fuzz(func(t *testing.T, sealed []byte) {
		var asked header
		if json.Unmarshal(sealed, &asked) == nil && (asked.KiB > 64 || asked.Passes > 2) {
			return // it only costs time
		}
		if _, err := (Sealer{}).Open(sealed, "2468"); err == nil {
			t.Error("opened")
		}
	})
}

func BenchmarkSeal(b *testing.B) {
	sealed, p := opened(b, "2468")
	costly, err := p.Seal("2468", review.DefaultPINCost)
	if err != nil {
		b.Fatal(err)
	}
	message := bytes.Repeat([]byte("签"), 300)
	b.Run("unseal", func(b *testing.B) {
		for b.Loop() {
			if _, err := (Sealer{}).Open(costly, "2468"); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("unseal-cheap", func(b *testing.B) {
		for b.Loop() {
			if _, err := (Sealer{}).Open(sealed, "2468"); err != nil {
				b.Fatal(err)
			}
		}
	})
	for _, public := range p.Public() {
		value, err := p.Sign(public.Suite, message)
		if err != nil {
			b.Fatal(err)
		}
		b.Run("sign-"+string(public.Suite), func(b *testing.B) {
			for b.Loop() {
				if _, err := p.Sign(public.Suite, message); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run("verify-"+string(public.Suite), func(b *testing.B) {
			for b.Loop() {
				if !(Sealer{}).Verify(public, message, value) {
					b.Fatal("not valid")
				}
			}
		})
	}
}
