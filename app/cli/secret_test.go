package cli

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestNoPINIsEverWrittenDown gives PINs in every way there is, right ones and
// wrong ones, and looks for them in all that is said and in every file.
func TestNoPINIsEverWrittenDown(t *testing.T) {
	t.Chdir(t.TempDir())
	const right, wrong, fresh = "918273645", "564738291", "102938475"
	for name, pin := range map[string]string{"right": right, "wrong": wrong, "fresh": fresh} {
		write(t, name, pin+"\n")
	}
	var said strings.Builder
	for _, line := range []string{
		"people add 甲 --role 责编 --pin-file right", "people add 乙 --role 核稿 --pin-file right", "people list --json",
		"people pin 甲 --old-pin-file wrong --pin-file fresh", "people pin 甲 --old-pin-file right --pin-file fresh",
		"people pin 乙 --lost --as 甲 --old-pin-file wrong --pin-file fresh", "people pin 乙 --lost --as 甲 --old-pin-file fresh --pin-file right",
		"series show yunzhou --json", "verify --json", "people leave 甲", "backup",
	} {
		_, out, errs := try(append([]string{"--db", "data/desk.db"}, strings.Fields(line)...)...)
		said.WriteString(out + errs)
	}
	if !strings.Contains(said.String(), "PIN不对") || !strings.Contains(said.String(), `"findings":[]`) {
		t.Fatalf("the commands did not do what they should:\n%s", said.String())
	}
	err := filepath.WalkDir("data", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		for _, pin := range []string{right, wrong, fresh} {
			if bytes.Contains(data, []byte(pin)) {
				t.Errorf("%s holds a PIN", path)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, pin := range []string{right, wrong, fresh} {
		if strings.Contains(said.String(), pin) {
			t.Errorf("a PIN was said")
		}
	}
}
