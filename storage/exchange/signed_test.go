package exchange

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/review"
	"jianbao/review/seal"
	"jianbao/storage/exchange/dossier"
)

// sealedBy gives the sign-off of a record its signature, by a key of a suite.
func sealedBy(t *testing.T, suite review.Suite, r Record) Record {
	t.Helper()
	box, public, err := seal.Sealer{}.Make("135790", review.PINCost{Passes: 1, KiB: 64})
	if err != nil {
		t.Fatal(err)
	}
	pen, err := seal.Sealer{}.Open(box, "135790")
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(public, func(k review.PublicKey) bool { return k.Suite == suite })
	s := &r.Signed[0]
	s.Statement = review.Statement{Format: review.StatementFormat, Suite: suite, Role: s.Role, Name: s.Name, Text: s.TextHash,
		Comment: s.Comment, Key: public[i].Fingerprint(), At: s.At.Format("2006-01-02T15:04:05.000Z07:00")}
	s.Signature = &review.Signature{Public: public[i], Message: s.Statement.Encode()}
	if s.Signature.Value, err = pen.Sign(suite, s.Signature.Message); err != nil {
		t.Fatal(err)
	}
	return r
}

// repacked is a package of other members, with a list of hashes that fits.
func repacked(t *testing.T, members []dossier.Member) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := dossier.Write(&out, members, time.Time{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Whoever changes a proof, or what it proves, is caught even if he mends the
// list of hashes.
func TestArchivedSignatures(t *testing.T) {
	for _, suite := range review.Suites() {
		t.Run(string(suite), func(t *testing.T) {
			data := mustPack(t, sample(), sealedBy(t, suite, record(t)))
			if v, err := VerifyArchive(data); err != nil || v.Signed != 1 || len(v.Members) != 9 {
				t.Fatalf("%+v, %v", v, err)
			}
			sound, err := dossier.Read(data)
			if err != nil {
				t.Fatal(err)
			}
			foreign, err := dossier.Read(mustPack(t, sample(), sealedBy(t, suite, record(t))))
			if err != nil {
				t.Fatal(err)
			}
			for i, m := range sound {
				if !strings.HasPrefix(m.Name, proofPrefix) {
					continue
				}
				flipped, swapped, gone := slices.Clone(sound), slices.Clone(sound), slices.Delete(slices.Clone(sound), i, i+1)
				flipped[i].Data = bytes.Clone(m.Data)
				flipped[i].Data[len(m.Data)/2] ^= 1
				swapped[i] = foreign[i]
				for what, members := range map[string][]dossier.Member{"flipped": flipped, "of another key": swapped} {
					if _, err := VerifyArchive(repacked(t, members)); codeOf(err) != CodeArchiveSignature {
						t.Errorf("%s %s: %v", m.Name, what, err)
					}
				}
				if _, err := VerifyArchive(repacked(t, gone)); codeOf(err) != CodeArchiveMissing {
					t.Errorf("%s taken out: %v", m.Name, err)
				}
			}
		})
	}
}

func TestArchivedSignatureOfSomethingElse(t *testing.T) {
	r := sealedBy(t, review.SuiteSM2, record(t))
	for name, forge := range map[string]func(*review.Signed){
		"name":    func(s *review.Signed) { s.Name = "某某" },
		"role":    func(s *review.Signed) { s.Role = "核稿" },
		"comment": func(s *review.Signed) { s.Comment = "不同意。" },
		"time":    func(s *review.Signed) { s.At = s.At.Add(time.Hour) },
		"text":    func(s *review.Signed) { s.TextHash = "00" },
	} {
		forged := r
		forged.Signed = slices.Clone(r.Signed)
		forge(&forged.Signed[0])
		if _, err := VerifyArchive(mustPack(t, sample(), forged)); codeOf(err) != CodeArchiveSignature {
			t.Errorf("%s: %v", name, err)
		}
	}
	extra, err := dossier.Read(mustPack(t, sample(), record(t)))
	if err != nil {
		t.Fatal(err)
	}
	extra = append(extra, dossier.Member{Name: proofName(2, "message"), Data: []byte("{}")})
	if _, err := VerifyArchive(repacked(t, extra)); codeOf(err) != CodeArchiveExtra {
		t.Errorf("a proof of nothing: %v", err)
	}
}
