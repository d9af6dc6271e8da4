package doc

import (
	"crypto/sha256"
	"encoding/hex"
)

// Hash is a SHA-256 in lower-case hexadecimal.
type Hash string

// HashOf returns the SHA-256 of data.
func HashOf(data []byte) Hash {
	sum := sha256.Sum256(data)
	return Hash(hex.EncodeToString(sum[:]))
}

// Short is the form people read and compare on paper: "8f3a·c21e".
func (h Hash) Short() string {
	if len(h) < 8 {
		return string(h)
	}
	return string(h[:4]) + "·" + string(h[4:8])
}

// Canonical returns the form that is signed: the JSON form without ids and
// without the number. Ids carry no meaning for a reader, and the number is
// drawn by the ledger after the last signature; everything else that would
// print is in it.
func Canonical(b Bulletin) ([]byte, error) {
	if err := encodable(b); err != nil {
		return nil, err
	}
	w := toWire(b)
	w.Masthead.Number = nil
	for i := range w.Articles {
		w.Articles[i].ID = ""
		for j := range w.Articles[i].Body {
			w.Articles[i].Body[j].ID = ""
		}
	}
	return marshal(w)
}

// TextHash is the hash of the canonical form: two bulletins have the same
// TextHash exactly if a signature on one is a signature on the other.
func TextHash(b Bulletin) (Hash, error) {
	data, err := Canonical(b)
	if err != nil {
		return "", err
	}
	return HashOf(data), nil
}
