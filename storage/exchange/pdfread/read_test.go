package pdfread

import (
	"bytes"
	"slices"
	"testing"

	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/pagetest"
	"jianbao/storage/exchange/pdf"
)

var texts = []string{"云州市部署春季背街小巷环境整治工作", "Mr. O'Neil  于3月1日到访，AVATAR（试行）。", "𠮷𬀩䶮喆堃镕祎，",
	"  前有空格　后有空格 ", "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"}

func written(t testing.TB, texts ...string) []byte {
	t.Helper()
	fonts := []*face.Font{pagetest.Font(t, pagetest.Fangsong), pagetest.Font(t, pagetest.Song)}
	return bytesOf(t, pagetest.Document(t, fonts, texts...))
}

func bytesOf(t testing.TB, d page.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := pdf.Write(&b, d, pdf.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRead(t *testing.T) {
	many := slices.Concat(texts, slices.Repeat(texts, 8)) // three pages, a block across two
	got, err := Read(written(t, many...))
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

// A glyph of another character under the right text is seen.
func TestReadSeesAWrongGlyph(t *testing.T) {
	font := pagetest.Font(t, pagetest.Song)
	d := pagetest.Document(t, []*face.Font{font}, "拾元", "拾万元整")
	glyphs := d.Pages[0].Runs[1].Glyphs
	glyphs[0].ID = glyphs[1].ID // 万 is drawn, 拾 is said
	if got, err := Read(bytesOf(t, d)); err == nil {
		t.Errorf("read as %q", got.Blocks)
	}
}

// No byte of the file can be flipped so that other words come out unseen.
func FuzzRead(f *testing.F) {
	sound := written(f, texts...)
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

func TestReadRefusesBrokenFiles(t *testing.T) {
	sound := written(t, texts...)
	for name, data := range map[string][]byte{
		"nothing":  nil,
		"no PDF":   []byte("PK"),
		"half":     sound[:len(sound)/2],
		"appended": append(bytes.Clone(sound), sound[len(sound)-40:]...),
		"no end":   bytes.TrimSuffix(sound, []byte("%%EOF\n")),
	} {
		if got, err := Read(data); err == nil {
			t.Errorf("%s: read as %q", name, got.Blocks)
		}
	}
}
