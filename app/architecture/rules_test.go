// Package architecture owns the test of the layers: which package may know
// which, stated as data and checked by reading the source files in the test's
// own process. It holds nothing that the program uses.
package architecture

// layer says what the packages in a folder may import of ours. The longest
// folder that fits a package decides. "x" allows that package alone, "x/..."
// also those below it; "./..." stands for those below the package itself.
type layer struct {
	folder string
	may    []string
}

var layers = []layer{
	{".", []string{"app/...", "storage"}},

	{"editor", []string{"editor/..."}},
	{"editor/doc", nil},
	{"editor/template", []string{"editor/doc"}},
	{"editor/buffer", nil},
	{"editor/typeset", []string{"editor/doc"}},
	{"editor/typeset/face", nil},
	{"editor/typeset/page", []string{"editor/typeset", "editor/typeset/face"}},
	{"editor/typeset/raster", []string{"editor/typeset/face", "editor/typeset/page"}},

	{"review", []string{"editor/doc", "editor/template"}},
	{"review/diff", []string{"editor/doc"}},
	{"review/proof", []string{"editor/doc", "review/proof/spell"}},
	{"review/proof/spell", []string{"review/proof/spell", "review/proof/spell/forest"}},
	{"review/find", []string{"editor/doc", "review"}},
	{"review/diffview", []string{"editor/doc", "editor/typeset", "review", "review/diff"}},
	{"review/seal", []string{"editor/doc", "review"}},
	{"review/desktest", []string{"editor/doc", "editor/template", "review", "review/seal"}},

	{"storage", []string{"editor/doc", "editor/template", "review", "review/find", "storage/..."}},
	{"storage/faulttest", []string{"editor/doc", "editor/template", "review", "review/seal", "storage/..."}},
	{"storage/move", []string{"editor/doc", "editor/template", "review", "review/seal", "storage/..."}},
	{"storage/exchange", []string{"editor/doc", "editor/typeset", "editor/typeset/face", "editor/typeset/page", "review", "review/diff", "review/seal", "storage/exchange/..."}},

	{"storage/exchange/packet", []string{"editor/doc", "editor/template", "review", "review/diff", "review/seal", "storage/exchange", "storage/exchange/dossier", "storage/record"}},

	{"app", []string{"app/...", "assets", "editor/...", "review", "review/diff", "review/diffview", "review/find", "review/proof", "review/proof/spell", "review/seal",
		"storage", "storage/backup", "storage/exchange/...", "storage/journal", "storage/move"}},
	{"app/command", nil},
	{"app/settings", nil},
	{"app/secret", nil},
	{"app/connect", []string{"app/apptest/probe", "app/element", "app/i18n", "app/theme"}},
	{"app/handover", nil},
	{"app/overview", []string{"editor/doc", "editor/template", "review", "review/diff"}},
	{"app/pulse", []string{"review"}},
	{"app/preview", []string{"editor/doc", "editor/typeset/page", "editor/typeset/raster", "storage/exchange/..."}},
	{"app/proofread", []string{"editor/doc", "review", "review/proof"}},
	{"app/screen", []string{"./...", "app/apptest/probe", "app/command", "app/connect", "app/element", "app/i18n", "app/overview", "app/paper", "app/preview", "app/printed", "app/proofread", "app/pulse",
		"app/screen", "app/screen/mistake", "app/theme", "editor/...", "review", "review/diff", "review/diffview", "review/find", "review/proof", "storage/backup", "storage/exchange/...", "storage/journal"}},

	{"app/screen/screentest", []string{"app/command", "app/connect", "app/element", "app/i18n", "app/preview", "app/pulse", "app/setup", "app/theme", "assets",
		"editor/doc", "review", "review/diff", "review/find", "review/proof", "storage", "storage/backup", "storage/exchange", "storage/journal", "storage/memory"}},

	{"assets", nil},
}

// suites are packages for tests; no program may import them.
var suites = []string{"review/desktest", "storage/postgres/pgtest", "storage/storetest", "storage/faulttest", "app/apptest", "app/screen/screentest", "app/teamtest", "app/teamtest/history", "app/teamtest/load",
	"storage/exchange/pagetest"}

// testsMay is what every test may import beyond its layer: suites, and a store
// to stand on, and people's keys.
var testsMay = []string{"review/desktest", "review/seal", "storage/postgres/pgtest", "storage/storetest", "storage/memory", "storage/exchange/pagetest"}

// library says where a library from outside may be known, tests included.
type library struct {
	path   string // the import path or the beginning of one
	in     []string
	except []string
}

var libraries = []library{
	{path: "fyne.io/", in: []string{"app", "editor/textview", "review/diffview"},
		except: []string{"app/architecture", "app/cli", "app/command", "app/handover", "app/i18n", "app/overview", "app/pulse", "app/secret", "app/settings", "app/setup"}},
	{path: "database/sql", in: []string{"storage"}, except: []string{"storage/exchange"}},
	{path: "github.com/mattn/go-sqlite3", in: []string{"storage"}, except: []string{"storage/exchange"}},
	{path: "github.com/klippa-app/go-pdfium", in: []string{"storage/exchange/pdftext"}},
	{path: "github.com/tetratelabs/wazero", in: []string{"storage/exchange/pdftext"}},
	{path: "github.com/richardlehane/mscfb", in: []string{"storage/exchange/worddoc"}},
	{path: "github.com/zalando/go-keyring", in: []string{"app/secret"}}, // reaches the session's own bus, keychain or credential store, no network
	{path: "github.com/jackc/pgx", in: []string{"storage"}, except: []string{"storage/exchange"}},
}

// top is what the repository's top level may hold beside names that begin with
// a dot; made is what building and running may leave there.
var (
	top = []string{"main.go", "app", "editor", "review", "storage", "assets", "docs", "go.mod", "go.sum", "FyneApp.toml",
		"README.md", "LICENSE", "Makefile", "CHANGELOG.md"}
	made = []string{"build", "out", "jianbao", "jianbao.exe"}
)
