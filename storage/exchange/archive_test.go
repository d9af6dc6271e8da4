package exchange

import (
	"bytes"
	"context"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
	"jianbao/storage/exchange/dossier"
)

// record is how the sample came about.
func record(t testing.TB) Record {
	t.Helper()
	hash, err := doc.TextHash(sample())
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2022, 3, 3, 8, 0, 0, 0, time.UTC)
	sealed := review.Event{At: at, Actor: "p1", Action: review.ActSign}.Seal(review.Event{})
	signed := []review.Signed{{SignOff: review.SignOff{Role: "责编", Name: "秦望", TextHash: hash, At: at, Comment: "同意。"}}}
	return Record{Slip: []string{"发文稿纸", "云州市政务情况简报", "责编　秦望　文本一致"}, TextHash: hash,
		Signed: signed,
		Events: []review.Event{sealed}, Head: sealed, Name: func(review.PersonID) string { return "秦望" }}
}

// packed returns the bytes of the sample's archive package.
func packed(t testing.TB) []byte {
	t.Helper()
	results, err := ExportArchive(t.Context(), t.TempDir(), signed.bulletin, record(t), final)
	if err != nil || len(results) != 1 || results[0].Format != Archive || !results[0].ReadBack {
		t.Fatalf("%+v, %v", results, err)
	}
	if !strings.HasSuffix(results[0].Path, "云州市政务情况简报第4期（总第2196期）.zip") {
		t.Errorf("called %s", results[0].Path)
	}
	data, err := os.ReadFile(results[0].Path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestArchiveIsVerified(t *testing.T) {
	data := packed(t)
	v, err := VerifyArchive(data)
	want := record(t)
	if err != nil || v.TextHash != want.TextHash || v.Head != want.Head.Hash || v.SignOffs != 1 || v.Events != 1 || len(v.Members) != 6 {
		t.Errorf("%+v, %v", v, err)
	}
	if !bytes.Equal(data, packed(t)) {
		t.Error("the same issue makes different bytes")
	}
}

func TestArchiveOfADraftIsRefused(t *testing.T) {
	_, err := ExportArchive(t.Context(), t.TempDir(), sample(), record(t), draft)
	if code := codeOf(err); code != CodeArchiveDraft {
		t.Errorf("%v", err)
	}
}

func TestArchiveCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	dir := t.TempDir()
	if _, err := ExportArchive(ctx, dir, sample(), record(t), final); codeOf(err) != CodeCancelled || len(contents(t, dir)) != 0 {
		t.Errorf("%v", err)
	}
}

// Whoever changes a member and mends the list of hashes is still caught, for
// every member says the same.
func TestArchiveChangedByOneWhoKnowsTheFormat(t *testing.T) {
	members, err := dossier.Read(packed(t))
	if err != nil {
		t.Fatal(err)
	}
	other := sample()
	other.Articles[0].Body[0].Text += "另有一句。"
	changed := record(t)
	changed.Slip[2] = "责编　某某　文本一致"
	forged, err := dossier.Read(mustPack(t, other, changed))
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range members {
		spoilt := slices.Clone(members)
		spoilt[i] = forged[i]
		var out bytes.Buffer
		if err := dossier.Write(&out, spoilt, time.Time{}); err != nil {
			t.Fatal(err)
		}
		_, err := VerifyArchive(out.Bytes())
		if codeOf(err) != CodeArchiveText {
			t.Errorf("%s of another text: %v", m.Name, err)
		}
	}
}

// mustPack packs a text whatever its record says of it.
func mustPack(t *testing.T, b doc.Bulletin, r Record) []byte {
	t.Helper()
	var err error
	if r.TextHash, err = doc.TextHash(b); err != nil {
		t.Fatal(err)
	}
	list, err := members(t.Context(), b, r, final)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := dossier.Write(&out, list, time.Time{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestDamagedArchives(t *testing.T) {
	sound := packed(t)
	members, err := dossier.Read(sound)
	if err != nil {
		t.Fatal(err)
	}
	without := func(name string) []byte {
		var out bytes.Buffer
		kept := slices.DeleteFunc(slices.Clone(members), func(m dossier.Member) bool { return m.Name == name })
		if err := dossier.Write(&out, kept, time.Time{}); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	for name, c := range map[string]struct {
		data []byte
		code string
	}{
		"no zip":     {[]byte("第4期"), CodeArchiveNone},
		"cut":        {sound[:len(sound)/2], CodeArchiveNone},
		"no text":    {without(memberTXT), CodeArchiveMissing},
		"no slip":    {without(memberSlip), CodeArchiveMissing},
		"no members": {without(memberMeta), CodeArchiveMissing},
	} {
		_, err := VerifyArchive(c.data)
		if codeOf(err) != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
		var own *Error
		if !errors.As(err, &own) {
			t.Errorf("%s: %T", name, err)
		}
	}
}

func FuzzVerifyArchive(f *testing.F) {
	f.Add(packed(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		_, err := VerifyArchive(data)
		var own *Error
		if err != nil && !errors.As(err, &own) {
			t.Errorf("%T %v", err, err)
		}
	})
}
