package exchange

import (
	"encoding/pem"
	"fmt"
	"strings"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/review/seal"
	"jianbao/storage/exchange/dossier"
)

// The ends of the names of the files that prove a sign-off, in their order: what
// was signed, the signature as it is, and the public key in PEM. "jianbao
// signature --out" writes the same, for OpenSSL.
var proofEnds = []string{"message", "signature", "public.pem"}

const (
	proofPrefix = "签字"
	pemType     = "PUBLIC KEY"
)

// proofName names a file that proves the nth sign-off, from 1.
func proofName(n int, end string) string { return fmt.Sprintf("%s%d.%s", proofPrefix, n, end) }

// proofs are the files of all signatures. A sign-off from before there were
// signatures has none.
func proofs(signed []review.Signed) []dossier.Member {
	var list []dossier.Member
	for i, s := range signed {
		if s.Signature == nil {
			continue
		}
		key := pem.EncodeToMemory(&pem.Block{Type: pemType, Bytes: s.Signature.Public.DER})
		for j, data := range [][]byte{s.Signature.Message, s.Signature.Value, key} {
			list = append(list, dossier.Member{Name: proofName(i+1, proofEnds[j]), Data: data})
		}
	}
	return list
}

// sameProofs checks every signature: it is the one that the metadata names, the
// key given signed exactly that message, and the message says what the metadata
// says of the sign-off. It returns how many there are; a file that belongs to
// none is an error.
func sameProofs(files map[string][]byte, m metadata) (int, error) {
	signed, wanted := 0, map[string]bool{}
	for i, s := range m.SignOffs {
		if s.Signature == "" {
			continue
		}
		for _, end := range proofEnds {
			name := proofName(i+1, end)
			if _, ok := files[name]; !ok {
				return 0, failure(CodeArchiveMissing, nil, "name", name)
			}
			wanted[name] = true
		}
		if !s.provedBy(files, i+1) {
			return 0, failure(CodeArchiveSignature, nil, "role", s.Role, "name", s.Name)
		}
		signed++
	}
	for name := range files {
		if strings.HasPrefix(name, proofPrefix) && !wanted[name] {
			return 0, failure(CodeArchiveExtra, nil, "name", name)
		}
	}
	return signed, nil
}

// provedBy reports whether the files of the nth sign-off prove it.
func (s signMark) provedBy(files map[string][]byte, n int) bool {
	message, value := files[proofName(n, "message")], files[proofName(n, "signature")]
	key, _ := pem.Decode(files[proofName(n, "public.pem")])
	statement, err := review.ParseStatement(message)
	if err != nil || key == nil || key.Type != pemType {
		return false
	}
	public := review.PublicKey{Suite: statement.Suite, DER: key.Bytes}
	proof := review.Signature{Message: message, Value: value}
	return s.Signature == doc.HashOf(proof.Bytes()) && s.says(statement) && public.Fingerprint() == statement.Key &&
		seal.Sealer{}.Verify(public, message, value)
}

// says reports whether a statement is about this sign-off.
func (s signMark) says(t review.Statement) bool {
	at, err := time.Parse(time.RFC3339, t.At)
	return err == nil && s.At == stamped(at) && s.Role == string(t.Role) && s.Name == t.Name && s.Text == t.Text && s.Comment == t.Comment
}
