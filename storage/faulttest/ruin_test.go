package faulttest

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"jianbao/review"
	"jianbao/storage"
)

// TestRuins puts something else where the database was. It is refused with a
// sentence and left as it is.
func TestRuins(t *testing.T) {
	sound, _ := soundDatabase(t)
	newer := bytes.Clone(sound)
	binary.BigEndian.PutUint32(newer[60:], 9999)
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"empty file", nil, review.ErrDamaged},
		{"cut within the header", sound[:70], review.ErrDamaged},
		{"a text", []byte("情况简报第4期"), review.ErrForeign},
		{"another program's database", append(bytes.Clone(sound[:68]), append([]byte{0, 0, 0, 0}, sound[72:]...)...), review.ErrForeign},
		{"zeros", make([]byte, 40960), review.ErrForeign},
		{"a newer program's", newer, review.ErrNewer},
	} {
		path := filepath.Join(t.TempDir(), "x.db")
		if err := os.WriteFile(path, c.data, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := storage.Open(t.Context(), path)
		if !errors.Is(err, c.want) {
			t.Errorf("%s: Open = %v", c.name, err)
		}
		if err == nil {
			s.Close()
			continue
		}
		if left, err := os.ReadFile(path); err != nil || !bytes.Equal(left, c.data) {
			t.Errorf("%s: the file was changed (%v)", c.name, err)
		}
		t.Logf("%s: %s", c.name, sentence(t, err))
	}
}

// TestTruncation cuts a database after each of its pages. It is refused, or
// what is gone is reported; never is a text shown that is not what was written.
func TestTruncation(t *testing.T) {
	sound, want := soundDatabase(t)
	path := filepath.Join(t.TempDir(), "cut.db")
	var count [4]int
	for at := 4096; at < len(sound); at += 4096 {
		result := outcomeOf(t, path, sound[:at], want)
		count[result]++
		if result == silent || result == harmless {
			t.Errorf("cut after page %d, and nothing says so", at/4096)
		}
	}
	t.Logf("cuts %d: not opened %d, reported %d, silent %d", (len(sound)-1)/4096, count[refused], count[reported], count[silent]+count[harmless])
}
