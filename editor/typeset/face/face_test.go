package face

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
)

const bundled = "../../../assets/fonts"

func fontFile(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(bundled, filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestParse(t *testing.T) {
	tests := []struct {
		file   string
		has    string
		hasNot string
	}{
		{"fandol/FandolFang-Regular.otf", "国。", "昇"},
		{"NotoSerifSC-Black.ttf", "国喆堃䶮𬀩", "\U0002A6A5"},
		{"JianbaoKai-Regular.ttf", "国喆堃䶮𠮷𬀩", "\U0002A6A5"},
	}
	for _, tt := range tests {
		fonts, err := Parse(tt.file, fontFile(t, tt.file))
		if err != nil || len(fonts) != 1 {
			t.Fatalf("%s: %d fonts, %v", tt.file, len(fonts), err)
		}
		f := fonts[0]
		for _, r := range tt.has {
			g, ok := f.Glyph(r)
			if _, drawn := f.Outline(g); !ok || !drawn || f.Advance(g) != 1 {
				t.Errorf("%s: %c has=%v drawn=%v advance=%v", f.Name, r, ok, drawn, f.Advance(g))
			}
		}
		if _, ok := f.Glyph([]rune(tt.hasNot)[0]); ok {
			t.Errorf("%s: has %s", f.Name, tt.hasNot)
		}
		if f.Name == "" || !slices.Contains(f.Names(), f.Name) {
			t.Errorf("%s: is called %q of %q", tt.file, f.Name, f.Names())
		}
	}
}

// collection makes a TTC of font files, each moved behind those before it.
func collection(files ...[]byte) []byte {
	head := 12 + 4*len(files)
	out := make([]byte, head)
	copy(out, "ttcf\x00\x01\x00\x00")
	binary.BigEndian.PutUint32(out[8:], uint32(len(files)))
	for i, file := range files {
		at := len(out)
		binary.BigEndian.PutUint32(out[12+4*i:], uint32(at))
		out = append(out, file...)
		for n := range int(binary.BigEndian.Uint16(file[4:])) {
			entry := out[at+12+16*n+8:]
			binary.BigEndian.PutUint32(entry, binary.BigEndian.Uint32(entry)+uint32(at))
		}
	}
	return out
}

func TestParseCollection(t *testing.T) {
	fonts, err := Parse("two.ttc", collection(fontFile(t, "NotoSerifSC-Black.ttf"), fontFile(t, "fandol/FandolFang-Regular.otf")))
	if err != nil || len(fonts) != 2 {
		t.Fatalf("%d fonts, %v", len(fonts), err)
	}
	for i, f := range fonts {
		g, _ := f.Glyph('国')
		if _, ok := f.Outline(g); !ok || f.Index != i {
			t.Errorf("%s: index %d, drawn %v", f.Name, f.Index, ok)
		}
	}
}

func TestParseBroken(t *testing.T) {
	whole := fontFile(t, "NotoSansSC-Regular.ttf")
	noise := bytes.Clone(whole)
	for i := 300; i < len(noise); i += 7 {
		noise[i] ^= 0x5A
	}
	for name, data := range map[string][]byte{"empty": nil, "text": []byte("not a font"), "head": whole[:100],
		"half": whole[:len(whole)/2], "noise": noise, "one": []byte("ttcf\x00\x01\x00\x00\xff\xff\xff\xff")} {
		if _, err := Parse(name, data); !errors.Is(err, ErrBroken) {
			t.Errorf("%s: error = %v, want ErrBroken", name, err)
		}
	}
}

func write(t *testing.T, dir, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
		t.Fatal(err)
	}
}

// renamed returns a font whose names, all of one length, are replaced.
func renamed(data []byte, from, to string) []byte {
	wide := func(s string) []byte {
		var b []byte
		for _, r := range s {
			b = binary.BigEndian.AppendUint16(b, uint16(r))
		}
		return b
	}
	return bytes.ReplaceAll(data, wide(from), wide(to))
}

// TestUsersOwnFontsComeFirst puts a font called 仿宋 by its Chinese name among
// broken ones.
func TestUsersOwnFontsComeFirst(t *testing.T) {
	dir := t.TempDir()
	kai := fontFile(t, "JianbaoKai-Regular.ttf")
	own := renamed(kai, "Jianbao Kai", "仿宋_GB2312__")
	write(t, filepath.Join(dir, "deep"), "Odd Name.TTF", own)
	write(t, dir, "half.ttf", kai[:len(kai)/2])
	write(t, dir, "broken.otf", []byte("no font"))
	l := NewLibrary(dir, filepath.Join(dir, "absent"))
	set, err := Resolve(l, os.DirFS(bundled))
	if err != nil {
		t.Fatal(err)
	}
	first := set.Fonts(Fangsong)[0]
	if filepath.Base(first.File) != "Odd Name.TTF" {
		t.Errorf("仿宋 is %s of %s", first.Name, first.File)
	}
	roles := map[Role]bool{}
	for _, s := range set.Substitutes() {
		roles[s.Role] = true
		if s.Wanted == "" || s.Used == "" {
			t.Errorf("%+v", s)
		}
	}
	if roles[Fangsong] || !roles[Hei] || !roles[Kai] || !roles[Song] || !roles[TitleSong] {
		t.Errorf("substituted: %v", roles)
	}
	if !slices.Contains(set.Broken(), filepath.Join(dir, "broken.otf")) {
		t.Errorf("broken: %v", set.Broken())
	}
}

func TestNoFontAtAll(t *testing.T) {
	if _, err := Resolve(NewLibrary(t.TempDir()), os.DirFS(t.TempDir())); !errors.Is(err, ErrNone) {
		t.Errorf("error = %v, want ErrNone", err)
	}
}

func TestShapeFallsBackByCharacter(t *testing.T) {
	set, err := Resolve(NewLibrary(), os.DirFS(bundled), os.DirFS(filepath.Join(bundled, "fandol")))
	if err != nil {
		t.Fatal(err)
	}
	fangsong := set.Fonts(Fangsong)[0]
	tests := []struct {
		cluster string
		own     bool
		glyphs  int
		missing bool
	}{
		{"国", true, 1, false},
		{"昇", false, 1, false},
		{"国\uFE00", true, 1, false},
		{"\t", true, 1, false},
		{"a\u0301", false, 2, true},
		{"\U0002A6A5", true, 1, true},
	}
	for _, tt := range tests {
		s := set.Shape(Fangsong, tt.cluster)
		if s.Missing != tt.missing || len(s.Glyphs) != tt.glyphs || !tt.missing && (s.Font == fangsong) != tt.own {
			t.Errorf("%q: %s, %d glyphs, missing %v", tt.cluster, s.Font.Name, len(s.Glyphs), s.Missing)
		}
	}
}

func TestSetsServeSeveralGoroutines(t *testing.T) {
	set, err := Resolve(NewLibrary(), os.DirFS(bundled))
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, r := range "全市上下同心协力推进背街小巷环境整治" {
				s := set.Shape(Kai, string(r))
				if _, ok := s.Font.Outline(s.Glyphs[0]); !ok {
					t.Errorf("%c has no outline", r)
				}
			}
		})
	}
	all.Wait()
}

