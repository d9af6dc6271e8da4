package sheet

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"jianbao/editor/doc"
	"jianbao/editor/typeset/face"
	"jianbao/editor/typeset/page"
	"jianbao/storage/exchange/form"
	"jianbao/storage/exchange/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// fonts are those of the program; no font of the computer's changes a golden.
var fonts = sync.OnceValues(func() (*face.Set, error) {
	return face.Resolve(face.NewLibrary(), os.DirFS("../../../assets/fonts"), os.DirFS("../../../assets/fonts/fandol"))
})

func laid(t *testing.T, b doc.Bulletin, o page.Options) *page.Document {
	t.Helper()
	set, err := fonts()
	if err != nil {
		t.Fatal(err)
	}
	return page.Lay(Blocks(form.Lines(b)), page.Default(), set, nil, o)
}

// sharedFiles lists files of the folder that lies beside the repository.
func sharedFiles(t *testing.T, pattern string) []string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		if files, _ := filepath.Glob(filepath.Join(dir, "shared", "data", pattern)); len(files) > 0 {
			return files
		}
	}
	t.Skipf("shared/data/%s is not beside this repository; its texts are not laid", pattern)
	return nil
}

func repaired(data []byte) (text.Result, error) { return text.Read(data, text.Options{Repair: true}) }

func read(t *testing.T, file string, reader func([]byte) (text.Result, error)) doc.Bulletin {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	r, err := reader(data)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return r.Bulletin
}

// lines returns the lines of type of every block.
func lines(d *page.Document, blocks int) [][]string {
	all := make([][]string, blocks)
	for _, p := range d.Pages {
		for _, r := range p.Runs {
			if r.Block < 0 {
				continue
			}
			for len(all[r.Block]) <= r.Line {
				all[r.Block] = append(all[r.Block], "")
			}
			all[r.Block][r.Line] += words(r)
		}
	}
	return all
}

func words(r page.Run) string {
	var b strings.Builder
	for _, g := range r.Glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

// Marks that no line may begin or end with.
const (
	noStart = "，。、；：？！）》〉」』】〕”’…—·％%"
	noEnd   = "（《〈「『【〔“‘"
)

// sound reports where pages lose words or break a rule for line ends.
func sound(t *testing.T, name string, b doc.Bulletin, d *page.Document) {
	t.Helper()
	printed := form.Lines(b)
	for i, of := range lines(d, len(printed)) {
		if got, want := strings.Join(of, ""), printed[i].String(); got != want {
			t.Errorf("%s: line %d reads %q, want %q", name, i, got, want)
		}
		for n, line := range of {
			first, _ := utf8.DecodeRuneInString(line)
			last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(line, " \u3000"))
			if n > 0 && strings.ContainsRune(noStart, first) || n < len(of)-1 && strings.ContainsRune(noEnd, last) {
				t.Errorf("%s: forbidden line %q", name, line)
			}
		}
	}
	rows := map[string]bool{}
	for i, p := range d.Pages {
		count := 0
		for _, r := range p.Runs {
			if key := fmt.Sprint(i, r.Baseline); r.Block >= 0 && !rows[key] {
				rows[key], count = true, count+1
			}
		}
		if count > 28 { // 22 lines of the body, or up to 28 of an imprint
			t.Errorf("%s: page %d has %d lines", name, i+1, count)
		}
	}
}

func TestOfficialDocuments(t *testing.T) {
	for _, file := range sharedFiles(t, "official/*.txt") {
		b := read(t, file, text.Exact)
		sound(t, filepath.Base(file), b, laid(t, b, page.Options{}))
	}
}

func TestRealIssue(t *testing.T) {
	b := read(t, sharedFiles(t, "seed-bulletin.txt")[0], repaired)
	d := laid(t, b, page.Options{})
	sound(t, "the real issue", b, d)
	if len(d.Pages) > 5 {
		t.Errorf("%d pages", len(d.Pages))
	}
}

// TestGolden compares the pages of our own sample with those looked at before.
func TestGolden(t *testing.T) {
	b := read(t, filepath.Join("..", "..", "..", "assets", "samples", "yunzhou.txt"), repaired)
	for name, o := range map[string]page.Options{
		"final.txt": {}, "draft.txt": {Stamp: "送审稿 8f3a·c21e", Sentences: true, WideMargin: true}} {
		d := laid(t, b, o)
		sound(t, name, b, d)
		path := filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(path, []byte(describe(d)), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := describe(d); got != string(want) {
			t.Errorf("%s: the pages differ from the golden file at %s", name, difference(got, string(want)))
		}
	}
}

// describe writes pages as lines of text: where each run stands, in which font
// and size, from where to where, and what it says.
func describe(d *page.Document) string {
	var b strings.Builder
	for i, p := range d.Pages {
		fmt.Fprintf(&b, "page %d %gx%g\n", i+1, p.Width, p.Height)
		for _, r := range p.Rules {
			fmt.Fprintf(&b, "rule y=%.2f x=%.2f width=%.2f thick=%.2f %v\n", r.Y, r.X, r.Width, r.Thickness, r.Color)
		}
		for _, r := range p.Runs {
			fmt.Fprintf(&b, "y=%.2f x=%.2f…%.2f %s %gpt %v block=%d line=%d %s\n", r.Baseline, r.Glyphs[0].X,
				r.Glyphs[len(r.Glyphs)-1].X, r.Font.Name, r.Size, r.Color, r.Block, r.Line, words(r))
		}
	}
	for _, n := range d.Notices {
		fmt.Fprintf(&b, "notice %s %v\n", n.Code, n.Args)
	}
	fmt.Fprintf(&b, "spare lines %d\n", d.Spare)
	return b.String()
}

func difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d:\n%s\nwant:\n%s", i+1, g[i], w[i])
		}
	}
	return "the end"
}

// TestEveryKindHasItsPlace guards the table of kinds.
func TestEveryKindHasItsPlace(t *testing.T) {
	for k := form.Security; k <= form.Copies; k++ {
		if _, ok := kinds[k]; !ok {
			t.Errorf("printed lines of kind %d have no place on the page", k)
		}
	}
}
