package settings

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSaveAndLoad(t *testing.T) {
	f := At(filepath.Join(t.TempDir(), "deep", "settings.json"))
	if got, err := f.Load(); err != nil || got != (Settings{}) {
		t.Fatalf("a missing file gave %+v, %v", got, err)
	}
	want := Settings{Language: "en", Look: "dark", Person: "王敏", Database: "postgres://wang@db1/jianbao", Width: 1366, Height: 768}
	if err := f.Save(want); err != nil {
		t.Fatal(err)
	}
	if got, err := f.Load(); err != nil || got != want {
		t.Fatalf("got %+v, %v; want %+v", got, err, want)
	}
}

func TestDamagedFileIsReported(t *testing.T) {
	path := filepath.Join(t.TempDir(), "settings.json")
	if err := os.WriteFile(path, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := At(path).Load(); err == nil || got != (Settings{}) {
		t.Fatalf("a damaged file gave %+v, %v", got, err)
	}
}
