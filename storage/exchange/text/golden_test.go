package text

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"jianbao/editor/doc"
)

var update = flag.Bool("update", false, "rewrite the expected results in testdata")

// TestLayouts reads one file for each layout in use, with repairs and without,
// and compares what was recognised with the file beside it.
func TestLayouts(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d layouts found: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			got := describe(read(t, data, Options{Repair: true})) + "\n-- kept as it was --\n" + describe(read(t, data, Options{}))
			golden := strings.TrimSuffix(file, ".txt") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got != string(want) {
				t.Errorf("%s differs; run with -update and look at the difference\n%s", golden, got)
			}
		})
	}
}

func read(t testing.TB, data []byte, opts Options) Result {
	t.Helper()
	r, err := Read(data, opts)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Bulletin.Validate() {
		t.Errorf("the bulletin read does not validate: %+v", p)
	}
	return r
}

// describe writes a result as lines that people can check.
func describe(r Result) string {
	var s strings.Builder
	line := func(format string, args ...any) {
		fmt.Fprintf(&s, format+"\n", args...)
	}
	for _, key := range doc.Fields() {
		if v, _ := r.Bulletin.Get(doc.Place{Field: key}); v != "" {
			line("%s = %s", key, strings.ReplaceAll(v, "\n", " ⏎ "))
		}
	}
	if y := r.Bulletin.Masthead.Number.Year; y != 0 {
		line("year = %d", y)
	}
	for i, a := range r.Bulletin.Articles {
		line("%d title = %s", i+1, strings.ReplaceAll(a.Title, "\n", " ⏎ "))
		if a.Note != "" {
			line("%d note = %s", i+1, strings.ReplaceAll(a.Note, "\n", " ⏎ "))
		}
		for _, p := range a.Body {
			line("%d [%d] %s", i+1, p.Level, p.Text)
		}
		if a.Source != "" {
			line("%d source = %s", i+1, a.Source)
		}
	}
	for _, u := range r.Unplaced {
		line("unplaced %s line %d: %s", u.Code, u.Line, u.Text)
	}
	for _, x := range r.Repairs {
		line("%s %s\n  - %q\n  + %q", x.ID, place(r.Bulletin, x.Place), x.Before, x.After)
	}
	return s.String()
}

// place names a place without its ids, which differ each time.
func place(b doc.Bulletin, p doc.Place) string {
	for i, a := range b.Articles {
		for j, para := range a.Body {
			if p.Paragraph == para.ID {
				return fmt.Sprintf("article %d paragraph %d", i+1, j+1)
			}
		}
		if p.Article == a.ID {
			return fmt.Sprintf("article %d %s", i+1, p.Field)
		}
	}
	return string(p.Field)
}

func layouts(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no layouts: %v", err)
	}
	all := map[string][]byte{}
	for _, file := range files {
		if all[filepath.Base(file)], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	return all
}
