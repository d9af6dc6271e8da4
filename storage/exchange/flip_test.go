package exchange

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"
)

// flips is how often each format is spoiled.
const flips = 100

// signed is the text that all files of this test must hold.
var signed = job{bulletin: sample(), meta: final}

// A character changed in a finished file, by somebody who knows the format, is
// caught in every one.
func TestReadBackSeesAFlippedCharacter(t *testing.T) {
	for _, f := range Formats() {
		t.Run(string(f), func(t *testing.T) {
			random := rand.New(rand.NewPCG(4, 2196))
			sound, unread := exportedBytes(t, f), 0
			for range flips {
				spoilt, what := flip[f](t, sound, random)
				switch code := codeOf(checkBytes(t, f, spoilt)); code {
				case CodeReadBack:
				case CodeUnread: // the font has no such character
					unread++
				default:
					t.Errorf("%s: %q", what, code)
				}
			}
			if unread > flips*3/4 {
				t.Errorf("%d files could not be read at all", unread)
			}
		})
	}
}

// A byte changed anywhere, as by a bad disk, is caught before the file gets its name.
func TestDeliverSeesAFlippedByte(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 2196))
	for _, f := range Formats() {
		sound := exportedBytes(t, f)
		for range flips {
			dir, at := t.TempDir(), random.IntN(len(sound))
			write := func(w io.Writer) error { _, err := w.Write(sound); return err }
			damage := func(path string) error {
				spoilt := bytes.Clone(sound)
				spoilt[at] ^= 1 << random.IntN(8)
				return os.WriteFile(path, spoilt, 0o666)
			}
			if _, err := Deliver(t.Context(), dir, "a", write, damage); codeOf(err) != CodeUnread {
				t.Errorf("%s, byte %d: %v", f, at, err)
			}
			if files := contents(t, dir); len(files) != 0 {
				t.Errorf("%s: a bad file was left", f)
			}
		}
	}
}

func exportedBytes(t *testing.T, f Format) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := known[f].write(&b, &signed); err != nil {
		t.Fatal(err)
	}
	if err := checkBytes(t, f, b.Bytes()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func checkBytes(t *testing.T, f Format, data []byte) error {
	t.Helper()
	path := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(path, data, 0o666); err != nil {
		t.Fatal(err)
	}
	return readBack(known[f], path, &signed)
}

// flip changes one character of the text that a finished file holds, and leaves
// the file well formed.
var flip = map[Format]func(*testing.T, []byte, *rand.Rand) (spoilt []byte, what string){
	TXT: func(t *testing.T, data []byte, r *rand.Rand) ([]byte, string) {
		return flipIn(t, data, r, `([^\s　]+)`)
	},
	HTML: func(t *testing.T, data []byte, r *rand.Rand) ([]byte, string) {
		return flipIn(t, data, r, `<tspan[^>]*>([^<&]+)<`)
	},
	OFD: func(t *testing.T, data []byte, r *rand.Rand) ([]byte, string) {
		return flipInZIP(t, data, r, "Content.xml", `<ofd:TextCode[^>]*>([^<&]+)<`)
	},
	DOCX: func(t *testing.T, data []byte, r *rand.Rand) ([]byte, string) {
		return flipInZIP(t, data, r, "word/document.xml", `<w:t(?: [^>]*)?>([^<&]+)<`)
	},
	PDF: flipInPDF,
}

// flipIn puts another character in place of one of those that the group of a
// pattern matches. The new one stands elsewhere in the text, so that the font
// has it.
func flipIn(t *testing.T, data []byte, r *rand.Rand, pattern string) ([]byte, string) {
	t.Helper()
	var places []int
	for _, m := range regexp.MustCompile(pattern).FindAllSubmatchIndex(data, -1) {
		for at := m[2]; at < m[3]; {
			places = append(places, at)
			_, size := utf8.DecodeRune(data[at:])
			at += size
		}
	}
	if len(places) == 0 {
		t.Fatal("no text was found")
	}
	for {
		at, from := places[r.IntN(len(places))], places[r.IntN(len(places))]
		old, size := utf8.DecodeRune(data[at:])
		if char, _ := utf8.DecodeRune(data[from:]); char != old {
			spoilt := append(append(bytes.Clone(data[:at]), string(char)...), data[at+size:]...)
			return spoilt, fmt.Sprintf("%c for %c at %d", char, old, at)
		}
	}
}

// flipInZIP does it in one of the parts with a name, and packs all again.
func flipInZIP(t *testing.T, data []byte, r *rand.Rand, name, pattern string) ([]byte, string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out, what := zip.NewWriter(&b), ""
	for _, f := range z.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(part)
		if err != nil {
			t.Fatal(err)
		}
		if what == "" && strings.HasSuffix(f.Name, name) && regexp.MustCompile(pattern).Match(body) {
			body, what = flipIn(t, body, r, pattern)
		}
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(body); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), what
}

