package architecture

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
)

func TestLayers(t *testing.T) {
	wrong, err := check(repository(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range wrong {
		t.Error(w)
	}
}

func TestTopLevel(t *testing.T) {
	names, err := strangers(repository(t))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range names {
		t.Errorf("%s does not belong at the top of the repository", n)
	}
}

// Every layer must be real: a rule for a folder that was renamed protects
// nothing. Those still to come are named here.
func TestLayersExist(t *testing.T) {
	coming := map[string]bool{"editor/buffer": true, "editor/typeset": true, "review/proof": true}
	for _, l := range layers {
		_, err := fs.Stat(repository(t), l.folder)
		if err != nil && !coming[l.folder] {
			t.Errorf("a layer that is not there: %v", err)
		}
	}
}

// repository is the tree this test stands in.
func repository(t *testing.T) fs.FS {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil {
			return os.DirFS(folder)
		}
		parent := filepath.Dir(folder)
		if parent == folder {
			t.Fatal("no go.mod above the test")
		}
		folder = parent
	}
}

func TestCheckFindsViolations(t *testing.T) {
	tests := []struct {
		name, file, imports string
		allowed             bool
	}{
		{"core knows the window", "review/desk.go", "fyne.io/fyne/v2", false},
		{"core knows a database", "review/desk.go", "database/sql", false},
		{"core knows the diff", "review/desk.go", "jianbao/review/diff", false},
		{"core knows the template", "review/desk.go", "jianbao/editor/template", true},
		{"text knows review", "editor/doc/hash.go", "jianbao/review", false},
		{"text knows its template", "editor/doc/hash.go", "jianbao/editor/template", false},
		{"a new package of editor knows doc", "editor/journal/journal.go", "jianbao/editor/doc", true},
		{"writing surface knows the window", "editor/textview/view.go", "fyne.io/fyne/v2/widget", true},
		{"comparison widget knows the window", "review/diffview/view.go", "fyne.io/fyne/v2", true},
		{"comparison knows the window", "review/diff/diff.go", "fyne.io/fyne/v2", false},
		{"store knows a driver", "storage/sqlite/open.go", "github.com/mattn/go-sqlite3", true},
		{"export knows a driver", "storage/exchange/docx/docx.go", "github.com/mattn/go-sqlite3", false},
		{"window knows a driver", "app/run.go", "github.com/jackc/pgx/v5", false},
		{"store knows a screen", "storage/sqlite/open.go", "jianbao/app/screen/desk", false},
		{"screen knows a store", "app/screen/desk/desk.go", "jianbao/storage/sqlite", false},
		{"screen opens a store", "app/screen/desk/desk.go", "jianbao/storage", false},
		{"screen knows another screen", "app/screen/desk/desk.go", "jianbao/app/screen/compose", false},
		{"screen knows its own part", "app/screen/compose/compose.go", "jianbao/app/screen/compose/outline", true},
		{"a screen knows the office of the tests", "app/screen/desk/desk.go", "jianbao/app/screen/screentest", false},
		{"a test of a screen knows the office of the tests", "app/screen/desk/desk_test.go", "jianbao/app/screen/screentest", true},
		{"window knows one store", "app/run.go", "jianbao/storage/memory", false},
		{"command line knows the window", "app/cli/cli.go", "fyne.io/fyne/v2", false},
		{"commands know the catalogue", "app/command/command.go", "jianbao/app/i18n", false},
		{"assets below app", "storage/exchange/docx/docx.go", "jianbao/assets", false},
		{"assets in app", "app/theme/face.go", "jianbao/assets", true},
		{"assets know us", "assets/assets.go", "jianbao/editor/doc", false},
		{"main knows assets", "main.go", "jianbao/assets", false},
		{"somebody knows main", "app/run.go", "jianbao", false},
		{"a program knows a suite", "storage/open.go", "jianbao/storage/storetest", false},
		{"a test knows a suite", "storage/memory/memory_test.go", "jianbao/storage/storetest", true},
		{"a test of a screen stands on the whole program", "app/screen/desk/desk_test.go", "jianbao/app/setup", true},
		{"a test of a screen knows a database", "app/screen/desk/desk_test.go", "jianbao/storage/sqlite", false},
		{"a test of the core stands on a store", "review/desk_test.go", "jianbao/storage/memory", true},
		{"a test of the core stands on the window", "review/desk_test.go", "fyne.io/fyne/v2/test", false},
		{"a test of the core stands on a database", "review/desk_test.go", "jianbao/storage/sqlite", false},
		{"a new folder at the top", "util/strings.go", "jianbao/editor/doc", false},
		{"a folder whose name only begins alike", "reviewer/x.go", "jianbao/editor/doc", false},
		{"libraries without a rule", "review/pin.go", "golang.org/x/crypto/argon2", true},
	}
	for _, tt := range tests {
		folder := filepath.Base(filepath.Dir(tt.file))
		pkg, doc := folder, "// Package "+folder+" owns its example.\n"
		if folder == "." {
			pkg, doc = "main", "// Jianbao is an example.\n"
		}
		wrong, err := check(fstest.MapFS{tt.file: {Data: []byte(doc + "package " + pkg + "\nimport _ \"" + tt.imports + "\"\n")}})
		if err != nil {
			t.Fatal(err)
		}
		if len(wrong) > 1 || (len(wrong) == 0) != tt.allowed {
			t.Errorf("%s: found %q, want allowed %v", tt.name, wrong, tt.allowed)
		}
	}
}

func TestCheckFindsSilentPackages(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	tests := map[string]struct {
		tree fstest.MapFS
		want int
	}{
		"no comment":        {fstest.MapFS{"review/a.go": file("package review\n")}, 1},
		"comment detached":  {fstest.MapFS{"review/a.go": file("// Package review owns x.\n\npackage review\n")}, 1},
		"does not say owns": {fstest.MapFS{"review/a.go": file("// Package review has x.\npackage review\n")}, 1},
		"says it":           {fstest.MapFS{"review/a.go": file("// Package review owns x.\npackage review\n"), "review/b.go": file("package review\n")}, 0},
		"says it twice":     {fstest.MapFS{"review/a.go": file("// Package review owns x.\npackage review\n"), "review/b.go": file("// Package review owns y.\npackage review\n")}, 1},
		"tests say nothing": {fstest.MapFS{"review/a_test.go": file("package review_test\n")}, 0},
		"testdata is data":  {fstest.MapFS{"review/testdata/a.go": file("package nonsense\n")}, 0},
	}
	for name, tt := range tests {
		wrong, err := check(tt.tree)
		if err != nil || len(wrong) != tt.want {
			t.Errorf("%s: found %q, %v, want %d", name, wrong, err, tt.want)
		}
	}
}

func TestStrangers(t *testing.T) {
	tree := fstest.MapFS{"main.go": {}, ".ci/run": {}, "docs/glossary.md": {}, "out/a.txt": {}, "notes.txt": {}, "util/x.go": {}}
	names, err := strangers(tree)
	if err != nil || strings.Join(names, " ") != "notes.txt util" {
		t.Errorf("strangers = %q, %v", names, err)
	}
}
