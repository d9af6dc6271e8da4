package ofd

import (
	"bytes"
	"slices"
	"testing"
	"time"

	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/pagetest"
	"jianbao/storage/exchange/plate"
)

var texts = []string{"云州市部署春季背街小巷环境整治工作", "Mr. O'Neil  于<3>月1日到访，AVATAR & \"R\"。", "𠮷𬀩䶮喆堃镕祎，",
	"  前有空格　后有空格 ", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"}

func written(t testing.TB, d page.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, d, Options{Created: time.Date(2022, 3, 3, 9, 0, 0, 0, time.UTC)}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func pages(t testing.TB, texts ...string) page.Document {
	return pagetest.Document(t, []*face.Font{pagetest.Font(t, pagetest.Fangsong), pagetest.Font(t, pagetest.Song)}, texts...)
}

func TestRead(t *testing.T) {
	many := slices.Concat(texts, slices.Repeat(texts, 8)) // three pages, a block across two
	got, err := Read(written(t, pages(t, many...)))
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got.Blocks, many) {
		t.Errorf("%q", got.Blocks)
	}
	if want := []string{"— 1 —", "— 2 —", "— 3 —"}; !slices.Equal(got.Furniture, want) {
		t.Errorf("furniture %q, want %q", got.Furniture, want)
	}
}

func TestSameBytesTwice(t *testing.T) {
	if !bytes.Equal(written(t, pages(t, texts...)), written(t, pages(t, texts...))) {
		t.Error("the same pages gave other bytes")
	}
}

func TestSteps(t *testing.T) {
	for _, c := range []struct {
		at   []page.MM
		want string
	}{
		{[]page.MM{5}, ""},
		{[]page.MM{5, 10}, ` DeltaX="5"`},
		{[]page.MM{0, 5.5714, 11.1428, 16.7142}, ` DeltaX="5.571 5.572 5.571"`},
		{[]page.MM{1, 6, 11, 16, 20}, ` DeltaX="g 3 5 4"`},
	} {
		var chars []plate.Char
		for _, x := range c.at {
			chars = append(chars, plate.Char{X: x})
		}
		if got := steps(chars); got != c.want {
			t.Errorf("%v: %s, want %s", c.at, got, c.want)
		}
	}
}

// No byte of the file can be flipped so that other words come out unseen.
func FuzzRead(f *testing.F) {
	sound := written(f, pages(f, texts...))
	want, err := Read(sound)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(100, byte(1))
	f.Add(len(sound)-20, byte(32))
	f.Fuzz(func(t *testing.T, at int, bits byte) {
		changed := bytes.Clone(sound)
		changed[uint(at)%uint(len(changed))] ^= bits
		got, err := Read(changed)
		if err == nil && (!slices.Equal(got.Blocks, want.Blocks) || !slices.Equal(got.Furniture, want.Furniture)) {
			t.Errorf("byte %d gives %q", at, got)
		}
	})
}
