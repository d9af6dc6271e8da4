package packet_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"math/rand/v2"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/dossier"
	"jianbao/storage/exchange/packet"
)

// attempt reads and opens a file; it fails unless that ends with a draft that
// holds together, or with a coded error that leaves the machine as it was.
func attempt(t testing.TB, o *office, who review.Actor, data []byte) error {
	t.Helper()
	before := o.seq()
	p, err := packet.Read(data, o.desk.Sealed)
	if err == nil {
		_, err = o.desk.OpenPacket(t.Context(), who, p)
	}
	if err == nil {
		o.sound()
		return nil
	}
	var coded interface {
		Message() (string, map[string]string)
	}
	if !errors.As(err, &coded) {
		t.Fatalf("an error without a code: %v", err)
	}
	drafts, listErr := o.desk.List(t.Context(), review.DraftFilter{})
	o.ok(listErr)
	if o.seq() != before || len(drafts) > 0 {
		t.Fatalf("refused with %v, but something was written", err)
	}
	return err
}

// damage is one way in which a file can come out wrong.
var damage = []func(*rand.Rand, []byte) []byte{
	func(r *rand.Rand, b []byte) []byte { b[r.IntN(len(b))] ^= 1 << r.IntN(8); return b },
	func(r *rand.Rand, b []byte) []byte { return b[:r.IntN(len(b))] },
	func(r *rand.Rand, b []byte) []byte {
		i := r.IntN(len(b))
		return append(b[:i], b[min(len(b), i+1+r.IntN(40)):]...)
	},
	func(r *rand.Rand, b []byte) []byte { return append(b, b[:1+r.IntN(200)]...) },
	func(r *rand.Rand, b []byte) []byte { return append(bytes.Clone(b[:1+r.IntN(200)]), b...) },
	func(r *rand.Rand, b []byte) []byte {
		i := r.IntN(len(b) - 4)
		copy(b[i:], "\xff\xff\xff\xff") // wherever a size stands
		return b
	},
	func(r *rand.Rand, b []byte) []byte {
		i, k, n := r.IntN(len(b)/2), len(b)/2+r.IntN(len(b)/2-60), 1+r.IntN(60)
		one := bytes.Clone(b[i : i+n])
		copy(b[i:i+n], b[k:k+n])
		copy(b[k:k+n], one)
		return b
	},
}

func TestTenThousandDamagedPacketsAreRefusedWhole(t *testing.T) {
	h, id := home(t)
	good := h.send(drafter, id)
	a := away(t)
	who, r, refused := a.as(reviewer), rand.New(rand.NewPCG(6, 7)), 0
	for refused < 10_000 {
		bad := damage[r.IntN(len(damage))](r, bytes.Clone(good))
		if bytes.Equal(bad, good) {
			continue
		}
		if attempt(t, a, who, bad) == nil {
			t.Fatal("a damaged packet was opened")
		}
		refused++
	}
	if attempt(t, a, who, good) != nil {
		t.Error("the good packet is refused after all")
	}
}

// forge changes members as somebody could who has a key of his own: what he
// makes is sealed, and its list of hashes is right.
var forge = []func(*rand.Rand, []dossier.Member) []dossier.Member{
	func(r *rand.Rand, m []dossier.Member) []dossier.Member {
		i := r.IntN(len(m))
		return append(m[:i], m[i+1:]...)
	},
	func(r *rand.Rand, m []dossier.Member) []dossier.Member {
		return append(m, dossier.Member{Name: "多.json", Data: []byte("{}")})
	},
	func(r *rand.Rand, m []dossier.Member) []dossier.Member { return append(m, m[r.IntN(len(m))]) },
	func(r *rand.Rand, m []dossier.Member) []dossier.Member {
		i, k := r.IntN(len(m)), r.IntN(len(m))
		m[i].Data, m[k].Data = m[k].Data, m[i].Data
		return m
	},
	func(r *rand.Rand, m []dossier.Member) []dossier.Member {
		m[r.IntN(len(m))].Name = []string{"../manifest.json", "", "C:x", ".x"}[r.IntN(4)]
		return m
	},
	flipMember, flipMember, flipMember, cutMember,
	func(r *rand.Rand, m []dossier.Member) []dossier.Member {
		i := r.IntN(len(m))
		m[i].Data = bytes.ReplaceAll(m[i].Data, []byte(":1"), []byte(":999999999999999999999"))
		return m
	},
	func(r *rand.Rand, m []dossier.Member) []dossier.Member {
		i := r.IntN(len(m))
		m[i].Data = bytes.ReplaceAll(m[i].Data, []byte(`"seq":1`), []byte(`"seq":-1`))
		return m
	},
}

func flipMember(r *rand.Rand, m []dossier.Member) []dossier.Member {
	i := r.IntN(len(m))
	m[i].Data[r.IntN(len(m[i].Data))] ^= 1 << r.IntN(8)
	return m
}

func cutMember(r *rand.Rand, m []dossier.Member) []dossier.Member {
	i := r.IntN(len(m))
	m[i].Data = m[i].Data[:r.IntN(len(m[i].Data))]
	return m
}

func TestForgedPacketsAreRefusedOrWhole(t *testing.T) {
	h, id := home(t)
	good := h.send(drafter, id)
	forger := h.as(editor)
	a := away(t)
	who, r := a.as(reviewer), rand.New(rand.NewPCG(8, 9))
	for range 2_000 {
		members, err := dossier.Read(good)
		h.ok(err)
		var archive bytes.Buffer
		h.ok(dossier.Write(&archive, forge[r.IntN(len(forge))](r, members), time.Time{}))
		if attempt(t, a, who, h.sealed(forger, archive.Bytes())) == nil { // it says something else, as its sender signed
			a = away(t)
			who = a.as(reviewer)
		}
	}
}

func (o *office) sealed(who review.Actor, archive []byte) []byte {
	o.Helper()
	data, _, err := packet.Attach(archive, func(d doc.Hash) (review.PacketSeal, error) { return o.desk.SealPacket(who, review.Series{}, d) })
	o.ok(err)
	return data
}

func TestAMemberLargerThanAnyDraftIsNotUnpacked(t *testing.T) {
	h, _ := home(t)
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	m, err := w.Create("manifest.json")
	h.ok(err)
	zeros := make([]byte, 1<<20)
	for range 65 {
		_, err = m.Write(zeros)
		h.ok(err)
	}
	h.ok(w.Close())
	_, err = packet.Read(h.sealed(h.as(editor), archive.Bytes()), h.desk.Sealed)
	refused(t, err, packet.CodeTooBig)
}

func FuzzOpen(f *testing.F) {
	h, id := home(f)
	f.Add(h.send(drafter, id))
	f.Add([]byte("PK\x05\x06"))
	f.Fuzz(func(t *testing.T, data []byte) {
		any := func(doc.Hash, review.PacketSeal) bool { return true } // what lies behind the signature must hold by itself
		if p, err := packet.Read(data, any); err == nil && p.Check() != nil {
			t.Error("read, but does not hold together")
		}
	})
}
