package journal

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"jianbao/editor/doc"
	"jianbao/review"
)

var noon = time.Date(2026, 3, 3, 12, 0, 0, 0, time.UTC)

func entry(draft review.DraftID, edit int, text string) Entry {
	b := doc.Bulletin{Articles: []doc.Article{{ID: "a", Title: "题", Body: []doc.Paragraph{{ID: "p", Text: text}}}}}
	return Entry{Draft: draft, Person: "李知远", Base: 3, Writing: "上午", Edit: edit, At: noon, Text: b}
}

func open(t testing.TB, folder, database string) *Journal {
	t.Helper()
	j, err := Open(folder, database)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func put(t testing.TB, j *Journal, e Entry) {
	t.Helper()
	if err := j.Put(e); err != nil {
		t.Fatal(err)
	}
}

// textOf is what the journal has of a draft, "" where it has nothing.
func textOf(t testing.TB, j *Journal, draft review.DraftID) string {
	t.Helper()
	e, err := j.Get(draft, "李知远")
	if errors.Is(err, review.ErrNotFound) {
		return ""
	}
	if err != nil {
		t.Fatal(err)
	}
	return e.Text.Articles[0].Body[0].Text
}

func TestWhatWasPutIsThereAfterTheProgramEnded(t *testing.T) {
	folder := t.TempDir()
	e := entry("d", 1, "断线时写的。")
	put(t, open(t, folder, "市"), e)
	got, err := open(t, folder, "市").Get("d", "李知远")
	if err != nil || got.Base != 3 || got.Edit != 1 || got.Writing != "上午" || !got.At.Equal(noon) || got.Text.Articles[0].Body[0].Text != "断线时写的。" {
		t.Errorf("%+v, %v", got, err)
	}
	if got := textOf(t, open(t, folder, "县"), "d"); got != "" {
		t.Errorf("another database has %q", got)
	}
}

func TestOnlyItsOwnerReadsIt(t *testing.T) {
	folder := t.TempDir()
	j := open(t, folder, "市")
	put(t, j, entry("d", 1, "一"))
	for path, want := range map[string]os.FileMode{j.path("d", "李知远"): 0o600, j.folder: 0o700} {
		info, err := os.Stat(path)
		if err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode().Perm(), err)
		}
	}
}

func TestDropLeavesWhatIsNewerOrOfAnotherSitting(t *testing.T) {
	for _, c := range []struct {
		name, writing string
		edit          int
		want          string
	}{
		{"this edit", "上午", 5, ""},
		{"a later one", "上午", 6, ""},
		{"an earlier one", "上午", 4, "五"},
		{"another sitting", "下午", 9, "五"},
	} {
		j := open(t, t.TempDir(), "市")
		put(t, j, entry("d", 5, "五"))
		if err := j.Drop("d", "李知远", c.writing, c.edit); err != nil {
			t.Fatal(err)
		}
		if got := textOf(t, j, "d"); got != c.want {
			t.Errorf("%s: %q is left", c.name, got)
		}
	}
}

func TestWhatComesDuringADeliveryIsNotDropped(t *testing.T) {
	j := open(t, t.TempDir(), "市")
	put(t, j, entry("d", 1, "一"))
	var sent []string
	send := func(e Entry) error {
		sent = append(sent, e.Text.Articles[0].Body[0].Text)
		if len(sent) == 1 {
			put(t, j, entry("d", 2, "二"))
		}
		return nil
	}
	for range 3 {
		if err := j.Deliver("d", "李知远", send); err != nil {
			t.Fatal(err)
		}
	}
	if strings.Join(sent, "") != "一二" || textOf(t, j, "d") != "" {
		t.Errorf("sent %q, left %q", sent, textOf(t, j, "d"))
	}
}

func TestWhatCouldNotBeSentStays(t *testing.T) {
	j := open(t, t.TempDir(), "市")
	put(t, j, entry("d", 1, "一"))
	err := j.Deliver("d", "李知远", func(Entry) error { return review.ErrLost })
	if !errors.Is(err, review.ErrLost) || textOf(t, j, "d") != "一" {
		t.Errorf("%v, left %q", err, textOf(t, j, "d"))
	}
}

func TestADamagedFileIsToldAndKept(t *testing.T) {
	folder := t.TempDir()
	j := open(t, folder, "市")
	for range 2 {
		put(t, j, entry("d", 1, "一"))
		put(t, j, entry("e", 1, "好"))
		path := j.path("d", "李知远")
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, bytes.Replace(data, []byte("一"), []byte("二"), 1), 0o600); err != nil {
			t.Fatal(err)
		}
		all, err := j.List()
		if !errors.Is(err, review.ErrDamaged) || len(all) != 1 || all[0].Draft != "e" {
			t.Errorf("%d entries, %v", len(all), err)
		}
		if got := textOf(t, j, "d"); got != "" {
			t.Errorf("the damaged file is found again: %q", got)
		}
	}
	kept, err := filepath.Glob(filepath.Join(j.folder, "*.damaged*"))
	if err != nil || len(kept) != 2 {
		t.Errorf("kept %v, %v", kept, err)
	}
}

func TestAHalfWrittenFileDoesNotReplaceTheOneBefore(t *testing.T) {
	j := open(t, t.TempDir(), "市")
	put(t, j, entry("d", 1, "一"))
	if err := os.WriteFile(j.path("d", "李知远")+".new", []byte(magic+"半"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := textOf(t, j, "d"); got != "一" {
		t.Errorf("the journal has %q", got)
	}
	put(t, j, entry("d", 2, "二"))
	if all, err := j.List(); err != nil || len(all) != 1 || all[0].Edit != 2 {
		t.Errorf("%d entries, %v", len(all), err)
	}
}

func TestAJournalThatCannotBeMadeSaysSo(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(file, "市"); err == nil {
		t.Error("a journal in a file")
	}
}

// FuzzDecode: what is not refused says the same when it is written again.
func FuzzDecode(f *testing.F) {
	good, err := encode(entry("d", 7, "一二三。"))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add([]byte(magic))
	content := []byte("{}\n{}")
	f.Add(append([]byte(magic+string(doc.HashOf(content))+"\n"), content...))
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, given := range [][]byte{data, append([]byte(magic+string(doc.HashOf(data))+"\n"), data...)} {
			e, err := decode(given)
			if err != nil {
				if !errors.Is(err, review.ErrDamaged) {
					t.Fatalf("refused with %v", err)
				}
				continue
			}
			again, err := encode(e)
			if err != nil {
				t.Fatal(err)
			}
			if back, err := decode(again); err != nil || back.Draft != e.Draft || back.Edit != e.Edit || !back.At.Equal(e.At) {
				t.Fatalf("%+v became %+v, %v", e, back, err)
			}
		}
	})
}

func BenchmarkPut(b *testing.B) {
	for _, runes := range []int{3000, 300_000} {
		b.Run(strconv.Itoa(runes)+" characters", func(b *testing.B) { benchmarkPut(b, runes) })
	}
}

func benchmarkPut(b *testing.B, runes int) {
	j := open(b, b.TempDir(), "市")
	e := entry("d", 1, strings.Repeat("字", runes))
	for b.Loop() {
		e.Edit++
		put(b, j, e)
	}
}