var (
	pdfStream = regexp.MustCompile(`(?s)\n(\d+) 0 obj\n<<([^\n]*)/Length (\d+)>>\nstream\n`)
	pdfCodes  = regexp.MustCompile(`<((?:[0-9A-F]{4})+)>`)
)

// flipInPDF changes one code of a page, and moves the table of the file along.
func flipInPDF(t *testing.T, data []byte, r *rand.Rand) ([]byte, string) {
	t.Helper()
	var pages [][]int
	for _, m := range pdfStream.FindAllSubmatchIndex(data, -1) {
		if content := inflate(streamAt(data, m)); bytes.Contains(content, []byte("]TJ")) {
			pages = append(pages, m)
		}
	}
	m := pages[r.IntN(len(pages))]
	content := inflate(streamAt(data, m))
	spoilt, what := flipCode(content, r)
	packed := deflate(spoilt)
	head := fmt.Sprintf("\n%s 0 obj\n<<%s/Length %d>>\nstream\n", data[m[2]:m[3]], data[m[4]:m[5]], len(packed))
	whole := append(append(bytes.Clone(data[:m[0]]), head...), packed...)
	end := m[1] + len(streamAt(data, m))
	return moved(t, append(whole, data[end:]...), m[0], len(whole)-end), what
}

func streamAt(data []byte, m []int) []byte {
	length := 0
	fmt.Sscan(string(data[m[6]:m[7]]), &length)
	return data[m[1] : m[1]+length]
}

// flipCode puts one code of the page in another's place.
func flipCode(content []byte, r *rand.Rand) ([]byte, string) {
	var places []int
	for _, m := range pdfCodes.FindAllSubmatchIndex(content, -1) {
		for at := m[2]; at < m[3]; at += 4 {
			places = append(places, at)
		}
	}
	for {
		at, from := places[r.IntN(len(places))], places[r.IntN(len(places))]
		if !bytes.Equal(content[at:at+4], content[from:from+4]) {
			spoilt := bytes.Clone(content)
			copy(spoilt[at:], content[from:from+4])
			return spoilt, fmt.Sprintf("code %s for %s at %d", content[from:from+4], content[at:at+4], at)
		}
	}
}

// moved mends the table of a PDF in which everything behind an offset has moved.
func moved(t *testing.T, data []byte, behind, by int) []byte {
	t.Helper()
	all := pdfStream.FindAllSubmatchIndex(data, -1)
	last := all[len(all)-1]
	table := inflate(streamAt(data, last))
	for row := 7; row < len(table); row += 7 {
		offset := binary.BigEndian.Uint32(table[row+1:])
		if table[row] == 1 && int(offset) > behind+1 {
			binary.BigEndian.PutUint32(table[row+1:], uint32(int(offset)+by))
		}
	}
	packed := deflate(table)
	return fmt.Appendf(bytes.Clone(data[:last[0]]), "\n%s 0 obj\n<<%s/Length %d>>\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n",
		data[last[2]:last[3]], data[last[4]:last[5]], len(packed), packed, last[0]+1)
}

func inflate(data []byte) []byte {
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	plain, err := io.ReadAll(z)
	if err != nil {
		return nil
	}
	return plain
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	if _, err := z.Write(data); err != nil {
		panic(errors.Join(err, z.Close()))
	}
	z.Close()
	return b.Bytes()
}
