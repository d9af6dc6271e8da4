package dossier_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"testing"
	"time"

	"jianbao/storage/exchange/dossier"
)

var members = []dossier.Member{{Name: "定稿.txt", Data: []byte("第4期\n")}, {Name: "元数据.xml", Data: []byte("<a/>")}}

func written(t testing.TB) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := dossier.Write(&out, members, time.Date(2022, 3, 3, 9, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	read, err := dossier.Read(written(t))
	if err != nil || len(read) != len(members) {
		t.Fatalf("%v, %v", read, err)
	}
	for i, m := range read {
		if m.Name != members[i].Name || !bytes.Equal(m.Data, members[i].Data) {
			t.Errorf("%d: %s %q", i, m.Name, m.Data)
		}
	}
	if !bytes.Equal(written(t), written(t)) {
		t.Error("the same members make different bytes")
	}
}

// packed is a zip of these members, whatever they are.
func packed(t *testing.T, files ...dossier.Member) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range files {
		member, err := w.Create(f.Name)
		if err == nil {
			_, err = member.Write(f.Data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWhatNobodyWroteIsRefused(t *testing.T) {
	a := dossier.Member{Name: "a", Data: []byte("a")}
	list := func(text string) dossier.Member { return dossier.Member{Name: dossier.List, Data: []byte(text)} }
	const hashOfA = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"
	many := make([]dossier.Member, 1100)
	for i := range many {
		many[i].Name = string(rune('a' + i))
	}
	for name, c := range map[string]struct {
		data []byte
		want error
	}{
		"text":          {[]byte("第4期"), dossier.ErrNone},
		"cut":           {written(t)[:200], dossier.ErrNone},
		"path up":       {packed(t, dossier.Member{Name: "../a"}), dossier.ErrName},
		"backslash":     {packed(t, dossier.Member{Name: `..\a`}), dossier.ErrName},
		"folder":        {packed(t, dossier.Member{Name: "a/"}), dossier.ErrName},
		"hidden":        {packed(t, dossier.Member{Name: ".a"}), dossier.ErrName},
		"twice":         {packed(t, a, a), dossier.ErrName},
		"many":          {packed(t, many...), dossier.ErrTooBig},
		"bomb":          {packed(t, dossier.Member{Name: "a", Data: make([]byte, 65<<20)}), dossier.ErrTooBig},
		"no list":       {packed(t, a), dossier.ErrExtra},
		"other hash":    {packed(t, a, list("00  a\n")), dossier.ErrChanged},
		"listed, gone":  {packed(t, a, list(hashOfA+"  a\n"+hashOfA+"  b\n")), dossier.ErrMissing},
		"not listed":    {packed(t, a, dossier.Member{Name: "b"}, list(hashOfA+"  a\n")), dossier.ErrExtra},
		"list unlisted": {packed(t, a, list("定稿")), dossier.ErrExtra},
	} {
		if _, err := dossier.Read(c.data); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

// Every byte of the file counts, or changes nothing that is read.
func TestAFlippedByteIsSeen(t *testing.T) {
	sound := written(t)
	for i := range sound {
		spoilt := bytes.Clone(sound)
		spoilt[i] ^= 1
		read, err := dossier.Read(spoilt)
		if err != nil {
			continue
		}
		for n, m := range read {
			if m.Name != members[n].Name || !bytes.Equal(m.Data, members[n].Data) {
				t.Errorf("byte %d: %s reads %q", i, m.Name, m.Data)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(written(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		read, err := dossier.Read(data)
		if err != nil {
			return
		}
		var out bytes.Buffer
		if err := dossier.Write(&out, read, time.Time{}); err != nil {
			t.Fatal(err)
		}
		if again, err := dossier.Read(out.Bytes()); err != nil || len(again) != len(read) {
			t.Fatalf("%d members, %v", len(again), err)
		}
	})
}