func TestFoldersOfSystems(t *testing.T) {
	none := func(string) string { return "" }
	for _, system := range []string{"windows", "darwin", "linux"} {
		all, homeless := foldersOf(system, "home", none), foldersOf(system, "", none)
		if len(all) <= len(homeless) || len(homeless) == 0 {
			t.Errorf("%s: %v and, without a home, %v", system, all, homeless)
		}
	}
	if got := foldersOf("windows", "", func(string) string { return "D:" }); got[0] != filepath.Join("D:", "Fonts") {
		t.Errorf("%v", got)
	}
}

func FuzzNames(f *testing.F) {
	f.Add([]byte{0, 0, 0, 1, 0, 18, 0, 3, 0, 1, 4, 9, 0, 4, 0, 2, 0, 0, 0x4E, 0})
	f.Fuzz(func(t *testing.T, table []byte) {
		for _, r := range records(table) {
			r.string()
		}
	})
}

func TestProgramFoldersInOrder(t *testing.T) {
	got := programFolders(filepath.Join("opt", "bin"))
	want := []string{
		filepath.Join("opt", "bin", "fonts"),
		filepath.Join("assets", "fonts", "fandol"),
		filepath.Join("opt", "share", "jianbao", "fonts"),
	}
	if !slices.Equal(got, want) {
		t.Errorf("folders = %q, want %q", got, want)
	}
	if got := programFolders(""); len(got) != 1 {
		t.Errorf("folders = %q, want the working folder's only", got)
	}
}
