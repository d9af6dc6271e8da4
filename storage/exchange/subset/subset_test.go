package subset

import (
	"bytes"
	"encoding/binary"
	"math"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"

	"jianbao/editor/typeset/face"
	"jianbao/storage/exchange/pagetest"
)

const chars = "云州市，“简报”（2022）Aa·喆"

// subsetOf adds each character that f has and returns the file.
func subsetOf(t testing.TB, f *face.Font, text string) (*Set, []byte) {
	t.Helper()
	s := New(f)
	for _, c := range text {
		if id, ok := f.Face.NominalGlyph(c); ok {
			s.Add(id, c)
		}
	}
	data, err := s.File()
	if err != nil {
		t.Fatal(err)
	}
	return s, data
}

func parsed(t testing.TB, data []byte) *font.Face {
	t.Helper()
	f, err := font.ParseTTF(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func sources(t testing.TB) map[string]*face.Font {
	song := pagetest.Font(t, pagetest.Song)
	fang := pagetest.Font(t, pagetest.Fangsong)
	return map[string]*face.Font{"TrueType": song, "CFF": fang,
		"collection": pagetest.Parse(t, "both", collection(fang.Source, song.Source), 1)}
}

// collection packs two font files into one.
func collection(files ...[]byte) []byte {
	header := 12 + 4*len(files)
	all := binary.BigEndian.AppendUint32([]byte("ttcf\x00\x01\x00\x00"), uint32(len(files)))
	at, body := header, []byte(nil)
	for _, f := range files {
		all = binary.BigEndian.AppendUint32(all, uint32(at))
		moved := bytes.Clone(f)
		for i := range int(binary.BigEndian.Uint16(f[4:])) {
			offset := moved[12+16*i+8:]
			binary.BigEndian.PutUint32(offset, binary.BigEndian.Uint32(offset)+uint32(at))
		}
		body = append(body, moved...)
		at = header + len(body)
	}
	return append(all, body...)
}

// What is drawn in the subset is what the font draws, within a unit.
func TestSubsetDrawsTheSame(t *testing.T) {
	for name, f := range sources(t) {
		s, data := subsetOf(t, f, chars)
		small := parsed(t, data)
		for n := 1; n < s.Len(); n++ {
			id, ok := small.NominalGlyph(s.Char(n))
			if !ok || int(id) != n {
				t.Errorf("%s: %c is glyph %d, %v; want %d", name, s.Char(n), id, ok, n)
			}
			whole, _ := f.Face.NominalGlyph(s.Char(n))
			if got, want := small.HorizontalAdvance(id), f.Face.HorizontalAdvance(whole); math.Abs(float64(got-want)) > 0.5 {
				t.Errorf("%s: %c is %v wide, want %v", name, s.Char(n), got, want)
			}
			if got, want := area(small, id), area(f.Face, whole); math.Abs(got-want) > 0.01*math.Abs(want)+20 {
				t.Errorf("%s: %c has an area of %v, want %v", name, s.Char(n), got, want)
			}
		}
	}
}

// area is that inside the outlines, by many short lines along each curve.
func area(f *font.Face, id font.GID) float64 {
	outline, _ := f.GlyphData(id).(font.GlyphOutline)
	total, at, start := 0.0, vector{}, vector{}
	line := func(to vector) {
		total += (at.x*to.y - to.x*at.y) / 2
		at = to
	}
	for _, s := range outline.Segments {
		a, b, c := vectorOf(s.Args[0]), vectorOf(s.Args[1]), vectorOf(s.Args[2])
		from := at
		switch s.Op {
		case opentype.SegmentOpMoveTo:
			line(start)
			at, start = a, a
		case opentype.SegmentOpLineTo:
			line(a)
		case opentype.SegmentOpQuadTo:
			b, c = from.plus(a.times(2)).times(1.0/3), b
			along(line, from, b, a.times(2).plus(c).times(1.0/3), c)
		case opentype.SegmentOpCubeTo:
			along(line, from, a, b, c)
		}
	}
	line(start)
	return total
}

func along(line func(vector), a, b, c, d vector) {
	const steps = 64
	for i := 1; i <= steps; i++ {
		head, _, _ := split(a, b, c, d, float64(i)/steps)
		line(head[3])
	}
}

func TestQuadraticsLieClose(t *testing.T) {
	curves := [][4]vector{
		{{0, 0}, {0, 552}, {448, 1000}, {1000, 1000}},
		{{0, 0}, {900, 900}, {-100, 900}, {800, 0}},
		{{5, 5}, {5, 5}, {5, 5}, {5, 5}},
	}
	for _, c := range curves {
		pieces := quadratics(c[0], c[1], c[2], c[3])
		from := c[0]
		for i, q := range pieces {
			for _, u := range []float64{0.25, 0.5, 0.75} {
				ab, bc := from.plus(q.control.minus(from).times(u)), q.control.plus(q.end.minus(q.control).times(u))
				got := ab.plus(bc.minus(ab).times(u))
				head, _, _ := split(c[0], c[1], c[2], c[3], (float64(i)+u)/float64(len(pieces)))
				if miss := got.minus(head[3]).length(); miss > 2*tolerance {
					t.Errorf("%v: piece %d misses by %v", c, i, miss)
				}
			}
			from = q.end
		}
		if from != c[3] {
			t.Errorf("%v ends at %v", c, from)
		}
	}
}

func TestSameBytesTwice(t *testing.T) {
	f := pagetest.Font(t, pagetest.Fangsong)
	_, first := subsetOf(t, f, chars)
	if _, second := subsetOf(t, f, chars); !bytes.Equal(first, second) {
		t.Error("the same characters gave other bytes")
	}
	if sum(first) != sumOfFile {
		t.Errorf("the words of the file add up to %x", sum(first))
	}
}

// A glyph that stands for two characters is there twice; one without ink is
// there with no width.
func TestAddKeepsCharactersApart(t *testing.T) {
	f := pagetest.Font(t, pagetest.Song)
	s := New(f)
	id, _ := f.Face.NominalGlyph('一')
	a, b, again := s.Add(id, '一'), s.Add(id, '⼀'), s.Add(id, '一')
	none := s.Add(NoGlyph, '\ufe00')
	if a == b || a != again || s.Advance(int(none)) != 0 || s.Advance(int(a)) == 0 {
		t.Errorf("%d %d %d, widths %v %v", a, b, again, s.Advance(int(a)), s.Advance(int(none)))
	}
	data, err := s.File()
	if err != nil {
		t.Fatal(err)
	}
	small := parsed(t, data)
	for n, c := range map[uint16]rune{a: '一', b: '⼀', none: '\ufe00'} {
		if id, ok := small.NominalGlyph(c); !ok || id != font.GID(n) {
			t.Errorf("%q is glyph %d, %v; want %d", c, id, ok, n)
		}
	}
}

// The name is ours, as licences with reserved names ask; whose font it was, and
// under which terms, stays in the file.
func TestNames(t *testing.T) {
	for _, name := range []string{pagetest.Song, pagetest.Fangsong} {
		f := pagetest.Font(t, name)
		s, data := subsetOf(t, f, chars)
		small := &face.Font{Source: data}
		got, err := openSource(small)
		if err != nil {
			t.Fatal(err)
		}
		want, err := openSource(f)
		if err != nil {
			t.Fatal(err)
		}
		if family := got.name.Name(nameFamily); family != "Jianbao "+s.Tag() {
			t.Errorf("family %q", family)
		}
		for _, id := range []tables.NameID{nameCopyright, nameLicence, nameLicenceURL} {
			if got.name.Name(id) != want.name.Name(id) {
				t.Errorf("entry %d is %q, want %q", id, got.name.Name(id), want.name.Name(id))
			}
		}
	}
}

func TestBrokenSource(t *testing.T) {
	f := pagetest.Font(t, pagetest.Song)
	broken := *f
	broken.Source = f.Source[:100]
	if _, err := New(&broken).File(); err == nil {
		t.Error("a font cut in half was taken")
	}
	if name := New(&broken).PostScriptName(); name != fallbackName {
		t.Errorf("name %q", name)
	}
}
