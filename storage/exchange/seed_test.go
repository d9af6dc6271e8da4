package exchange

import (
	"os"
	"path/filepath"
	"testing"

	"jianbao/storage/exchange/text"
)

// sharedFile finds a file of the folder that lies beside the repository.
func sharedFile(t *testing.T, name string) []byte {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		data, err := os.ReadFile(filepath.Join(dir, "shared", "data", name))
		if err == nil {
			return data
		}
	}
	t.Skipf("shared/data/%s is not beside this repository; the real issue is not exported", name)
	return nil
}

// The real issue goes through every format and comes back word for word.
func TestExportSeed(t *testing.T) {
	read, err := text.Read(sharedFile(t, "seed-bulletin.txt"), text.Options{Repair: true})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	results, err := Export(t.Context(), dir, read.Bulletin, Formats(), final)
	if err != nil || len(results) != len(Formats()) {
		t.Fatalf("%+v, %v", results, err)
	}
	for _, r := range results {
		if err := readBack(known[r.Format], r.Path, &job{bulletin: read.Bulletin, meta: final}); err != nil {
			t.Error(err)
		}
		const name = "首都精神文明建设情况简报第4期（总第2196期）"
		if base := filepath.Base(r.Path); base != name+"."+string(r.Format) {
			t.Errorf("file name %q", base)
		}
	}
}
