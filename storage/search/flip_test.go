package search_test

import (
	"os"
	"testing"

	"jianbao/review"
	"jianbao/review/find"
)

// flips is how many bits the test turns, one at a time.
const flips = 200

// TestATurnedBitIsNoticed turns bits of the file: Check names what is wrong, or
// the index answers as a scan does, without having been made anew.
func TestATurnedBitIsNoticed(t *testing.T) {
	o, a := newOffice(t, 80)
	path := indexPath(t)
	x := o.index(path)
	o.find(x, find.Query{})
	for n := range 20 { // rows that wait, and rows of earlier texts
		o.write(func(tx review.Tx) error { return o.revise(tx, n, a.bulletin(60), n%4 > 0) })
		o.find(x, find.Query{})
	}
	ok(t, x.Close())
	sound, err := os.ReadFile(path)
	ok(t, err)
	noticed := 0
	for range flips {
		spoilt := append([]byte(nil), sound...)
		at := a.IntN(len(spoilt))
		spoilt[at] ^= 1 << a.IntN(8)
		ok(t, os.WriteFile(path, spoilt, 0o600))
		if o.notices(path, a) {
			noticed++
		} else if t.Failed() {
			t.Fatalf("a bit turned at %d of %d", at, len(sound))
		}
	}
	t.Logf("%d of %d turned bits noticed; the others change nothing", noticed, flips)
	if noticed < flips/2 {
		t.Error("most of the file means something")
	}
}

// notices reports whether Check names something. If not, the index must answer
// rightly as it is.
func (o *office) notices(path string, a *author) bool {
	o.Helper()
	x := o.index(path)
	defer x.Close()
	found, err := x.Check(o.Context())
	if err != nil {
		o.Fatal(err)
	}
	if len(found) > 0 {
		return true
	}
	before := o.file(path)
	for range 8 {
		o.agrees(x, a.query(o))
	}
	if !os.SameFile(before, o.file(path)) {
		o.Error("the index was made anew after Check had found nothing")
	}
	return false
}

func (o *office) file(path string) os.FileInfo {
	o.Helper()
	info, err := os.Stat(path)
	if err != nil {
		o.Fatal(err)
	}
	return info
}
